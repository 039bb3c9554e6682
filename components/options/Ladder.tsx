import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { rungText } from '../../lib/moderation/button-words.ts';
import { type Rung, rungsAtMost, usualLadder } from '../../lib/moderation/ladder.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { DurationInput } from '../DurationInput.tsx';
import { NumberInput } from '../NumberInput.tsx';
import { Select } from '../Select.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface LadderProps {
  ladder: readonly Rung[];
  /** For how many days an offence counts. */
  days: number;
  onLadder: (ladder: readonly Rung[]) => void;
  onDays: (days: number) => void;
}

const rungOf = (kind: Rung['kind']): Rung => (kind === 'timeout' ? { kind, seconds: 600 } : { kind });

/** What happens at the first offence, the second, and so on. Every change is saved at once. */
export function Ladder({ ladder, days, onLadder, onDays }: LadderProps): VNode {
  const [typed, setTyped] = useState<number | null>(days);
  const isBad = typed === null || !Number.isInteger(typed) || typed < 1 || typed > 365;
  return (
    <div class="ss-ladder">
      <Rows
        label={text('ladder')}
        items={ladder}
        keyOf={(_rung, index) => String(index)}
        nameOf={rungText}
        atLeast={1}
        draw={(rung, index) => (
          <span class="ss-rung">
            <span class="ss-rung-number">{index + 1}.</span>
            <Select
              label={text('ladderStep', index + 1)}
              hideLabel
              options={[
                { value: 'warn', label: text('lineWarn') },
                { value: 'timeout', label: text('logTimeout') },
                { value: 'ban', label: text('lineBan') },
              ]}
              value={rung.kind}
              onChange={(kind) => onLadder(ladder.with(index, rungOf(kind)))}
            />
            {rung.kind === 'timeout' && (
              <DurationInput
                label={text('askLength')}
                hideLabel
                value={rung.seconds}
                min={1}
                max={1_209_600}
                invalidText={text('presetBad')}
                onChange={(seconds) => onLadder(ladder.with(index, { kind: 'timeout', seconds }))}
              />
            )}
          </span>
        )}
        onChange={onLadder}
      />
      <div class="ss-buttons-actions">
        <Button
          icon="plus"
          disabled={ladder.length >= rungsAtMost}
          onClick={() => onLadder([...ladder, { kind: 'ban' }])}
        >
          {text('ladderAdd')}
        </Button>
        <Button kind="quiet" icon="refresh" onClick={() => onLadder(usualLadder)}>
          {text('ladderReset')}
        </Button>
      </div>
      <div class="ss-ladder-days">
        <NumberInput
          label={text('ladderDays')}
          hint={text('ladderDaysHint')}
          error={isBad ? text('ladderDaysBad') : undefined}
          unit={text('ladderDaysUnit')}
          min={1}
          max={365}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (next !== null && Number.isInteger(next) && next >= 1 && next <= 365) onDays(next);
          }}
        />
      </div>
    </div>
  );
}
