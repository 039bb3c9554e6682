/**
 * Numbers and times in the words of a language. All times are Unix epoch milliseconds.
 */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** From the longest to the shortest; a span is told in the first that it fills. */
const spans = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', second],
] as const;

/** Intl's formatters are dear to make and cheap to use. */
/* @__NO_SIDE_EFFECTS__ */
function kept<T>(make: (locale: string | undefined) => T): (locale: string | undefined) => T {
  const byLocale = new Map<string | undefined, T>();
  return (locale) => {
    const known = byLocale.get(locale);
    if (known !== undefined) return known;
    const made = make(locale);
    byLocale.set(locale, made);
    return made;
  };
}

/** "now" and "yesterday" … */
const relative = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));
/** … but "1y ago": thirteen months ago is seldom "last year". */
const counted = kept((locale) => new Intl.RelativeTimeFormat(locale, { style: 'narrow' }));
const compact = kept(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
);
const moment = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const shortMoment = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }),
);
const date = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
const clock = kept((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const planned = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
);
const days = kept((locale) => unitFormat(locale, 'day'));
const daysInWords = kept((locale) => unitFormat(locale, 'day', 'long'));
const monthsInWords = kept((locale) => unitFormat(locale, 'month', 'long'));
const yearsInWords = kept((locale) => unitFormat(locale, 'year', 'long'));
const unitsInWords = kept((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
const hours = kept((locale) => unitFormat(locale, 'hour'));
const minutes = kept((locale) => unitFormat(locale, 'minute'));

function unitFormat(
  locale: string | undefined,
  unit: string,
  unitDisplay: 'narrow' | 'long' = 'narrow',
): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
}

/** Makes what a list of live channels writes with, in a moment in which nothing else is to be done. */
export function prepare(locale?: string): void {
  for (const make of [compact, relative, hours, minutes]) make(locale);
}

/** The midnight before `at`, or before now, in the user's own time zone, as if that were UTC: two of them are whole days apart. */
export function midnight(at: number = Date.now()): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/**
 * How long ago (or ahead) `at` is, seen from `now`: "12s ago", "어제", "1y ago". Days are those of the calendar. Clocks that
 * differ by seconds read as now.
 */
export function relativeTime(at: number, now: number, locale?: string): string {
  const distance = at - now;
  const [unit, length] =
    spans.find(([, span]) => Math.abs(distance) >= span) ?? (['second', second] as const);
  const count = Math.trunc(distance / length);
  switch (unit) {
    case 'second':
      return relative(locale).format(Math.abs(count) < 2 ? 0 : count, unit);
    case 'day':
      // The day on which clocks are put back is longer than what was found to be one.
      return relative(locale).format((midnight(at) - midnight(now)) / day || Math.sign(count), unit);
    default:
      return counted(locale).format(count, unit);
  }
}

/**
 * How long something has held by the calendar, in the two longest units that it fills: "5 years, 2 months", "3개월 12일".
 * Empty on its first day.
 */
export function calendarAge(since: number, now: number, locale?: string): string {
  const from = new Date(since);
  const to = new Date(now);
  let months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
  /** When so many months were full: on the last day of a month that has no such day. */
  const full = (count: number): Date => {
    const last = new Date(from.getFullYear(), from.getMonth() + count + 1, 0).getDate();
    return new Date(from.getFullYear(), from.getMonth() + count, Math.min(from.getDate(), last));
  };
  if (full(months).getTime() > now) months--;
  months = Math.max(0, months);
  const age = [
    [Math.floor(months / 12), yearsInWords],
    [months % 12, monthsInWords],
    [(midnight(now) - midnight(full(months).getTime())) / day, daysInWords],
  ] as const;
  const words = age.filter(([count]) => count > 0).map(([count, format]) => format(locale).format(count));
  return unitsInWords(locale).format(words.slice(0, 2));
}

/** How long something has gone on, in two units: "47m", "3h 12m", "1d 2h"; under a minute it is "0m". */
export function elapsedTime(since: number, now: number, locale?: string): string {
  const passed = Math.max(0, now - since);
  const inDays = Math.floor(passed / day);
  const inHours = Math.floor((passed % day) / hour);
  const inMinutes = Math.floor((passed % hour) / minute);
  if (inDays > 0) return `${days(locale).format(inDays)} ${hours(locale).format(inHours)}`;
  if (inHours > 0) return `${hours(locale).format(inHours)} ${minutes(locale).format(inMinutes)}`;
  return minutes(locale).format(inMinutes);
}

/** A number of days in words: "7 days", "7일". */
export function wholeDays(count: number, locale?: string): string {
  return daysInWords(locale).format(count);
}

/** A number of months in words: "3 months", "3개월". */
export function wholeMonths(count: number, locale?: string): string {
  return monthsInWords(locale).format(count);
}

/** What is left of a span as a clock shows it: "0:07", "12:30", "23:59:05"; never below zero. */
export function countdown(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / second));
  const parts = [Math.floor(left / 3600), Math.floor((left % 3600) / 60), left % 60];
  const [first = 0, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

/** A moment with date and time to the second. */
export function exactTime(at: number, locale?: string): string {
  return moment(locale).format(at);
}

/** A moment with date and time to the minute, as short as it can be. */
export function shortTime(at: number, locale?: string): string {
  return shortMoment(locale).format(at);
}

/** The day of a moment; today where there is none. */
export function dayOf(at: number | undefined, locale?: string): string {
  return date(locale).format(at);
}

/** A moment by the clock alone, to the minute. */
export function timeOfDay(at: number, locale?: string): string {
  return clock(locale).format(at);
}

/** A moment that somebody planned: with date and time to the minute, since nobody plans seconds. */
export function plannedTime(at: number, locale?: string): string {
  return planned(locale).format(at);
}

/** A count as short as it can be: "12.3K", "1.2만". */
export function compactNumber(count: number, locale?: string): string {
  return compact(locale).format(count);
}

/** The first letter as people count letters: a whole emoji, a whole Korean syllable. Empty where there is none. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '';
}

/** A hue between 0 and 359 degrees that stays with a name. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}
