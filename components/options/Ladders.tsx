import type { VNode } from 'preact';

import { rungText } from '../../lib/moderation/button-words.ts';
import {
  type BanRung,
  barTerms,
  type RestrictionRung,
  usualLadder,
  usualRestrictions,
} from '../../lib/moderation/ladder.ts';
import { text } from '../../lib/text.ts';
import { DurationInput } from '../DurationInput.tsx';
import { Ladder, type LadderProps } from './Ladder.tsx';

type Given<AnyRung extends BanRung | RestrictionRung> = Pick<LadderProps<AnyRung>, 'ladder' | 'onChange'>;

/** The ladder of warnings, timeouts and bans. */
export function BanLadder(given: Given<BanRung>): VNode {
  return (
    <Ladder<BanRung>
      {...given}
      label={text('ladder')}
      usual={usualLadder}
      choices={[
        { value: 'warn', label: text('lineWarn'), rung: { kind: 'warn' } },
        { value: 'timeout', label: text('logTimeout'), rung: { kind: 'timeout', seconds: 600 } },
        { value: 'ban', label: text('lineBan'), rung: { kind: 'ban' } },
      ]}
      choiceOf={({ kind }) => kind}
      more={(rung, onChange) =>
        rung.kind === 'timeout' && (
          <DurationInput
            label={text('askLength')}
            hideLabel
            value={rung.seconds}
            min={1}
            max={1_209_600}
            invalidText={text('presetBad')}
            onChange={(seconds) => onChange({ kind: 'timeout', seconds })}
          />
        )
      }
    />
  );
}

const restrictions: readonly RestrictionRung[] = [
  { kind: 'quiet' },
  ...barTerms.map((seconds) => ({ kind: 'bar', seconds }) as const),
  { kind: 'bar' },
];

const nameOf = (rung: RestrictionRung): string =>
  rung.kind === 'quiet' ? 'quiet' : String(rung.seconds ?? 'for-good');

/** The ladder of CHZZK's restrictions. */
export function RestrictionLadder(given: Given<RestrictionRung>): VNode {
  return (
    <Ladder<RestrictionRung>
      {...given}
      label={text('ladderChzzk')}
      usual={usualRestrictions}
      choices={restrictions.map((rung) => ({ value: nameOf(rung), label: rungText(rung), rung }))}
      choiceOf={nameOf}
    />
  );
}
