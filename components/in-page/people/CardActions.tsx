import type { VNode } from 'preact';

import { type ActionKind, roleKinds } from '../../../lib/moderation/action.ts';
import { durationText } from '../../../lib/moderation/duration.ts';
import type { ReasonChoice } from '../../../lib/moderation/reason.ts';
import type { LineAction } from '../../../lib/pages/acts.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Menu, type MenuItem } from '../../Menu.tsx';
import { TextInput } from '../../TextInput.tsx';
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
  onAct: (what: LineAction) => void;
  /** The question that is open about one of the actions. */
  question: VNode | null;
  /** How long a watch lasts, min. */
  minutes: number;
  isWatched: boolean;
  onWatch: () => void;
}

/** The longest reason that platforms take. */
const reasonLimit = 500;

/** What can be done about somebody, with a reason that goes with each of it. */
export function CardActions(props: CardActionsProps): VNode {
  const { may, presets, reasons, reason, onReason, onAct, question, minutes, isWatched, onWatch } = props;
  // The menu gives the focus back when it closes; a question takes it after that.
  const actAfterMenu = (what: LineAction) => setTimeout(() => onAct(what));
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const roles: MenuItem[] = roleKinds.filter(may).map((kind) => ({ id: kind, label: roleText(kind) }));
  return (
    <div class="ss-card-actions">
      {(may('timeout') || may('bar')) && (
        <div class="ss-card-reason">
          <TextInput
            label={text('reason')}
            hideLabel
            placeholder={text('reason')}
            limit={reasonLimit}
            spellcheck={false}
            value={reason}
            onChange={onReason}
          />
          {reasons.length > 0 && (
            <Menu
              iconOnly
              size="small"
              icon="list"
              label={text('reasons')}
              align="end"
              groups={[
                {
                  items: reasons.map(({ text: words, isRule }, place) => ({
                    id: String(place),
                    label: words,
                    hint: isRule ? text('reasonRule') : undefined,
                  })),
                },
              ]}
              onSelect={(place) => onReason(reasons[Number(place)]?.text ?? reason)}
            />
          )}
        </div>
      )}
      <div class="ss-card-buttons">
        {may('quiet') && (
          <Button
            size="small"
            icon="mute"
            data-tip={text('quietTip')}
            onClick={() => onAct({ kind: 'quiet' })}
          >
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
            ]}
            onSelect={(length) => actAfterMenu({ kind: 'timeout', seconds: Number(length), ...why })}
          />
        )}
        {may('ban') && (
          <Button size="small" icon="ban" kind="danger" onClick={() => onAct({ kind: 'ban', ...why })}>
            {text('lineBan')}
          </Button>
        )}
        {may('warn') && (
          <Button
            size="small"
            icon="warning"
            disabled={reason.trim() === ''}
            data-tip={text('cardWarnTip')}
            onClick={() => onAct({ kind: 'warn', ...why })}
          >
            {text('lineWarn')}
          </Button>
        )}
        {may('timeout') && (
          <Button size="small" icon="undo" onClick={() => onAct({ kind: 'unban' })}>
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
        <Button size="small" icon="eye" onClick={onWatch}>
          {text(isWatched ? 'watchMore' : 'watchFor', minutes)}
        </Button>
      </div>
      {question}
    </div>
  );
}
