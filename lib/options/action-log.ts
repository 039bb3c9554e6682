/** The action log in words, and how it is searched. Times are Unix epoch milliseconds. */
import type { Platform } from '../chat/message.ts';
import { describeFailure } from '../failure-text.ts';
import { type ActionKind, isDone, type LogEntry } from '../moderation/action.ts';
import type { LogPlace } from '../moderation/book.ts';
import { daysText, durationText } from '../moderation/duration.ts';
import { text, type TextKey } from '../text.ts';

const kindTexts: Readonly<Record<ActionKind, TextKey>> = {
  timeout: 'logTimeout',
  ban: 'logBan',
  unban: 'logUnban',
  delete: 'logDelete',
  warn: 'logWarn',
  pin: 'logPin',
  unpin: 'logUnpin',
  say: 'logSay',
  quiet: 'logQuiet',
  bar: 'logBar',
  rebar: 'logRebar',
  unbar: 'logUnbar',
  deny: 'logDeny',
  blind: 'logBlind',
  mod: 'doneMod',
  unmod: 'doneUnmod',
  vip: 'doneVip',
  unvip: 'doneUnvip',
  monitor: 'doneMonitor',
  restrict: 'doneRestrict',
  trust: 'doneTrust',
};

/** A kind of action in words: "Timeout". */
export const kindText = (kind: ActionKind): string => text(kindTexts[kind]);

/** What was done: "Timeout, 10 minutes". */
export function whatText({ kind, seconds, request }: LogEntry['action']): string {
  if (kind === 'unbar' && request !== undefined) return text('logGranted');
  if (kind === 'unban' && request !== undefined) return text('logApproved');
  if (kind === 'rebar')
    return text('logRebarTo', seconds === undefined ? text('barForGood') : daysText(seconds));
  if (seconds === undefined) return text(kindTexts[kind]);
  return kind === 'bar' ? text('logBarFor', daysText(seconds)) : text('logTimeoutFor', durationText(seconds));
}

/** What became of an action. */
export type Result = 'done' | 'undone' | 'started' | 'failed' | 'unknown';

/** Every {@link Result}, in words. */
export const resultTexts: Readonly<Record<Result, TextKey>> = {
  done: 'logDone',
  undone: 'lineUndone',
  started: 'logStarted',
  failed: 'logFailed',
  unknown: 'logUnknown',
};

/** What became of `entry`. */
export function resultOf(entry: LogEntry): Result {
  if (entry.result !== undefined) return entry.result.state;
  return entry.undoneAt === undefined ? 'done' : 'undone';
}

/** Why `entry` failed, as far as it did and that is known: the platform's own words where it refused. */
export function whyText({ action, result }: LogEntry): string {
  if (result?.state !== 'failed') return '';
  const { failure } = result;
  if (failure === undefined) return text('logNotArrived');
  return failure.code === 'platform-refused' && failure.message !== ''
    ? failure.message
    : describeFailure(failure, action.platform).title;
}

/** Whether `entry` can be taken back at `now`. */
export function canUndo(entry: LogEntry, now: number): boolean {
  const { undoUntil, undoneAt } = entry;
  return isDone(entry) && undoneAt === undefined && undoUntil !== undefined && undoUntil > now;
}

/** Which entries are looked for. What is `undefined` does not matter. */
export interface LogFilter {
  /** Each of them occurs in a name, a channel, the kind, the reason, what was said or why it failed. */
  readonly words: string;
  readonly result?: Result | undefined;
  readonly kind?: ActionKind | undefined;
  readonly channel?: { readonly platform: Platform; readonly channel: string } | undefined;
  readonly whom?: { readonly platform: Platform; readonly login: string } | undefined;
}

/** All entries. */
export const wholeLog: LogFilter = { words: '' };

/** Whether `filter` leaves nothing out. */
export const isWhole = ({ words, result, kind, channel, whom }: LogFilter): boolean =>
  words.trim() === '' && (result ?? kind ?? channel ?? whom) === undefined;

/** The smallest part of the log in which everything is that `filter` looks for. */
export function placeOf({ result, channel, whom }: LogFilter): LogPlace | undefined {
  if (whom) return whom;
  if (result === 'started' || result === 'failed' || result === 'unknown') return { state: result };
  return channel;
}

/** Whether an entry is one of those that `filter` looks for. */
export function matcher(filter: LogFilter): (entry: LogEntry) => boolean {
  const { result, kind, channel, whom } = filter;
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return (entry) => {
    const { action } = entry;
    return (
      (result === undefined || resultOf(entry) === result) &&
      (kind === undefined || action.kind === kind) &&
      (channel === undefined ||
        (action.platform === channel.platform && action.channel === channel.channel)) &&
      (whom === undefined || (action.platform === whom.platform && action.target.login === whom.login)) &&
      hasAll(words, entry)
    );
  };
}

function hasAll(words: readonly string[], entry: LogEntry): boolean {
  if (words.length === 0) return true;
  const { channel, channelName = '', target, reason = '', text: said = '' } = entry.action;
  const all = [
    channel,
    channelName,
    target.login,
    target.name,
    entry.by.login,
    reason,
    said,
    whatText(entry.action),
    text(resultTexts[resultOf(entry)]),
    whyText(entry),
  ];
  const haystack = all.join('\n').toLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** How many actions one day saw; `at` is the day's beginning where the user is. */
export interface DayCount {
  readonly at: number;
  readonly count: number;
}

/** Counts the actions of the last days. */
export interface DayTally {
  /** The beginning of the first day. */
  readonly since: number;
  /** Only what was done counts. */
  readonly add: (entry: LogEntry) => void;
  /** The oldest day first. */
  readonly counts: () => readonly DayCount[];
}

/** A tally of the last `days` days, which end with that of `now`. */
export function tallyDays(now: number, days = 14): DayTally {
  const today = new Date(now);
  const starts = Array.from({ length: days }, (_, back) =>
    // By the calendar: a day is not always 24 hours long.
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (days - 1 - back)).getTime(),
  );
  const counts = starts.map(() => 0);
  return {
    since: starts[0] ?? now,
    add(entry) {
      const day = starts.findLastIndex((start) => entry.at >= start);
      if (day >= 0 && isDone(entry)) counts[day] = (counts[day] ?? 0) + 1;
    },
    counts: () => starts.map((at, day) => ({ at, count: counts[day] ?? 0 })),
  };
}
