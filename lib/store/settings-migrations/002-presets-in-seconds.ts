import type { SettingsMigration } from './migration.ts';

const key = 'moderation.timeoutPresets';

/** Version 2: timeout presets are seconds. Version 1 counted minutes, so that nothing under a minute could be offered. */
export const presetsInSeconds: SettingsMigration = {
  version: 2,
  why: 'Timeout presets count seconds, not minutes.',
  up(values) {
    const minutes = Object.hasOwn(values, key) ? values[key] : undefined;
    if (!Array.isArray(minutes) || !minutes.every((item) => typeof item === 'number')) return values;
    return { ...values, [key]: minutes.map((item) => item * 60) };
  },
};
