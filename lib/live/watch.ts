/** Watching who is live while nobody looks: when to ask, what to tell of, and what the toolbar button says. */
import type { AccountsView } from '../accounts/accounts.ts';
import type { Settings } from '../store/settings-table.ts';
import { channelKey } from './arrange.ts';
import { type Badge, badgeOf } from './badge.ts';
import { newsOf, type Seen } from './news.ts';
import { type Notice, noticesOf } from './notice.ts';
import type { LiveSnapshot, LiveStream } from './stream.ts';
import { listIdOf } from './whose.ts';

/** What the user is doing: `idle`: nothing for some minutes; `locked`: the screen is. */
export type Presence = 'active' | 'idle' | 'locked';

/** What {@link createWatch} needs. */
export interface WatchParts {
  readonly settings: () => Promise<Settings>;
  readonly accounts: () => Promise<AccountsView>;
  /** The stored list of an account, or of all. */
  readonly stored: (listId: string) => Promise<LiveSnapshot | undefined>;
  readonly seen: {
    readonly get: () => Promise<Seen | undefined>;
    readonly set: (seen: Seen) => Promise<void>;
  };
  /** Whether the last look failed. */
  readonly failed: {
    readonly get: () => Promise<boolean | undefined>;
    readonly set: (failed: boolean) => Promise<void>;
  };
  /** Asks the platform. @throws FailureError */
  readonly refresh: () => Promise<unknown>;
  readonly presence: () => Promise<Presence>;
  readonly isOnline: () => boolean;
  readonly notify: (notice: Notice, settings: Settings) => Promise<void>;
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
 * Whether it is worth asking now. Nobody is told of anything while the screen is locked; while nobody is there, half as
 * often is enough; and a list that a popup has just fetched is new enough for everybody.
 *
 * @param age of the stored list, ms
 */
export function isDue(presence: Presence, age: number, minutes: number): boolean {
  if (presence === 'locked') return false;
  const wanted = presence === 'idle' ? 2 * minutes : minutes;
  // An alarm may ring a moment early.
  return age >= (wanted - 0.5) * minute;
}

/** Makes the watch. */
export function createWatch(parts: WatchParts): Watch {
  const activeOf = (view: AccountsView) => view.accounts.find(({ id }) => id === view.activeId);

  async function draw(): Promise<void> {
    const [settings, view] = await Promise.all([parts.settings(), parts.accounts()]);
    const account = activeOf(view);
    const listId = listIdOf(view, settings);
    const snapshot = listId === undefined ? undefined : await parts.stored(listId);
    const muted = new Set(settings['live.muted']);
    await parts.show(
      badgeOf({
        signedIn: account !== undefined,
        failed: account?.state === 'expired' || (await parts.failed.get()) === true,
        paused: settings['live.paused'],
        live: snapshot?.streams.filter((stream) => !muted.has(channelKey(stream))).length,
        counts: settings['live.badge'],
      }),
    );
  }

  return {
    async look() {
      const [settings, view] = await Promise.all([parts.settings(), parts.accounts()]);
      const account = activeOf(view);
      if (settings['live.paused'] || account?.state !== 'ok' || !parts.isOnline()) return draw();
      const snapshot = await parts.stored(listIdOf(view, settings) ?? account.id);
      const age = snapshot ? parts.now() - snapshot.updatedAt : Infinity;
      if (!isDue(await parts.presence(), age, settings['live.refreshMinutes'])) return;
      try {
        await parts.refresh();
      } catch {
        // The popup says what it is; here it is only known that something is.
        await parts.failed.set(true);
        await draw();
      }
    },

    async heard(snapshot) {
      const settings = await parts.settings();
      const news = newsOf(await parts.seen.get(), snapshot, settings);
      // Remembered first: a worker that dies here tells of something too little, but never twice.
      await parts.seen.set(news.seen);
      await parts.failed.set(false);
      await draw();
      if (settings['live.paused']) return;
      for (const notice of noticesOf(news.tell, settings['notifications.batchAbove']))
        await parts.notify(notice, settings);
      for (const notice of noticesOf(news.changed, settings['notifications.batchAbove']))
        await parts.notify({ ...notice, changed: true }, settings);
      for (const stream of news.open) await parts.open(stream);
    },

    draw,
  };
}
