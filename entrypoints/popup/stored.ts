/** What is stored, from the script that asks for it (`popup-read.ts`) to the one that draws it. */
import type { LiveLists } from '../../lib/live/stream.ts';

/** What is being read. */
export interface Stored {
  readonly lists: Promise<LiveLists>;
  /** What stands under the settings' key. */
  readonly settings: Promise<Record<string, unknown>>;
}

/** Where the two scripts meet. */
const place = Symbol.for('sidestage.popup');
const here = globalThis as { [place]?: Stored | undefined };

/** Leaves it for the other script. */
export function handOver(stored: Stored): void {
  here[place] = stored;
}

/** Takes it, once: here it would be kept as long as the page, a thousand channels beside those that are shown. */
export function takeOver(): Stored | undefined {
  const stored = here[place];
  here[place] = undefined;
  return stored;
}
