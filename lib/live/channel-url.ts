/** Addresses of channels on their platforms. */
import type { LiveStream } from './stream.ts';

/** What of a channel has an address of its own. */
export type Sight = 'channel' | 'chat' | 'player' | 'moderator' | 'videos';

type Named = Pick<LiveStream, 'platform' | 'login'>;

/** Twitch's addresses, in which `*` is the login. */
const onTwitch: Readonly<Record<Sight, string>> = {
  channel: 'https://www.twitch.tv/*',
  chat: 'https://www.twitch.tv/popout/*/chat?popout=',
  player: 'https://player.twitch.tv/?channel=*&parent=twitch.tv',
  moderator: 'https://www.twitch.tv/moderator/*',
  videos: 'https://www.twitch.tv/*/videos',
};

const onChzzk: Readonly<Partial<Record<Sight, string>>> & { readonly channel: string } = {
  channel: 'https://chzzk.naver.com/live/*',
  chat: 'https://chzzk.naver.com/live/*/chat',
  videos: 'https://chzzk.naver.com/*/videos',
};

/** Whether the channel's platform has an address for that sight; {@link addressOf} leads to the channel otherwise. */
export function hasSight(sight: Sight, { platform }: Pick<Named, 'platform'>): boolean {
  return platform === 'twitch' || onChzzk[sight] !== undefined;
}

/** The address of a sight of the channel. Logins come from the platform, but are still encoded as text. */
export function addressOf(sight: Sight, { platform, login }: Named): string {
  const address = platform === 'twitch' ? onTwitch[sight] : (onChzzk[sight] ?? onChzzk.channel);
  return address.replace('*', () => encodeURIComponent(login));
}

/** The address of the channel's page. */
export function channelUrl(stream: Named): string {
  return addressOf('channel', stream);
}
