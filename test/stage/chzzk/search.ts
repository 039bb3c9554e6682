/** What CHZZK finds by words. Who asks need not be logged in. */
import { channelPart } from './broadcast.ts';
import { liveRow } from './categories.ts';
import { type ChzzkFollows, searchRow } from './follows.ts';

/** Everybody who streams, by name. */
export const searchChannels = (follows: ChzzkFollows, query: URLSearchParams): object =>
  found(follows.channels, query, ({ name }) => name, searchRow);

/** Who is live, by the title of the stream. */
export const searchLives = (follows: ChzzkFollows, query: URLSearchParams): object =>
  found(
    follows.live(),
    query,
    ({ live }) => live?.title ?? '',
    (channel) => ({ live: liveRow(channel), channel: channelPart(channel) }),
  );

function found<Row>(
  all: readonly Row[],
  query: URLSearchParams,
  wordsOf: (row: Row) => string,
  drawn: (row: Row) => object,
): object {
  const offset = Number(query.get('offset') ?? 0);
  const size = Number(query.get('size') ?? 13);
  const word = (query.get('keyword') ?? '').toLowerCase();
  const rows = all.filter((row) => wordsOf(row).toLowerCase().includes(word));
  return {
    size: Math.min(size, Math.max(0, rows.length - offset)),
    page: offset + size < rows.length ? { next: { offset: offset + size } } : null,
    data: rows.slice(offset, offset + size).map(drawn),
  };
}
