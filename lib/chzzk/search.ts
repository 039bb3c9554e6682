/** Searching CHZZK's channels by name, and its streams by their titles. */
import type { ListItem } from '../live/discover.ts';
import { ask, type Fetch } from './ask.ts';
import { isChzzkId } from './hash.ts';
import { streamOf } from './live-row.ts';
import { pictureOf } from './picture.ts';
import { type FoundChannel, publicCalls } from './public.ts';

/** So many channels of CHZZK stand among what a search finds, and so many streams. */
const found = 10;

/**
 * The channels that fit `query`, and after them the streams that do and are none of theirs, each in CHZZK's order.
 *
 * @throws FailureError as {@link ask}, of the channels
 */
export async function searchChzzk(fetch: Fetch, query: string): Promise<readonly ListItem[]> {
  const [channels, lives] = await Promise.all([
    channelsBy(fetch, query),
    // Without them a search is still one.
    livesBy(fetch, query).catch(() => []),
  ]);
  return [...channels, ...lives.filter(({ id }) => !channels.some((channel) => channel.id === id))];
}

async function livesBy(fetch: Fetch, query: string): Promise<readonly ListItem[]> {
  const { data } = await ask(fetch, publicCalls.searchLives, { keyword: query, offset: 0, size: found });
  return data
    .flatMap(({ live, channel }) => (live ? streamOf({ ...live, channel: channel ?? live.channel }) : []))
    .map((stream) => ({ kind: 'stream', id: stream.channelId, stream }));
}

async function channelsBy(fetch: Fetch, query: string): Promise<readonly ListItem[]> {
  const { data } = await ask(fetch, publicCalls.searchChannels, {
    keyword: query,
    offset: 0,
    size: found,
    withFirstChannelContent: 'true',
  });
  return data.flatMap(itemOf);
}

/** The row as a channel; none where it has no id that could stand in an address. */
function itemOf({ channel, content }: FoundChannel): readonly ListItem[] {
  const id = channel.channelId;
  if (!isChzzkId(id)) return [];
  return [
    {
      kind: 'channel',
      platform: 'chzzk',
      id,
      login: id,
      name: channel.channelName ?? id,
      avatarUrl: pictureOf(channel.channelImageUrl) ?? '',
      live: channel.openLive ?? false,
      title: content?.live?.liveTitle ?? '',
      category: content?.live?.liveCategoryValue ?? '',
    },
  ];
}
