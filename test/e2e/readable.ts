import type { Part } from './drive/surface.ts';

/** What a document of ours, or a page, can read: storages, databases, its own DOM, and what it was told. */
export const readable = (part: Part): Promise<string> =>
  part.evaluate(async () => {
    const words = new XMLSerializer().serializeToString(document);
    const seen: unknown[] = [words, location.href, document.cookie];
    const storages = [globalThis.localStorage, globalThis.sessionStorage];
    for (const storage of storages) seen.push(JSON.stringify(storage));
    const databases = await indexedDB.databases().catch((error: unknown) => {
      // Firefox has no databases for pages of ours in a private window.
      if (error instanceof DOMException && error.name === 'InvalidStateError') return [];
      throw error;
    });
    for (const { name } of databases) {
      if (name === undefined) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        // Bytes as letters, so that what is not sealed would show.
        const spell = (_key: string, value: unknown): unknown =>
          value instanceof ArrayBuffer
            ? String.fromCharCode(...new Uint8Array(value))
            : value instanceof Uint8Array
              ? String.fromCharCode(...value)
              : value;
        seen.push(JSON.stringify(all, spell));
      }
      database.close();
    }
    return seen.join('\n');
  });
