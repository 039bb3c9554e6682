/** Notifications of channels that went live, as data. The target stands in the id, which outlives every worker. */
import type { Platform } from '../chat/message.ts';
import type { LiveStream } from './stream.ts';

/** What a notification is about. */
export type Target =
  | {
      readonly kind: 'channel';
      readonly platform: Platform;
      readonly channelId: string;
      readonly login: string;
    }
  /** Many; `watched`: found in the categories that the user watches. */
  | { readonly kind: 'list' | 'watched' };

/** One notification. */
export interface Notice {
  readonly id: string;
  /** One channel, or more than are told of one by one. */
  readonly streams: readonly LiveStream[];
  /** They did not go live, but have another title or category. */
  readonly changed?: boolean;
  /** They were found in the categories that the user watches. */
  readonly watched?: boolean;
}

/** The id of a notification of `target`. */
export function noticeId(target: Target): string {
  return target.kind === 'channel'
    ? `live:channel:${target.platform}:${target.channelId}:${target.login}`
    : `live:${target.kind}`;
}

/** The target that an id names; `undefined` when the notification is none of ours. */
export function targetOf(id: string): Target | undefined {
  if (id === 'live:list') return { kind: 'list' };
  if (id === 'live:watched') return { kind: 'watched' };
  const [, platform, channelId, login] =
    /^live:channel:(twitch|chzzk):([0-9a-z]+):([0-9a-z_]+)$/.exec(id) ?? [];
  if (platform === undefined || channelId === undefined || login === undefined) return undefined;
  return { kind: 'channel', platform: platform === 'chzzk' ? 'chzzk' : 'twitch', channelId, login };
}

/** The notifications for `streams`: one each, or one for all where they are more than `atMost`. */
export function noticesOf(
  streams: readonly LiveStream[],
  atMost: number,
  kind: 'list' | 'watched' = 'list',
): readonly Notice[] {
  if (streams.length > atMost) return [{ id: noticeId({ kind }), streams }];
  return streams.map((stream) => ({
    id: noticeId({
      kind: 'channel',
      platform: stream.platform,
      channelId: stream.channelId,
      login: stream.login,
    }),
    streams: [stream],
  }));
}
