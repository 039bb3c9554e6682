/** A batch: changes of one kind in a channel on CHZZK, as they are written down before any of them is made. Pure. */
import type { Doing, ManageList } from '../chzzk/manage/wish.ts';
import type { Failure } from '../failure.ts';
import { without } from '../without.ts';
import { isThere, undoAfter } from './changes.ts';
import type { ManageKnown } from './state.ts';

/** The most changes of one batch: more than an hour of them. */
export const batchAtMost = 5_000;

/** One change. Its id was made with the wish, so that it is never made twice. */
export interface BatchItem {
  readonly id: string;
  readonly doing: Doing;
  /** Whom or what it is about, by the name that the user knows. */
  readonly name: string;
  /** What takes it back, where something does. */
  readonly undo?: Doing;
  /** `refused`: CHZZK said no to this one alone. */
  readonly state: 'waiting' | 'done' | 'refused';
  readonly failure?: Failure;
}

/** See the file's head. */
export interface Batch {
  readonly id: string;
  /** The channel's id. */
  readonly channel: string;
  /** When it was begun, Unix epoch ms. */
  readonly at: number;
  readonly items: readonly BatchItem[];
  readonly isStopped: boolean;
  /** What stopped it, when the user did not. */
  readonly why?: Failure;
  /** The item that is being sent now, or was when a life of the background ended. */
  readonly begun?: string;
  /** Nobody knows whether the next one was made: the list says so before it is tried again. */
  readonly isDoubted?: true;
  /** Nothing more happens by itself, and what takes back what was done is known. */
  readonly isOver: boolean;
  /** The user has seen what became of it. */
  readonly isSeen?: true;
}

/** A batch as it is wished for. The same `id` twice is one. */
export interface BatchWish extends Pick<Batch, 'id' | 'channel'> {
  readonly items: readonly Omit<BatchItem, 'state' | 'failure'>[];
}

/** How far a batch is, or what became of it, for whoever looks on. */
export type BatchNews =
  | {
      readonly stage: 'runs';
      readonly id: string;
      readonly what: Doing['what'];
      readonly tried: number;
      readonly of: number;
    }
  | {
      readonly stage: 'over';
      readonly id: string;
      readonly what: Doing['what'];
      readonly done: number;
      readonly refused: readonly { readonly name: string; readonly failure: Failure }[];
      /** How many were not tried, since the user stopped it or it would have failed for them as well. */
      readonly left: number;
      /** Why it stopped, unless the user did. */
      readonly failure?: Failure;
      /** What takes back what was done. */
      readonly undo: readonly { readonly doing: Doing; readonly name: string }[];
    };

/** What can be done about a batch. */
export const batchChanges = ['stop', 'goOn', 'seen', 'close'] as const;

/** See {@link batchChanges}. */
export type BatchChange = (typeof batchChanges)[number];

/** What became of one item: it is made, refused for itself, or nothing more can be done. */
export type BatchOutcome =
  | { readonly state: 'done'; readonly undo?: Doing | undefined }
  | { readonly state: 'refused'; readonly failure: Failure }
  | { readonly state: 'end'; readonly failure: Failure };

/** The lists that tell whether a change was made of which nobody heard. */
const tellingLists: Readonly<Partial<Record<Doing['what'], ManageList>>> = {
  'add-word': 'words',
  'remove-word': 'words',
  'remove-clip': 'madeClips',
  reject: 'requests',
};

/** The list that tells whether a batch's changes were made; `undefined`: none does, and they can be made again. */
export const listTelling = ({ items }: Batch): ManageList | undefined =>
  items[0] && tellingLists[items[0].doing.what];

const isWaiting = ({ state }: BatchItem): boolean => state === 'waiting';

/** The next item to be tried; `undefined`: none is left, or it was stopped. */
export const nextOf = ({ items, isStopped }: Batch): BatchItem | undefined =>
  isStopped ? undefined : items.find(isWaiting);

/** A batch that nobody has begun yet, at `now` (Unix epoch ms). */
export const batchOf = ({ id, channel, items }: BatchWish, now: number): Batch => ({
  id,
  channel,
  at: now,
  items: items.map((item) => ({ ...item, state: 'waiting' })),
  isStopped: false,
  isOver: false,
});

/** `batch` with what became of its item `id`. */
export function withOutcome(batch: Batch, id: string, outcome: BatchOutcome): Batch {
  const rest = without(batch, 'begun');
  if (outcome.state === 'end') {
    const { failure } = outcome;
    return {
      ...rest,
      isStopped: true,
      why: failure,
      ...(failure.code === 'outcome-unknown' && { isDoubted: true }),
    };
  }
  return {
    ...rest,
    items: batch.items.map((item): BatchItem => {
      if (item.id !== id) return item;
      if (outcome.state === 'refused') return { ...item, ...outcome };
      const { undo } = outcome;
      return { ...item, state: 'done', ...(undo && { undo }) };
    }),
  };
}

/** `batch` after `change`; itself where that means nothing now. */
export function changed(batch: Batch, change: Exclude<BatchChange, 'close'>): Batch {
  if (change === 'stop') return batch.isOver ? batch : { ...batch, isStopped: true };
  if (change === 'seen') return batch.isOver ? { ...batch, isSeen: true } : batch;
  if (!batch.isOver || !batch.items.some(isWaiting)) return batch;
  return { ...without(without(batch, 'why'), 'isSeen'), isStopped: false, isOver: false };
}

/** `batch` once the lists were looked at: what they say was made is done. */
export function lookedAt(batch: Batch, known: ManageKnown): Batch {
  return {
    ...without(batch, 'isDoubted'),
    items: batch.items.map((item) =>
      isWaiting(item) && isThere(item.doing, known) ? { ...item, state: 'done' } : item,
    ),
  };
}

/** Whether what takes its changes back is known only from the list that comes after them. */
export const needsWords = ({ items }: Batch): boolean =>
  items.some(({ state, doing, undo }) => state === 'done' && doing.what === 'add-word' && !undo);

/** `batch` at its end; `known` is what came after it. */
export const settled = (batch: Batch, known: ManageKnown): Batch => ({
  ...batch,
  isOver: true,
  items: batch.items.map((item) => {
    const undo = item.undo ?? (item.state === 'done' ? undoAfter(item.doing, known) : undefined);
    return undo ? { ...item, undo } : item;
  }),
});

/** Whether somebody has to hear of `batch`: it runs, it can be gone on with, or nobody has seen yet what became of it. */
export const isNews = ({ isOver, isSeen, items }: Batch): boolean =>
  !isOver || isSeen !== true || items.some(isWaiting);

/** How far `batch` is. */
export function newsOf({ id, items, isOver, why }: Batch): BatchNews {
  const what = items[0]?.doing.what ?? 'lift';
  const left = items.filter(isWaiting).length;
  if (!isOver) return { stage: 'runs', id, what, tried: items.length - left, of: items.length };
  const done = items.filter(({ state }) => state === 'done');
  return {
    stage: 'over',
    id,
    what,
    done: done.length,
    refused: items.flatMap(({ state, name, failure }) =>
      state === 'refused' && failure ? [{ name, failure }] : [],
    ),
    left,
    ...(why && { failure: why }),
    undo: done.flatMap(({ undo, name }) => (undo ? [{ doing: undo, name }] : [])),
  };
}
