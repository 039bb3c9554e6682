/**
 * Making the changes of batches, one after the other and slowly: CHZZK says nowhere how much it bears.
 *
 * A batch is written down before it begins and after each of its changes, so that it outlives the page in which it was wished for, and
 * whoever wakes next goes on with it.
 */
import type { Doing, Found, ManageList } from '../chzzk/manage/wish.ts';
import { fail, type Failure, failureOf } from '../failure.ts';
import { createWorkingOff, type WorkingOffParts } from '../working-off.ts';
import {
  type Batch,
  type BatchChange,
  type BatchItem,
  type BatchNews,
  batchOf,
  type BatchOutcome,
  type BatchWish,
  changed,
  isNews,
  listTelling,
  lookedAt,
  needsWords,
  newsOf,
  nextOf,
  settled,
  withOutcome,
} from './batch.ts';
import { takingBack, withName } from './changes.ts';
import { isPart, joined } from './parts.ts';
import type { ManageKnown } from './state.ts';

/** Where batches are written down. */
export interface BatchBook {
  /** All of them, oldest first. */
  readonly all: () => Promise<readonly Batch[]>;
  /** In one transaction; a `change` to `undefined` leaves all as it is. Resolves with what stands there then. */
  readonly update: (
    id: string,
    change: (old: Batch | undefined) => Batch | undefined,
  ) => Promise<Batch | undefined>;
  readonly remove: (id: string) => Promise<void>;
}

/** What {@link createBatches} needs. */
export interface BatchesParts {
  readonly book: BatchBook;
  /** Makes a change; the same `id` twice is once where {@link BatchesParts.isRepeatable}. Resolves with whether it can be taken back under that id. */
  readonly act: (channel: string, id: string, doing: Doing) => Promise<{ readonly undoable?: true }>;
  /** Whether a change may be asked for again when a life of the background ended amid it. */
  readonly isRepeatable: (doing: Doing) => boolean;
  /** Reads a list; of those that come in parts the one, from 0. */
  readonly read: (channel: string, list: ManageList, page: number) => Promise<Found>;
  readonly alarm: WorkingOffParts<'all'>['alarm'];
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A batch in `channel` has begun, is over, or is gone. */
  readonly told: (channel: string) => void;
}

/** See the file's head. */
export interface Batches {
  /** Begins a batch; the same id twice is one. */
  readonly start: (wish: BatchWish) => Promise<BatchNews>;
  /** The batch of a channel that runs, or else the last one; `undefined`: none that anybody has to hear of. */
  readonly read: (channel: string) => Promise<BatchNews | undefined>;
  /** Changes the batch `id` of a channel. */
  readonly change: (channel: string, id: string, change: BatchChange) => Promise<BatchNews | undefined>;
  /** Goes on with what is left. Never throws. */
  readonly resume: () => Promise<void>;
}

/** From the beginning of one request to that of the next, at least, ms. One a second is what a quick hand does. */
export const paceMs = 1_000;

/** For so long what became of a batch is kept, ms; the action log keeps what was done about viewers. */
const keptMs = 24 * 60 * 60 * 1000;

/** The most parts of a list that are looked through for one change. */
const partsAtMost = 100;

/** Whether it says no to one alone: the others may still go well. */
export const isAboutOne = (failure: Failure): boolean =>
  failure.code === 'bad-input' || (failure.code === 'platform-refused' && failure.status !== 403);

/** Makes the service that carries out batches. */
export function createBatches({
  book,
  act,
  isRepeatable,
  read,
  alarm,
  now,
  sleep,
  told,
}: BatchesParts): Batches {
  const current = async (): Promise<Batch | undefined> => (await book.all()).find(({ isOver }) => !isOver);

  /** Waits until `paceMs` after `began`. */
  async function pace(began: number): Promise<void> {
    const rest = began + paceMs - now();
    if (rest > 0) await sleep(rest);
  }

  /** A whole list, slowly. @throws FailureError */
  async function whole(channel: string, list: ManageList): Promise<ManageKnown> {
    let { found } = await read(channel, list, 0);
    for (let page = 1; isPart(found) && found.rows.length < found.total && page < partsAtMost; page += 1) {
      await sleep(paceMs);
      const next = (await read(channel, list, page)).found;
      if (!isPart(next) || next.rows.length === 0) break;
      found = joined(found, next);
    }
    return { [list]: found };
  }

  /** Looks what became of changes of which nobody heard. */
  async function lookAgain(batch: Batch): Promise<void> {
    const list = listTelling(batch);
    try {
      const known = list ? await whole(batch.channel, list) : {};
      await book.update(batch.id, (old) => old && lookedAt(old, known));
    } catch (error) {
      const why = failureOf(error);
      await book.update(batch.id, (old) => old && { ...old, isStopped: true, why });
    }
  }

  async function settle(batch: Batch): Promise<void> {
    // What cannot be read now is not taken back by a press: it stands in the list.
    const known = needsWords(batch) ? await whole(batch.channel, 'words').catch(() => ({})) : {};
    // Somebody may have let it go on meanwhile.
    await book.update(batch.id, (old) => (old && !nextOf(old) ? settled(old, known) : undefined));
    told(batch.channel);
  }

  async function carryOut({ channel, begun }: Batch, item: BatchItem): Promise<BatchOutcome> {
    const { id, name, doing } = item;
    try {
      // An earlier life has sent it, perhaps.
      if (begun === id && !isRepeatable(doing)) return fail({ code: 'outcome-unknown' });
      const { undoable } = await act(channel, id, withName(doing, name));
      return { state: 'done', undo: undoable && takingBack(id, name, doing) };
    } catch (error) {
      const failure = failureOf(error);
      return { state: isAboutOne(failure) ? 'refused' : 'end', failure };
    }
  }

  /** Does the next thing; whether there was one. */
  async function step(): Promise<boolean> {
    const batch = await current();
    if (!batch) return false;
    const item = nextOf(batch);
    if (!item) {
      await settle(batch);
      return true;
    }
    const began = now();
    if (batch.isDoubted) {
      await lookAgain(batch);
    } else {
      const noted = await book.update(batch.id, (old) =>
        old && nextOf(old)?.id === item.id ? { ...old, begun: item.id } : undefined,
      );
      // It was stopped, or forgotten, while it was looked at.
      if (noted?.begun !== item.id) return true;
      const outcome = await carryOut(batch, item);
      await book.update(batch.id, (old) => old && withOutcome(old, item.id, outcome));
      // At the end nobody waits for the next.
      if (outcome.state === 'end') return true;
    }
    const after = (await book.all()).find(({ id }) => id === batch.id);
    if (after && nextOf(after)) await pace(began);
    return true;
  }

  const { begin, resume } = createWorkingOff<'all'>({
    lanes: ['all'],
    isLeft: async () => (await current()) !== undefined,
    step,
    alarm,
  });

  return {
    async start(wish) {
      const { id, channel } = wish;
      const fresh = batchOf(wish, now());
      const batch = (await book.update(id, (old) => old ?? fresh)) ?? fresh;
      // What the user has gone on from needs not be told any more.
      for (const other of await book.all())
        if (other.channel === channel && other.isOver && other.id !== id) await book.remove(other.id);
      begin('all');
      told(channel);
      return newsOf(batch);
    },

    async read(channel) {
      const here = (await book.all()).filter((batch) => batch.channel === channel && isNews(batch));
      const batch = here.find(({ isOver }) => !isOver) ?? here.at(-1);
      return batch && newsOf(batch);
    },

    async change(channel, id, change) {
      const known = (await book.all()).find((batch) => batch.id === id);
      if (known?.channel !== channel) return undefined;
      if (change === 'close') {
        await book.remove(id);
        told(channel);
        return undefined;
      }
      const batch = await book.update(id, (old) => old && changed(old, change));
      begin('all');
      // Where it was seen it stays in sight, with what takes it back.
      if (change !== 'seen') told(channel);
      return batch && newsOf(batch);
    },

    async resume() {
      try {
        for (const batch of await book.all())
          if (batch.isOver && batch.at < now() - keptMs) await book.remove(batch.id);
        await resume();
      } catch {
        // The next alarm, or the next start, tries again.
      }
    },
  };
}
