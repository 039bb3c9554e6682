/** Moderation on CHZZK: by the user's own login there, which is the only account that it has in this browser. */
import { type Account, accountId } from '../accounts/account.ts';
import { fail, failureOf } from '../failure.ts';
import type { Action, ActionKind, Bar } from '../moderation/action.ts';
import type { Order } from '../moderation/book.ts';
import type { ModerationPlatform, PlatformUser } from '../moderation/platform.ts';
import { ask, type Fetch } from './ask.ts';
import { chatOf, chatterIn } from './chatters.ts';
import { partsOfId } from './chat/message-id.ts';
import { isChzzkId } from './hash.ts';
import { momentInKorea } from './korea.ts';
import { manageCalls } from './manage/calls.ts';
import type { ManageClient } from './manage/client.ts';
import type { RestrictedUser, restrictDays } from './manage/restrictions.ts';
import { publicCalls } from './public.ts';
import type { ChzzkSession } from './session.ts';

/** What {@link createChzzkChat} needs. */
export interface ChzzkChatParts {
  readonly client: ManageClient;
  readonly fetch: Fetch;
  /** Who is logged in; `undefined`: the user has not permitted that it is asked. @throws FailureError */
  readonly session: () => Promise<ChzzkSession | undefined>;
}

/** What the user is and may do in CHZZK's chats. */
export interface ChzzkChat {
  /** What may be done in a channel's chat, and as whom; `undefined`: nothing, or nobody. */
  readonly role: (
    channelId: string,
  ) => Promise<{ readonly kinds: readonly ActionKind[]; readonly id: string } | undefined>;
  /** Who acts. @throws FailureError `chzzk-logged-out` */
  readonly acting: () => Promise<Account>;
  /** What people call the channel. @throws FailureError when CHZZK cannot be asked. */
  readonly nameOf: (channelId: string) => Promise<string>;
  readonly platform: ModerationPlatform;
}

/** Permission → what it is needed for. */
const kindsBy: Readonly<Record<string, readonly ActionKind[]>> = {
  CHAT_MANAGE: ['quiet', 'bar', 'pin', 'unpin'],
  CHAT_BLIND: ['blind'],
};

/** Roles in a chat of people who help there, or work for CHZZK. */
const helps = (role: string): boolean => role === 'manager' || role.startsWith('streaming_');

/** People of whom is remembered what they are. */
const atMost = 200;

const day = 86_400;
const { roles, restrictions, requests, chat } = manageCalls;

/** See the file's head. */
export function createChzzkChat({ client, fetch, session }: ChzzkChatParts): ChzzkChat {
  /** User id → role, as CHZZK said with their name a moment ago. */
  const roleOf = new Map<string, string>();
  const names = new Map<string, string>();

  async function kindsIn(channelId: string): Promise<readonly ActionKind[]> {
    const { permissions } = await client.send(roles.mine, channelId);
    return (permissions ?? []).flatMap((permission) =>
      Object.hasOwn(kindsBy, permission) ? (kindsBy[permission] ?? []) : [],
    );
  }

  async function nameOf(channelId: string): Promise<string> {
    const known = names.get(channelId);
    if (known !== undefined) return known;
    const { channelName } = await ask(fetch, publicCalls.channel, {}, { channelId });
    if (channelName != null) names.set(channelId, channelName);
    return channelName ?? channelId;
  }

  /** Whoever has the id that the page named, by the name that CHZZK knows now. */
  async function user(login: string, _by: Account, action: Action): Promise<PlatformUser | undefined> {
    const { id } = action.target;
    // Taking down what is pinned hits nobody, and the page does not say whose it is.
    if (action.kind === 'unpin') return { id: id ?? '', login, name: login };
    if (id === undefined) return fail({ code: 'identity-mismatch', login });
    // What was done about an id is taken back from the same, whatever they are called by now.
    if (action.kind === 'unbar' || action.kind === 'rebar') return { id, login, name: login };
    const { userIdHash, nickname, userRoleCode } = await chatterIn(fetch, action.channel, id);
    if (nickname == null) return undefined;
    roleOf.set(id, userRoleCode ?? '');
    if (roleOf.size > atMost) roleOf.delete([...roleOf.keys()][0] ?? '');
    return { id: userIdHash ?? '', login: nickname, name: nickname };
  }

  async function carryOut(
    { action, channelId, targetId, again }: Order,
    _by: Account,
    beforeSending: () => Promise<void>,
  ): Promise<void> {
    switch (action.kind) {
      case 'quiet': {
        const chatChannelId = await chatOf(fetch, channelId);
        await beforeSending();
        await client.send(chat.quieten, channelId, { body: { chatChannelId, targetId } });
        return;
      }
      case 'bar':
        await beforeSending();
        await client.send(restrictions.add, channelId, {
          body: { targetId, restrictDays: daysOf(action), memo: action.reason ?? '' },
        });
        return;
      case 'rebar':
        await beforeSending();
        await client.send(restrictions.edit, channelId, {
          path: { targetId },
          body: { restrictDays: daysOf(action), memo: action.reason ?? '' },
        });
        return;
      case 'unbar':
        await beforeSending();
        await client.send(restrictions.lift, channelId, { path: { targetId } }).catch((error: unknown) => {
          // There is no restriction to lift: then it is lifted.
          if (!isGone(error)) throw error;
        });
        return;
      case 'deny': {
        const { request: requestNo, reason: judgment = '' } = action;
        if (typeof requestNo !== 'number') return fail({ code: 'bad-input', field: 'request', limit: '' });
        await beforeSending();
        await client
          .send(requests.reject, channelId, { path: { requestNo }, body: { judgment } })
          .catch((error: unknown) => {
            // An earlier life may have turned it down.
            if (again !== true || !isGone(error)) throw error;
          });
        return;
      }
      case 'blind':
      case 'pin': {
        const { at, author } = partsOfId(action.messageId ?? '');
        if (author !== targetId) return fail({ code: 'identity-mismatch', login: action.target.login });
        const body = {
          channelId: await chatOf(fetch, channelId),
          chatType: 'STREAMING',
          message: action.quote ?? '',
          messageTime: at,
          messageUserIdHash: author,
          streamingChannelId: channelId,
        } as const;
        await beforeSending();
        if (action.kind === 'blind') await client.send(chat.blind, channelId, { body });
        // The extras hold a secret of the author's, and CHZZK does without them.
        else await client.send(chat.pin, channelId, { body: { ...body, extras: null } });
        return;
      }
      case 'unpin': {
        const body = { channelId: await chatOf(fetch, channelId), chatType: 'STREAMING' } as const;
        await beforeSending();
        await client.send(chat.unpin, channelId, { body });
        return;
      }
      default:
        fail({ code: 'bad-input', field: 'kind', limit: action.kind });
    }
  }

  /** The restriction of somebody whom CHZZK knows by `who`: an id, or the nickname `name` itself. */
  async function restricted(
    channelId: string,
    who: string,
    name: string = who,
  ): Promise<RestrictedUser | undefined> {
    const query = { page: 0, size: 50, userNickname: name };
    const { data } = await client.send(restrictions.list, channelId, { query });
    return data.find(({ userIdHash, nickname }) => userIdHash === who || nickname === who);
  }

  /** Whether a request waits no more; `undefined`: the part of the list that was read does not say. */
  async function isAnswered(channelId: string, { request, target }: Action): Promise<boolean | undefined> {
    const query = { page: 0, size: 50, ...(target.id !== undefined && { userNickname: target.name }) };
    const { data, totalCount } = await client.send(requests.list, channelId, { query });
    if (data.some(({ requestNo }) => requestNo === request)) return false;
    return (totalCount ?? data.length) <= data.length ? true : undefined;
  }

  async function tookEffect({ action, channelId, targetId, at }: Order): Promise<boolean | undefined> {
    if (action.kind === 'deny') return isAnswered(channelId, action);
    // Who is kept quiet, what is hidden and what is pinned cannot be asked for.
    if (action.kind !== 'bar' && action.kind !== 'rebar' && action.kind !== 'unbar') return undefined;
    const { login } = action.target;
    // Nobody is found by their id.
    if (login === targetId && isChzzkId(targetId)) return undefined;
    const found = await restricted(channelId, targetId, login);
    if (action.kind === 'unbar') return found === undefined;
    if (action.kind === 'rebar') return found && isBarredAs(found, action, at);
    // Clocks differ by seconds, of which CHZZK tells whole ones; an older one is another manager's.
    return found !== undefined && (momentInKorea(found.createdDate) ?? 0) >= at - 5_000;
  }

  /** Whom a nickname hit, the list says. */
  async function hit({ action, channelId, targetId }: Order): Promise<PlatformUser | undefined> {
    if (action.kind !== 'bar' || isChzzkId(targetId)) return undefined;
    const { userIdHash, nickname } = (await restricted(channelId, targetId)) ?? {};
    if (!isChzzkId(userIdHash) || nickname == null) return undefined;
    return { id: userIdHash, login: nickname, name: nickname };
  }

  return {
    async role(channelId) {
      const who = await session();
      if (!who?.loggedIn || who.id === undefined) return undefined;
      const kinds = await kindsIn(channelId);
      return kinds.length === 0 ? undefined : { kinds, id: who.id };
    },
    async acting() {
      const who = await session();
      if (!who?.loggedIn || who.id === undefined) return fail({ code: 'chzzk-logged-out' });
      const name = who.name ?? who.id;
      const id = accountId('chzzk', who.id);
      return { id, platform: 'chzzk', userId: who.id, login: name, name, scopes: [], state: 'ok' };
    },
    nameOf,
    platform: {
      user,
      carryOut,
      tookEffect,
      hit,
      moderatedChannel: async (id) =>
        (await kindsIn(id)).length === 0 ? undefined : { id, login: id, name: await nameOf(id) },
      moderates: (id) => Promise.resolve(helps(roleOf.get(id) ?? '')),
    },
  };
}

/** Whether CHZZK has nothing there to change. */
function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.code === 'platform-refused' && failure.status === 404;
}

/** CHZZK's times end with the second, and clocks differ, ms. */
const about = 5_000;

/** Whether somebody is barred now as a `rebar` of `at` (Unix epoch ms) wished it; `undefined`: nobody can tell. */
function isBarredAs(
  { createdDate, releaseDate, memo }: RestrictedUser,
  { seconds, reason = '' }: Bar,
  at: number,
): boolean | undefined {
  if ((memo ?? '') !== reason) return false;
  const until = momentInKorea(releaseDate);
  if (seconds === undefined || until === undefined) return (seconds === undefined) === (until === undefined);
  // From when CHZZK counts the days of one that is changed, no source says.
  const begins = [momentInKorea(createdDate), at].filter((one) => one !== undefined);
  return begins.some((begin) => Math.abs(until - begin - seconds * 1000) < about) ? true : undefined;
}

/** How many days somebody is barred for; `null`: for good. */
function daysOf({ seconds }: Bar): (typeof restrictDays)[number] | null {
  // The call refuses all others before anything is sent.
  return seconds === undefined ? null : ((seconds / day) as (typeof restrictDays)[number]);
}
