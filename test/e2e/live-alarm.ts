/** The alarm that asks who is live, and how long ago that was asked last. */
import { databaseName } from '../../lib/store/database-name.ts';
import type { Surface } from './drive/session.ts';

/** Lets every list that is stored be as old as if nobody had asked for so many minutes more, and the alarm ring. */
export const ringLive = (page: Surface, minutes = 10): Promise<void> =>
  page.evaluate(
    async (name: string, ms: number) => {
      interface Extension {
        readonly alarms: {
          create(name: string, how: { when: number; periodInMinutes: number }): Promise<void>;
        };
      }
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('the database refused'));
        });
      const database = await done(indexedDB.open(name));
      const lists = database.transaction('live', 'readwrite').objectStore('live');
      const all = (await done(lists.getAll())) as { updatedAt: number }[];
      for (const list of all) await done(lists.put({ ...list, updatedAt: list.updatedAt - ms }));
      database.close();
      const { alarms } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      await alarms.create('live', { when: Date.now(), periodInMinutes: 2 });
    },
    databaseName,
    minutes * 60_000,
  );

/**
 * Lets it be so many minutes since the background last looked who is live, in the follows and in the watched categories: as
 * when the machine slept meanwhile. Who was live then is remembered as it was.
 */
export const lookedBefore = (page: Surface, minutes: number): Promise<void> =>
  page.evaluate(async (ms: number) => {
    interface Extension {
      readonly storage: {
        readonly session: {
          get(keys: readonly string[]): Promise<Record<string, Record<string, number>>>;
          set(items: object): Promise<void>;
        };
      };
    }
    const { session } = (globalThis as unknown as { readonly chrome: Extension }).chrome.storage;
    const kept = await session.get(['seenLive', 'seenWatched', 'watched']);
    for (const look of Object.values(kept))
      for (const time of ['at', 'updatedAt']) if (look[time] !== undefined) look[time] -= ms;
    await session.set(kept);
  }, minutes * 60_000);
