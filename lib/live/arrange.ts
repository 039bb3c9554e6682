/** Which live channels are listed, and in which order. */
import type { Settings } from '../store/settings-table.ts';
import type { LiveStream } from './stream.ts';

/** The settings by which channels are listed. */
export type Taste = Pick<
  Settings,
  | 'live.sort'
  | 'live.reversed'
  | 'live.platform'
  | 'live.pinned'
  | 'live.muted'
  | 'live.collections'
  | 'live.collection'
>;

/** A channel's place among pinned and muted channels, and among those of the user's choice. */
export function channelKey({ platform, channelId }: Pick<LiveStream, 'platform' | 'channelId'>): string {
  return `${platform}:${channelId}`;
}

/** By whom a channel's name is compared: one collator, since making one is dear. */
const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const startOf = ({ startedAt = 0 }: LiveStream): number => startedAt;

const orders: Readonly<Record<Taste['live.sort'], (one: LiveStream, other: LiveStream) => number>> = {
  viewers: (one, other) => other.viewers - one.viewers,
  uptime: (one, other) => startOf(one) - startOf(other),
  recent: (one, other) => startOf(other) - startOf(one),
  name: (one, other) => compare(one.name, other.name),
  category: (one, other) => compare(one.category, other.category) || other.viewers - one.viewers,
};

/** The words of a query, of which each must occur. */
const wordsOf = (query: string): readonly string[] =>
  query.normalize('NFKC').toLocaleLowerCase().split(/\s+/).filter(Boolean);

/** Whether every word of a query occurs in a channel's name, login, title or category; `undefined`: it says nothing. */
function matcher(query: string): ((stream: LiveStream) => boolean) | undefined {
  const words = wordsOf(query);
  if (words.length === 0) return undefined;
  return ({ name, login, title, category }) => {
    const said = `${name}\n${login}\n${title}\n${category}`.normalize('NFKC').toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  };
}

/** Whether every word of `query` occurs in the channel's name, login, title or category. */
export function matches(stream: LiveStream, query: string): boolean {
  return matcher(query)?.(stream) ?? true;
}

/** Whether a channel is in the collection that is shown alone; every one is while none is chosen, or it is gone. */
export function inCollection(
  taste: Pick<Settings, 'live.collections' | 'live.collection'>,
): (channel: Pick<LiveStream, 'platform' | 'channelId'>) => boolean {
  const chosen = taste['live.collections'].find(({ name }) => name === taste['live.collection']);
  const channels = new Set(chosen?.channels);
  return (channel) => !chosen || channels.has(channelKey(channel));
}

/** Whether channels are sorted by when they began, which not every list says. */
export function isByStart({ 'live.sort': sort }: Pick<Taste, 'live.sort'>): boolean {
  return sort === 'uptime' || sort === 'recent';
}

/** The channels that match `query`, in order: pinned first, muted last, and within each by the user's sort. */
export function arrange(streams: readonly LiveStream[], taste: Taste, query = ''): readonly LiveStream[] {
  const platform = taste['live.platform'];
  // A platform of which nobody is live must not empty the list for good.
  const isKnown = platform === 'all' || !streams.some((stream) => stream.platform === platform);
  const isMatch = matcher(query);
  const pinned = new Set(taste['live.pinned']);
  const muted = new Set(taste['live.muted']);
  const rank = (stream: LiveStream): number => {
    const key = channelKey(stream);
    return muted.has(key) ? 1 : pinned.has(key) ? -1 : 0;
  };
  const isChosen = inCollection(taste);
  const order = orders[taste['live.sort']];
  // Whose beginning is not known stands last, whichever way round the others stand.
  const byStart = isByStart(taste);
  const unknown = ({ startedAt }: LiveStream): number => (byStart && startedAt === undefined ? 1 : 0);
  const sign = taste['live.reversed'] ? -1 : 1;
  const bySort = (one: LiveStream, other: LiveStream): number =>
    unknown(one) - unknown(other) || sign * order(one, other);
  const hasRanks = pinned.size + muted.size > 0;
  return streams
    .filter(
      (stream) =>
        (isKnown || stream.platform === platform) && isChosen(stream) && (isMatch?.(stream) ?? true),
    )
    .toSorted(hasRanks ? (one, other) => rank(one) - rank(other) || bySort(one, other) : bySort);
}

/** `keys` with `key` if it was not among them, without it if it was. */
export function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
}
