/** The chain of settings migrations, oldest first. Version 1 was the first, so there is no step to it. */
import { presetsInSeconds } from './002-presets-in-seconds.ts';
import type { SettingsMigration, StoredValues } from './migration.ts';

/** Every migration, oldest first. */
export const settingsMigrations: readonly SettingsMigration[] = [presetsInSeconds];

/** The version of the settings of this build. */
export const settingsVersion = settingsMigrations.length + 1;

/** `values` of `version`, brought to {@link settingsVersion}. */
export function migrateSettings(values: StoredValues, version: number): StoredValues {
  return settingsMigrations
    .filter((migration) => migration.version > version)
    .reduce((migrated, migration) => migration.up(migrated), values);
}
