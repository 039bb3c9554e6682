/**
 * The log of chat messages in the database, for the background alone.
 *
 * Up to a million records stand here, so that nothing reads all of them: one chatter's messages come by an index, channels by
 * jumping from one to the next, and what is deleted goes in pieces. Each piece is one transaction: a worker that dies in between
 * leaves nothing half done, and the next look goes on.
 */
import { type Before, type KeptLine, type KeptPage, type KeptRoom, logLimits } from '../chat/log.ts';
import type { Platform } from '../chat/message.ts';
import type { Connection } from './database.ts';

/** A message as it is stored. */
export interface LineRecord extends KeptLine {
  /** `<platform>:<channel>`. */
  readonly room: string;
}

/** Which channel. */
export type Room = Pick<KeptRoom, 'platform' | 'channel'>;

/** See the file's head. Every method throws a `storage` failure when the browser's storage fails. */
export interface ChatLog {
  /** Takes `lines` in. A message that is there already is left as it is. */
  readonly keep: (room: Room, lines: readonly KeptLine[]) => Promise<void>;
  /** What `who` said in the channel, the newest before `before`. */
  readonly older: (room: Room, who: string, before?: Before) => Promise<KeptPage>;
  readonly rooms: () => Promise<readonly KeptRoom[]>;
  /** Deletes what is kept of a channel; without one, everything. */
  readonly forget: (room?: Room) => Promise<void>;
  /** Deletes what was said before `oldest`, and the oldest of what is too much. */
  readonly prune: (oldest: number) => Promise<void>;
}

/** Records that are deleted in one transaction: others wait meanwhile. */
const piece = 5_000;

const keyOf = ({ platform, channel }: Room): string => `${platform}:${channel}`;
/** Every key of a channel: an array sorts after any text. */
const keysOf = (room: string): IDBKeyRange => IDBKeyRange.bound([room], [room, []]);

/** The log behind `connection`. `atMost` is for tests. */
export function createChatLog(connection: Connection, atMost: number = logLimits.lines): ChatLog {
  /** Deletes the oldest `most` of what was said before `before`; says how many those were. */
  const deleteOldest = (before: number, most: number): Promise<number> =>
    connection.use(async (database) => {
      const transaction = database.transaction('lines', 'readwrite');
      const keys = await transaction.store
        .index('byTime')
        .getAllKeys(IDBKeyRange.upperBound(before, true), Math.min(most, piece));
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      return keys.length;
    });

  async function deleteAll(before: number, most = Infinity): Promise<void> {
    for (let left = most; left > 0;) {
      const gone = await deleteOldest(before, left);
      if (gone === 0) return;
      left -= gone;
    }
  }

  return {
    keep: (where, lines) =>
      connection.use(async (database) => {
        const room = keyOf(where);
        const transaction = database.transaction('lines', 'readwrite');
        const put = async (line: KeptLine): Promise<void> => {
          const key = await transaction.store.getKey([room, line.id]);
          if (key === undefined) await transaction.store.put({ ...line, room });
        };
        // All of them are looked for before the first is put: of two with one id the first counts.
        const unlike = new Map(lines.toReversed().map((line) => [line.id, line]));
        await Promise.all([...[...unlike.values()].map(put), transaction.done]);
      }),

    older: (where, who, before) =>
      connection.use(async (database) => {
        const room = keyOf(where);
        const until = before?.at ?? Infinity;
        const { store } = database.transaction('lines');
        const range = IDBKeyRange.bound([room, who, -Infinity], [room, who, until]);
        let cursor = await store.index('byChatter').openCursor(range, 'prev');
        const lines: KeptPage['lines'][number][] = [];
        while (cursor && lines.length < logLimits.page) {
          const { id, at, text } = cursor.value;
          // Of those of the same moment the ids decide, as they do in the index.
          if (!before || at < before.at || id < before.id) lines.unshift({ id, at, text });
          cursor = await cursor.continue();
        }
        return { lines, more: cursor !== null };
      }),

    rooms: () =>
      connection.use(async (database) => {
        const { store } = database.transaction('lines');
        const rooms: KeptRoom[] = [];
        let cursor = await store.openKeyCursor();
        while (cursor) {
          const [room] = cursor.key;
          const [platform = '', channel = ''] = room.split(':');
          const lines = await store.count(keysOf(room));
          rooms.push({ platform: platform as Platform, channel, lines });
          cursor = await store.openKeyCursor(IDBKeyRange.lowerBound([room, []]));
        }
        return rooms;
      }),

    async forget(where) {
      if (!where) {
        await connection.use((database) => database.clear('lines'));
        return;
      }
      const range = keysOf(keyOf(where));
      for (let isDone = false; !isDone;) {
        isDone = await connection.use(async (database) => {
          const { store, done } = database.transaction('lines', 'readwrite');
          const keys = await store.getAllKeys(range, piece);
          const [first, last] = [keys[0], keys.at(-1)];
          if (first && last) await store.delete(IDBKeyRange.bound(first, last));
          await done;
          return keys.length < piece;
        });
      }
    },

    async prune(oldest) {
      await deleteAll(oldest);
      const count = await connection.use((database) => database.count('lines'));
      await deleteAll(Infinity, count - atMost);
    },
  };
}
