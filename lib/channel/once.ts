/**
 * Doing what must not be done twice. A page asks again when the background died before it answered; what is done under an
 * id is written down right before it is sent and after it is done, so that the second asking finds out.
 */
import { fail, FailureError } from '../failure.ts';

/** What became of a deed: `result` once it is done, as JSON. */
export interface Deed {
  readonly id: string;
  readonly result?: string;
}

/** Where deeds are kept for as long as the browser runs. */
export interface DeedBook {
  readonly get: () => Promise<readonly Deed[] | undefined>;
  readonly update: (change: (deeds: readonly Deed[] | undefined) => Deed[]) => Promise<unknown>;
}

/** So many are remembered; who asks again does so at once or never. */
const deedsAtMost = 50;

/** What is to be done once; it awaits `begin` when nothing keeps it back any more, before it sends anything. */
export type OnceWork<T> = (begin: () => Promise<void>) => Promise<T>;

/** Does `work` under `id`, however often it is asked for. */
export type Once = <T>(id: string, work: OnceWork<T>) => Promise<T>;

/**
 * Makes a {@link Once}. It throws what the work throws, and `outcome-unknown` for what an earlier life of the worker has
 * begun.
 */
export function createOnce(book: DeedBook): Once {
  const running = new Map<string, Promise<unknown>>();

  const note = async (deed: Deed): Promise<void> => {
    await book.update((deeds = []) =>
      [...deeds.filter(({ id }) => id !== deed.id), deed].slice(-deedsAtMost),
    );
  };

  async function run<T>(id: string, work: OnceWork<T>): Promise<T> {
    const known = (await book.get())?.find((deed) => deed.id === id);
    if (known?.result !== undefined) return JSON.parse(known.result) as T;
    if (known) fail({ code: 'outcome-unknown' });
    try {
      const result = await work(() => note({ id }));
      await note({ id, result: JSON.stringify(result) });
      return result;
    } catch (error) {
      const unsure = error instanceof FailureError && error.failure.code === 'outcome-unknown';
      if (!unsure) await book.update((deeds = []) => deeds.filter((deed) => deed.id !== id));
      throw error;
    }
  }

  return <T>(id: string, work: OnceWork<T>) => {
    const begun = running.get(id) ?? run(id, work).finally(() => running.delete(id));
    running.set(id, begun);
    return begun as Promise<T>;
  };
}
