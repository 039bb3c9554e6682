/** Taking a probe's answer apart. Any script of the page can send one, so nothing in it is believed before it was looked at. */
import { isObject } from '../../is-object.ts';

/** The longest answer about one element that is worth parsing, in characters. A full chat message with all its facts is under 3,000. */
const longest = 16_384;

/** What an object carries, nothing of it looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** What `data` says, as a JSON list, about each of `count` elements; `undefined` when it is no answer at all. */
export function answersIn(data: unknown, count: number): readonly (Fields | undefined)[] | undefined {
  if (typeof data !== 'string' || data.length > longest * count) return undefined;
  try {
    const answers: unknown = JSON.parse(data);
    return Array.isArray(answers) && answers.length === count ? answers.map(fieldsOf) : undefined;
  } catch {
    return undefined;
  }
}

/** `value` where it is an object. */
export const fieldsOf = (value: unknown): Fields | undefined => (isObject(value) ? value : undefined);

/** JSON can name `__proto__`; only what the object itself carries is read. */
export const own = (fields: Fields, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** A time of this century, in Unix epoch milliseconds. */
export const timeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 946_684_800_000 && value < 4_102_444_800_000 ? value : undefined;
