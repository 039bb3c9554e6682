import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { rungText } from '../../lib/moderation/button-words.ts';
import { type Rung, rungsAtMost } from '../../lib/moderation/ladder.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { NumberInput } from '../NumberInput.tsx';
import { Select } from '../Select.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface LadderProps<AnyRung extends Rung> {
  label: string;
  ladder: readonly AnyRung[];
  /** What one goes back to. */
  usual: readonly AnyRung[];
  /** What a step can be, each under a name of its own; the last is what a new step begins with. */
  choices: readonly { readonly value: string; readonly label: string; readonly rung: AnyRung }[];
  /** The choice that a step is. */
  choiceOf: (rung: AnyRung) => string;
  /** What is asked of a step beside that. */
  more?: (rung: AnyRung, onChange: (rung: AnyRung) => void) => ComponentChildren;
  onChange: (ladder: readonly AnyRung[]) => void;
}

/** What happens at the first offence, the second, and so on. Every change is saved at once. */
export function Ladder<AnyRung extends Rung>(props: LadderProps<AnyRung>): VNode {
  const { label, ladder, usual, choices, choiceOf, more, onChange } = props;
  const rungOf = (value: string): AnyRung | undefined => choices.find((one) => one.value === value)?.rung;
  const put = (index: number, rung: AnyRung | undefined): void => {
    if (rung) onChange(ladder.with(index, rung));
  };
  return (
    <div class="ss-ladder">
      <Rows
        label={label}
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
              options={choices.map(({ value, label: words }) => ({ value, label: words }))}
              value={choiceOf(rung)}
              onChange={(value) => put(index, rungOf(value))}
            />
            {more?.(rung, (changed) => put(index, changed))}
          </span>
        )}
        onChange={onChange}
      />
      <div class="ss-buttons-actions">
        <Button
          icon="plus"
          disabled={ladder.length >= rungsAtMost}
          onClick={() => onChange([...ladder, ...choices.slice(-1).map(({ rung }) => rung)])}
        >
          {text('ladderAdd')}
        </Button>
        <Button kind="quiet" icon="refresh" onClick={() => onChange(usual)}>
          {text('ladderReset')}
        </Button>
      </div>
    </div>
  );
}

/** For how many days an offence counts, on every ladder. */
export function LadderDays({ days, onDays }: { days: number; onDays: (days: number) => void }): VNode {
  const [typed, setTyped] = useState<number | null>(days);
  const isBad = typed === null || !Number.isInteger(typed) || typed < 1 || typed > 365;
  return (
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
  );
}
