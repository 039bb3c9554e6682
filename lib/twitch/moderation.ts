/** Moderation on Twitch, through Helix. */
import type { Account } from '../accounts/account.ts';
import { fail, FailureError } from '../failure.ts';
import type { Action } from '../moderation/action.ts';
import type { Order } from '../moderation/book.ts';
import type { ModerationPlatform, PlatformUser } from '../moderation/platform.ts';
import type { Helix } from './helix/client.ts';
import { sendChatMessage } from './helix/endpoints/chat.ts';
import {
  banUser,
  deleteChatMessages,
  getBannedUsers,
  resolveUnbanRequests,
  unbanUser,
  warnChatUser,
} from './helix/endpoints/moderation.ts';
import { getPinnedChatMessage, pinChatMessage, unpinChatMessage } from './helix/endpoints/pins.ts';
import { getUsers } from './helix/endpoints/users.ts';
import type { ModeratedChannels } from './moderated-channels.ts';
import { setRole } from './roles.ts';
import { stateOfRequest } from './unban-requests.ts';
import type { UserBook } from './user-book.ts';

/** What {@link twitchModeration} needs. */
export interface TwitchModerationParts {
  readonly helix: Helix;
  readonly channels: ModeratedChannels;
  readonly users: UserBook;
}

/** Moderation on Twitch, where a login is somebody. */
export interface TwitchModeration extends ModerationPlatform {
  readonly user: (login: string, account: Account) => Promise<PlatformUser | undefined>;
  /** Looks up many at once, 100 in a request, so that acting on each of them asks for nobody any more. */
  readonly meet: (logins: readonly string[], account: Account) => Promise<void>;
}

/** Moderation on Twitch. @see https://dev.twitch.tv/docs/api/reference/#ban-user */
export function twitchModeration({ helix, channels, users }: TwitchModerationParts): TwitchModeration {
  async function user(login: string, account: Account): Promise<PlatformUser | undefined> {
    const known = (await users.read([login])).get(login);
    if (known) return known;
    const answer = await helix.call(getUsers, { login: [login] }, { as: account.id });
    const [person] = answer.data.map(personOf);
    if (person) await users.write([person]);
    return person;
  }

  async function meet(logins: readonly string[], account: Account): Promise<void> {
    const known = await users.read(logins);
    const unknown = [...new Set(logins)].filter((login) => !known.has(login));
    if (unknown.length === 0) return;
    const options = { as: account.id, priority: 'background' as const };
    const found = await helix.batched(getUsers, 'login', unknown, {}, options);
    await users.write(found.map(personOf));
  }

  /** Answers somebody's request to be unbanned, once it is known to be theirs: a page names it, and the log says whose it was. */
  async function answer(
    order: Order,
    account: Account,
    status: 'approved' | 'denied',
    beforeSending: () => Promise<void>,
  ): Promise<void> {
    const { action, again } = order;
    const sought = soughtBy(order);
    const { channelId, requestId } = sought;
    const stateNow = () => stateOfRequest(helix, sought, status, account);
    const gone = () => fail({ code: 'request-gone', login: action.target.login });
    const state = await stateNow();
    // An earlier life may have answered it.
    if (state === 'answered' && again === true) return;
    if (state !== 'pending') return gone();
    try {
      await helix.call(
        resolveUnbanRequests,
        {
          broadcaster_id: channelId,
          unban_request_id: requestId,
          status,
          ...((action.reason ?? '') !== '' && { resolution_text: action.reason }),
        },
        { as: account.id, beforeSending },
      );
    } catch (error) {
      if (!isRefused(error, 400)) throw error;
      // It waited a moment ago. Browsers themselves send once more when a connection that they had used before breaks, and then
      // Twitch refuses what the first one did; or somebody else was quicker.
      const after = await stateNow();
      if (after === 'pending') throw error;
      if (after === 'gone') return gone();
    }
  }

  async function carryOut(order: Order, account: Account, beforeSending: () => Promise<void>): Promise<void> {
    const { action, channelId, targetId, sweep, again } = order;
    const options = {
      as: account.id,
      beforeSending,
      ...(sweep !== undefined && { priority: 'background' as const }),
    };
    const reason = action.reason === undefined || action.reason === '' ? {} : { reason: action.reason };
    switch (action.kind) {
      case 'timeout':
      case 'ban': {
        const length = action.kind === 'timeout' ? { duration: action.seconds ?? 600 } : {};
        const data = { user_id: targetId, ...length, ...reason };
        await helix.call(banUser, { broadcaster_id: channelId, data }, options).catch((error: unknown) => {
          if (again !== true || !isRefused(error, 400, /already banned/i)) throw error;
        });
        return;
      }
      case 'deny':
        return answer(order, account, 'denied', beforeSending);
      case 'unban':
        if (action.request !== undefined) return answer(order, account, 'approved', beforeSending);
        await helix
          .call(unbanUser, { broadcaster_id: channelId, user_id: targetId }, options)
          .catch((error: unknown) => {
            // There is no ban to lift: then it is lifted.
            if (!isRefused(error, 400, /not banned/i)) throw error;
          });
        return;
      case 'delete':
        // Without an id Twitch would clear the whole chat.
        await helix
          .call(
            deleteChatMessages,
            { broadcaster_id: channelId, message_id: demanded(action, 'messageId') },
            options,
          )
          .catch((error: unknown) => {
            if (again !== true || !isRefused(error, 404)) throw error;
          });
        return;
      case 'warn':
        await helix.call(
          warnChatUser,
          { broadcaster_id: channelId, data: { user_id: targetId, reason: demanded(action, 'reason') } },
          options,
        );
        return;
      case 'pin':
        await helix.call(
          pinChatMessage,
          { broadcaster_id: channelId, message_id: demanded(action, 'messageId') },
          options,
        );
        return;
      case 'unpin':
        await helix.call(
          unpinChatMessage,
          { broadcaster_id: channelId, message_id: demanded(action, 'messageId') },
          options,
        );
        return;
      case 'say': {
        const answer = await helix.call(
          sendChatMessage,
          { broadcaster_id: channelId, message: demanded(action, 'text') },
          options,
        );
        const sent = answer?.data[0];
        if (sent && !sent.is_sent) {
          const message = sent.drop_reason?.message ?? '';
          throw new FailureError({ code: 'platform-refused', status: 200, message });
        }
        return;
      }
      case 'quiet':
      case 'bar':
      case 'rebar':
      case 'unbar':
      case 'blind':
        throw new FailureError({ code: 'bad-input', field: 'kind', limit: action.kind });
      default:
        await setRole(helix, action.kind, { channelId, targetId }, options);
    }
  }

  async function tookEffect(order: Order, account: Account): Promise<boolean | undefined> {
    const { action, channelId, targetId } = order;
    if (action.kind === 'pin' || action.kind === 'unpin') {
      const { data } = await helix.call(
        getPinnedChatMessage,
        { broadcaster_id: channelId },
        { as: account.id },
      );
      return (data[0]?.message_id === action.messageId) === (action.kind === 'pin');
    }
    if (action.request !== undefined) {
      const wished = action.kind === 'deny' ? 'denied' : 'approved';
      return (await stateOfRequest(helix, soughtBy(order), wished, account)) === 'answered';
    }
    if (!['timeout', 'ban', 'unban'].includes(action.kind)) return undefined;
    // The list of bans is the broadcaster's; a moderator's token cannot read it, and then nothing can be seen.
    if (account.userId !== channelId) return undefined;
    const answer = await helix.call(
      getBannedUsers,
      { broadcaster_id: channelId, user_id: [targetId] },
      { as: account.id },
    );
    const ban = answer.data[0];
    if (action.kind === 'unban') return ban === undefined;
    // Clocks differ by seconds; an older ban is another moderator's.
    return ban !== undefined && Date.parse(ban.created_at) >= order.at - 5_000;
  }

  return {
    user,
    meet,
    carryOut,
    tookEffect,
    moderatedChannel: (login, account) => channels.find(login, account),
    // Twitch tells only the broadcaster who moderates, and refuses the call itself where it is needed.
    moderates: () => Promise.resolve(false),
  };
}

/** Somebody as Twitch tells of them. */
interface TwitchUser {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
}

const personOf = ({ id, login, display_name: name }: TwitchUser): PlatformUser => ({ id, login, name });

/** The request that `order` is about. */
function soughtBy({ action, channelId, targetId }: Order) {
  const { request } = action;
  if (typeof request !== 'string') return fail({ code: 'bad-input', field: 'request', limit: 'required' });
  return { channelId, userId: targetId, requestId: request };
}

/** What an action cannot do without. */
function demanded(action: Action, field: 'messageId' | 'reason' | 'text'): string {
  const value = action[field] ?? '';
  if (value === '') throw new FailureError({ code: 'bad-input', field, limit: 'required' });
  return value;
}

/** Whether Twitch refused with this status and such words. */
function isRefused(error: unknown, status: number, words = /^/): boolean {
  return (
    error instanceof FailureError &&
    error.failure.code === 'platform-refused' &&
    error.failure.status === status &&
    words.test(error.failure.message)
  );
}
