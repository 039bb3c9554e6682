/**
 * What two browsers make of each other's settings: setting by setting, the newest change wins. Pure.
 *
 * When a setting was changed is kept with its value, on either side. So nothing depends on who looked when, and looking once more,
 * as after a background that died amid it, finds what is left to do and nothing else.
 */
import { canonical } from './canonical.ts';
import { migrateSettings, settingsVersion } from './settings-migrations/index.ts';
import {
  defaultSettings,
  type PerSetting,
  refusals,
  sharedKeys,
  type SettingKey,
  type Settings,
} from './settings-table.ts';

/** A setting as it lies in the browser's sync storage. `at` is when it was changed, Unix epoch milliseconds. */
export interface SharedSetting {
  readonly version: number;
  readonly at: number;
  readonly value: unknown;
}

/** What a merge is made from. Times are Unix epoch milliseconds. */
export interface Merging {
  readonly local: Settings;
  /** When these were changed; of one that nobody changed, or nobody knows when, any other is newer. */
  readonly times: PerSetting<number>;
  readonly shared: PerSetting<SharedSetting>;
  /** Of when the changes are that the others had once: what is gone since was taken out, and is not put back. */
  readonly known: PerSetting<number>;
  /** This browser joins, and wanted to then: what it changed before gives way to what is there. */
  readonly joining?: number | undefined;
}

/** What follows. */
export interface Merged {
  /** To be written here. */
  readonly take: PerSetting<unknown>;
  /** When that was changed, and what the others changed to the same later than we. To be written here, too. */
  readonly times: PerSetting<number>;
  /** To be given to the others. */
  readonly give: PerSetting<SharedSetting>;
  readonly known: PerSetting<number>;
  /** Some of it was written by a later version of ours, and is left alone. */
  readonly newer: boolean;
}

/** `shared`, brought to our version; `undefined` where it is nothing that a setting can be. */
function understood(
  key: SettingKey,
  { version, value }: SharedSetting,
): { readonly value: unknown } | undefined {
  const migrated = migrateSettings({ [key]: value }, version);
  return refusals(migrated).length === 0 && Object.hasOwn(migrated, key)
    ? { value: migrated[key] }
    : undefined;
}

/** Merges. */
export function mergeSettings({ local, times, shared, known, joining = -1 }: Merging): Merged {
  const take: Partial<Record<SettingKey, unknown>> = {};
  const timesNow: Partial<Record<SettingKey, number>> = {};
  const give: Partial<Record<SettingKey, SharedSetting>> = {};
  const knownNow: Partial<Record<SettingKey, number>> = { ...known };
  let newer = false;

  for (const key of sharedKeys) {
    const theirs = shared[key];
    if (theirs && theirs.version > settingsVersion) {
      newer = true;
      continue;
    }
    const json = canonical(local[key]);
    const at = times[key] ?? 0;
    const mine = { version: settingsVersion, at, value: local[key] };
    const read = theirs && understood(key, theirs);
    if (theirs && read) {
      const theirJson = canonical(read.value);
      const isSame = theirJson === json;
      // Of two from the same moment either will do, if only every browser takes the same one.
      const isNewer = at <= joining || theirs.at > at || (theirs.at === at && theirJson > json);
      if (isNewer && !isSame) take[key] = read.value;
      if (isNewer && !(isSame && theirs.at === at)) timesNow[key] = theirs.at;
      if (isNewer || isSame) knownNow[key] = theirs.at;
      else give[key] = mine;
    } else if (known[key] !== at && (times[key] !== undefined || json !== canonical(defaultSettings[key]))) {
      give[key] = mine;
    }
  }
  return { take, times: timesNow, give, known: knownNow, newer };
}
