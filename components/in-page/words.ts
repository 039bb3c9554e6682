/** What an act is called while it runs, when it is done, and when it failed. */
import type { Hiding } from '../../lib/chat/happenings.ts';
import type { Doubt } from '../../lib/chat/message.ts';
import { describeFailure, type Remedy } from '../../lib/failure-text.ts';
import type { Failure, FailureCode } from '../../lib/failure.ts';
import { type RoleKind, roleKinds } from '../../lib/moderation/action.ts';
import { barText, stepText } from '../../lib/moderation/button-words.ts';
import { daysText, durationText } from '../../lib/moderation/duration.ts';
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

/** As a wish: "Make moderator". */
export const roleText = (kind: RoleKind): string => stepText({ do: kind });

const wishes = {
  ban: 'lineBan',
  delete: 'lineDelete',
  warn: 'lineWarn',
  pin: 'linePin',
  unpin: 'lineUnpin',
  unban: 'lineUnban',
  quiet: 'lineQuiet',
  blind: 'lineBlind',
} as const;

/** As a wish: "Timeout 10 minutes". */
export function wishText(what: LineAction): string {
  switch (what.kind) {
    case 'timeout':
      return text('lineTimeout', durationText(what.seconds));
    case 'say':
      return text('lineSay', what.text);
    case 'ban':
    case 'delete':
    case 'warn':
    case 'pin':
    case 'unpin':
    case 'unban':
    case 'quiet':
    case 'blind':
      return text(wishes[what.kind]);
    case 'bar':
      return barText(what.seconds);
    default:
      return roleText(what.kind);
  }
}

/** Why a question comes first, where the message is not certain. */
export const doubtText = (doubt: Doubt): string =>
  text(doubt === 'inferred' ? 'doubtInferred' : 'doubtContradicted');

const roleWords = (done: TextKey): Words => ({
  pending: 'linePendingRole',
  done,
  said: 'saidRole',
  failed: 'saidRoleFailed',
  undone: 'saidUndoneRole',
});

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
  unpin: {
    pending: 'linePendingUnpin',
    done: 'lineDoneUnpin',
    said: 'saidUndonePin',
    failed: 'saidUnpinFailed',
  },
  unban: {
    pending: 'linePendingUnban',
    done: 'lineDoneUnban',
    said: 'saidUnban',
    failed: 'saidUnbanFailed',
  },
  quiet: {
    pending: 'linePendingQuiet',
    done: 'lineDoneQuiet',
    said: 'saidQuiet',
    failed: 'saidQuietFailed',
  },
  bar: {
    pending: 'linePendingBar',
    done: 'lineDoneBar',
    said: 'saidBar',
    failed: 'saidBarFailed',
    undone: 'saidUndoneBar',
  },
  blind: { pending: 'linePendingBlind', done: 'lineDoneBlind', said: 'saidBlind', failed: 'saidBlindFailed' },
  say: { pending: 'linePendingSay', done: 'lineDoneSay', said: 'saidSay', failed: 'saidSayFailed' },
  mod: roleWords('doneMod'),
  unmod: roleWords('doneUnmod'),
  vip: roleWords('doneVip'),
  unvip: roleWords('doneUnvip'),
  monitor: roleWords('doneMonitor'),
  restrict: roleWords('doneRestrict'),
  trust: roleWords('doneTrust'),
};

/** While it runs: "Timing out…". */
export function pendingText({ kind }: LineAction): string {
  return text(words[kind].pending);
}

/** In the line, once it is done: "Timed out 10 minutes". */
export function doneText(what: LineAction): string {
  return text(words[what.kind].done, ...lengthOf(what));
}

/** In the line of a message that was hidden from here, once the platform told the chat of it. */
export const blindText = ({ isHidden }: Hiding): string =>
  text(isHidden ? 'lineBlindConfirmed' : 'happenedShown');

/** Said aloud, once it is done: "Timed out <login> for 10 minutes". */
export function saidText({ what, message }: Act): string {
  return text(words[what.kind].said, message.author.login, ...lengthOf(what));
}

/** Said aloud, once it is taken back. */
export function undoneText({ what, message }: Act): string {
  const undone = text(words[what.kind].undone ?? 'lineUndone', message.author.login);
  // A channel of CHZZK's has one place for it, and nobody is told what stood there before.
  const isLast = what.kind === 'pin' && message.channel.platform === 'chzzk';
  return isLast ? `${undone}. ${text('saidPinBefore')}` : undone;
}

/** Failures after which it may have been done all the same. */
const unsure: ReadonlySet<string> = new Set<FailureCode>(['outcome-unknown', 'unreachable']);

/** Said aloud, when it failed; the reason follows. Whether it failed is not claimed where nobody knows. */
export function failedText({ what, message, state }: Act): string {
  const { login } = message.author;
  if (state.status === 'failed' && unsure.has(state.failure.code)) return text('saidUnsure', login);
  if (state.status === 'failed' && state.entry) return text('saidUndoFailed', login);
  return text(words[what.kind].failed, login);
}

/** What failed, in short: "Timeout 10 minutes", or the undoing of it. */
export const deedText = ({ what, state }: Act): string =>
  state.status === 'failed' && state.entry ? text('undo') : wishText(what);

/** What helps, from here: who signed in as somebody else may try again as whom was meant. */
export const remedyOf = (failure: Failure): Remedy =>
  failure.code === 'other-account' ? 'retry' : describeFailure(failure).remedy;

/** What the words of a kind speak of beside the person: the length, or what they are now. */
const lengthOf = (what: LineAction): readonly string[] => {
  if (what.kind === 'timeout') return [durationText(what.seconds)];
  if (what.kind === 'bar') return [what.seconds === undefined ? text('barForGood') : daysText(what.seconds)];
  return roleKinds.some((kind) => kind === what.kind) ? [text(words[what.kind].done)] : [];
};
