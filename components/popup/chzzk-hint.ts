import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { text } from '../../lib/text.ts';

/** What to do about a failure of CHZZK's: some are worded as Twitch's elsewhere. */
export function chzzkHint(failure: Failure): string {
  if (failure.code === 'timeout') return text('chzzkNoAnswer');
  if (failure.code === 'platform-refused') return text('chzzkRefused', failure.message);
  return describeFailure(failure).hint;
}
