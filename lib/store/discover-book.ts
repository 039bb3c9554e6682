/**
 * What the popup remembers of discovery in `storage.local`: the last searches and the language. The popup alone reads and
 * writes it; nothing here uses zod.
 */
import { type Area, fromArea } from './area.ts';

/** What is remembered. */
export interface DiscoverMemory {
  readonly recents: readonly string[];
  /** A language code; empty: every language. */
  readonly language: string;
}

const key = 'discover';

/** The memory in `area`, which is `storage.local`. What does not fit is as if it were not there. */
export function createDiscoverBook(area: Pick<Area, 'get' | 'set'>): {
  readonly read: () => Promise<DiscoverMemory>;
  readonly write: (memory: DiscoverMemory) => Promise<void>;
} {
  return {
    async read() {
      const stored = (await fromArea(area.get(key)))[key];
      const { recents, language } = (stored ?? {}) as Partial<Record<keyof DiscoverMemory, unknown>>;
      return {
        recents: Array.isArray(recents) ? recents.filter((one) => typeof one === 'string') : [],
        language: typeof language === 'string' && /^[a-z]{2,5}$/.test(language) ? language : '',
      };
    },
    write: (memory) => fromArea(area.set({ [key]: memory })),
  };
}
