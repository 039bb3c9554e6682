/** Lengths of timeouts in words. */
import { text } from '../text.ts';

const units = [
  { seconds: 604_800, one: 'durationWeek', many: 'durationWeeks' },
  { seconds: 86_400, one: 'durationDay', many: 'durationDays' },
  { seconds: 3_600, one: 'durationHour', many: 'durationHours' },
  { seconds: 60, one: 'durationMinute', many: 'durationMinutes' },
  { seconds: 1, one: 'durationSecond', many: 'durationSeconds' },
] as const;

/** `seconds` in the largest unit that divides them: "10 minutes", "1 hour", "90 seconds". */
export function durationText(seconds: number): string {
  const unit = units.find((candidate) => seconds % candidate.seconds === 0) ?? units[units.length - 1];
  if (unit === undefined) return String(seconds);
  const count = seconds / unit.seconds;
  return count === 1 ? text(unit.one, count) : text(unit.many, count);
}

/** `seconds`, which are whole days, in days: where a platform counts in them, a week is 7 of them. */
export function daysText(seconds: number): string {
  const days = seconds / 86_400;
  return text(days === 1 ? 'durationDay' : 'durationDays', days);
}
