import type { TargetedSubmitEvent, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { KnownRequest } from '../../../lib/channel/unban-request.ts';
import { unlockOf } from '../../../lib/moderation/unlock.ts';
import { unlockWords } from '../../../lib/moderation/unlock-words.ts';
import { whatText } from '../../../lib/options/action-log.ts';
import { type Answering, isOver, replyAtMost, type Verdict } from '../../../lib/pages/requesting.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { exactTime, relativeTime } from '../../formats.ts';
import { Icon } from '../../Icon.tsx';
import { Spinner } from '../../Spinner.tsx';
import { TextInput } from '../../TextInput.tsx';
import { toPanel } from '../people/Panel.tsx';
import { When } from '../people/When.tsx';

/** What a request is drawn from. `now` is Unix epoch milliseconds. */
export interface PleaProps {
  request: KnownRequest;
  answer: Answering | undefined;
  now: number;
  isCurrent: boolean;
  onChoose: () => void;
  onAsk: (verdict: Verdict) => void;
  onWrite: (reply: string) => void;
  onCancel: () => void;
  onSend: () => void;
  onUnlock: () => void;
  onReload: () => void;
  onCard: () => void;
}

/** Somebody's request: who, when, their words, what is known of them, and how it is answered. */
export function Plea(props: PleaProps): VNode {
  const { request, answer, now, isCurrent, onChoose, onAsk, onCard } = props;
  const { who, text: words, at } = request;
  const locale = text('languageTag');
  const waits = answer === undefined || answer.state === 'asked';
  return (
    <li
      class="ss-plea"
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent || undefined}
      aria-label={who.name}
      data-state={answer?.state}
      onFocusIn={onChoose}
    >
      <p class="ss-plea-head">
        <span class="ss-plea-name">
          <bdi>{who.name}</bdi>
          {who.name.toLowerCase() !== who.login.toLowerCase() && <span class="ss-quiet"> {who.login}</span>}
          {request.nickname !== undefined && <span class="ss-quiet"> · {request.nickname}</span>}
        </span>
        <time class="ss-quiet" dateTime={new Date(at).toISOString()} title={exactTime(at, locale)}>
          {relativeTime(at, now, locale)}
        </time>
      </p>
      {words.trim() === '' ? (
        <p class="ss-quiet">{text('pleaSilent')}</p>
      ) : (
        <p class="ss-plea-text" dir="auto">
          {words.trim()}
        </p>
      )}
      <Known {...request} />
      {waits && (
        <div class="ss-plea-steps">
          <Button
            size="small"
            icon="check"
            aria-expanded={answer?.verdict === 'approve'}
            aria-label={text('pleaApproveWho', who.name)}
            onClick={() => onAsk('approve')}
          >
            {text('pleaApprove')}
          </Button>
          <Button
            size="small"
            icon="ban"
            aria-expanded={answer?.verdict === 'deny'}
            aria-label={text('pleaDenyWho', who.name)}
            onClick={() => onAsk('deny')}
          >
            {text('pleaDeny')}
          </Button>
          <Button size="small" kind="quiet" icon="user" onClick={onCard}>
            {text('lineCard')}
          </Button>
        </div>
      )}
      {answer && <Answer key={answer.id} {...props} answer={answer} />}
    </li>
  );
}

/** What our own stores know of whoever asks. */
function Known({ note, earlier, earlierCount }: KnownRequest): VNode | null {
  if (note === undefined && earlierCount === 0) return null;
  return (
    <div class="ss-plea-known">
      {note !== undefined && (
        <p class="ss-plea-note">
          <Icon name="note" size={14} />
          <span dir="auto">
            <span class="ss-aloud">{text('cardNote')}: </span>
            {note}
          </span>
        </p>
      )}
      {earlier.map(({ id, action, at, undoneAt }) => (
        <p key={id} data-undone={undoneAt !== undefined || undefined}>
          <When at={at} /> · {whatText(action)}
          {action.reason !== undefined && (
            <>
              {': '}
              <bdi>{action.reason}</bdi>
            </>
          )}
        </p>
      ))}
      {earlierCount > earlier.length && <p class="ss-quiet">{text('pleaEarlier', earlierCount)}</p>}
    </div>
  );
}

/** What is being answered: the reply, that it is on its way, what it was, or why not. */
function Answer({
  request,
  answer,
  onWrite,
  onCancel,
  onSend,
  onUnlock,
  onReload,
}: PleaProps & { answer: Answering }): VNode {
  const { name } = request.who;
  const { verdict, reply, state, failure } = answer;
  const formRef = useRef<HTMLFormElement>(null);
  // Before the next key: whoever presses one and Enter at once means the field.
  useLayoutEffect(() => formRef.current?.querySelector('input')?.focus({ preventScroll: true }), [verdict]);

  if (state === 'done') {
    return (
      <p class="ss-plea-done" role="status">
        <Icon name={verdict === 'approve' ? 'check' : 'ban'} size={14} />
        {text(verdict === 'approve' ? 'pleaApproved' : 'pleaDenied')}
      </p>
    );
  }
  if (state === 'sending') {
    return (
      <p class="ss-plea-steps ss-quiet" role="status">
        <Spinner size={14} /> {text('pleaSending')}
      </p>
    );
  }
  if (state === 'failed') {
    const unlock = failure && unlockOf(failure);
    // What is pressed here goes with the press: the next key must not be for the page.
    const act = (deed: () => void) => (event: { readonly currentTarget: Element }) => {
      toPanel(event.currentTarget);
      deed();
    };
    return (
      <>
        {failure && <FailureNote failure={failure} />}
        <div class="ss-plea-steps">
          {isOver(answer) ? (
            <Button size="small" icon="refresh" onClick={act(onReload)}>
              {text('keyPleaReload')}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                icon={unlock ? undefined : 'refresh'}
                onClick={act(unlock ? onUnlock : onSend)}
              >
                {text(unlockWords(unlock))}
              </Button>
              <Button size="small" kind="quiet" onClick={act(onCancel)}>
                {text('cancel')}
              </Button>
            </>
          )}
        </div>
      </>
    );
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    toPanel(event.currentTarget);
    onSend();
  };
  return (
    <form
      ref={formRef}
      class="ss-plea-answer"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        toPanel(event.currentTarget);
        onCancel();
      }}
    >
      <TextInput
        label={text('pleaReply', name)}
        limit={replyAtMost}
        value={reply}
        hint={text('pleaFinal')}
        onChange={onWrite}
      />
      <div class="ss-plea-steps">
        <Button size="small" type="submit" kind={verdict === 'approve' ? 'primary' : 'danger'}>
          {text(verdict === 'approve' ? 'pleaApproveWho' : 'pleaDenyWho', name)}
        </Button>
        <Button
          size="small"
          kind="quiet"
          onClick={(event) => {
            toPanel(event.currentTarget);
            onCancel();
          }}
        >
          {text('cancel')}
        </Button>
      </div>
    </form>
  );
}
