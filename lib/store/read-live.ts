/**
 * The popup's first paint: the last known live list, read straight from the database, without zod, without idb, and
 * without waiting for the background. It only looks: it creates nothing, migrates nothing and repairs nothing.
 */
import type { Platform } from '../chat/message.ts';
import { isObject } from '../is-object.ts';
import {
  chzzkListPrefix,
  type LiveLists,
  type LiveSnapshot,
  type LiveStream,
  platformOf,
} from '../live/stream.ts';
import { databaseName } from './database-name.ts';

const isOptional = (type: 'string' | 'number', value: unknown): boolean =>
  value === undefined || typeof value === type;

/** Asked of a thousand before the first is drawn, so it is written out: field by field is thrice as quick as a loop over names. */
function isStream(value: unknown): value is LiveStream {
  return (
    isObject(value) &&
    typeof value['platform'] === 'string' &&
    typeof value['channelId'] === 'string' &&
    typeof value['login'] === 'string' &&
    typeof value['name'] === 'string' &&
    typeof value['title'] === 'string' &&
    typeof value['category'] === 'string' &&
    typeof value['viewers'] === 'number' &&
    isOptional('number', value['startedAt']) &&
    typeof value['rerun'] === 'boolean' &&
    isOptional('string', value['avatarUrl']) &&
    isOptional('string', value['previewUrl'])
  );
}

function isSnapshot(value: unknown): value is LiveSnapshot {
  return (
    isObject(value) &&
    typeof value['accountId'] === 'string' &&
    typeof value['updatedAt'] === 'number' &&
    Array.isArray(value['streams']) &&
    value['streams'].every(isStream)
  );
}

/**
 * Makes equal words one: of its platform, its category and its picture's address the database gives each channel a copy of
 * its own, and with a thousand of them that is a third of what the popup keeps.
 */
function shareWords(streams: readonly { -readonly [Key in keyof LiveStream]: LiveStream[Key] }[]): void {
  const known = new Map<string, string>();
  const shared = <Words extends string>(words: Words): Words => {
    const before = known.get(words) as Words | undefined;
    if (before === undefined) known.set(words, words);
    return before ?? words;
  };
  for (const stream of streams) {
    stream.platform = shared(stream.platform);
    stream.category = shared(stream.category);
    if (stream.previewUrl !== undefined) stream.previewUrl = shared(stream.previewUrl);
  }
}

/**
 * The last known lists: that of `accountId`, or without one the newest of all accounts, and CHZZK's. A list is `undefined`
 * when there is none, when it is damaged, or when the database cannot be read: the page then waits for the background, as
 * it would with no list.
 */
export async function readLists(accountId?: string): Promise<LiveLists> {
  const none: LiveLists = { own: undefined, chzzk: undefined };
  const database = await openExisting();
  if (!database) return none;
  try {
    const all = (await readAll(database, accountId)).filter(isSnapshot);
    shareWords(all.flatMap(({ streams }) => streams));
    const newest = (platform: Platform): LiveSnapshot | undefined =>
      all
        .filter((list) => platformOf(list.accountId) === platform)
        .reduce<LiveSnapshot | undefined>(newer, undefined);
    return { own: newest('twitch'), chzzk: newest('chzzk') };
  } catch {
    return none;
  } finally {
    database.close();
  }
}

/** The last known list of `accountId`, or without one the newest of all accounts; see {@link readLists}. */
export async function readLive(accountId?: string): Promise<LiveSnapshot | undefined> {
  return (await readLists(accountId)).own;
}

const newer = (one: LiveSnapshot | undefined, other: LiveSnapshot): LiveSnapshot =>
  one && one.updatedAt >= other.updatedAt ? one : other;

/** The database in whatever version it is. Where there is none, none is made: that is the background's work. */
export function openExisting(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(databaseName);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = () => resolve(undefined);
      request.onsuccess = () => {
        // A migration that starts just now must not wait for this page.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
    } catch {
      resolve(undefined);
    }
  });
}

function readAll(database: IDBDatabase, accountId: string | undefined): Promise<unknown[]> {
  const lists = database.transaction('live').objectStore('live');
  const read = (which?: string | IDBKeyRange): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const request = lists.getAll(which);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('unreadable', { cause: request.error }));
    });
  if (accountId === undefined) return read();
  const ofChzzk = IDBKeyRange.bound(chzzkListPrefix, `${chzzkListPrefix}\uffff`);
  return Promise.all([read(accountId), read(ofChzzk)]).then((found) => found.flat());
}
