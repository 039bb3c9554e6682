import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import type { Browser } from '../../lib/browser.ts';
import type { Area } from '../../lib/store/area.ts';
import {
  createSettings,
  type DamagedSettings,
  damagedSettingsPrefix,
  readSettings,
  type SettingsListener,
  watchSettings,
} from '../../lib/store/settings.ts';
import { settingsMigrations, settingsVersion } from '../../lib/store/settings-migrations/index.ts';
import { complaint } from '../../lib/store/settings-shape.ts';
import {
  defaultSettings,
  settingKeys,
  type Settings,
  settingsTable,
} from '../../lib/store/settings-table.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';
import { type MemoryArea, memoryArea } from './store-memory-area.ts';

/** Holds the browser's own areas to what the stores expect of one. */
export const areaOf = (browser: typeof Browser): Area => browser.storage.local;

const envelope = (values: unknown, times?: Record<string, number>): Record<string, unknown> => ({
  settings: { version: settingsVersion, values, ...(times && { times }) },
});

const copies = (area: MemoryArea): DamagedSettings[] =>
  Object.entries(area.content())
    .filter(([key]) => key.startsWith(damagedSettingsPrefix))
    .map(([, copy]) => copy as DamagedSettings);

const store = (area: Area): ReturnType<typeof createSettings> => createSettings({ area, now: () => 42 });

test('every default fits its own shape', () => {
  for (const key of settingKeys)
    expect(complaint(settingsTable[key].shape, defaultSettings[key])).toBeUndefined();
});

test('the migrations are a chain without gaps', () => {
  expect(settingsMigrations.map(({ version }) => version)).toEqual(
    settingsMigrations.map((_, place) => place + 2),
  );
});

test('nothing stored: defaults, and nothing is written', async () => {
  const area = memoryArea();
  expect(await readSettings(area)).toEqual(defaultSettings);
  expect(await store(area).repair()).toEqual(defaultSettings);
  expect(area.writes).toBe(0);
});

// As version 1 wrote them.
const first = {
  version: 1,
  values: {
    'appearance.theme': 'dark',
    'moderation.timeoutPresets': [1, 10, 60, 1440, 20_160],
    'moderation.defaultReason': 'See the channel rules',
    'beta.sounds': true,
  },
};
const second = {
  version: 2,
  values: { ...first.values, 'moderation.timeoutPresets': [60, 600, 3_600, 86_400, 1_209_600] },
};

test('version 1 to 2: presets in minutes become presets in seconds, the rest stays', async () => {
  const area = memoryArea({ settings: first });
  const settings = await store(area).repair();
  expect(settings['moderation.timeoutPresets']).toEqual([60, 600, 3_600, 86_400, 1_209_600]);
  expect(area.content()).toEqual({ settings: second });
  await store(area).repair();
  expect(area.content()).toEqual({ settings: second });
  expect(area.writes).toBe(1);
});

test('a page reads old settings right, and leaves the writing to the background', async () => {
  const area = memoryArea({ settings: first });
  expect((await readSettings(area))['moderation.timeoutPresets'][0]).toBe(60);
  expect(area.content()).toEqual({ settings: first });
});

test('a change on top of old settings migrates them too', async () => {
  const area = memoryArea({ settings: first });
  await store(area).write({ language: 'ko' });
  expect(area.content()).toEqual({
    settings: { version: 2, values: { ...second.values, language: 'ko' }, times: { language: 42 } },
  });
});

test('presets of version 1 that are no numbers are put aside', async () => {
  const area = memoryArea({ settings: { version: 1, values: { 'moderation.timeoutPresets': '1,10' } } });
  await store(area).repair();
  expect(copies(area)).toMatchObject([{ why: 'unfit: moderation.timeoutPresets' }]);
});

test.each([
  ['null', null],
  ['text', 'dark'],
  ['a list', [1, 2]],
  ['no version', { values: {} }],
  ['a version that is none', { version: 1.5, values: {} }],
  ['no values', { version: 1 }],
  ['values that are a list', { version: 1, values: [] }],
  ['a newer version', { version: settingsVersion + 1, values: { 'appearance.theme': 'dark' } }],
])('damaged as a whole: %s', async (_what, stored) => {
  const area = memoryArea({ settings: stored });
  const onDamage = vi.fn();
  expect(await readSettings(area)).toEqual(defaultSettings);
  expect(await createSettings({ area, onDamage, now: () => 42 }).repair()).toEqual(defaultSettings);
  expect(copies(area)).toEqual([{ at: 42, why: expect.any(String) as string, stored }]);
  expect(onDamage).toHaveBeenCalledOnce();
  expect(area.writes).toBe(1);
  expect(await store(area).repair()).toEqual(defaultSettings);
  expect(copies(area)).toHaveLength(1);
});

test.each<[keyof Settings, unknown]>([
  ['appearance.theme', 'neon'],
  ['appearance.density', null],
  ['language', ['en']],
  ['twitch.clientId', 'x'.repeat(61)],
  ['twitch.clientId', 'https://evil.example'],
  ['moderation.defaultReason', 'two\nlines'],
  ['moderation.timeoutPresets', []],
  ['moderation.timeoutPresets', [0]],
  ['moderation.timeoutPresets', [1_209_601]],
  ['moderation.timeoutPresets', [1, 1]],
  ['moderation.timeoutPresets', [1.5]],
  ['moderation.timeoutPresets', Array.from({ length: 13 }, (_, place) => place + 1)],
  ['live.openIn', { tab: true }],
])('one damaged value, %s = %j: its default, and the others as they were', async (key, value) => {
  const sound = { 'appearance.theme': 'contrast', 'moderation.defaultReason': 'Spam', other: 1 };
  const stored = { version: settingsVersion, values: { ...sound, [key]: value } };
  const area = memoryArea({ settings: stored });
  const expected = {
    ...defaultSettings,
    'appearance.theme': 'contrast',
    'moderation.defaultReason': 'Spam',
    [key]: defaultSettings[key],
  };
  expect(await readSettings(area)).toEqual(expected);
  expect(area.writes).toBe(0);
  expect(await store(area).repair()).toEqual(expected);
  expect(copies(area)).toEqual([{ at: 42, why: `unfit: ${key}`, stored }]);
});

test('a change is written, the rest kept, also what we do not know', async () => {
  const area = memoryArea(envelope({ 'of.the.future': { a: [1] }, language: 'ko' }));
  const settings = await store(area).write({ 'appearance.theme': 'light', 'moderation.timeoutPresets': [5] });
  expect(settings).toEqual({
    ...defaultSettings,
    language: 'ko',
    'appearance.theme': 'light',
    'moderation.timeoutPresets': [5],
  });
  expect(area.content()).toEqual(
    envelope(
      {
        'of.the.future': { a: [1] },
        language: 'ko',
        'appearance.theme': 'light',
        'moderation.timeoutPresets': [5],
      },
      { 'appearance.theme': 42, 'moderation.timeoutPresets': 42 },
    ),
  );
});

test.each<[string, Record<string, unknown>]>([
  ['appearance.theme', { language: 'ko', 'appearance.theme': 'neon' }],
  ['moderation.timeoutPresets', { 'moderation.timeoutPresets': [60, -1] }],
  ['moderation.defaultReason', { 'moderation.defaultReason': 'x'.repeat(10_000_000) }],
  ['moderation.timeoutPresets', { 'moderation.timeoutPresets': new Array(1_000_000).fill(1) }],
  ['no.such.setting', { 'no.such.setting': 1 }],
  ['__proto__', JSON.parse('{"__proto__": {"language": "ko"}}') as Record<string, unknown>],
  ['constructor', { constructor: 'x' }],
  ['language', { language: undefined }],
])('refused by name, and nothing written: %s', async (field, changes) => {
  const area = memoryArea();
  await expect(store(area).write(changes)).rejects.toMatchObject({ failure: { code: 'bad-input', field } });
  expect(area.writes).toBe(0);
});

test('reset takes back some or all that we know', async () => {
  const values = { language: 'ko', 'appearance.theme': 'dark', 'of.the.future': 1 };
  const area = memoryArea(envelope(values));
  expect(await store(area).reset(['language'])).toEqual({ ...defaultSettings, 'appearance.theme': 'dark' });
  expect(await store(area).reset()).toEqual(defaultSettings);
  expect(area.content()).toEqual(envelope({ 'of.the.future': 1 }, { language: 42, 'appearance.theme': 42 }));
});

test('when a setting was changed is known: later each time, of the others not, and of one changed elsewhere as it was there', async () => {
  const area = memoryArea();
  const settings = store(area);
  const times = async () => (await settings.readTimed()).times;
  await settings.write({ language: 'ko', 'live.badge': true });
  expect(await times()).toEqual({ language: 42 });
  await settings.write({ language: 'en' });
  expect(await times()).toEqual({ language: 43 });
  const elsewhere = { language: 'auto', 'appearance.theme': 'dark' };
  const seen = await times();
  await settings.write({ language: 'ko' });
  await settings.write(elsewhere, { times: { language: 50, 'appearance.theme': 7 }, seen });
  expect(await settings.read()).toMatchObject({ language: 'ko', 'appearance.theme': 'dark' });
  expect(await times()).toEqual({ language: 44, 'appearance.theme': 7 });
});

test('writes that overlap, also of two backgrounds: none is lost', async () => {
  const area = memoryArea();
  const [one, other] = [store(area), store(area)];
  await Promise.all([
    one.write({ language: 'ko' }),
    other.write({ 'appearance.theme': 'dark' }),
    one.write({ 'appearance.density': 'compact' }),
    other.write({ 'live.openIn': 'window' }),
  ]);
  expect(await readSettings(area)).toEqual({
    ...defaultSettings,
    language: 'ko',
    'appearance.theme': 'dark',
    'appearance.density': 'compact',
    'live.openIn': 'window',
  });
});

test('a full disk: said so, nothing half written, and the next write goes through', async () => {
  const area = memoryArea(envelope({ language: 'ko' }));
  const settings = store(area);
  area.failNextSet(new Error('QUOTA_BYTES quota exceeded'));
  await expect(settings.write({ 'appearance.theme': 'dark' })).rejects.toMatchObject({
    failure: { code: 'storage', why: 'full' },
  });
  expect(area.content()).toEqual(envelope({ language: 'ko' }));
  await settings.write({ 'appearance.theme': 'light' });
  expect((await settings.read())['appearance.theme']).toBe('light');
});

test('killed before the write: the next start repairs as if nothing had been', async () => {
  const stored = { version: 1, values: { language: 'klingon' } };
  const dying = memoryArea({ settings: stored });
  const queue = createWriteQueue('settings', null);
  dying.kill();
  void createSettings({ area: dying, queue }).repair();

  const reborn = memoryArea(dying.content());
  expect(await store(reborn).repair()).toEqual(defaultSettings);
  expect(copies(reborn)).toMatchObject([{ stored }]);
});

test('listeners hear what changed, once, and nothing after they stopped', async () => {
  const area = memoryArea(envelope({ language: 'ko' }));
  const listener = vi.fn<SettingsListener>();
  const stop = watchSettings(area, listener);
  const settings = store(area);
  await settings.write({ language: 'ko' });
  await area.set({ something: 'else' });
  expect(listener).not.toHaveBeenCalled();

  await settings.write({ 'appearance.theme': 'dark', language: 'ko' });
  expect(listener).toHaveBeenCalledExactlyOnceWith(
    { ...defaultSettings, language: 'ko', 'appearance.theme': 'dark' },
    ['appearance.theme'],
  );
  stop();
  await settings.reset();
  expect(listener).toHaveBeenCalledOnce();
});

/** Any JSON, often close to what settings look like, also with hostile keys. */
const anyStored = fc.oneof(
  fc.jsonValue(),
  fc.record({
    version: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.jsonValue()),
    values: fc.oneof(
      fc.jsonValue(),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(...settingKeys, '__proto__', 'constructor', 'of.the.future'),
            fc.oneof(
              fc.constantFrom('dark', 'ko', 'public', '', 'tab'),
              fc.array(fc.integer({ min: 0, max: 1_209_600 }), { maxLength: 4 }),
              fc.jsonValue(),
            ),
          ),
        )
        .map((entries) => Object.fromEntries(entries)),
    ),
  }),
);

test('whatever is stored, the settings are valid, the outcome is stable, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyStored, async (any) => {
      const stored: unknown = JSON.parse(JSON.stringify(any));
      const area = memoryArea({ settings: stored });
      const read = await readSettings(area);
      expect(await store(area).repair()).toEqual(read);

      for (const key of settingKeys) expect(complaint(settingsTable[key].shape, read[key])).toBeUndefined();
      expect(Object.keys(read)).toEqual(settingKeys);
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);

      const kept = area.content()['settings'] as typeof first;
      const aside = copies(area);
      if (aside.length > 0) expect(JSON.stringify(aside[0]?.stored)).toBe(JSON.stringify(stored));
      else {
        const { version, values } = stored as typeof first;
        const presets = 'moderation.timeoutPresets';
        expect(Object.keys(kept.values)).toEqual(Object.keys(values));
        for (const [key, value] of Object.entries(values)) {
          const then =
            version === 1 && key === presets ? (value as number[]).map((item) => item * 60) : value;
          expect(JSON.stringify(Object.entries(kept.values).find(([name]) => name === key)?.[1])).toBe(
            JSON.stringify(then),
          );
        }
      }

      const writes = area.writes;
      expect(await store(area).repair()).toEqual(read);
      expect(area.writes).toBe(writes);
    }),
    { numRuns: 500 },
  );
});
