/**
 * Reading the probe's answer. Any script of the page can send one, so nothing in it is believed before it was looked at.
 */
import type { Facts, SaidFacts } from './probe/wire.ts';

/** The longest answer worth parsing, in characters. */
const longest = 16_384;

const hash = /^[0-9a-f]{32}$/;

type Fields = Readonly<Record<string, unknown>>;

/** The facts in `detail`, cut down to what has the right shape; `undefined` when it is no answer at all. */
export function parseFacts(detail: unknown): Facts | undefined {
  if (typeof detail !== 'string' || detail.length > longest) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return undefined;
  }
  const said = own(fieldsOf(value) ?? {}, 'said');
  if (!Array.isArray(said)) return undefined;
  return { said: said.slice(0, 8).flatMap((one) => saidOf(one) ?? []) };
}

function saidOf(value: unknown): SaidFacts | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const userId = own(fields, 'userId');
  const at = own(fields, 'at');
  if (typeof userId !== 'string' || !hash.test(userId) || !isTime(at)) return undefined;
  const name = textOf(own(fields, 'name'), 100);
  const text = textOf(own(fields, 'text'), 2000);
  const role = textOf(own(fields, 'role'), 64);
  const type = own(fields, 'type');
  const channelId = own(fields, 'channelId');
  return {
    userId,
    at,
    ...(name !== undefined && name !== '' && { name }),
    ...(text !== undefined && { text }),
    ...(role !== undefined && { role }),
    ...(typeof type === 'number' && { type }),
    ...(typeof channelId === 'string' && hash.test(channelId) && { channelId }),
  };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** JSON can name `__proto__`; only what the object itself carries is read. */
const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.length <= most ? value : undefined;

/** A time of this century, in whole Unix epoch milliseconds. */
const isTime = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 946_684_800_000 && (value as number) < 4_102_444_800_000;
