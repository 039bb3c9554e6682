/** The channel that an address belongs to: its stream, its chat, its page. Pure. */
import type { AddressedChannel } from './stream-at.ts';
import { chatAt } from './chzzk/page-kind.ts';
import { liveChannel, pageAt } from './twitch/page-kind.ts';

/** CHZZK's pages about a channel; it is named by its id, in lower case or upper. */
const aboutOnChzzk = /^\/(?<channel>[0-9a-f]{32})(?:\/.*)?$/i;

/** That channel, if there is one. */
export function channelAt(address: string): AddressedChannel | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  if (origin === 'https://chzzk.naver.com') {
    const login = chatAt(address)?.channel ?? aboutOnChzzk.exec(pathname)?.groups?.['channel'];
    return login === undefined ? undefined : { platform: 'chzzk', login: login.toLowerCase() };
  }
  const login = liveChannel(pageAt(address));
  return login === undefined ? undefined : { platform: 'twitch', login };
}

/** The name in what somebody wrote for a channel: the name itself, in any letters, or an address of the channel's. It may be none. */
export function channelNamed(words: string): string {
  const written = words.trim();
  return channelAt(written)?.login ?? written.toLowerCase();
}
