/** Managing channels on CHZZK: which ones, what stands there, and what the user wants to change. */
import { ask, type Fetch } from '../ask.ts';
import { publicCalls } from '../public.ts';
import type { ChzzkSession } from '../session.ts';
import { manageCalls } from './calls.ts';
import type { ManageClient } from './client.ts';
import type { Doing, ManagedChannel, ManageLists } from './wish.ts';

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
  /** A part of the list, from 0; of those whose name holds `name`. */
  readonly restrictions: (
    channelId: string,
    page: number,
    name: string,
  ) => Promise<ManageLists['restrictions']>;
  /** A part of the list, as of the restrictions. */
  readonly requests: (channelId: string, page: number, name: string) => Promise<ManageLists['requests']>;
  readonly words: (channelId: string) => Promise<ManageLists['words']>;
  /** Who has a role, the owner first. */
  readonly helpers: (channelId: string) => Promise<ManageLists['helpers']>;
  readonly rule: (channelId: string) => Promise<ManageLists['rule']>;
  readonly act: (channelId: string, doing: Doing) => Promise<void>;
}

const { words, restrictions, requests, roles, rule } = manageCalls;

/** So many restrictions are asked for at a time. */
const pageSize = 50;

/** CHZZK's times are Korea's, and do not say so. Unix epoch milliseconds. */
export function momentOf(date: string | null | undefined): number | undefined {
  const at = date == null ? NaN : Date.parse(`${date.slice(0, 19).replace(' ', 'T')}+09:00`);
  return Number.isNaN(at) ? undefined : at;
}

/** Which part is asked for. */
const search = (page: number, name: string) => ({
  page,
  size: pageSize,
  ...(name === '' ? {} : { userNickname: name }),
});

/** The fields of which CHZZK says something. */
function said<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
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
      return found.map(({ prohibitWordNo: no, prohibitWord: word, nickname: by, createdDate }) => ({
        no,
        word,
        ...said({ by, at: momentOf(createdDate) }),
      }));
    },

    async restrictions(channelId, page, name) {
      const query = search(page, name);
      const { data, totalCount } = await client.send(restrictions.list, channelId, { query });
      const users = data.map(
        ({ userIdHash: id, nickname, executeNickname: by, createdDate, releaseDate, memo }) => ({
          id,
          name: nickname ?? id,
          memo: memo ?? '',
          ...said({ by, at: momentOf(createdDate), until: momentOf(releaseDate) }),
        }),
      );
      return { users, total: totalCount ?? users.length };
    },

    async requests(channelId, page, name) {
      const query = search(page, name);
      const { data, totalCount } = await client.send(requests.list, channelId, { query });
      const users = data.map(({ requestNo: no, userResponse: user, vindication, createdDate }) => ({
        no,
        plea: vindication ?? '',
        ...said({ id: user?.userIdHash, name: user?.nickname, at: momentOf(createdDate) }),
      }));
      return { users, total: totalCount ?? users.length };
    },

    async helpers(channelId) {
      const { data } = await client.send(roles.list, channelId);
      return data
        .map(({ managerChannelId: id, managerChannelName: name, userRole: role, createdDate }) => ({
          id,
          name: name ?? id,
          role: role ?? '',
          ...said({ at: momentOf(createdDate) }),
        }))
        .toSorted((one, other) => Number(other.id === channelId) - Number(one.id === channelId));
    },

    async rule(channelId) {
      return (await client.send(rule.read, channelId)).rule ?? '';
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
        // To accept a request is to lift the restriction.
        case 'lift':
        case 'accept':
          await client.send(restrictions.lift, channelId, { path: { targetId: doing.id } });
          return;
        case 'reject': {
          const { no: requestNo, judgment } = doing;
          await client.send(requests.reject, channelId, { path: { requestNo }, body: { judgment } });
          return;
        }
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
      }
    },
  };
}
