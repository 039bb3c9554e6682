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

const relative = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));
const compact = kept(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
);
const moment = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const days = kept((locale) => unitFormat(locale, 'day'));
const daysInWords = kept((locale) => unitFormat(locale, 'day', 'long'));
const monthsInWords = kept((locale) => unitFormat(locale, 'month', 'long'));
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

/** How long ago (or ahead) `at` is, seen from `now`: "12s ago", "어제". Clocks that differ by seconds read as now. */
export function relativeTime(at: number, now: number, locale?: string): string {
  const distance = at - now;
  const [unit, length] =
    spans.find(([, span]) => Math.abs(distance) >= span) ?? (['second', second] as const);
  const count = Math.trunc(distance / length);
  return relative(locale).format(unit === 'second' && Math.abs(count) < 2 ? 0 : count, unit);
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
