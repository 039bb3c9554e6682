/** Whose stream plays at an address. Pure. */
import type { LiveStream } from '../live/stream.ts';
import { chatAt } from './chzzk/page-kind.ts';
import { pageAt, type Page } from './twitch/page-kind.ts';

/** A channel, as its platform's addresses name it. */
export type AddressedChannel = Pick<LiveStream, 'platform' | 'login'>;

/** Twitch's pages with a player for a live stream; the others with a chat have nothing but that. */
const playing: ReadonlySet<Page['kind']> = new Set(['channel', 'moderator']);

/** The channel whose stream the page at `address` plays while it is live, if it is such a page. */
export function streamAt(address: string): AddressedChannel | undefined {
  if (!URL.canParse(address)) return undefined;
  const there = chatAt(address);
  if (there?.kind === 'live') return { platform: 'chzzk', login: there.channel };
  const page = pageAt(address);
  return 'login' in page && playing.has(page.kind) ? { platform: 'twitch', login: page.login } : undefined;
}

/** Whether the stream of `channel` plays at one of the addresses. */
export function isOpenAt(addresses: readonly string[], { platform, login }: AddressedChannel): boolean {
  return addresses.some((address) => {
    const there = streamAt(address);
    return there?.platform === platform && there.login === login;
  });
}
