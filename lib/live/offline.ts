/** Followed channels that are not live: who they are, and what is worth knowing of one. */
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../chat/message.ts';
import type { Missing } from './discover.ts';
import type { LiveStream } from './stream.ts';
import type { Whose } from './whose.ts';

/** A channel that is followed, live or not. */
export interface Followed {
  readonly platform: Platform;
  readonly channelId: string;
  readonly login: string;
  readonly name: string;
  /** As in a `LiveStream`, where the list of the followed says it. */
  readonly avatarUrl?: string;
}

/** The followed channels, as the platform listed them. */
export interface FollowedList {
  /** As in a `LiveSnapshot`. */
  readonly accountId: string;
  readonly channels: readonly Followed[];
  /** Unix epoch milliseconds. */
  readonly updatedAt: number;
  /** A platform of which nobody stands here, and why. */
  readonly missing?: Missing;
}

/** What is known of a channel while it is not live. Times are Unix epoch milliseconds. */
export interface OfflineFacts {
  readonly channelId: string;
  readonly avatarUrl?: string;
  /** The title and the category of the last stream. */
  readonly title: string;
  readonly category: string;
  /** When the last stream ended whose recording is still there. */
  readonly lastLive?: number;
  readonly video?: { readonly url: string; readonly title: string; readonly seconds: number };
  readonly next?: { readonly at: number; readonly title: string };
  /** When the platform answered. */
  readonly readAt: number;
}

/** What {@link createOffline} needs. */
export interface OfflineParts<Who = Account> {
  readonly whose: () => Promise<Whose<Who>>;
  /** All channels that an account follows. @throws FailureError */
  readonly followed: (account: Who) => Promise<readonly Followed[]>;
  /** What is worth knowing of these channels. @throws FailureError */
  readonly facts: (account: Who, ids: readonly string[]) => Promise<readonly OfflineFacts[]>;
  readonly lists: {
    readonly get: () => Promise<FollowedList | undefined>;
    readonly set: (list: FollowedList) => Promise<void>;
  };
  readonly known: {
    readonly get: () => Promise<readonly OfflineFacts[] | undefined>;
    readonly set: (facts: readonly OfflineFacts[]) => Promise<void>;
  };
  readonly now: () => number;
}

/** See the file's head. */
export interface Offline {
  /** The followed channels; asked for anew when they are old, or when `fresh` is wished. @throws FailureError */
  readonly list: (fresh: boolean) => Promise<FollowedList>;
  /** What is worth knowing of channels; only those are asked for of which nothing new is known. @throws FailureError */
  readonly facts: (ids: readonly string[]) => Promise<readonly OfflineFacts[]>;
}

const hour = 3_600_000;
/** Whom one follows changes seldom, and by the user's own hand: then they press “Refresh”. */
const listAge = hour;
const factsAge = 6 * hour;
/** Of so many channels it is remembered; some 400 bytes each. */
const knownAtMost = 600;
/** So many channels may be asked for at once. */
export const factsAtMost = 30;

/** Makes the service. */
export function createOffline<Who>(parts: OfflineParts<Who>): Offline {
  const { whose, followed, facts, lists, known, now } = parts;
  let running: { readonly listId: string; readonly job: Promise<FollowedList> } | undefined;

  async function fetchList({ listId, accounts }: Whose<Who>): Promise<FollowedList> {
    const found = new Map<string, Followed>();
    for (const account of accounts) {
      for (const channel of await followed(account)) found.set(channel.channelId, channel);
    }
    const list = { accountId: listId, channels: [...found.values()], updatedAt: now() };
    await lists.set(list);
    return list;
  }

  return {
    async list(fresh) {
      const wanted = await whose();
      const kept = await lists.get();
      if (!fresh && kept?.accountId === wanted.listId && now() - kept.updatedAt < listAge) return kept;
      if (running?.listId !== wanted.listId) {
        const job = fetchList(wanted).finally(() => (running = undefined));
        running = { listId: wanted.listId, job };
      }
      return running.job;
    },

    async facts(ids) {
      const asked = new Set(ids.slice(0, factsAtMost));
      const before = ((await known.get()) ?? []).filter(({ readAt }) => now() - readAt < factsAge);
      const have = new Set(before.map(({ channelId }) => channelId));
      const missing = [...asked].filter((id) => !have.has(id));
      const [account] = missing.length > 0 ? (await whose()).accounts : [];
      const fresh = account === undefined ? [] : await facts(account, missing);
      const all = [...before, ...fresh];
      if (fresh.length > 0) await known.set(all.slice(-knownAtMost));
      return all.filter(({ channelId }) => asked.has(channelId));
    },
  };
}

/** The followed channels that are not live, by name. */
export function offlineOf(channels: readonly Followed[], live: readonly LiveStream[]): readonly Followed[] {
  const isLive = new Set(live.map(({ channelId }) => channelId));
  return channels.filter(({ channelId }) => !isLive.has(channelId)).toSorted(byName);
}

const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const byName = (one: Followed, other: Followed): number => compare(one.name, other.name);

/** An offline channel in the form of a live one, for what can be done with either. */
export function asStream(channel: Followed, facts: OfflineFacts | undefined): LiveStream {
  const { title = '', category = '' } = facts ?? {};
  return { ...channel, title, category, viewers: 0, startedAt: 0, rerun: false };
}
