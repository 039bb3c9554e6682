/**
 * Settings in the browser's own sync storage, if the user wants that. One item a setting: what one browser changes does
 * not undo what another one changed elsewhere, and one that is too large keeps only itself out.
 *
 * Whether the browser really carries them anywhere is the browser's business, and it does not say.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
import * as z from 'zod/mini';

import { type Area, fromArea } from './area.ts';
import { mergeSettings, type SharedSetting } from './settings-merge.ts';
import type { ChangedElsewhere, TimedSettings } from './settings.ts';
import { isSettingKey, type PerSetting, type SettingKey } from './settings-table.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

/** The browser's limits, in bytes: of one item with its name, and of all. */
const limits = { item: 8_192, all: 102_400 };

/** Items of ours stand under this and the setting's name. */
const prefix = 'setting.';

/** Where our part of it is kept, in `storage.local`. */
const bookKey = 'settingsSync';

const bookSchema = z.object({
  on: z.boolean(),
  /** When it was switched on, Unix epoch milliseconds. */
  since: z.number(),
  /** See `Merging`. */
  known: z.record(z.string(), z.number()),
  /** When all was in step last, Unix epoch milliseconds. */
  at: z.exactOptional(z.number()),
  /** Settings for which there was no room. */
  left: z.readonly(z.array(z.string())),
  failed: z.exactOptional(z.enum(['busy', 'unavailable', 'newer'])),
});

type Book = z.infer<typeof bookSchema>;

const closed: Book = { on: false, since: 0, known: {}, left: [] };

const sharedSchema = z.object({
  version: z.int().check(z.gte(1)),
  at: z.number(),
  value: z.unknown(),
});

/** How it stands, for the user. */
export interface SyncView {
  readonly on: boolean;
  readonly at?: number;
  readonly left: readonly string[];
  /** Too many changes in a minute, no sync storage, or settings there of a later version of ours. */
  readonly failed?: 'busy' | 'unavailable' | 'newer';
}

/** What {@link createSettingsSync} needs. */
export interface SettingsSyncParts {
  /** `storage.local`. */
  readonly local: Area;
  /** `storage.sync`. */
  readonly shared: Pick<Area, 'get' | 'set' | 'remove'>;
  readonly read: () => Promise<TimedSettings>;
  readonly write: (values: PerSetting<unknown>, elsewhere: ChangedElsewhere) => Promise<unknown>;
  /** Likewise when a browser joins: the user can take it back. */
  readonly join: SettingsSyncParts['write'];
  readonly changed: () => void;
  readonly now: () => number;
  readonly queue?: WriteQueue;
}

/** The sync. Every method throws a `storage` failure when this browser's own storage fails. */
export interface SettingsSync {
  /** Looks what changed on either side, and settles it. Does nothing while it is off. */
  readonly look: () => Promise<void>;
  readonly view: () => Promise<SyncView>;
  readonly turn: (on: boolean) => Promise<void>;
  /** Switches it off, and takes our settings out of the sync storage. */
  readonly forget: () => Promise<void>;
}

/** Makes the sync. */
export function createSettingsSync(parts: SettingsSyncParts): SettingsSync {
  const { local, shared, now, queue = createWriteQueue('settingsSync') } = parts;

  async function readBook(): Promise<Book> {
    const kept = bookSchema.safeParse((await fromArea(local.get(bookKey)))[bookKey]);
    return kept.success ? kept.data : closed;
  }

  async function writeBook(book: Book): Promise<void> {
    await fromArea(local.set({ [bookKey]: book }));
    parts.changed();
  }

  // Nothing need be written down before it is done: who dies in between finds the rest to do, see `mergeSettings`.
  async function settle(book: Book): Promise<Book> {
    const stored = await shared.get(null);
    const { settings: mine, times } = await parts.read();
    const isJoining = book.at === undefined;
    const merged = mergeSettings({
      local: mine,
      times,
      shared: itemsOf(stored),
      known: book.known,
      joining: isJoining ? book.since : undefined,
    });
    if (Object.keys(merged.times).length > 0) {
      const isOther = Object.keys(merged.take).length > 0;
      await (isJoining && isOther ? parts.join : parts.write)(merged.take, {
        times: merged.times,
        seen: times,
      });
    }

    const { fits, left } = whatFits(merged.give, stored);
    const failed = await give(fits);
    const given = Object.entries(fits).map(([key, { at }]) => [key, at] as const);
    const trouble = failed ?? (merged.newer ? 'newer' : undefined);
    return {
      on: true,
      since: book.since,
      known: { ...merged.known, ...(failed === undefined && Object.fromEntries(given)) },
      left,
      at: now(),
      ...(trouble !== undefined && { failed: trouble }),
    };
  }

  async function give(fits: PerSetting<SharedSetting>): Promise<Book['failed']> {
    const given = Object.entries(fits);
    if (given.length === 0) return undefined;
    try {
      await shared.set(Object.fromEntries(given.map(([key, item]) => [prefix + key, item])));
      return undefined;
    } catch (error) {
      return troubleOf(error);
    }
  }

  const look = async (book: Book): Promise<void> => {
    const next = await settle(book).catch((error: unknown): Book => ({ ...book, failed: troubleOf(error) }));
    await writeBook(next);
  };

  return {
    look: () =>
      queue.run(async () => {
        const book = await readBook();
        if (book.on) await look(book);
      }),
    async view() {
      const { on, at, left, failed } = await readBook();
      return {
        on,
        left,
        ...(at !== undefined && { at }),
        ...(failed !== undefined && { failed }),
      };
    },
    turn: (on) =>
      queue.run(async () => {
        const book = await readBook();
        if (book.on === on) return;
        const next = on ? { ...closed, on, since: now() } : closed;
        await writeBook(next);
        if (on) await look(next);
      }),
    forget: () =>
      queue.run(async () => {
        await writeBook(closed);
        const ours = Object.keys(await fromArea(shared.get(null))).filter((key) => key.startsWith(prefix));
        if (ours.length > 0) await fromArea(shared.remove(ours));
      }),
  };
}

/** Chrome counts the writes of a minute and of an hour, and says so in words only. */
const troubleOf = (error: unknown): NonNullable<Book['failed']> =>
  error instanceof Error && error.message.includes('MAX_WRITE') ? 'busy' : 'unavailable';

/** Our items in the sync storage. */
function itemsOf(stored: Readonly<Record<string, unknown>>): PerSetting<SharedSetting> {
  const found = Object.entries(stored).flatMap(([name, item]) => {
    const key = name.slice(prefix.length);
    const read = sharedSchema.safeParse(item);
    return name.startsWith(prefix) && isSettingKey(key) && read.success ? [[key, read.data] as const] : [];
  });
  return Object.fromEntries(found);
}

const bytesOf = (name: string, item: unknown): number =>
  new TextEncoder().encode(name + JSON.stringify(item)).length;

/** What of `give` has room beside what is stored already, and the names of the rest. */
function whatFits(
  give: PerSetting<SharedSetting>,
  stored: Readonly<Record<string, unknown>>,
): { readonly fits: PerSetting<SharedSetting>; readonly left: readonly SettingKey[] } {
  const fits: Partial<Record<SettingKey, SharedSetting>> = {};
  const left: SettingKey[] = [];
  const others = Object.entries(stored).filter(([name]) => !Object.hasOwn(give, name.slice(prefix.length)));
  let taken = others.reduce((sum, [name, item]) => sum + bytesOf(name, item), 0);
  for (const key of Object.keys(give).filter(isSettingKey)) {
    const item = give[key];
    if (!item) continue;
    const bytes = bytesOf(prefix + key, item);
    if (bytes > limits.item || taken + bytes > limits.all) left.push(key);
    else {
      fits[key] = item;
      taken += bytes;
    }
  }
  return { fits, left };
}
