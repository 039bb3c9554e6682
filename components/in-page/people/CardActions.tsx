import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { type ActionKind, roleKinds } from '../../../lib/moderation/action.ts';
import { durationText } from '../../../lib/moderation/duration.ts';
import type { ReasonChoice } from '../../../lib/moderation/reason.ts';
import { watchLengths } from '../../../lib/moderation/watch-length.ts';
import type { LineAction } from '../../../lib/pages/acts.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Menu, type MenuItem } from '../../Menu.tsx';
import { TextInput } from '../../TextInput.tsx';
import { ReasonMenu } from '../ReasonMenu.tsx';
import { termGroups, termOf } from '../terms.ts';
import { roleText } from '../words.ts';

/** What the actions of a card are drawn from. */
export interface CardActionsProps {
  /** Whether this kind may be done about them, here and by this account. */
  may: (kind: ActionKind) => boolean;
  /** Timeouts to choose from, in s. */
  presets: readonly number[];
  /** Reasons to choose from, the last used first. */
  reasons: readonly ReasonChoice[];
  /** Goes with what the card does. */
  reason: string;
  onReason: (reason: string) => void;
  /** Whether this kind is not done without one. */
  needsReason: (kind: ActionKind) => boolean;
  onAct: (what: LineAction) => void;
  /** Asks for the length of a timeout, which goes with this reason. */
  onLength: (reason: string) => void;
  /** The question that is open about one of the actions. */
  question: VNode | null;
  /** How long a watch lasts, min. */
  minutes: number;
  isWatched: boolean;
  onWatch: () => void;
  /** Watches for another length, min. */
  onWatchFor: (minutes: number) => void;
}

/** The longest reason that platforms take. */
const reasonLimit = 500;

/** The length that is asked for. */
const other = 'other';

/** What can be done about somebody, with a reason that goes with each of it. */
export function CardActions(props: CardActionsProps): VNode {
  const { may, presets, reasons, reason, onReason, needsReason, onAct, onLength, question } = props;
  const { minutes, isWatched, onWatch, onWatchFor } = props;
  const reasonRef = useRef<HTMLDivElement>(null);
  const [isMissed, setMissed] = useState(false);
  const isMissing = reason.trim() === '';
  const act = (what: LineAction): void => {
    const isHeld = isMissing && needsReason(what.kind);
    setMissed(isHeld);
    if (isHeld) reasonRef.current?.querySelector('input')?.focus();
    else onAct(what);
  };
  // The menu gives the focus back when it closes; a question, or the field of the reason, takes it after that.
  const actAfterMenu = (what: LineAction) => setTimeout(() => act(what));
  const why = isMissing ? {} : { reason: reason.trim() };
  const roles: MenuItem[] = roleKinds.filter(may).map((kind) => ({ id: kind, label: roleText(kind) }));
  return (
    <div class="ss-card-actions">
      {(may('timeout') || may('bar')) && (
        <div ref={reasonRef} class="ss-card-reason">
          <TextInput
            label={text('reason')}
            hideLabel
            placeholder={text(isMissed ? 'cardReasonMust' : 'reason')}
            error={isMissed && isMissing ? text('cardReasonMust') : undefined}
            limit={reasonLimit}
            spellcheck={false}
            value={reason}
            onChange={(words) => {
              setMissed(false);
              onReason(words);
            }}
          />
          <ReasonMenu size="small" reasons={reasons} onChoose={onReason} />
        </div>
      )}
      <div class="ss-card-buttons">
        {may('quiet') && (
          <Button size="small" icon="mute" data-tip={text('quietTip')} onClick={() => act({ kind: 'quiet' })}>
            {text('lineQuiet')}
          </Button>
        )}
        {may('bar') && (
          <Menu
            size="small"
            icon="ban"
            label={text('lineTerms')}
            groups={termGroups(() => '')}
            onSelect={(id) => {
              const seconds = termOf(id);
              actAfterMenu({ kind: 'bar', ...(seconds !== undefined && { seconds }), ...why });
            }}
          />
        )}
        {may('timeout') && (
          <Menu
            size="small"
            icon="clock"
            label={text('logTimeout')}
            groups={[
              { items: presets.map((length) => ({ id: String(length), label: durationText(length) })) },
              { items: [{ id: other, label: text('lineOtherLength') }] },
            ]}
            onSelect={(length) => {
              if (length === other) setTimeout(() => onLength(reason.trim()));
              else actAfterMenu({ kind: 'timeout', seconds: Number(length), ...why });
            }}
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
              if (kind) actAfterMenu({ kind });
            }}
          />
        )}
        <span class="ss-card-watch">
          <Button size="small" icon="eye" onClick={onWatch}>
            {text(isWatched ? 'watchMore' : 'watchFor', minutes)}
          </Button>
          <Menu
            iconOnly
            size="small"
            icon="chevron-down"
            label={text('watchHowLong')}
            align="end"
            groups={[
              {
                items: watchLengths.map((length) => ({
                  id: String(length),
                  label: durationText(length * 60),
                  choice: { kind: 'radio', on: length === minutes },
                })),
              },
            ]}
            onSelect={(length) => onWatchFor(Number(length))}
          />
        </span>
      </div>
      {question}
    </div>
  );
}
