/** Keeping the list of whom the user follows on CHZZK and who is live: that of whoever is logged in there, and no other. */
import { failureOf } from '../failure.ts';
import { createLive, type LiveParts } from '../live/live.ts';
import type { ChzzkLook } from '../live/panel.ts';
import { chzzkListPrefix, type LiveSnapshot, type LiveStream } from '../live/stream.ts';
import type { ChzzkSession } from './session.ts';

/** What {@link createChzzkLive} needs. */
export interface ChzzkLiveParts extends Pick<LiveParts, 'changed' | 'now'> {
  /** Who is logged in; `undefined`: the user has not permitted that CHZZK is asked, and it was not. @throws FailureError */
  readonly session: () => Promise<ChzzkSession | undefined>;
  /** @throws FailureError */
  readonly follows: () => Promise<readonly LiveStream[]>;
  readonly lists: {
    /** Every stored list of CHZZK's. */
    readonly read: () => Promise<readonly LiveSnapshot[]>;
    readonly put: (list: LiveSnapshot) => Promise<void>;
    readonly delete: (listId: string) => Promise<void>;
  };
  /** Whether nobody was logged in at the last look, as far as it is known. */
  readonly away: {
    readonly get: () => Promise<boolean | undefined>;
    readonly set: (away: boolean) => Promise<void>;
  };
  /** Whether the user has permitted that CHZZK is asked. */
  readonly isPermitted: () => Promise<boolean>;
  /** More is known of the channels that are listed; nobody has gone live or offline. */
  readonly refined: (list: LiveSnapshot) => Promise<void>;
  /** There is no list any more. */
  readonly gone: () => Promise<void>;
}

/** See the file's head. */
export interface ChzzkLive {
  /**
   * Asks CHZZK and stores the answer; several askers at once share one answer. Without a permission nothing is asked; of
   * somebody who has logged out no list stays.
   *
   * @throws FailureError The stored list stays as it was.
   */
  readonly refresh: () => Promise<ChzzkLook>;
  readonly stored: () => Promise<LiveSnapshot | undefined>;
  /** Stores the list anew, with what `more` knows of its channels. */
  readonly refine: (
    more: (streams: readonly LiveStream[]) => Promise<readonly LiveStream[]>,
  ) => Promise<void>;
  /** Whether it is worth asking while nobody looks: who logs in again will look at a page of ours. */
  readonly isWanted: () => Promise<boolean>;
  /** Somebody asked who is logged in: is that still whose list is stored? @throws FailureError */
  readonly heard: (session: ChzzkSession | undefined) => Promise<void>;
}

const listIdOf = ({ id = 'me' }: { readonly id?: string }): string => `${chzzkListPrefix}${id}`;

/** Makes the service. */
export function createChzzkLive(parts: ChzzkLiveParts): ChzzkLive {
  const { session, follows, lists, away, isPermitted, changed, refined, gone, now } = parts;
  let running: Promise<ChzzkLook> | undefined;

  async function forget(): Promise<void> {
    const stored = await lists.read();
    for (const { accountId } of stored) await lists.delete(accountId);
    if (stored.length > 0) await gone();
  }

  const stored = async (): Promise<LiveSnapshot | undefined> => (await lists.read())[0];

  async function look(): Promise<ChzzkLook> {
    const who = await session();
    if (!who?.loggedIn) {
      if (who) await away.set(true);
      await forget();
      return who ? 'logged-out' : 'not-permitted';
    }
    const live = createLive({
      whose: () => Promise.resolve({ listId: listIdOf(who), accounts: [who] }),
      follows,
      write: async (list) => {
        for (const { accountId } of await lists.read())
          if (accountId !== list.accountId) await lists.delete(accountId);
        await lists.put(list);
        await away.set(false);
      },
      changed,
      now,
    });
    try {
      await live.refresh();
      return 'listed';
    } catch (error) {
      // The login ended between the two questions.
      if (failureOf(error).code !== 'chzzk-logged-out') throw error;
      await away.set(true);
      await forget();
      return 'logged-out';
    }
  }

  const refresh = (): Promise<ChzzkLook> => (running ??= look().finally(() => (running = undefined)));

  return {
    refresh,
    stored,
    async refine(more) {
      // A list that is just being asked for must not be replaced by the one before it.
      while (running) await running.catch(() => undefined);
      const list = await stored();
      if (!list) return;
      const better = { ...list, streams: await more(list.streams) };
      await lists.put(better);
      await refined(better);
    },
    isWanted: async () => (await isPermitted()) && (await away.get()) !== true,
    async heard(who) {
      const list = await stored();
      const wanted = who?.loggedIn ? listIdOf(who) : undefined;
      if (list?.accountId !== wanted) await refresh();
    },
  };
}
