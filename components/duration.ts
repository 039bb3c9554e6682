/**
 * Lengths of time as people type them: "10m", "1h 30m", "90", "10분". All lengths are whole seconds.
 */

/** The units, the longest first; the first word is written, all are read. */
const units = [
  { seconds: 604_800, letters: ['w', 'wk', 'week', 'weeks'], korean: ['주', '주일'] },
  { seconds: 86_400, letters: ['d', 'day', 'days'], korean: ['일'] },
  { seconds: 3600, letters: ['h', 'hr', 'hour', 'hours'], korean: ['시간'] },
  { seconds: 60, letters: ['m', 'min', 'mins', 'minute', 'minutes'], korean: ['분'] },
  { seconds: 1, letters: ['s', 'sec', 'secs', 'second', 'seconds'], korean: ['초'] },
] as const;

const secondsByWord: ReadonlyMap<string, number> = new Map(
  units.flatMap(({ seconds, letters, korean }) =>
    [...letters, ...korean].map((word) => [word, seconds] as const),
  ),
);

/** One "number unit" at the start of what is left; a number alone is seconds, as in the platforms' chat commands. */
const part = /(\d{1,7})\s*(\p{L}*)\s*/uy;

/** The seconds that `typed` means, or `null` where it means no length of time. */
export function parseDuration(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  let seconds = 0;
  for (let at = 0; at < text.length; at = part.lastIndex) {
    part.lastIndex = at;
    const [, digits = '', word = ''] = part.exec(text) ?? [];
    const unit = word === '' ? 1 : secondsByWord.get(word);
    if (digits === '' || unit === undefined) return null;
    seconds += Number(digits) * unit;
  }
  return seconds;
}

/** `seconds` in the fewest whole units: "1h 30m", "2w", in Korean "1시간 30분". {@link parseDuration} reads it back. */
export function formatDuration(seconds: number, locale = 'en'): string {
  const inKorean = locale.startsWith('ko');
  const words: string[] = [];
  let rest = Math.max(0, Math.floor(seconds));
  for (const unit of units) {
    const count = Math.floor(rest / unit.seconds);
    rest %= unit.seconds;
    if (count > 0) words.push(`${count}${inKorean ? unit.korean[0] : unit.letters[0]}`);
  }
  return words.length > 0 ? words.join(' ') : `0${inKorean ? '초' : 's'}`;
}

/** The usual lengths of timeouts, s: ↑ and ↓ and sliders go through them. */
export const lengths = [
  1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200,
  604_800, 1_209_600,
] as const;

/** The next usual length above or below `seconds`. */
export function nextDuration(seconds: number, direction: 'up' | 'down'): number {
  const next =
    direction === 'up'
      ? lengths.find((length) => length > seconds)
      : lengths.findLast((length) => length < seconds);
  return next ?? seconds;
}
