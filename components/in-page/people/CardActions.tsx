import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import type { Doubt } from '../../../lib/chat/message.ts';
import { type ActionKind, roleKinds } from '../../../lib/moderation/action.ts';
import { durationText } from '../../../lib/moderation/duration.ts';
import type { LineAction } from '../../../lib/pages/acts.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Menu, type MenuItem } from '../../Menu.tsx';
import { TextInput } from '../../TextInput.tsx';
import { AskFor } from '../AskFor.tsx';
import { doubtText, roleText, wishText } from '../words.ts';

/** What the actions of a card are drawn from. */
export interface CardActionsProps {
  /** Whom the actions are about, as it is said in a question. */
  login: string;
  /** Whether this kind may be done about them, here and by this account. */
  may: (kind: ActionKind) => boolean;
  /** Why this kind must be confirmed. */
  doubtAbout: (kind: ActionKind) => Doubt | undefined;
  /** Timeouts to choose from, in s. */
  presets: readonly number[];
  onAct: (what: LineAction) => void;
  /** How long a watch lasts, min. */
  minutes: number;
  isWatched: boolean;
  onWatch: () => void;
}

/** An action that waits for a yes. */
interface Question {
  readonly what: LineAction;
  readonly doubt: Doubt;
  /** What the question stands beside. */
  readonly box: Element;
  /** What had the focus before. */
  readonly before: Element | null;
}

/** The longest reason that platforms take. */
const reasonLimit = 500;

/** What can be done about somebody, with a reason that goes with each of it. Where it is not certain who it is, it asks. */
export function CardActions(props: CardActionsProps): VNode {
  const { login, may, doubtAbout, presets, onAct, minutes, isWatched, onWatch } = props;
  const [reason, setReason] = useState('');
  const [question, setQuestion] = useState<Question | undefined>();
  const boxRef = useRef<HTMLDivElement>(null);
  const act = (what: LineAction): void => {
    const doubt = doubtAbout(what.kind);
    const box = boxRef.current;
    if (!doubt || !box) {
      onAct(what);
      return;
    }
    // A menu gives the focus back to its button first; the question gives it back to the same.
    setTimeout(() => {
      const { activeElement } = box.getRootNode() as ShadowRoot;
      setQuestion({ what, doubt, box, before: activeElement });
    });
  };
  const close = (before: Element | null): void => {
    setQuestion(undefined);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const roles: MenuItem[] = roleKinds.filter(may).map((kind) => ({ id: kind, label: roleText(kind) }));
  return (
    <div ref={boxRef} class="ss-card-actions">
      {may('timeout') && (
        <TextInput
          label={text('reason')}
          hideLabel
          placeholder={text('reason')}
          limit={reasonLimit}
          spellcheck={false}
          value={reason}
          onChange={setReason}
        />
      )}
      <div class="ss-card-buttons">
        {may('timeout') && (
          <Menu
            size="small"
            icon="clock"
            label={text('logTimeout')}
            groups={[
              { items: presets.map((length) => ({ id: String(length), label: durationText(length) })) },
            ]}
            onSelect={(length) => act({ kind: 'timeout', seconds: Number(length), ...why })}
          />
        )}
        {may('ban') && (
          <Button size="small" icon="ban" kind="danger" onClick={() => act({ kind: 'ban', ...why })}>
            {text('lineBan')}
          </Button>
        )}
        {may('warn') && (
          <Button
            size="small"
            icon="warning"
            disabled={reason.trim() === ''}
            data-tip={text('cardWarnTip')}
            onClick={() => act({ kind: 'warn', ...why })}
          >
            {text('lineWarn')}
          </Button>
        )}
        {may('timeout') && (
          <Button size="small" icon="undo" onClick={() => act({ kind: 'unban' })}>
            {text('lineUnban')}
          </Button>
        )}
        {roles.length > 0 && (
          <Menu
            size="small"
            icon="shield"
            label={text('cardMore')}
            align="end"
            groups={[{ items: roles }]}
            onSelect={(id) => {
              const kind = roleKinds.find((candidate) => candidate === id);
              if (kind) act({ kind });
            }}
          />
        )}
        <Button size="small" icon="eye" onClick={onWatch}>
          {text(isWatched ? 'watchMore' : 'watchFor', minutes)}
        </Button>
      </div>
      {question && (
        <AskFor
          key={JSON.stringify(question.what)}
          title={text('askTitle', login, wishText(question.what))}
          note={doubtText(question.doubt)}
          confirm={() => wishText(question.what)}
          reason="no"
          reasons={[]}
          anchor={question.box}
          onAnswer={() => {
            close(question.before);
            onAct(question.what);
          }}
          onCancel={() => close(question.before)}
        />
      )}
    </div>
  );
}
