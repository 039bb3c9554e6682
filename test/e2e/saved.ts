import type { Part } from './drive/surface.ts';

/** From now on what `page` saves as a file can be read: answers what was saved last, empty before that. */
export async function savedFrom(page: Pick<Part, 'evaluate'>): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((words) => Object.assign(globalThis, { saved: words }));
      return make(blob);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { saved?: string }).saved ?? '');
}
