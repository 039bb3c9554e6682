/** How a channel is named in what the user sets for it: a Twitch login, or CHZZK's id of 32 hexadecimal digits. Pure. */
import { isChzzkId } from '../chzzk/hash.ts';
import { channelAt } from '../pages/channel-at.ts';

/** Whether `value` can name a channel. */
export const isChannelName = (value: unknown): value is string =>
  typeof value === 'string' && (/^[a-z0-9_]{1,25}$/.test(value) || isChzzkId(value));

/** The name in what somebody wrote: the name itself, in any letters, or an address of the channel's. It may be none. */
export function channelNamed(words: string): string {
  const written = words.trim();
  return channelAt(written)?.login ?? written.toLowerCase();
}
