/** What an act is called while it runs, when it is done, and when it failed. */
import { durationText } from '../../lib/moderation/duration.ts';
import type { Act, LineAction } from '../../lib/pages/acts.ts';
import { text, type TextKey } from '../../lib/text.ts';

/** The words for one kind: in the line while it runs and once it is done, aloud when it is done, failed, or taken back. */
interface Words {
  readonly pending: TextKey;
  readonly done: TextKey;
  readonly said: TextKey;
  readonly failed: TextKey;
  readonly undone?: TextKey;
}

const words: Readonly<Record<LineAction['kind'], Words>> = {
  timeout: {
    pending: 'linePendingTimeout',
    done: 'lineDoneTimeout',
    said: 'saidTimeout',
    failed: 'saidTimeoutFailed',
    undone: 'saidUndoneTimeout',
  },
  ban: {
    pending: 'linePendingBan',
    done: 'lineDoneBan',
    said: 'saidBan',
    failed: 'saidBanFailed',
    undone: 'saidUndoneBan',
  },
  delete: {
    pending: 'linePendingDelete',
    done: 'lineDoneDelete',
    said: 'saidDelete',
    failed: 'saidDeleteFailed',
  },
  warn: { pending: 'linePendingWarn', done: 'lineDoneWarn', said: 'saidWarn', failed: 'saidWarnFailed' },
  pin: {
    pending: 'linePendingPin',
    done: 'lineDonePin',
    said: 'saidPin',
    failed: 'saidPinFailed',
    undone: 'saidUndonePin',
  },
  unban: {
    pending: 'linePendingUnban',
    done: 'lineDoneUnban',
    said: 'saidUnban',
    failed: 'saidUnbanFailed',
  },
  say: { pending: 'linePendingSay', done: 'lineDoneSay', said: 'saidSay', failed: 'saidSayFailed' },
};

/** While it runs: "Timing out…". */
export function pendingText({ kind }: LineAction): string {
  return text(words[kind].pending);
}

/** In the line, once it is done: "Timed out 10 minutes". */
export function doneText(what: LineAction): string {
  return text(words[what.kind].done, ...lengthOf(what));
}

/** Said aloud, once it is done: "Timed out <login> for 10 minutes". */
export function saidText({ what, message }: Act): string {
  return text(words[what.kind].said, message.author.login, ...lengthOf(what));
}

/** Said aloud, once it is taken back. */
export function undoneText({ what, message }: Act): string {
  return text(words[what.kind].undone ?? 'lineUndone', message.author.login);
}

/** Said aloud, when it failed; the reason follows. Whether it failed is not claimed where nobody knows. */
export function failedText({ what, message, state }: Act): string {
  const { login } = message.author;
  if (state.status === 'failed' && state.failure.code === 'outcome-unknown') return text('saidUnsure', login);
  if (state.status === 'failed' && state.entry) return text('saidUndoFailed', login);
  return text(words[what.kind].failed, login);
}

const lengthOf = (what: LineAction): readonly string[] =>
  what.kind === 'timeout' ? [durationText(what.seconds)] : [];
