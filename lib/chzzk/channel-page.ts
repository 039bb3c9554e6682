/** What CHZZK tells anybody of a channel. It has neither schedules nor teams. */
import { fail } from '../failure.ts';
import type { ChannelPage } from '../live/discover.ts';
import { ask, type Fetch } from './ask.ts';
import { readChzzkDetail } from './detail.ts';
import { pictureOf } from './picture.ts';
import { publicCalls } from './public.ts';

/** The channel of that id. @throws FailureError `no-such-user`, and as {@link ask} */
export async function readChzzkChannel(fetch: Fetch, id: string): Promise<ChannelPage> {
  const [channel, detail] = await Promise.all([
    ask(fetch, publicCalls.channel, {}, { channelId: id }),
    readChzzkDetail(fetch, id),
  ]);
  if (channel.channelId !== id) return fail({ code: 'no-such-user', login: id });
  const name = channel.channelName ?? id;
  const avatarUrl = pictureOf(channel.channelImageUrl);
  const title = detail?.title ?? '';
  const category = detail?.category ?? '';
  return {
    platform: 'chzzk',
    id,
    login: id,
    name,
    about: channel.channelDescription ?? '',
    avatarUrl: avatarUrl ?? '',
    title,
    category,
    tags: [],
    ...(detail?.live === true && {
      live: {
        platform: 'chzzk',
        channelId: id,
        login: id,
        name,
        title,
        category,
        viewers: detail.viewers,
        rerun: false,
        ...(detail.startedAt !== undefined && { startedAt: detail.startedAt }),
        ...(avatarUrl !== undefined && { avatarUrl }),
        ...(detail.previewUrl !== undefined && { previewUrl: detail.previewUrl }),
      },
    }),
    teams: [],
  };
}
