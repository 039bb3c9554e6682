/** Cursors. They name a place in the list as it stands, so a list that moves repeats or skips rows, as Twitch's do. */
import type { Call } from './call.ts';
import { refuse } from './refusal.ts';

interface Place {
  readonly list: string;
  readonly at: number;
}

/** One page of `rows` and the cursor to the next, for the `first`, `after` and `before` of the call. */
export function pageOf<T>(
  call: Call,
  rows: readonly T[],
  size = sizeOf(call),
): { rows: readonly T[]; pagination: { cursor?: string } } {
  const before = call.maybe('before');
  const start =
    before === undefined ? placeOf(call, call.maybe('after')) : Math.max(0, placeOf(call, before) - size);
  const end = before === undefined ? start + size : placeOf(call, before);
  const more = end < rows.length;
  return {
    rows: rows.slice(start, end),
    pagination: more ? { cursor: cursor({ list: call.endpoint.id, at: end }) } : {},
  };
}

function sizeOf(call: Call): number {
  const first = call.endpoint.query.find((param) => param.name === 'first');
  return call.number('first') ?? (typeof first?.default === 'number' ? first.default : 20);
}

function cursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function placeOf(call: Call, text: string | undefined): number {
  if (text === undefined) return 0;
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<Place>;
    if (place.list === call.endpoint.id && Number.isInteger(place.at)) return place.at ?? 0;
  } catch {
    // Falls through to the refusal.
  }
  return refuse(400, 'The pagination cursor is not valid.');
}
