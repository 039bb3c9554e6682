/** Managing channels on CHZZK: which ones, what stands there, and what the user wants to change. */
import { failureOf } from '../../failure.ts';
import { ask, type Fetch } from '../ask.ts';
import { publicCalls } from '../public.ts';
import type { ChzzkSession } from '../session.ts';
import { manageCalls } from './calls.ts';
import type { ManageClient } from './client.ts';
import type { ViewerDoing } from './deeds.ts';
import { categoryOf, createReaders } from './reading.ts';
import type {
  Activity,
  Category,
  Doing,
  Found,
  ManagedChannel,
  ManageList,
  Search,
  StreamKey,
} from './wish.ts';

/** A change that is no action about a viewer; those go the way of moderation. */
export type PlainDoing = Exclude<Doing, ViewerDoing | { readonly what: 'take-back' }>;

/** What {@link createManageDesk} needs. */
export interface ManageDeskParts {
  readonly client: ManageClient;
  readonly fetch: Fetch;
  /** Who is logged in. @throws FailureError */
  readonly session: () => Promise<ChzzkSession | undefined>;
  /** The channels that open tabs of CHZZK's show. */
  readonly openChannels: () => Promise<readonly string[]>;
}

/** See the file's head. Everything throws FailureError as {@link ManageClient.send}. */
export interface ManageDesk {
  /** The user's own channel, and those of open tabs and `also` in which they have a role; `undefined`: nobody is logged in. */
  readonly channels: (also?: string) => Promise<readonly ManagedChannel[] | undefined>;
  /** A list; of those that come in parts the one, from 0. */
  readonly read: (channelId: string, list: ManageList, page: number, search: Search) => Promise<Found>;
  /** What somebody did in the chat. */
  readonly activity: (channelId: string, targetId: string) => Promise<Activity>;
  /** What a channel broadcasts with. */
  readonly streamKey: (channelId: string) => Promise<StreamKey>;
  /** Categories whose names hold `name`. */
  readonly categories: (channelId: string, name: string) => Promise<readonly Category[]>;
  /** Makes a change that moderation knows nothing of. */
  readonly act: (channelId: string, doing: PlainDoing) => Promise<void>;
}

const { words, roles, rule, people, videos, stream } = manageCalls;

/** So many categories are offered at once. */
const choices = 10;

/** Whether it is CHZZK's no, and not trouble on the way to it. */
const isNo = (error: unknown): boolean =>
  ['chzzk-no-role', 'platform-refused'].includes(failureOf(error).code);

/** Makes the desk. */
export function createManageDesk({ client, fetch, session, openChannels }: ManageDeskParts): ManageDesk {
  const readers = createReaders(client);

  async function managed(id: string, ownId: string | undefined): Promise<readonly ManagedChannel[]> {
    const { permissions } = await client.send(roles.mine, id);
    if ((permissions ?? []).length === 0) return [];
    const { channelName } = await ask(fetch, publicCalls.channel, {}, { channelId: id });
    return [{ id, name: channelName ?? id, isOwn: id === ownId }];
  }

  return {
    async channels(also) {
      const who = await session();
      if (!who?.loggedIn) return undefined;
      const ids = [...new Set([who.id, ...(await openChannels()), also].filter((id) => id !== undefined))];
      const found = await Promise.allSettled(ids.map((id) => managed(id, who.id)));
      // The one that is wanted must not give way to another because of a moment's trouble.
      const wanted = found[ids.findIndex((id) => id === also)];
      if (wanted?.status === 'rejected' && !isNo(wanted.reason)) throw wanted.reason;
      // Another that cannot be asked about must not hide the rest; when none can, that is the answer.
      const failed = found.find((one) => one.status === 'rejected');
      if (failed && found.every(({ status }) => status === 'rejected')) throw failed.reason;
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    },

    async read(channelId, list, page, search) {
      // A list and what its reader finds go together, which the compiler does not see.
      return { list, found: await readers[list](channelId, page, search) } as Found;
    },

    async activity(channelId, targetId) {
      const said = await client.send(people.activity, channelId, { path: { targetId } });
      return {
        messages: said.chatMessageCount ?? 0,
        restricted: said.restrictCount ?? 0,
        quietened: said.temporaryRestrictCount ?? 0,
      };
    },

    async streamKey(channelId) {
      // As the studio itself asks now; the older call is still there where this one is not.
      const { streamKey: key, streamUrl: url } = await client
        .send(stream.keyNow, channelId)
        .catch((error: unknown) => {
          const failure = failureOf(error);
          if (failure.code === 'platform-refused' && failure.status === 404)
            return client.send(stream.key, channelId);
          throw error;
        });
      return { key, ...(url != null && { url }) };
    },

    async categories(channelId, name) {
      const query = { keyword: name, size: choices, offset: 0 };
      const { results } = await client.send(stream.categories, channelId, { query });
      return results.map(categoryOf).filter((found) => found !== undefined);
    },

    async act(channelId, doing) {
      switch (doing.what) {
        case 'add-word':
          await client.send(words.add, channelId, { body: { prohibitWord: doing.word } });
          return;
        case 'edit-word':
          await client.send(words.edit, channelId, {
            path: { prohibitWordNo: doing.no },
            body: { prohibitWord: doing.word },
          });
          return;
        case 'remove-word':
          await client.send(words.remove, channelId, { path: { prohibitWordNo: doing.no } });
          return;
        case 'remove-all-words':
          await client.send(words.removeAll, channelId);
          return;
        case 'give-role': {
          const { whom: targetId, role: userRoleType } = doing;
          await client.send(roles.add, channelId, { body: { targetId, userRoleType } });
          return;
        }
        case 'take-role':
          await client.send(roles.remove, channelId, { path: { targetId: doing.id } });
          return;
        case 'set-rule':
          await client.send(rule.write, channelId, { body: { rule: doing.rule } });
          return;
        case 'remove-clip':
          await client.send(videos.removeClip, channelId, { path: { clipUID: doing.id } });
          return;
        case 'set-settings': {
          const { title, category, tags, adult, clips, replays } = doing.settings;
          await client.send(stream.setSettings, channelId, {
            body: {
              adult,
              defaultLiveTitle: title,
              categoryType: category?.type ?? '',
              liveCategory: category?.id ?? '',
              tags: [...tags],
              clipActive: clips,
              replayPublishType: replays,
            },
          });
        }
      }
    },
  };
}
