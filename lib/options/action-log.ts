/** The action log, as it is read, searched and exported. Times are Unix epoch milliseconds. */
import type { ActionKind, LoggedAction } from '../moderation/action.ts';
import { daysText, durationText } from '../moderation/duration.ts';
import { text, type TextKey } from '../text.ts';
import { csvOf as rowsAsCsv } from './csv.ts';

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
  unbar: 'logUnbar',
  blind: 'logBlind',
  mod: 'doneMod',
  unmod: 'doneUnmod',
  vip: 'doneVip',
  unvip: 'doneUnvip',
  monitor: 'doneMonitor',
  restrict: 'doneRestrict',
  trust: 'doneTrust',
};

/** What was done: "Timeout, 10 minutes". */
export function whatText({ kind, seconds }: LoggedAction['action']): string {
  if (seconds === undefined) return text(kindTexts[kind]);
  return kind === 'bar' ? text('logBarFor', daysText(seconds)) : text('logTimeoutFor', durationText(seconds));
}

/** Whether `entry` can be taken back at `now`. */
export function canUndo({ undoUntil, undoneAt }: LoggedAction, now: number): boolean {
  return undoneAt === undefined && undoUntil !== undefined && undoUntil > now;
}

/** The entries in which every word of `query` occurs: in a name, a channel, the kind or the reason. */
export function searchLog(entries: readonly LoggedAction[], query: string): readonly LoggedAction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const { channel, channelName = '', target, reason = '' } = entry.action;
    const all = [
      channel,
      channelName,
      target.login,
      target.name,
      entry.by.login,
      reason,
      whatText(entry.action),
    ];
    const haystack = all.join('\n').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** How many actions one day saw; `at` is the day's beginning where the user is. */
export interface DayCount {
  readonly at: number;
  readonly count: number;
}

/** The actions of each of the last `days` days, the oldest first. */
export function countsPerDay(entries: readonly LoggedAction[], now: number, days = 14): readonly DayCount[] {
  const today = new Date(now);
  const starts = Array.from({ length: days }, (_, back) =>
    // By the calendar: a day is not always 24 hours long.
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (days - 1 - back)).getTime(),
  );
  return starts.map((at, index) => ({
    at,
    count: entries.filter((entry) => entry.at >= at && entry.at < (starts[index + 1] ?? Infinity)).length,
  }));
}

const columns = [
  'at',
  'channel',
  'kind',
  'seconds',
  'target',
  'targetId',
  'reason',
  'by',
  'undoneAt',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

function rowOf({ action, by, at, undoneAt }: LoggedAction): Row {
  const { channel, kind, seconds, target, reason } = action;
  return {
    at: new Date(at).toISOString(),
    channel,
    kind,
    seconds: seconds ?? '',
    target: target.login,
    targetId: target.id ?? '',
    reason: reason ?? '',
    by: by.login,
    undoneAt: undoneAt === undefined ? '' : new Date(undoneAt).toISOString(),
  };
}

/** The entries as CSV. */
export const csvOf = (entries: readonly LoggedAction[]): string => rowsAsCsv(columns, entries.map(rowOf));

/** The entries as JSON, whole. */
export function jsonOf(entries: readonly LoggedAction[]): string {
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
