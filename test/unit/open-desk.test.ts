import { beforeEach, describe, expect, it, vi } from 'vitest';

import { openDesk } from '../../lib/options/own-window.ts';

interface OpenTab {
  readonly id: number;
  readonly windowId: number;
  url: string;
  status: 'loading' | 'complete';
}
type Updated = (id: number, change: { status: string }) => void;

const world = vi.hoisted(() => ({
  tabs: [] as OpenTab[],
  listeners: new Set<Updated>(),
  fronts: [] as number[],
}));

/** A tab opens at nothing, and stands at its address a little later. */
const open = vi.hoisted(() => (url: string) => {
  const id = world.tabs.length + 1;
  const tab: OpenTab = { id, windowId: id, url: 'about:blank', status: 'loading' };
  world.tabs.push(tab);
  setTimeout(() => {
    tab.url = url;
    tab.status = 'complete';
    for (const listener of world.listeners) listener(id, { status: 'complete' });
  });
  return tab;
});

vi.mock('../../lib/browser.ts', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ours:/${path}` },
    tabs: {
      query: ({ url }: { url: string }) =>
        Promise.resolve(world.tabs.filter((tab) => tab.url.startsWith(url)).map((tab) => ({ ...tab }))),
      create: ({ url }: { url: string }) => Promise.resolve(open(url)),
      get: (id: number) => Promise.resolve({ ...world.tabs[id - 1] }),
      update: (id: number) => Promise.resolve(world.fronts.push(id)),
      onUpdated: {
        addListener: (listener: Updated) => world.listeners.add(listener),
        removeListener: (listener: Updated) => world.listeners.delete(listener),
      },
    },
    windows: {
      create: ({ url }: { url: string }) => Promise.resolve({ tabs: [open(url)] }),
      update: () => Promise.resolve(),
    },
  },
}));

const channel = `c${'0'.repeat(30)}1`;
const another = `c${'0'.repeat(30)}2`;

describe('the desk', () => {
  beforeEach(() => {
    world.tabs.length = 0;
    world.fronts.length = 0;
  });

  it.each(['window', 'tab'] as const)(
    'opens once in a %s, however quickly it is asked for again',
    async (where) => {
      await Promise.all([openDesk({ channel }, where), openDesk({ channel }, where)]);
      expect(world.tabs).toHaveLength(1);
      expect(world.fronts).toEqual([1]);
      expect(world.listeners.size).toBe(0);
    },
  );

  it('of another channel is another one', async () => {
    await Promise.all([openDesk({ channel }, 'window'), openDesk({ channel: another }, 'window')]);
    expect(world.tabs).toHaveLength(2);
  });
});
