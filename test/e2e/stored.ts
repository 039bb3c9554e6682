import type { Surface } from './drive/session.ts';

/**
 * Waits until what lies under `key` in the extension's `storage.local`, as JSON, contains `words`.
 *
 * Pages draw what the user chose before it is stored; whoever then closes the page, or stops the background, may lose it.
 */
export async function stored(page: Surface, key: string, words: string): Promise<void> {
  await page.waitUntil(
    `${words} to be stored`,
    async (key: string, words: string) => {
      interface Extension {
        readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
      }
      const { storage } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      const value = (await storage.local.get(key))[key];
      return value !== undefined && JSON.stringify(value).includes(words);
    },
    key,
    words,
  );
}
