/**
 * What the user must be told about the stores: data that could not be understood and were put aside. A notice is nothing
 * of its own, it is read off what was put aside, so none can be lost and none can be told of what is not there.
 */
import { type Area, fromArea } from './area.ts';
import type { Connection } from './database.ts';
import type { RecordStore } from './schema.ts';
import { type DamagedSettings, damagedSettingsPrefix } from './settings.ts';

/** One thing that was put aside. */
export interface Notice {
  readonly id: string;
  readonly where: RecordStore | 'settings';
  /** Unix epoch milliseconds. */
  readonly at: number;
  /** For people who write bug reports: which field did not fit. */
  readonly why: string;
  readonly dismissed: boolean;
}

/** The notices. Every method throws a `storage` failure when the browser's storage fails. */
export interface Notices {
  /** All of them, newest first. */
  list(): Promise<Notice[]>;
  /** Remembers that the user has read it. The copy stays. */
  dismiss(id: string): Promise<void>;
  /**
   * The copy as JSON text, for the user to keep; `undefined` when there is none. Binary data, and with them all that is
   * sealed, are named but not given out.
   */
  export(id: string): Promise<string | undefined>;
}

/** What {@link createNotices} needs. */
export interface NoticesOptions {
  /** `storage.local`. */
  readonly area: Pick<Area, 'get' | 'set'>;
  readonly connection: Connection;
  /** Unix epoch milliseconds. */
  readonly now?: () => number;
}

/** The notices of both stores, for the background. */
export function createNotices({ area, connection, now = Date.now }: NoticesOptions): Notices {
  const settingsCopy = async (id: string): Promise<DamagedSettings | undefined> =>
    id.startsWith(damagedSettingsPrefix)
      ? ((await fromArea(area.get(id)))[id] as DamagedSettings | undefined)
      : undefined;

  return {
    async list() {
      const local = Object.entries(await fromArea(area.get(null)));
      const settings = local
        .filter(([key]) => key.startsWith(damagedSettingsPrefix))
        .map(([id, copy]) => ({ ...(copy as DamagedSettings), id, where: 'settings' as const }));
      const records = await connection.use((database) => database.getAll('quarantine'));
      return [...settings, ...records.map((copy) => ({ ...copy, where: copy.store }))]
        .map(({ id, where, at, why, dismissedAt }) => ({
          id,
          where,
          at,
          why,
          dismissed: dismissedAt !== undefined,
        }))
        .sort((one, other) => other.at - one.at);
    },

    async dismiss(id) {
      const settings = await settingsCopy(id);
      if (settings) return fromArea(area.set({ [id]: { ...settings, dismissedAt: now() } }));
      return connection.use(async (database) => {
        const { store, done } = database.transaction('quarantine', 'readwrite');
        const record = await store.get(id);
        if (record) await store.put({ ...record, dismissedAt: now() });
        await done;
      });
    },

    async export(id) {
      const copy =
        (await settingsCopy(id)) ?? (await connection.use((database) => database.get('quarantine', id)));
      return copy && JSON.stringify(copy, withoutBinary, 2);
    },
  };
}

function withoutBinary(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return `binary, ${value.byteLength} bytes`;
  return value;
}
