import { beforeEach, describe, expect, it } from 'vitest';

import { createSettings, type SettingsStore } from '../../lib/store/settings.ts';
import { settingsVersion } from '../../lib/store/settings-migrations/index.ts';
import { createSettingsSync, type SettingsSync } from '../../lib/store/settings-sync.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';
import { type MemoryArea, memoryArea } from './store-memory-area.ts';

interface Device {
  readonly settings: SettingsStore;
  readonly sync: SettingsSync;
  readonly local: MemoryArea;
  /** How often somebody else's settings replaced ours on joining. */
  joined: number;
  /** Changes settings here and lets the others know, as the background does. */
  change(values: Record<string, unknown>): Promise<void>;
}

let clock = 0;
let shared: MemoryArea;

function device(): Device {
  const local = memoryArea();
  const settings = createSettings({ area: local, queue: createWriteQueue('settings', null) });
  const sync = createSettingsSync({
    local,
    shared,
    read: () => settings.read(),
    write: (values) => settings.write(values),
    join: (values) => {
      made.joined += 1;
      return settings.write(values);
    },
    changed: () => undefined,
    now: () => (clock += 1),
    queue: createWriteQueue('sync', null),
  });
  const made: Device = {
    settings,
    sync,
    local,
    joined: 0,
    async change(values) {
      await settings.write(values);
      await sync.look();
    },
  };
  return made;
}

beforeEach(() => {
  clock = 0;
  shared = memoryArea();
});

const theme = async ({ settings }: Device) => (await settings.read())['appearance.theme'];
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `twitch:${100_000_000 + index}`);

describe('settings in step', () => {
  it('are kept at home until the user wants it', async () => {
    const one = device();
    await one.change({ 'appearance.theme': 'dark' });
    expect(shared.content()).toEqual({});
    expect(await one.sync.view()).toEqual({ on: false, left: [] });
  });

  it('go from one browser to the other, and back', async () => {
    const [one, other] = [device(), device()];
    await one.change({ 'appearance.theme': 'dark' });
    await one.sync.turn(true);
    await other.sync.turn(true);
    expect(await theme(other)).toBe('dark');
    expect(other.joined).toBe(1);
    await other.change({ 'appearance.theme': 'light' });
    await one.sync.look();
    expect(await theme(one)).toBe('light');
    expect(await one.sync.view()).toMatchObject({ on: true, left: [] });
  });

  it('do not undo what the other changed elsewhere', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.settings.write({ 'appearance.theme': 'dark' });
    await other.settings.write({ 'live.badge': false });
    for (const { sync } of [one, other, one]) await sync.look();
    for (const { settings } of [one, other])
      expect(await settings.read()).toMatchObject({ 'appearance.theme': 'dark', 'live.badge': false });
  });

  it('take the newest where both changed the same', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.settings.write({ 'appearance.theme': 'dark' });
    shared.failNextSet(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded'));
    await one.sync.look();
    expect(await one.sync.view()).toMatchObject({ failed: 'busy' });
    await other.change({ 'appearance.theme': 'light' });
    await one.sync.look();
    expect(await theme(one)).toBe('light');
    expect(await one.sync.view()).not.toHaveProperty('failed');
  });

  it('keep what was changed here after the other changed it', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await other.change({ 'appearance.theme': 'light' });
    await one.settings.write({ 'appearance.theme': 'dark' });
    await one.sync.look();
    await other.sync.look();
    expect([await theme(one), await theme(other)]).toEqual(['dark', 'dark']);
  });

  it('reach a default again', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.change({ 'appearance.theme': 'dark' });
    await other.sync.look();
    await other.change({ 'appearance.theme': 'system' });
    await one.sync.look();
    expect(await theme(one)).toBe('system');
  });

  it('never make another browser keep messages, nor believe one that says so', async () => {
    const [one, other] = [device(), device()];
    await one.change({ 'chatLog.on': true });
    for (const { sync } of [one, other]) await sync.turn(true);
    expect(Object.keys(shared.content())).toEqual([]);
    await shared.set({ 'setting.chatLog.on': { version: settingsVersion, at: 1_000, value: true } });
    await other.sync.look();
    expect(await other.settings.read()).toMatchObject({ 'chatLog.on': false });
    await shared.set({ 'setting.chatLog.on': { version: settingsVersion, at: 2_000, value: false } });
    await one.sync.look();
    expect(await one.settings.read()).toMatchObject({ 'chatLog.on': true });
  });

  it('too large for one item stay here, and are named', async () => {
    const one = device();
    await one.sync.turn(true);
    await one.change({ 'live.pinned': many(500), 'appearance.theme': 'dark' });
    expect(await one.sync.view()).toMatchObject({ left: ['live.pinned'] });
    expect(Object.keys(shared.content())).toEqual(['setting.appearance.theme']);
    await one.change({ 'live.pinned': many(3) });
    expect(await one.sync.view()).toMatchObject({ left: [] });
  });

  it('take no more room than there is', async () => {
    shared = memoryArea({ others: 'x'.repeat(100_000) });
    const one = device();
    await one.sync.turn(true);
    await one.change({ 'live.pinned': many(200) });
    expect(await one.sync.view()).toMatchObject({ left: ['live.pinned'] });
    expect(shared.content()).toHaveProperty('others');
  });

  it('of a later version are left alone, with a word', async () => {
    const item = { version: settingsVersion + 1, at: 9, value: 'dark' };
    shared = memoryArea({ 'setting.appearance.theme': item });
    const one = device();
    await one.sync.turn(true);
    expect(await theme(one)).toBe('system');
    await one.change({ 'appearance.theme': 'light' });
    expect(await one.sync.view()).toMatchObject({ failed: 'newer' });
    expect(shared.content()).toEqual({ 'setting.appearance.theme': item });
  });

  it('of an older version are migrated, and nonsense is not believed', async () => {
    shared = memoryArea({
      'setting.moderation.timeoutPresets': { version: 1, at: 1, value: [2] },
      'setting.appearance.theme': { version: 2, at: 1, value: 'pink' },
      'setting.live.actions': { version: 2, at: 1, value: [{ name: 'x', url: 'javascript:x' }] },
      'setting.__proto__': { version: 2, at: 1, value: 'x' },
      'setting.live.badge': 'x',
    });
    const one = device();
    await one.sync.turn(true);
    expect(await one.settings.read()).toMatchObject({
      'moderation.timeoutPresets': [120],
      'appearance.theme': 'system',
      'live.actions': [],
      'live.badge': true,
    });
  });

  it('say so where the browser offers none', async () => {
    const one = device();
    shared.get = () => Promise.reject(new Error('not available'));
    await one.sync.turn(true);
    expect(await one.sync.view()).toMatchObject({ on: true, failed: 'unavailable' });
  });

  it('are forgotten, and not put back by themselves', async () => {
    const [one, other] = [device(), device()];
    await one.change({ 'appearance.theme': 'dark' });
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.sync.forget();
    await other.sync.look();
    expect(shared.content()).toEqual({});
    expect(await one.sync.view()).toMatchObject({ on: false });
    expect([await theme(one), await theme(other)]).toEqual(['dark', 'dark']);
  });

  it('settle the same after a background that died between writing and noting it', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.settings.write({ 'appearance.theme': 'dark' });
    const set = shared.set.bind(shared);
    shared.set = async (items) => {
      await set(items);
      one.local.failNextSet(new Error('killed'));
    };
    await expect(one.sync.look()).rejects.toBeDefined();
    shared.set = set;
    await other.sync.look();
    await other.change({ 'appearance.theme': 'contrast' });
    await one.sync.look();
    expect(await theme(one)).toBe('contrast');
  });
});
