/** Watching who is live while nobody looks: when to ask, what to tell of, and what the toolbar button says. */
import type { AccountsView } from '../accounts/accounts.ts';
import type { Platform } from '../chat/message.ts';
import type { Settings } from '../store/settings-table.ts';
import { channelKey } from './arrange.ts';
import { type Badge, badgeOf } from './badge.ts';
import { isQuiet, newsOf, type Seen } from './news.ts';
import { type Notice, noticesOf } from './notice.ts';
import { type LiveSnapshot, type LiveStream, platformOf, streamsIn } from './stream.ts';
import type { WatchedList } from './watched.ts';
import { newsOfWatched, watchedListId } from './watched-news.ts';
import { listIdOf } from './whose.ts';

/** What the user is doing: `idle`: nothing for some minutes; `locked`: the screen is. */
export type Presence = 'active' | 'idle' | 'locked';

/** Something that outlives the background, until the browser closes. */
export interface WatchedValue<T> {
  readonly get: () => Promise<T | undefined>;
  readonly set: (value: T) => Promise<void>;
}

/** What {@link createWatch} needs. */
export interface WatchParts {
  readonly settings: () => Promise<Settings>;
  readonly accounts: () => Promise<AccountsView>;
  /** The stored list of an account, or of all. */
  readonly stored: (listId: string) => Promise<LiveSnapshot | undefined>;
  /** What the last look at a platform saw: one of them must not make news of what the other did not say. */
  readonly seen: Readonly<Record<Platform, WatchedValue<Seen>>>;
  /** Whether the last look at a platform failed. */
  readonly failed: Readonly<Record<Platform, WatchedValue<boolean>>>;
  /** Asks the accounts' platform. @throws FailureError */
  readonly refresh: () => Promise<unknown>;
  /** The list beside the accounts'. */
  readonly chzzk: {
    readonly stored: () => Promise<LiveSnapshot | undefined>;
    /** Whether the user wants CHZZK to be asked, as far as is known. */
    readonly isWanted: () => Promise<boolean>;
    /** Asks CHZZK. @throws FailureError */
    readonly refresh: () => Promise<unknown>;
  };
  /** The streams of the categories that the user watches. */
  readonly watched: {
    readonly seen: WatchedValue<Seen>;
    /** As they were a moment ago, or are now. @throws FailureError */
    readonly list: (categoryIds: readonly string[]) => Promise<WatchedList>;
  };
  /** Whether the browser lets us tell the user anything. */
  readonly mayTell: () => Promise<boolean>;
  readonly presence: () => Promise<Presence>;
  readonly isOnline: () => boolean;
  /** Whether the user pays for, or wishes to save, what goes over the network, as far as the browser says. */
  readonly isMetered: () => boolean;
  readonly notify: (notice: Notice, settings: Settings) => Promise<void>;
  /** Makes the sound of a notification; `volume` is from 1 to 100. */
  readonly ring: (volume: number) => Promise<void>;
  /** Opens a channel in the background, unless it is open already. */
  readonly open: (stream: LiveStream) => Promise<void>;
  readonly show: (badge: Badge) => Promise<void>;
  readonly now: () => number;
}

/** The watch. */
export interface Watch {
  /** The alarm rang, or the browser was opened: asks if it is worth it. */
  readonly look: () => Promise<void>;
  /** A list has come in, whoever asked for it. */
  readonly heard: (snapshot: LiveSnapshot) => Promise<void>;
  /** Draws the toolbar button anew: accounts or settings changed, or the background has just started. */
  readonly draw: () => Promise<void>;
}

const minute = 60_000;

/**
 * Whether it is worth asking now. Nobody is told of anything while the screen is locked; while nobody is there, or
 * every request costs the user something, half as often is enough; and a list that a popup has just fetched is new enough for everybody.
 *
 * @param age of the stored list, ms
 */
export function isDue(presence: Presence, age: number, minutes: number, isMetered = false): boolean {
  if (presence === 'locked') return false;
  const wanted = presence === 'idle' || isMetered ? 2 * minutes : minutes;
  // An alarm may ring a moment early.
  return age >= (wanted - 0.5) * minute;
}

/** Makes the watch. */
export function createWatch(parts: WatchParts): Watch {
  const activeOf = (view: AccountsView) => view.accounts.find(({ id }) => id === view.activeId);

  async function drawNow(): Promise<void> {
    const [settings, view] = await Promise.all([parts.settings(), parts.accounts()]);
    const account = activeOf(view);
    const listId = listIdOf(view, settings);
    const own = listId === undefined ? undefined : await parts.stored(listId);
    const chzzk = await parts.chzzk.stored();
    const muted = new Set(settings['live.muted']);
    await parts.show(
      badgeOf({
        signedIn: account !== undefined || chzzk !== undefined,
        // What is wrong beside the accounts' own list does not hide its number.
        failed:
          account?.state === 'expired' || (await parts.failed[account ? 'twitch' : 'chzzk'].get()) === true,
        paused: settings['live.paused'],
        live: streamsIn({ own, chzzk })?.filter((stream) => !muted.has(channelKey(stream))).length,
        counts: settings['live.badge'] && settings['live.badgeOf'] === 'live',
      }),
    );
  }

  let drawing = Promise.resolve();
  /** One after the other: what was read earlier must not be shown later. */
  const draw = (): Promise<void> => (drawing = drawing.catch(() => undefined).then(drawNow));

  /** Asks a platform if that is due, and says whether it was asked and failed. */
  async function ask(
    platform: Platform,
    list: LiveSnapshot | undefined,
    { 'live.refreshMinutes': minutes }: Settings,
  ): Promise<boolean> {
    const age = list ? parts.now() - list.updatedAt : Infinity;
    if (!isDue(await parts.presence(), age, minutes, parts.isMetered())) return false;
    try {
      await (platform === 'chzzk' ? parts.chzzk.refresh() : parts.refresh());
      return false;
    } catch {
      // The popup says what it is; here it is only known that something is.
      await parts.failed[platform].set(true);
      return true;
    }
  }

  async function lookAtOwn(view: AccountsView, settings: Settings): Promise<boolean> {
    const account = activeOf(view);
    if (account?.state !== 'ok') return false;
    return ask('twitch', await parts.stored(listIdOf(view, settings) ?? account.id), settings);
  }

  async function lookAtChzzk(settings: Settings): Promise<boolean> {
    if (!(await parts.chzzk.isWanted())) return false;
    return ask('chzzk', await parts.chzzk.stored(), settings);
  }

  async function tellOf(notices: readonly Notice[], settings: Settings): Promise<void> {
    for (const notice of notices) await parts.notify(notice, settings);
    // One sound, however many there are.
    if (notices.length > 0 && settings['notifications.sound'])
      await parts.ring(settings['notifications.volume']);
  }

  /** Looks who streams in the watched categories, for whoever wants to be told of it; nothing else needs that look. */
  async function lookAtWatched(view: AccountsView, settings: Settings): Promise<void> {
    const ids = settings['live.categories'].map(({ id }) => id);
    if (!settings['notifications.watched'] || ids.length === 0) return;
    if (isQuiet(settings, new Date(parts.now())) || !(await parts.mayTell())) return;
    const before = await parts.watched.seen.get();
    const age = before ? parts.now() - before.at : Infinity;
    const minutes = settings['live.refreshMinutes'];
    if (!isDue(await parts.presence(), age, minutes, parts.isMetered())) return;
    // The popup says what is wrong, to whoever looks at that list there.
    const list = await parts.watched.list(ids).catch(() => undefined);
    if (!list) return;
    const follows = await Promise.all([parts.seen.twitch.get(), parts.seen.chzzk.get()]);
    const followed = new Set(follows.flatMap((seen) => seen?.live ?? []));
    const listId = watchedListId(view.activeId, ids);
    const { tell, seen } = newsOfWatched(before, listId, list, followed, settings);
    await parts.watched.seen.set(seen);
    const notices = noticesOf(tell, settings['notifications.batchAbove'], 'watched');
    await tellOf(
      notices.map((notice) => ({ ...notice, watched: true })),
      settings,
    );
  }

  return {
    async look() {
      const [settings, view] = await Promise.all([parts.settings(), parts.accounts()]);
      if (settings['live.paused'] || !parts.isOnline()) return draw();
      const failures = await Promise.all([lookAtOwn(view, settings), lookAtChzzk(settings)]);
      // Whoever answered was heard, and the button drawn.
      if (activeOf(view)?.state !== 'ok' || failures.includes(true)) await draw();
      await lookAtWatched(view, settings);
    },

    async heard(snapshot) {
      const settings = await parts.settings();
      const platform = platformOf(snapshot.accountId);
      const news = newsOf(await parts.seen[platform].get(), snapshot, settings);
      // Remembered first: a worker that dies here tells of something too little, but never twice.
      await parts.seen[platform].set(news.seen);
      await parts.failed[platform].set(false);
      await draw();
      if (settings['live.paused']) return;
      const atMost = settings['notifications.batchAbove'];
      await tellOf(
        [
          ...noticesOf(news.tell, atMost),
          ...noticesOf(news.changed, atMost).map((notice) => ({ ...notice, changed: true })),
        ],
        settings,
      );
      for (const stream of news.open) await parts.open(stream);
    },

    draw,
  };
}
