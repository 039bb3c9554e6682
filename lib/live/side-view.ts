/** Channels in windows side by side: opened, and put in place anew when others join them. */
import { createWriteQueue } from '../store/write-queue.ts';
import { addressOf, hasSight } from './channel-url.ts';
import type { SideSight, Tiling } from './side-choices.ts';
import type { LiveStream } from './stream.ts';
import { type Area, roomIn, tilesIn } from './tiling.ts';

/** A channel, as its platform's addresses name it. */
export type SideChannel = Pick<LiveStream, 'platform' | 'login'>;

/** A channel that is seen, and the browser's window for it. */
export interface SideWindow {
  /** The address that was opened. */
  readonly url: string;
  readonly windowId: number;
}

/** Likewise, and one that is being opened there: written down first, since whoever opens it may die before its window is known. */
export type KeptWindow = SideWindow | { readonly url: string; readonly area: Area };

/** What is to be seen side by side. */
export interface SideWish {
  readonly channels: readonly SideChannel[];
  readonly shows: SideSight;
  readonly tiling: Tiling;
  /** The part of the screen that the windows may fill. */
  readonly area: Area;
  /** The wish comes from a private window, and opens such. */
  readonly isPrivate: boolean;
}

/** What became of it. */
export interface SideOutcome {
  /** As many windows stand side by side now. */
  readonly open: number;
  /** As many the browser refused to open. */
  readonly refused: number;
  /** There was not enough room, so nothing was opened: as many find some, those included that are open already. */
  readonly room?: number;
}

/** What {@link createSideView} needs of the browser. */
export interface SideViewParts {
  readonly kept: {
    readonly get: () => Promise<readonly KeptWindow[] | undefined>;
    readonly set: (windows: readonly KeptWindow[]) => Promise<void>;
  };
  readonly isOpen: (windowId: number) => Promise<boolean>;
  /** The windows without bars that stand in `area` and show `url`, as far as the browser tells what they show. */
  readonly find: (url: string, area: Area) => Promise<readonly number[]>;
  /** Opens a window without bars. @throws whatever the browser has against it */
  readonly open: (url: string, area: Area, isPrivate: boolean) => Promise<number>;
  /** Moves a window there and brings it to the front; one that is gone meanwhile is no trouble. */
  readonly move: (windowId: number, area: Area) => Promise<void>;
}

/** Channels side by side. */
export interface SideView {
  /**
   * Opens those that are not open yet, beside those that are, and puts all in place. Asked twice it opens nothing twice.
   *
   * @throws FailureError `storage`
   */
  readonly show: (wish: SideWish) => Promise<SideOutcome>;
}

/** The address that shows `sight` of the channel, or its page where the platform has none for that. */
const urlOf = (sight: SideSight, channel: SideChannel): string =>
  addressOf(hasSight(sight, channel) ? sight : 'channel', channel);

/** Makes it. */
export function createSideView({ kept, isOpen, find, open, move }: SideViewParts): SideView {
  // Two at once would each put the same windows in other places.
  const inTurn = createWriteQueue('side by side', null);

  async function stillOpen(): Promise<readonly SideWindow[]> {
    const all = (await kept.get()) ?? [];
    const ids = new Set(all.flatMap((one) => ('windowId' in one ? one.windowId : [])));
    const standing = await Promise.all(
      all.map(async (one) => {
        if ('windowId' in one) return (await isOpen(one.windowId)) ? one : undefined;
        const windowId = (await find(one.url, one.area)).find((id) => !ids.has(id));
        return windowId === undefined ? undefined : { url: one.url, windowId };
      }),
    );
    return standing.filter((one) => one !== undefined);
  }

  async function show({ channels, shows, tiling, area, isPrivate }: SideWish): Promise<SideOutcome> {
    const before = await stillOpen();
    const known = new Set(before.map(({ url }) => url));
    const wanted = [...new Set(channels.map((channel) => urlOf(shows, channel)))];
    const urls = wanted.filter((url) => !known.has(url));
    const count = before.length + urls.length;
    const room = roomIn(tiling, area);
    if (count > room) return { open: before.length, refused: 0, room };

    const tiles = tilesIn(tiling, count, area);
    await arrange(before, tiles);
    let now = before;
    for (const [index, url] of urls.entries()) {
      const tile = tiles[before.length + index] ?? area;
      await kept.set([...now, { url, area: tile }]);
      const windowId = await open(url, tile, isPrivate).catch(() => undefined);
      if (windowId !== undefined) now = [...now, { url, windowId }];
      // At once: whoever asks again after the background died must not get it twice.
      await kept.set(now);
    }
    const refused = count - now.length;
    if (refused > 0) await arrange(now, tilesIn(tiling, now.length, area));
    return { open: now.length, refused };
  }

  async function arrange(windows: readonly SideWindow[], tiles: readonly Area[]): Promise<void> {
    for (const [index, { windowId }] of windows.entries()) {
      const tile = tiles[index];
      if (tile) await move(windowId, tile);
    }
  }

  return { show: (wish) => inTurn.run(() => show(wish)) };
}
