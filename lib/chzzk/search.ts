/** Searching CHZZK's channels by name. */
import type { ListItem } from '../live/discover.ts';
import { ask, type Fetch } from './ask.ts';
import { isChzzkId } from './hash.ts';
import { pictureOf } from './picture.ts';
import { type FoundChannel, publicCalls } from './public.ts';

/** So many channels of CHZZK stand among what a search finds. */
const found = 10;

/** The channels that fit `query`, in CHZZK's order. @throws FailureError as {@link ask} */
export async function searchChzzk(fetch: Fetch, query: string): Promise<readonly ListItem[]> {
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
