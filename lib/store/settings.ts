/**
 * The settings, in `storage.local` under one key. Pages and content scripts read ({@link readSettings}) and listen
 * ({@link watchSettings}); only the background writes ({@link createSettings}).
 */
import { FailureError } from '../failure.ts';
import { type Area, type AreaChanges, fromArea } from './area.ts';
import { interpret } from './settings-envelope.ts';
import { settingsKey } from './settings-key.ts';
import type { StoredValues } from './settings-migrations/migration.ts';
import {
  type PerSetting,
  type Refusal,
  refusals,
  settingKeys,
  type SettingKey,
  type Settings,
} from './settings-table.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

/** Copies of damaged settings stand under this and a random id. */
export const damagedSettingsPrefix = 'damaged.settings.';

/** Damaged settings, as they were found. */
export interface DamagedSettings {
  /** When they were put aside, Unix epoch milliseconds. */
  readonly at: number;
  readonly why: string;
  readonly stored: unknown;
  /** When the user dismissed the notice, Unix epoch milliseconds. */
  readonly dismissedAt?: number;
}

/** The settings as they stand, defaults filled in. Writes nothing, whatever it finds. @throws a `storage` failure */
export async function readSettings(area: Pick<Area, 'get'>): Promise<Settings> {
  const stored = await fromArea(area.get(settingsKey));
  return interpret(stored[settingsKey]).settings;
}

/** The settings, and when they were changed last, Unix epoch milliseconds; of some nobody knows. */
export interface TimedSettings {
  readonly settings: Settings;
  readonly times: PerSetting<number>;
}

/** About changes that were made in another browser. Times are Unix epoch milliseconds. */
export interface ChangedElsewhere {
  /** When they were made there. */
  readonly times: PerSetting<number>;
  /** When the same was changed here last, as far as whoever wants to write knew: what was changed since stays. */
  readonly seen: PerSetting<number>;
}

/** Hears of changes of settings, with the names of those that differ. */
export type SettingsListener = (settings: Settings, changed: readonly SettingKey[]) => void;

/** Calls `listener` after every change that some other context, or this one, has made. Returns how to stop. */
export function watchSettings(area: Pick<Area, 'onChanged'>, listener: SettingsListener): () => void {
  const hear = (changes: AreaChanges): void => {
    if (!Object.hasOwn(changes, settingsKey)) return;
    const before = interpret(changes[settingsKey]?.oldValue).settings;
    const after = interpret(changes[settingsKey]?.newValue).settings;
    const changed = settingKeys.filter((key) => !same(before[key], after[key]));
    if (changed.length > 0) listener(after, changed);
  };
  area.onChanged.addListener(hear);
  return () => area.onChanged.removeListener(hear);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the background does with settings. Every method throws a `storage` failure when the browser's storage fails. */
export interface SettingsStore {
  /** Migrates and repairs what is stored, once at the start. Nothing is written when there is nothing to do. */
  repair(): Promise<Settings>;
  read(): Promise<Settings>;
  readTimed(): Promise<TimedSettings>;
  /**
   * Writes the settings in `changes` and no others, now changed by the user, if they were not `elsewhere`.
   * @throws a `bad-input` failure that names the first field that was refused; nothing was written then
   */
  write(changes: Readonly<Record<string, unknown>>, elsewhere?: ChangedElsewhere): Promise<Settings>;
  /** Sets these back to their defaults; without `keys`, all that we know. */
  reset(keys?: readonly SettingKey[]): Promise<Settings>;
  watch(listener: SettingsListener): () => void;
}

/** What {@link createSettings} needs. */
export interface SettingsOptions {
  /** `storage.local`. */
  readonly area: Area;
  readonly queue?: WriteQueue;
  /** Called after damaged settings were put aside, so that open pages can be told. */
  readonly onDamage?: (damaged: DamagedSettings) => void;
  /** Unix epoch milliseconds. */
  readonly now?: () => number;
}

/** The settings in `area`, for the background alone. */
export function createSettings(options: SettingsOptions): SettingsStore {
  const { area, queue = createWriteQueue('settings'), onDamage, now = Date.now } = options;

  /** The only way in which settings are written: one after the other, each one call to the area, so all or nothing. */
  const rewrite = (
    change?: (values: StoredValues, times: PerSetting<number>) => StoredValues,
    elsewhere?: ChangedElsewhere,
  ): Promise<Settings> =>
    queue.run(async () => {
      const stored: unknown = (await fromArea(area.get(settingsKey)))[settingsKey];
      const { envelope, settings, times, stale, damage } = interpret(stored);
      if (!change && !stale) return settings;

      const changed = change ? { ...envelope, values: change(envelope.values, times) } : envelope;
      const { settings: after } = interpret(changed);
      const own = settingKeys
        .filter((key) => !same(settings[key], after[key]))
        // Later than the change before it, whatever clock that one went by.
        .map((key) => [key, Math.max(now(), (times[key] ?? 0) + 1)] as const);
      const theirs = elsewhere && stillAsSeen(elsewhere.times, elsewhere.seen, times);
      const changedAt = { ...Object.fromEntries(own), ...theirs };
      const next =
        Object.keys(changedAt).length > 0 ? { ...changed, times: { ...times, ...changedAt } } : changed;
      const aside = damage === undefined ? undefined : { at: now(), why: damage, stored };
      await fromArea(
        area.set({
          [settingsKey]: next,
          ...(aside && { [`${damagedSettingsPrefix}${crypto.randomUUID()}`]: aside }),
        }),
      );
      if (aside) onDamage?.(aside);
      return after;
    });

  return {
    repair: () => rewrite(),
    read: () => readSettings(area),
    async readTimed() {
      const { settings, times } = interpret((await fromArea(area.get(settingsKey)))[settingsKey]);
      return { settings, times };
    },
    async write(changes, elsewhere) {
      const [refusal] = refusals(changes);
      if (refusal) throw badInput(refusal);
      return rewrite(
        (values, times) => ({
          ...values,
          ...(elsewhere ? stillAsSeen(changes, elsewhere.seen, times) : changes),
        }),
        elsewhere,
      );
    },
    reset: (keys = settingKeys) =>
      rewrite((values) =>
        Object.fromEntries(
          Object.entries(values).filter(([key]) => !(keys as readonly string[]).includes(key)),
        ),
      ),
    watch: (listener) => watchSettings(area, listener),
  };
}

/** Of `changes` those to settings that were not changed since they were `seen`; `times` are when they were. */
const stillAsSeen = <Value>(
  changes: Readonly<Record<string, Value>>,
  seen: Readonly<Record<string, number>>,
  times: Readonly<Record<string, number>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(changes).filter(([key]) => seen[key] === times[key]));

const badInput = ({ field, limit }: Refusal): FailureError =>
  new FailureError({ code: 'bad-input', field, limit });
