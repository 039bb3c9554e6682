/** Taking apart what comes through the socket. CHZZK describes none of it, so nothing is believed before it was looked at. */
import { chzzkIdShape } from '../../id-shapes.ts';
import { isObject } from '../../is-object.ts';

/** An object's fields, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

const nothing: Fields = {};

/** The longest words that are kept, in characters: several times what CHZZK lets anybody write. */
const longest = 2000;

/** JSON can name `__proto__`; only what an object itself carries is read. Of several names, the first that says something. */
export function read(fields: Fields, ...names: readonly string[]): unknown {
  const name = names.find((one) => Object.hasOwn(fields, one) && fields[one] != null);
  return name === undefined ? undefined : fields[name];
}

/** The object that `value` is, or says as JSON; empty where it is none. Lists are none. */
export function partOf(value: unknown): Fields {
  if (typeof value !== 'string') return isObject(value) && !Array.isArray(value) ? value : nothing;
  try {
    const said: unknown = JSON.parse(value);
    return isObject(said) && !Array.isArray(said) ? said : nothing;
  } catch {
    return nothing;
  }
}

/** Words that are not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

/** A count: whole and not below zero. */
export const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/** A time of this century, in Unix epoch milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const time = countOf(value);
  return time !== undefined && time > 946_684_800_000 && time < 4_102_444_800_000 ? time : undefined;
}

/** Somebody's id: 32 hexadecimal digits. */
export const hashOf = (value: unknown): string | undefined =>
  typeof value === 'string' && chzzkIdShape.test(value) ? value : undefined;
