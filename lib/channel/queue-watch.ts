/** The numbers on the toolbar button that count a tab's own queue: when they are asked for, and on which tabs they stand. */
import { type Badge, queueBadge } from '../live/badge.ts';
import { isDue, type Presence } from '../live/watch.ts';
import type { Settings } from '../store/settings-table.ts';
import type { QueuePlace, Queues } from './queues.ts';

/** A tab that shows a channel. */
export interface QueueTab {
  readonly id: number;
  /** It is the one in front in its window. */
  readonly isInFront: boolean;
  readonly place: QueuePlace;
}

/** What {@link createQueueWatch} needs. */
export interface QueueWatchParts {
  readonly settings: () => Promise<Settings>;
  readonly tabs: () => Promise<readonly QueueTab[]>;
  readonly queues: Pick<Queues, 'glance' | 'known'>;
  /** The tabs that have a number of their own now, as far as that is remembered. */
  readonly numbered: {
    readonly get: () => Promise<readonly number[] | undefined>;
    readonly set: (ids: readonly number[]) => Promise<void>;
  };
  readonly presence: () => Promise<Presence>;
  readonly isOnline: () => boolean;
  readonly isMetered: () => boolean;
  /** `undefined`: the tab shows what all do. A tab that is gone is no failure. */
  readonly show: (tabId: number, place: QueuePlace, badge: Badge) => Promise<void>;
  readonly clear: (tabId: number) => Promise<void>;
}

/** See the file's head. */
export interface QueueWatch {
  /** The alarm rang: asks for the tabs in front, if it is worth it, and draws. */
  readonly look: () => Promise<void>;
  /** A page with a channel has opened that the user may moderate: likewise. */
  readonly opened: (place: QueuePlace) => Promise<void>;
  /** Draws all anew: something was counted, or the user wants another number. */
  readonly draw: () => Promise<void>;
}

const minute = 60_000;

const isWanted = (settings: Settings): boolean =>
  settings['live.badge'] && settings['live.badgeOf'] === 'queues' && !settings['live.paused'];

/** A number that was not looked at for several rounds is none any more, ms. */
const validFor = (settings: Settings): number => (3 * settings['live.refreshMinutes'] + 2) * minute;

/** Makes the watch. */
export function createQueueWatch(parts: QueueWatchParts): QueueWatch {
  async function drawNow(): Promise<void> {
    const settings = await parts.settings();
    const before = (await parts.numbered.get()) ?? [];
    // Whoever does not want it pays for nothing but this look.
    if (!isWanted(settings) && before.length === 0) return;
    const tabs = isWanted(settings) ? await parts.tabs() : [];
    const known = await Promise.all(
      tabs.map(async (tab) => ({ tab, count: await parts.queues.known(tab.place, validFor(settings)) })),
    );
    const numbered = known.flatMap(({ tab, count }) => (count ? [{ tab, count }] : []));
    const ids = numbered.map(({ tab }) => tab.id);
    // Remembered first: a number that is drawn and forgotten would stand for good.
    await parts.numbered.set([...new Set([...before, ...ids])]);
    for (const id of before) if (!ids.includes(id)) await parts.clear(id);
    for (const { tab, count } of numbered) await parts.show(tab.id, tab.place, queueBadge(count));
    await parts.numbered.set(ids);
  }

  let drawing = Promise.resolve();
  /** One after the other: what was read earlier must not be shown later. */
  const draw = (): Promise<void> => (drawing = drawing.catch(() => undefined).then(drawNow));

  async function glance(settings: Settings, places: readonly QueuePlace[]): Promise<void> {
    if (!parts.isOnline()) return;
    const [presence, minutes] = [await parts.presence(), settings['live.refreshMinutes']];
    // Due or not is a question of the age that will do.
    const ages = [minutes, 2 * minutes].map((age) => (age - 0.5) * minute);
    const youngFor = ages.find((age) => isDue(presence, age, minutes, parts.isMetered()));
    if (youngFor === undefined) return;
    await Promise.all(places.map((place) => parts.queues.glance(place, youngFor)));
  }

  return {
    draw,
    async look() {
      const settings = await parts.settings();
      if (isWanted(settings)) {
        const inFront = (await parts.tabs()).filter((tab) => tab.isInFront);
        await glance(
          settings,
          inFront.map(({ place }) => place),
        );
      }
      await draw();
    },
    async opened(place) {
      const settings = await parts.settings();
      if (!isWanted(settings)) return;
      await glance(settings, [place]);
      await draw();
    },
  };
}
