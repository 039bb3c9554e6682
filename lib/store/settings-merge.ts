/**
 * What two browsers make of each other's settings: setting by setting, the newest change wins. Pure.
 *
 * Beside the values stands what both agreed on last, so that a change is told from a difference: who has changed nothing
 * gives way. A browser that joins has agreed on nothing yet, and takes what is there.
 */
import { canonical } from './canonical.ts';
import { migrateSettings, settingsVersion } from './settings-migrations/index.ts';
import { defaultSettings, refusals, sharedKeys, type SettingKey, type Settings } from './settings-table.ts';

/** A setting as it lies in the browser's sync storage. `at` is when it was changed, Unix epoch milliseconds. */
export interface SharedSetting {
  readonly version: number;
  readonly at: number;
  readonly value: unknown;
}

/** What was agreed on: the value as JSON, and when it was changed. */
export interface Agreed {
  readonly at: number;
  readonly json: string;
}

/** Settings by name; not every one need be there. */
export type PerSetting<T> = Readonly<Partial<Record<SettingKey, T>>>;

/** What a merge is made from. */
export interface Merging {
  readonly local: Settings;
  readonly shared: PerSetting<SharedSetting>;
  readonly agreed: PerSetting<Agreed>;
  /** When changes were first seen here that the others have not got yet. */
  readonly since: PerSetting<number>;
  readonly now: number;
  /** This browser has agreed on nothing yet: it takes what is there. */
  readonly isJoining: boolean;
}

/** What follows. */
export interface Merged {
  /** To be written here. */
  readonly take: PerSetting<SharedSetting>;
  /** To be given to the others. */
  readonly give: PerSetting<SharedSetting>;
  readonly agreed: PerSetting<Agreed>;
  readonly since: PerSetting<number>;
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
export function mergeSettings({ local, shared, agreed, since, now, isJoining }: Merging): Merged {
  const take: Partial<Record<SettingKey, SharedSetting>> = {};
  const give: Partial<Record<SettingKey, SharedSetting>> = {};
  const agreedNow: Partial<Record<SettingKey, Agreed>> = { ...agreed };
  const sinceNow: Partial<Record<SettingKey, number>> = {};
  let newer = false;

  for (const key of sharedKeys) {
    const theirs = shared[key];
    if (theirs && theirs.version > settingsVersion) {
      newer = true;
      continue;
    }
    const json = canonical(local[key]);
    const basis = agreed[key]?.json ?? canonical(defaultSettings[key]);
    const isMine = json !== basis;
    const mineAt = since[key] ?? now;
    const read = theirs && understood(key, theirs);

    if (theirs && read) {
      const theirJson = canonical(read.value);
      if (theirJson === json) {
        agreedNow[key] = { at: theirs.at, json };
        continue;
      }
      if (isJoining || (theirJson !== basis && (!isMine || theirs.at > mineAt))) {
        take[key] = { version: settingsVersion, at: theirs.at, value: read.value };
        agreedNow[key] = { at: theirs.at, json: theirJson };
        continue;
      }
    }
    if (!isMine) continue;
    // Never older than what it replaces, however the clocks of the two machines go.
    give[key] = { version: settingsVersion, at: Math.max(mineAt, (theirs?.at ?? 0) + 1), value: local[key] };
    sinceNow[key] = mineAt;
  }
  return { take, give, agreed: agreedNow, since: sinceNow, newer };
}
