/** What a sweep is called, does and says. */
import { daysText, durationText } from '../../../lib/moderation/duration.ts';
import type { RuleKind, Spared } from '../../../lib/moderation/sweep/rule.ts';
import type { SweepKind, SweepNews } from '../../../lib/moderation/sweep/sweep.ts';
import { text, type TextKey } from '../../../lib/text.ts';

/** What each rule is called. */
export const ruleWords: Readonly<Record<RuleKind, TextKey>> = {
  like: 'sweepByLike',
  words: 'sweepByWords',
  first: 'sweepByFirst',
  names: 'sweepByNames',
  hand: 'sweepByHand',
};

/** What can be done, as a choice. */
export const kindWords: Readonly<Record<SweepKind, TextKey>> = {
  delete: 'sweepDelete',
  timeout: 'logTimeout',
  ban: 'lineBan',
  blind: 'sweepBlind',
  quiet: 'lineQuiet',
  bar: 'lineTerms',
};

/** Why somebody is left out. */
export const sparedWords: Readonly<Record<Spared, TextKey>> = {
  self: 'standingSelf',
  broadcaster: 'standingBroadcaster',
  moderator: 'standingModerator',
  vip: 'sweepVip',
  verified: 'sweepVerified',
  unsure: 'sweepUnsure',
};

const all: Readonly<Record<SweepKind, TextKey>> = {
  delete: 'sweepAllDelete',
  timeout: 'sweepAllTimeout',
  ban: 'sweepAllBan',
  blind: 'sweepAllBlind',
  quiet: 'sweepAllQuiet',
  bar: 'sweepAllBar',
};

/** What is done, to how many, and for how long (s). */
export function allText(kind: SweepKind, count: number, seconds: number | undefined): string {
  const length =
    kind === 'timeout'
      ? durationText(seconds ?? 0)
      : seconds === undefined
        ? text('barForGood')
        : daysText(seconds);
  return text(all[kind], count, length);
}

/** How it goes, in a word. */
export function stateText({ does, isStopped, left }: SweepNews): string {
  if (left > 0) {
    if (isStopped) return text('sweepStopped');
    return text(does === 'act' ? 'sweepRuns' : 'sweepUndoing');
  }
  return text(does === 'act' ? 'sweepDone' : 'sweepUndone');
}
