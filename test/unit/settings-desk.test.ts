import { beforeEach, describe, expect, it } from 'vitest';

import type { PersonRecord } from '../../lib/people/person.ts';
import { type Before, createSettingsDesk, type SettingsDesk } from '../../lib/store/settings-desk.ts';
import { createSettings, type SettingsStore } from '../../lib/store/settings.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';
import { type MemoryArea, memoryArea } from './store-memory-area.ts';

const person = (userId: string, updatedAt: number, note: string): PersonRecord => ({
  id: `twitch:${userId}`,
  platform: 'twitch',
  userId,
  login: 'somebody',
  name: 'Somebody',
  note,
  updatedAt,
});

let area: MemoryArea;
let settings: SettingsStore;
let aside: Before | undefined;
let people: Map<string, PersonRecord>;
let desk: SettingsDesk;

beforeEach(() => {
  area = memoryArea();
  settings = createSettings({ area, queue: createWriteQueue('test', null) });
  aside = undefined;
  people = new Map();
  desk = createSettingsDesk({
    settings,
    before: {
      get: () => Promise.resolve(aside),
      set: (value) => {
        aside = value;
        return Promise.resolve();
      },
      remove: () => {
        aside = undefined;
        return Promise.resolve();
      },
    },
    people: {
      get: (id) => Promise.resolve(people.get(id)),
      put: (record) => Promise.resolve(void people.set(record.id, record)),
      remove: (id) => Promise.resolve(void people.delete(id)),
      changed: () => Promise.resolve(),
    },
    now: () => 5,
  });
});

const stands = async () => {
  const all = await settings.read();
  return { theme: all['appearance.theme'], pinned: all['live.pinned'], people: [...people.values()] };
};

describe('changing many settings at once', () => {
  it('can be taken back, people included', async () => {
    await settings.write({ 'appearance.theme': 'dark' });
    people.set('twitch:1', person('1', 1, 'old'));
    const before = await stands();
    await desk.change('import', 'a', { 'appearance.theme': 'light', 'live.pinned': ['twitch:9'] }, [
      person('1', 2, 'new'),
      person('2', 2, 'first'),
    ]);
    expect(await stands()).toMatchObject({ theme: 'light', pinned: ['twitch:9'] });
    expect([...people.values()].map(({ note }) => note)).toEqual(['new', 'first']);
    expect(await desk.last()).toMatchObject({ how: 'import', at: 5 });
    await desk.undo();
    expect(await stands()).toEqual(before);
    expect(await desk.last()).toBeUndefined();
    await desk.undo();
    expect(await stands()).toEqual(before);
  });

  it('leaves alone what is as new here', async () => {
    people.set('twitch:1', person('1', 3, 'mine'));
    await desk.change('import', 'a', {}, [person('1', 3, 'theirs')]);
    expect(people.get('twitch:1')?.note).toBe('mine');
  });

  it('asked for twice, is one change', async () => {
    await settings.write({ 'appearance.theme': 'dark' });
    await desk.reset('a');
    await desk.reset('a');
    await desk.undo();
    expect((await stands()).theme).toBe('dark');
  });

  it('that is refused changes nothing, and keeps what could be taken back before', async () => {
    await settings.write({ 'appearance.theme': 'dark' });
    await desk.reset('a');
    await expect(
      desk.change('import', 'b', { 'appearance.theme': 'light', 'live.badge': 'no' }),
    ).rejects.toMatchObject({
      failure: { code: 'bad-input', field: 'live.badge' },
    });
    expect((await stands()).theme).toBe('system');
    await desk.undo();
    expect((await stands()).theme).toBe('dark');
  });

  it('resets to the defaults', async () => {
    await settings.write({ 'appearance.theme': 'dark', 'live.badge': false });
    await desk.reset('a');
    expect(await settings.read()).toEqual(defaultSettings);
  });

  it('cut off after it was put aside is done whole when it is asked for again', async () => {
    await settings.write({ 'appearance.theme': 'dark' });
    area.failNextSet(new Error('killed'));
    // What a background that dies leaves behind: the copy, and the settings as they were.
    aside = { id: 'a', how: 'reset', at: 5, values: { 'appearance.theme': 'dark' }, people: [] };
    await expect(desk.reset('a')).rejects.toBeDefined();
    expect((await stands()).theme).toBe('dark');
    await desk.reset('a');
    expect((await stands()).theme).toBe('system');
    await desk.undo();
    expect((await stands()).theme).toBe('dark');
  });
});
