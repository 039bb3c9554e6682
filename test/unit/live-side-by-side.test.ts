/** Channels side by side: how a screen is divided, and what is opened, moved and left alone. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import { tilesAtMost, tilings } from '../../lib/live/side-choices.ts';
import {
  createSideDesk,
  type KeptMarks,
  type MarkedChannel,
  type SideState,
} from '../../lib/live/side-desk.ts';
import {
  createSideView,
  type KeptWindow,
  type SideOutcome,
  type SideWish,
} from '../../lib/live/side-view.ts';
import { type Area, roomIn, screenOf, tilesIn } from '../../lib/live/tiling.ts';

const screen: Area = { left: 0, top: 0, width: 1920, height: 1080 };
const upright: Area = { left: -1080, top: 40, width: 1080, height: 1880 };

describe('a screen divided among windows', () => {
  it('has no gap, no overlap, and nothing outside of it', () => {
    const area = fc.record({
      left: fc.integer({ min: -4000, max: 4000 }),
      top: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 400, max: 6000 }),
      height: fc.integer({ min: 300, max: 4000 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...tilings),
        fc.integer({ min: 1, max: tilesAtMost }),
        area,
        (tiling, count, within) => {
          const tiles = tilesIn(tiling, count, within);
          const overlaps = tiles.some((one, index) =>
            tiles
              .slice(index + 1)
              .some(
                (other) =>
                  one.left < other.left + other.width &&
                  other.left < one.left + one.width &&
                  one.top < other.top + other.height &&
                  other.top < one.top + one.height,
              ),
          );
          const isInside = tiles.every(
            ({ left, top, width, height }) =>
              left >= within.left &&
              top >= within.top &&
              left + width <= within.left + within.width &&
              top + height <= within.top + within.height,
          );
          const filled = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
          return tiles.length === count && !overlaps && isInside && filled === within.width * within.height;
        },
      ),
    );
  });

  it.each([
    ['two beside each other', 2, screen, [960, 960]],
    ['four in two rows', 4, screen, [960, 960, 960, 960]],
    ['the last row of five shared by two', 5, screen, [640, 640, 640, 960, 960]],
    ['one over the other on an upright screen', 2, upright, [1080, 1080]],
  ] as const)('is a grid with %s', (_what, count, area, widths) => {
    expect(tilesIn('grid', count, area).map(({ width }) => width)).toEqual(widths);
  });

  it('has one large window and the others at its side, or under it', () => {
    expect(tilesIn('main', 3, screen)).toEqual([
      { left: 0, top: 0, width: 1280, height: 1080 },
      { left: 1280, top: 0, width: 640, height: 540 },
      { left: 1280, top: 540, width: 640, height: 540 },
    ]);
    expect(tilesIn('main', 2, upright)[1]).toMatchObject({ left: -1080, width: 1080, height: 627 });
    expect(tilesIn('main', 1, screen)).toEqual([screen]);
  });

  it('has room for as many as can still be seen', () => {
    expect(roomIn('grid', screen)).toBe(tilesAtMost);
    expect(roomIn('columns', screen)).toBe(6);
    expect(roomIn('rows', { ...screen, height: 500 })).toBe(2);
    expect(roomIn('grid', { ...screen, width: 200 })).toBe(0);
    expect(tilesIn('grid', 0, screen)).toEqual([]);
  });
});

describe('the screen of a window', () => {
  const right = { left: 1_920, top: 0, width: 1_280, height: 1_000 };
  const window = { left: 1_900, top: 50, width: 800, height: 600 };

  it('is the one on which its middle is', () => {
    expect(screenOf(window, [screen, right])).toEqual(right);
  });

  it('is taken to be no larger than the window where that is not known', () => {
    expect(screenOf(window, [screen])).toEqual(window);
    expect(screenOf(window, [])).toEqual(window);
  });
});

describe('channels side by side', () => {
  const wishFor = (...logins: string[]): SideWish => ({
    channels: logins.map((login) => ({ platform: 'twitch', login })),
    shows: 'player',
    tiling: 'columns',
    area: screen,
    isPrivate: false,
  });
  const player = (login: string): string => `https://player.twitch.tv/?channel=${login}&parent=twitch.tv`;

  function setUp() {
    let kept: readonly KeptWindow[] | undefined;
    let dies: 'before' | 'after' | undefined;
    const windows = new Map<number, { url: string; area: Area }>();
    let opened = 0;
    const never = new Promise<never>(() => undefined);
    const open = vi.fn((url: string, area: Area) => {
      if (dies === 'before') return never;
      const windowId = ++opened;
      windows.set(windowId, { url, area });
      return dies === 'after' ? never : Promise.resolve(windowId);
    });
    const start = () =>
      createSideView({
        kept: { get: () => Promise.resolve(kept), set: (next) => Promise.resolve(void (kept = next)) },
        isOpen: (id) => Promise.resolve(windows.has(id)),
        find: (url) => Promise.resolve([...windows].flatMap(([id, there]) => (there.url === url ? id : []))),
        open,
        move: (id, area) => {
          const there = windows.get(id);
          if (there) windows.set(id, { ...there, area });
          return Promise.resolve();
        },
      });
    const lefts = (): Record<string, number> =>
      Object.fromEntries([...windows.values()].map(({ url, area }) => [url, area.left]));
    /** A background that dies while it opens the first that is to be opened; and the one after it. */
    const die = async (when: typeof dies, wish: SideWish): Promise<void> => {
      dies = when;
      open.mockClear();
      void start().show(wish);
      await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
      dies = undefined;
    };
    return { view: start(), start, die, windows, open, lefts };
  }

  it('open each in a place of its own', async () => {
    const { view, lefts } = setUp();
    expect(await view.show(wishFor('moth', 'lamp'))).toEqual({ open: 2, refused: 0 });
    expect(lefts()).toEqual({ [player('moth')]: 0, [player('lamp')]: 960 });
  });

  it('make room for those who join them, and are opened once', async () => {
    const { view, open, lefts } = setUp();
    await view.show(wishFor('moth', 'lamp'));
    expect(await view.show(wishFor('lamp', 'owl', 'owl'))).toEqual({ open: 3, refused: 0 });
    expect(lefts()).toEqual({ [player('moth')]: 0, [player('lamp')]: 640, [player('owl')]: 1280 });
    expect(open).toHaveBeenCalledTimes(3);
  });

  it('forget a window that the user has closed', async () => {
    const { view, windows, lefts } = setUp();
    await view.show(wishFor('moth', 'lamp'));
    windows.delete(1);
    expect(await view.show(wishFor('owl'))).toEqual({ open: 2, refused: 0 });
    expect(lefts()).toEqual({ [player('lamp')]: 0, [player('owl')]: 960 });
  });

  it('are not opened where there is no room for all', async () => {
    const { view, open } = setUp();
    await view.show(wishFor('moth'));
    const narrow = { ...screen, width: 600 };
    expect(await view.show({ ...wishFor('lamp', 'owl'), area: narrow })).toEqual({
      open: 1,
      refused: 0,
      room: 2,
    });
    expect(open).toHaveBeenCalledOnce();
  });

  it.each(['before', 'after'] as const)(
    'are opened once where the background dies just %s that',
    async (when) => {
      const { view, start, die, windows } = setUp();
      await view.show(wishFor('moth'));
      await die(when, wishFor('lamp', 'owl'));
      expect(await start().show(wishFor('lamp', 'owl'))).toEqual({ open: 3, refused: 0 });
      expect([...windows.values()].map(({ url }) => url)).toEqual(['moth', 'lamp', 'owl'].map(player));
    },
  );

  it('share the place of one that the browser refuses', async () => {
    const { view, open, lefts } = setUp();
    open.mockRejectedValueOnce(new Error('no'));
    expect(await view.show(wishFor('moth', 'lamp', 'owl'))).toEqual({ open: 2, refused: 1 });
    expect(lefts()).toEqual({ [player('lamp')]: 0, [player('owl')]: 960 });
  });

  it('show the page of a channel that has no player of its own', async () => {
    const { view, lefts } = setUp();
    await view.show({ ...wishFor('moth'), channels: [{ platform: 'chzzk', login: 'c'.repeat(32) }] });
    expect(Object.keys(lefts())).toEqual([`https://chzzk.naver.com/live/${'c'.repeat(32)}`]);
  });
});

describe('the choice of channels', () => {
  const channel = (channelId: string): MarkedChannel => ({
    platform: 'twitch',
    channelId,
    login: `login${channelId}`,
    name: `Name ${channelId}`,
  });
  const how = { shows: 'player', tiling: 'grid', area: screen, isPrivate: false } as const;

  function setUp(outcome: Partial<SideOutcome> = {}, before?: KeptMarks) {
    let kept = before;
    let state: SideState | undefined;
    const open = vi.fn((wish: SideWish) =>
      Promise.resolve({ open: wish.channels.length, refused: 0, ...outcome }),
    );
    const desk = createSideDesk({
      kept: { read: () => kept, write: (next) => void (kept = next) },
      open,
      now: () => 7_200_000,
      show: (next) => void (state = next),
    });
    return {
      desk,
      open,
      state: () => state,
      ids: () => state?.marked.map(({ channelId }) => channelId),
      kept: () => kept?.marked.length,
    };
  }

  it('is made and taken back by the same press, and kept for the next popup', () => {
    const { desk, ids, kept } = setUp();
    desk.toggle(channel('1'));
    desk.toggle(channel('2'));
    desk.toggle(channel('1'));
    expect(ids()).toEqual(['2']);
    expect(kept()).toBe(1);
  });

  it('is forgotten after an hour', () => {
    const marked = [channel('1')];
    expect(setUp({}, { at: 3_600_001, marked }).ids()).toEqual(['1']);
    expect(setUp({}, { at: 3_600_000, marked }).ids()).toEqual([]);
  });

  it('has an end, and says so', () => {
    const { desk, ids, state } = setUp();
    for (let id = 0; id <= tilesAtMost; id++) desk.toggle(channel(String(id)));
    expect(ids()).toHaveLength(tilesAtMost);
    expect(state()?.trouble).toEqual({ kind: 'full' });
    desk.toggle(channel('0'));
    expect(state()?.trouble).toBeUndefined();
  });

  it('is opened in its order, and done with', async () => {
    const { desk, open, ids } = setUp();
    desk.toggle(channel('2'));
    desk.toggle(channel('1'));
    expect(await desk.open(how)).toBe(true);
    expect(open.mock.calls[0]?.[0].channels).toEqual([
      { platform: 'twitch', login: 'login2' },
      { platform: 'twitch', login: 'login1' },
    ]);
    expect(ids()).toEqual([]);
    expect(await desk.open(how)).toBe(false);
  });

  it('is done with before the first window closes the popup', () => {
    const { desk, open, kept } = setUp();
    desk.toggle(channel('1'));
    let keptThen: number | undefined;
    open.mockImplementationOnce(() => {
      keptThen = kept();
      return new Promise(() => undefined);
    });
    void desk.open(how);
    expect(keptThen).toBe(0);
  });

  it('keeps who was chosen while the others were being opened', async () => {
    const { desk, open, ids, kept } = setUp();
    desk.toggle(channel('1'));
    open.mockImplementationOnce(() => {
      desk.toggle(channel('2'));
      return Promise.resolve({ open: 1, refused: 0 });
    });
    expect(await desk.open(how)).toBe(true);
    expect(ids()).toEqual(['2']);
    expect(kept()).toBe(1);
  });

  it.each([
    [
      { open: 2, room: 2 },
      { kind: 'no-room', room: 2, open: 2 },
    ],
    [
      { open: 0, refused: 1 },
      { kind: 'refused', count: 1 },
    ],
  ] as const)('stays where not all of it could be opened: %j', async (outcome, trouble) => {
    const { desk, ids, kept, state } = setUp(outcome);
    desk.toggle(channel('1'));
    expect(await desk.open(how)).toBe(false);
    expect(state()).toMatchObject({ trouble, opening: false });
    expect(ids()).toEqual(['1']);
    expect(kept()).toBe(1);
  });

  it('stays where the background could not be asked', async () => {
    const { desk, open, ids, kept, state } = setUp();
    desk.toggle(channel('1'));
    open.mockRejectedValueOnce(new FailureError({ code: 'unreachable', reloaded: false }));
    expect(await desk.open(how)).toBe(false);
    expect(state()?.trouble).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } });
    expect(ids()).toEqual(['1']);
    expect(kept()).toBe(1);
  });
});
