/** Addresses of channels on their platforms. */
import type { LiveStream } from './stream.ts';

/** The address of the stream's channel page. Logins come from the platform, but are still encoded as text. */
export function channelUrl({ platform, login }: Pick<LiveStream, 'platform' | 'login'>): string {
  const path = encodeURIComponent(login);
  return platform === 'twitch' ? `https://www.twitch.tv/${path}` : `https://chzzk.naver.com/live/${path}`;
}
