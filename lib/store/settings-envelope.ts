/**
 * How settings lie in the store, and how any stored value at all becomes valid settings. Pure: pages use it to read, the
 * background to read and to repair.
 */
import { migrateSettings, settingsVersion } from './settings-migrations/index.ts';
import type { StoredValues } from './settings-migrations/migration.ts';
import {
  defaultSettings,
  isSettingKey,
  type PerSetting,
  settingKeys,
  type Settings,
  settingsTable,
} from './settings-table.ts';
import { complaint } from './settings-shape.ts';

/** The stored form. `values` holds what differs or once differed from the defaults, and keys that we do not know. */
export interface Envelope {
  readonly version: number;
  readonly values: StoredValues;
  /** When these were changed last, Unix epoch milliseconds. */
  readonly times?: Readonly<Record<string, number>>;
}

/** What was made of a stored value. */
export interface Reading {
  readonly settings: Settings;
  /** See {@link Envelope}. */
  readonly times: PerSetting<number>;
  /** What should be stored instead. */
  readonly envelope: Envelope;
  /** Whether {@link envelope} says something else than what is stored. */
  readonly stale: boolean;
  /** Why the stored value must be put aside before it is replaced. */
  readonly damage?: string;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEnvelope = (value: unknown): value is Envelope =>
  isPlain(value) &&
  Number.isInteger(value['version']) &&
  Number(value['version']) >= 1 &&
  isPlain(value['values']);

/** Those of `times`, whatever it is, that are times. */
const timesIn = (times: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(isPlain(times) ? times : {}).flatMap(([key, at]) =>
      typeof at === 'number' && Number.isFinite(at) ? [[key, at] as const] : [],
    ),
  );

const lost = (damage: string): Reading => ({
  settings: defaultSettings,
  times: {},
  envelope: { version: settingsVersion, values: {} },
  stale: true,
  damage,
});

/** Reads `stored`, whatever it is; `undefined` is the first run. */
export function interpret(stored: unknown): Reading {
  const version = settingsVersion;
  if (stored === undefined)
    return { settings: defaultSettings, times: {}, envelope: { version, values: {} }, stale: false };
  if (!isEnvelope(stored)) return lost('not settings');
  if (stored.version > version) return lost(`written by a newer version (${stored.version})`);

  const values = Object.entries(migrateSettings(stored.values, stored.version));
  const damaged = values.filter(
    ([key, value]) => isSettingKey(key) && complaint(settingsTable[key].shape, value) !== undefined,
  );
  // Built from entries, never by assignment: a key may be `__proto__`.
  const sound = Object.fromEntries(values.filter((entry) => !damaged.includes(entry)));
  return {
    settings: Object.fromEntries(
      settingKeys.map((key) => [key, Object.hasOwn(sound, key) ? sound[key] : defaultSettings[key]]),
    ) as Settings,
    times: timesIn(stored.times),
    envelope: { ...stored, version, values: sound },
    stale: stored.version !== version || damaged.length > 0,
    ...(damaged.length > 0 && { damage: `unfit: ${damaged.map(([key]) => key).join(', ')}` }),
  };
}
