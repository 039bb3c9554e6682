/** The channel of the tab in front, on Twitch. Every call acts as the account that is given. */
import type { Account } from '../accounts/account.ts';
import type { ChannelView, ChatModes, ModeChange } from '../channel/tools.ts';
import { fail } from '../failure.ts';
import type { CallOptions, Helix } from './helix/client.ts';
import type { Item } from './helix/endpoint.ts';
import { getFollowedChannels } from './helix/endpoints/channels.ts';
import { getChatSettings, updateChatSettings } from './helix/endpoints/chat.ts';
import { createClip, getClips } from './helix/endpoints/clips.ts';
import { getShieldModeStatus, updateShieldModeStatus } from './helix/endpoints/moderation.ts';
import { createStreamMarker } from './helix/endpoints/streams.ts';
import { getUsers } from './helix/endpoints/users.ts';
import type { ModeratedChannels } from './moderated-channels.ts';

/** A clip that is being made. */
export interface NewClip {
  readonly id: string;
  /** Where its title and length can be changed, for a day. */
  readonly editUrl: string;
}

/** Who acts, and what is awaited when nothing keeps the request back any more, before it is sent. */
export interface Doer {
  readonly account: Account;
  readonly beforeSending: () => Promise<void>;
}

/** See the file's head. */
export interface ChannelTools {
  /** @throws FailureError `no-such-user` … */
  readonly view: (login: string, account: Account) => Promise<ChannelView>;
  readonly setModes: (channelId: string, change: ModeChange, by: Doer) => Promise<void>;
  readonly setShield: (channelId: string, on: boolean, by: Doer) => Promise<void>;
  /** Begins a clip; Twitch makes it in its own time. */
  readonly clip: (channelId: string, by: Doer) => Promise<NewClip>;
  /** The clip's address, once it is made. */
  readonly clipMade: (id: string, account: Account) => Promise<string | undefined>;
  /** Marks the moment in the stream of the channel `login`; answers with its place in the video, seconds. Editors may. */
  readonly mark: (login: string, description: string, by: Doer) => Promise<number | undefined>;
}

const shieldScopes = ['moderator:read:shield_mode', 'moderator:manage:shield_mode'];

/** Makes the tools. @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings */
export function createChannelTools(helix: Helix, channels: ModeratedChannels): ChannelTools {
  async function find(login: string, account: Account): Promise<Item<typeof getUsers>> {
    const [user] = (await helix.call(getUsers, { login: [login] }, { as: account.id })).data;
    return user ?? fail({ code: 'no-such-user', login });
  }

  async function shieldOf(channelId: string, account: Account): Promise<boolean | undefined> {
    if (!shieldScopes.some((scope) => account.scopes.includes(scope))) return undefined;
    const answer = await helix.call(getShieldModeStatus, { broadcaster_id: channelId }, { as: account.id });
    return answer.data[0]?.is_active;
  }

  async function followedAt(channelId: string, account: Account): Promise<number | undefined> {
    if (channelId === account.userId || !account.scopes.includes('user:read:follows')) return undefined;
    const answer = await helix.call(getFollowedChannels, { broadcaster_id: channelId }, { as: account.id });
    const [follow] = answer.data;
    return follow && Date.parse(follow.followed_at);
  }

  return {
    async view(login, account) {
      const as = { as: account.id };
      const user = await find(login, account);
      const isOwn = user.id === account.userId;
      const moderated = isOwn || (await channels.find(login, account)) !== undefined;
      const [settings, since, shield] = await Promise.all([
        helix.call(getChatSettings, { broadcaster_id: user.id }, as),
        followedAt(user.id, account),
        moderated ? shieldOf(user.id, account) : undefined,
      ]);
      return {
        id: user.id,
        login: user.login,
        name: user.display_name,
        avatarUrl: user.profile_image_url,
        role: isOwn ? 'broadcaster' : moderated ? 'moderator' : 'none',
        modes: modesFrom(settings.data[0]),
        ...(since === undefined ? {} : { followedAt: since }),
        ...(shield === undefined ? {} : { shield }),
      };
    },

    async setModes(channelId, { slow, followers, subscribers, emotes, unique }, by) {
      const body = {
        ...(slow !== undefined && { slow_mode: slow !== null }),
        ...(typeof slow === 'number' && { slow_mode_wait_time: slow }),
        ...(followers !== undefined && { follower_mode: followers !== null }),
        ...(typeof followers === 'number' && { follower_mode_duration: followers }),
        ...(subscribers !== undefined && { subscriber_mode: subscribers }),
        ...(emotes !== undefined && { emote_mode: emotes }),
        ...(unique !== undefined && { unique_chat_mode: unique }),
      };
      await helix.call(updateChatSettings, { broadcaster_id: channelId, ...body }, optionsOf(by));
    },

    async setShield(channelId, on, by) {
      const wanted = { broadcaster_id: channelId, is_active: on };
      await helix.call(updateShieldModeStatus, wanted, optionsOf(by));
    },

    async clip(channelId, by) {
      const answer = await helix.call(createClip, { broadcaster_id: channelId }, optionsOf(by));
      const [clip] = answer?.data ?? [];
      return clip ? { id: clip.id, editUrl: clip.edit_url } : fail({ code: 'outcome-unknown' });
    },

    async clipMade(id, account) {
      const answer = await helix.call(getClips, { id: [id] }, { as: account.id });
      return answer.data[0]?.url;
    },

    async mark(login, description, by) {
      const { account } = by;
      const user_id = login === account.login ? account.userId : (await find(login, account)).id;
      const note = description === '' ? {} : { description };
      const answer = await helix.call(createStreamMarker, { user_id, ...note }, optionsOf(by));
      return answer?.data[0]?.position_seconds;
    },
  };
}

const optionsOf = ({ account, beforeSending }: Doer): CallOptions => ({ as: account.id, beforeSending });

function modesFrom(settings: Item<typeof getChatSettings> | undefined): ChatModes {
  return {
    slow: settings?.slow_mode === true ? (settings.slow_mode_wait_time ?? 30) : null,
    followers: settings?.follower_mode === true ? (settings.follower_mode_duration ?? 0) : null,
    subscribers: settings?.subscriber_mode ?? false,
    emotes: settings?.emote_mode ?? false,
    unique: settings?.unique_chat_mode ?? false,
  };
}
