/** Managing channels on CHZZK: which ones, what stands there, and what the user wants to change. */
import { ask, type Fetch } from '../ask.ts';
import { publicCalls } from '../public.ts';
import type { ChzzkSession } from '../session.ts';
import { manageCalls } from './calls.ts';
import type { ManageClient } from './client.ts';
import type { Doing, ManagedChannel, Restrictions, Word } from './wish.ts';

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
  /** The user's own channel, and those of open tabs in which they have a role; `undefined`: nobody is logged in. */
  readonly channels: () => Promise<readonly ManagedChannel[] | undefined>;
  readonly words: (channelId: string) => Promise<readonly Word[]>;
  /** A part of the list, from 0; of those whose name holds `name`. */
  readonly restrictions: (channelId: string, page: number, name: string) => Promise<Restrictions>;
  readonly act: (channelId: string, doing: Doing) => Promise<void>;
}

const { words, restrictions, roles } = manageCalls;

/** So many restrictions are asked for at a time. */
const pageSize = 50;

/** CHZZK's times are Korea's, and do not say so. Unix epoch milliseconds. */
function momentOf(date: string | null | undefined): number | undefined {
  const at = date == null ? NaN : Date.parse(`${date.slice(0, 19).replace(' ', 'T')}+09:00`);
  return Number.isNaN(at) ? undefined : at;
}

/** Makes the desk. */
export function createManageDesk({ client, fetch, session, openChannels }: ManageDeskParts): ManageDesk {
  async function managed(id: string, ownId: string | undefined): Promise<readonly ManagedChannel[]> {
    const { permissions } = await client.send(roles.mine, id);
    if ((permissions ?? []).length === 0) return [];
    const { channelName } = await ask(fetch, publicCalls.channel, {}, { channelId: id });
    return [{ id, name: channelName ?? id, isOwn: id === ownId }];
  }

  return {
    async channels() {
      const who = await session();
      if (!who?.loggedIn) return undefined;
      const ids = new Set([...(who.id === undefined ? [] : [who.id]), ...(await openChannels())]);
      const found = await Promise.allSettled([...ids].map((id) => managed(id, who.id)));
      // One that cannot be asked about must not hide the others; when none can, that is the answer.
      const failed = found.find((one) => one.status === 'rejected');
      if (failed && found.every(({ status }) => status === 'rejected')) throw failed.reason;
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    },

    async words(channelId) {
      const list = await client.send(words.list, channelId);
      const found = 'prohibitWordList' in list ? list.prohibitWordList : list.prohibitWords;
      return found.map(({ prohibitWordNo: no, prohibitWord: word, nickname, createdDate }) => {
        const at = momentOf(createdDate);
        return {
          no,
          word,
          ...(nickname == null ? {} : { by: nickname }),
          ...(at === undefined ? {} : { at }),
        };
      });
    },

    async restrictions(channelId, page, name) {
      const query = { page, size: pageSize, ...(name === '' ? {} : { userNickname: name }) };
      const { data, totalCount } = await client.send(restrictions.list, channelId, { query });
      const users = data.map(
        ({ userIdHash: id, nickname, executeNickname, createdDate, releaseDate, memo }) => {
          const [at, until] = [momentOf(createdDate), momentOf(releaseDate)];
          return {
            id,
            name: nickname ?? id,
            memo: memo ?? '',
            ...(executeNickname == null ? {} : { by: executeNickname }),
            ...(at === undefined ? {} : { at }),
            ...(until === undefined ? {} : { until }),
          };
        },
      );
      return { users, total: totalCount ?? users.length };
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
        case 'restrict': {
          const { whom: targetId, days: restrictDays, memo } = doing;
          await client.send(restrictions.add, channelId, { body: { targetId, restrictDays, memo } });
          return;
        }
        case 'lift':
          await client.send(restrictions.lift, channelId, { path: { targetId: doing.id } });
      }
    },
  };
}
