/**
 * The popup's first paint: the last known live list, read straight from the database, without zod, without idb, and
 * without waiting for the background. It only looks: it creates nothing, migrates nothing and repairs nothing.
 */
import type { LiveSnapshot, LiveStream } from '../live/stream.ts';
import { databaseName } from './database-name.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isOptionalText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const texts = ['platform', 'channelId', 'login', 'name', 'title', 'category'] as const;

function isStream(value: unknown): value is LiveStream {
  return (
    isObject(value) &&
    texts.every((field) => typeof value[field] === 'string') &&
    typeof value['viewers'] === 'number' &&
    typeof value['startedAt'] === 'number' &&
    typeof value['rerun'] === 'boolean' &&
    isOptionalText(value['avatarUrl']) &&
    isOptionalText(value['previewUrl'])
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
 * The last known list of `accountId`, or without one the newest of all accounts. `undefined` when there is none, when it
 * is damaged, or when the database cannot be read: the page then waits for the background, as it would with no list.
 */
export async function readLive(accountId?: string): Promise<LiveSnapshot | undefined> {
  const database = await openExisting();
  if (!database) return undefined;
  try {
    const all = await readAll(database, accountId);
    return all.filter(isSnapshot).reduce<LiveSnapshot | undefined>(newer, undefined);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
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
  return new Promise((resolve, reject) => {
    const request = database.transaction('live').objectStore('live').getAll(accountId);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('unreadable', { cause: request.error }));
  });
}
