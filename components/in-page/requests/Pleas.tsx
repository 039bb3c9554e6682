import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { chordText } from '../../../lib/hotkeys/chord.ts';
import type { KeyChoice } from '../../../lib/hotkeys/hotkeys.ts';
import { queueKeyOf } from '../../../lib/hotkeys/queue-hotkeys.ts';
import { unlockOf } from '../../../lib/moderation/unlock.ts';
import { unlockWords } from '../../../lib/moderation/unlock-words.ts';
import type { KnownRequest } from '../../../lib/channel/unban-request.ts';
import type { Requesting } from '../../../lib/pages/requesting.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { focusedNear } from '../../focus.ts';
import { relativeTime } from '../../formats.ts';
import { Spinner } from '../../Spinner.tsx';
import { toPanel } from '../people/Panel.tsx';
import { Plea } from './Plea.tsx';

/** What the queue is drawn from. `now` is Unix epoch milliseconds. */
export interface PleasProps {
  requesting: Requesting;
  now: number;
  choices: readonly KeyChoice[];
  onCard: (request: KnownRequest) => void;
}

/** Who asks to be unbanned, as far as it was read. */
export function Pleas({ requesting, now, choices, onCard }: PleasProps): VNode {
  const { list, current } = requesting;
  const { rows, after, at, isBusy, failure } = list;
  const listRef = useRef<HTMLUListElement>(null);
  const state = current === undefined ? undefined : requesting.answerTo(current)?.state;
  const isEmpty = rows.length === 0;

  // What is meant has the keyboard, where the panel has it; a field in it keeps it.
  useLayoutEffect(() => {
    const here = listRef.current;
    const row = here?.querySelector<HTMLElement>('[aria-current]');
    const focused = here && focusedNear(here);
    if (!row || !here || row.contains(focused ?? null)) return;
    if (!here.closest('.ss-panel')?.contains(focused ?? null)) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [current, state, isEmpty]);

  const unlock = failure && unlockOf(failure);
  return (
    <div class="ss-pleas">
      <p class="ss-pleas-head ss-quiet">
        <span role="status">
          {isBusy ? (
            <>
              <Spinner size={14} /> {text('cardLoading')}
            </>
          ) : (
            at !== undefined && text('pleasLoadedAt', relativeTime(at, now, text('languageTag')))
          )}
        </span>
      </p>
      {failure && !isBusy && (
        <FailureNote
          failure={failure}
          action={
            <Button
              size="small"
              onClick={({ currentTarget }) => {
                toPanel(currentTarget);
                if (unlock) void requesting.unlock();
                else void requesting.retry();
              }}
            >
              {text(unlockWords(unlock))}
            </Button>
          }
        />
      )}
      {isEmpty && at !== undefined && !isBusy && !failure && (
        <div class="ss-pleas-none">
          <strong>{text('pleasNone')}</strong>
          <span class="ss-quiet">{text('pleasNoneHint')}</span>
        </div>
      )}
      <ul ref={listRef} class="ss-pleas-rows" aria-label={text('pleasOpen')}>
        {rows.map((request) => {
          const { id } = request;
          return (
            <Plea
              key={id}
              request={request}
              answer={requesting.answerTo(id)}
              now={now}
              isCurrent={id === current}
              onChoose={() => requesting.choose(id)}
              onAsk={(verdict) => requesting.ask(id, verdict)}
              onWrite={(reply) => requesting.write(id, reply)}
              onCancel={() => requesting.cancel(id)}
              onSend={() => void requesting.send(id)}
              onUnlock={() => void requesting.unlockAnswer(id)}
              onReload={() => void requesting.load()}
              onCard={() => onCard(request)}
            />
          );
        })}
      </ul>
      {after !== undefined && !failure && (
        <Button size="small" kind="quiet" busy={isBusy} onClick={() => void requesting.more()}>
          {text('pleasOlder')}
        </Button>
      )}
      {!isEmpty && <p class="ss-quiet ss-pleas-head">{keysText(choices)}</p>}
    </div>
  );
}

/** The keys that matter most; without them where the user has taken one away. */
function keysText(choices: readonly KeyChoice[]): string {
  const chords = (['down', 'up', 'approve', 'deny'] as const).map((deed) => queueKeyOf(deed, choices));
  return chords.includes('') ? '' : text('pleaKeys', ...chords.map(chordText));
}
