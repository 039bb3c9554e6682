/** The alarm that asks who is live, and how long ago that was asked last. */
import { databaseName } from '../../lib/store/database-name.ts';
import type { Surface } from './drive/session.ts';

/** Lets every list that is stored be as old as if nobody had asked for ten minutes, and the alarm ring. */
export const ringLive = (page: Surface): Promise<void> =>
  page.evaluate(async (name: string) => {
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
    for (const list of all) await done(lists.put({ ...list, updatedAt: list.updatedAt - 600_000 }));
    database.close();
    const { alarms } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
    await alarms.create('live', { when: Date.now(), periodInMinutes: 2 });
  }, databaseName);
