import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { createSettings, type SettingsStore } from '../../lib/store/settings.ts';
import { settingsVersion } from '../../lib/store/settings-migrations/index.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';
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

const now = (): number => (clock += 1);

/** A browser with `local`; all that its sync does with the stores passes through `through`. */
function device(
  local: MemoryArea = memoryArea(),
  through: (area: MemoryArea) => Pick<MemoryArea, 'get' | 'set' | 'remove' | 'onChanged'> = (area) => area,
): Device {
  const queue = createWriteQueue('settings', null);
  const settings = createSettings({ area: local, queue, now });
  const area = through(local);
  const seen = createSettings({ area, queue, now });
  const sync = createSettingsSync({
    local: area,
    shared: through(shared),
    read: () => seen.readTimed(),
    write: (values, elsewhere) => seen.write(values, elsewhere),
    join: (values, elsewhere) => {
      made.joined += 1;
      return seen.write(values, elsewhere);
    },
    changed: () => undefined,
    now,
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

  it('keep what the user changes while another browser’s change is being taken', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await other.change({ 'appearance.theme': 'light' });
    const get = shared.get.bind(shared);
    shared.get = async (keys) => {
      const found = await get(keys);
      // Between the look at the settings and the writing.
      queueMicrotask(() => queueMicrotask(() => void one.settings.write({ 'appearance.theme': 'dark' })));
      return found;
    };
    await one.sync.look();
    shared.get = get;
    for (const { sync } of [one, other]) await sync.look();
    expect([await theme(one), await theme(other)]).toEqual(['dark', 'dark']);
  });

  it('come back from the others when they were damaged here, and damage none of theirs', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.change({ 'appearance.theme': 'dark' });
    await other.sync.look();
    await one.local.set({ settings: 'nonsense' });
    await one.settings.repair();
    for (const { sync } of [one, other]) await sync.look();
    expect([await theme(one), await theme(other)]).toEqual(['dark', 'dark']);
  });

  it('know which change was the newest, however late it was looked at', async () => {
    const [one, other] = [device(), device()];
    for (const { sync } of [one, other]) await sync.turn(true);
    await one.settings.write({ 'appearance.theme': 'dark' });
    await other.settings.write({ 'appearance.theme': 'light' });
    for (const { sync } of [other, one, other]) await sync.look();
    expect([await theme(one), await theme(other)]).toEqual(['light', 'light']);
  });
});

/** What stops a background amid its work. */
class Fuse {
  #left = Number.POSITIVE_INFINITY;
  #happened = (): void => undefined;
  #goOn = Promise.withResolvers<undefined>();

  /** After so many more calls it stops. Resolves when it has. */
  blowAfter(calls: number): Promise<void> {
    this.#left = calls;
    this.#goOn = Promise.withResolvers();
    return new Promise((resolve) => (this.#happened = resolve));
  }

  /** It goes on, and stops no more. */
  mend(): void {
    this.#left = Number.POSITIVE_INFINITY;
    this.#goOn.resolve(undefined);
  }

  async #pass(): Promise<void> {
    this.#left -= 1;
    if (this.#left >= 0) return;
    this.#happened();
    await this.#goOn.promise;
  }

  /** `area` with two places to stop at in each call: before it is done, and before it is answered. */
  readonly through = (area: MemoryArea) => {
    const fused =
      <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
      async (...given: Given): Promise<Answer> => {
        await this.#pass();
        const answer = await call(...given);
        await this.#pass();
        return answer;
      };
    return {
      get: fused((keys: string | null) => area.get(keys)),
      set: fused((items: Record<string, unknown>) => area.set(items)),
      remove: fused((keys: string[]) => area.remove(keys)),
      onChanged: area.onChanged,
    };
  };
}

/** A browser whose background can be stopped anywhere, and started anew. */
class Mortal {
  readonly #local = memoryArea();
  #fuse = new Fuse();
  now = device(this.#local, this.#fuse.through);

  /** Looks and stops after so many places, if it comes that far; what is `meanwhile` happens then. Whether it stopped. */
  async look(stop: number, end: 'dies' | 'goes on', meanwhile?: () => Promise<unknown>): Promise<boolean> {
    const stopped = this.#fuse.blowAfter(stop).then(() => true);
    const done = this.now.sync.look().then(() => false);
    const isStopped = await Promise.race([stopped, done]);
    await meanwhile?.();
    if (end === 'goes on' || !isStopped) {
      this.#fuse.mend();
      await done;
    } else {
      // Nothing wakes what is dead: its fuse stays blown.
      this.#fuse = new Fuse();
      this.now = device(this.#local, this.#fuse.through);
    }
    return isStopped;
  }
}

describe('settings in step, when a background dies', () => {
  async function both(): Promise<readonly [Mortal, Mortal]> {
    const pair = [new Mortal(), new Mortal()] as const;
    for (const { now } of pair) await now.sync.turn(true);
    return pair;
  }

  async function settle(pair: readonly Mortal[]): Promise<void> {
    for (let round = 0; round < 3; round += 1) for (const { now } of pair) await now.sync.look();
  }

  const hold = (pair: readonly Mortal[]) => Promise.all(pair.map(({ now }) => theme(now)));

  it.each(['giving', 'taking'] as const)('hold the newest, wherever it died %s', async (doing) => {
    for (let stop = 0, isStopped = true; isStopped; stop += 1) {
      shared = memoryArea();
      const [one, other] = await both();
      if (doing === 'giving') await one.now.settings.write({ 'appearance.theme': 'dark' });
      else await other.now.change({ 'appearance.theme': 'dark' });
      isStopped = await one.look(stop, 'dies');
      await other.now.change({ 'appearance.theme': 'contrast' });
      await settle([one, other]);
      expect([stop, ...(await hold([one, other]))]).toEqual([stop, 'contrast', 'contrast']);
    }
  });

  it('come to the newest in every browser, whoever changes, looks, dies or is slow when', async () => {
    const keys = ['appearance.theme', 'appearance.density'] as const;
    const values = {
      'appearance.theme': fc.constantFrom('system', 'dark', 'light', 'contrast'),
      'appearance.density': fc.constantFrom('comfortable', 'compact'),
    };
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom(...keys).chain((key) => fc.record({ key: fc.constant(key), value: values[key] })),
      /** Where a look stops, while the other one changes that; without it, `who` changes that and nobody looks. */
      stop: fc.option(fc.nat(16), { nil: undefined }),
      end: fc.constantFrom('dies', 'goes on'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        shared = memoryArea();
        const pair = await both();
        const at = (index: number): Mortal => pair[index === 0 ? 0 : 1];
        const newest = new Map<string, unknown>();
        const change = async (
          who: number,
          { key, value }: { readonly key: (typeof keys)[number]; readonly value: string },
        ): Promise<void> => {
          const { settings } = at(who).now;
          // What stands there already nobody has changed.
          if ((await settings.read())[key] !== value) newest.set(key, value);
          await settings.write({ [key]: value });
        };
        for (const { who, what, stop, end } of steps) {
          if (stop === undefined) await change(who, what);
          else {
            await at(who).look(stop, end, async () => {
              await change(1 - who, what);
              await at(1 - who).now.sync.look();
            });
          }
        }
        await settle(pair);
        const expected = keys.map((key) => newest.get(key) ?? defaultSettings[key]);
        for (const { now } of pair) {
          const held = await now.settings.read();
          expect(keys.map((key) => held[key])).toEqual(expected);
        }
        const before = shared.writes;
        await settle(pair);
        expect(shared.writes).toBe(before);
      }),
    );
  });
});
