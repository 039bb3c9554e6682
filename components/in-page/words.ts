/** What an act is called while it runs, when it is done, and when it failed. */
import { durationText } from '../../lib/moderation/duration.ts';
import type { Act, LineAction } from '../../lib/pages/acts.ts';
import { text } from '../../lib/text.ts';

/** While it runs: "Timing out…". */
export function pendingText({ kind }: LineAction): string {
  if (kind === 'timeout') return text('linePendingTimeout');
  return kind === 'ban' ? text('linePendingBan') : text('linePendingDelete');
}

/** In the line, once it is done: "Timed out 10 minutes". */
export function doneText(what: LineAction): string {
  if (what.kind === 'timeout') return text('lineDoneTimeout', durationText(what.seconds));
  return what.kind === 'ban' ? text('lineDoneBan') : text('lineDoneDelete');
}

/** Said aloud, once it is done: "Timed out <login> for 10 minutes". */
export function saidText({ what, message }: Act): string {
  const { login } = message.author;
  if (what.kind === 'timeout') return text('saidTimeout', login, durationText(what.seconds));
  return what.kind === 'ban' ? text('saidBan', login) : text('saidDelete', login);
}

/** Said aloud, once it is taken back. */
export function undoneText({ what, message }: Act): string {
  const { login } = message.author;
  return what.kind === 'timeout' ? text('saidUndoneTimeout', login) : text('saidUndoneBan', login);
}

/** Said aloud, when it failed; the reason follows. Whether it failed is not claimed where nobody knows. */
export function failedText({ what, message, state }: Act): string {
  const { login } = message.author;
  if (state.status === 'failed' && state.failure.code === 'outcome-unknown') return text('saidUnsure', login);
  if (state.status === 'failed' && state.entry) return text('saidUndoFailed', login);
  if (what.kind === 'timeout') return text('saidTimeoutFailed', login);
  return what.kind === 'ban' ? text('saidBanFailed', login) : text('saidDeleteFailed', login);
}
