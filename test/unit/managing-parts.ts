/** A panel in hand: what it asks for is answered here, and what it shows can be looked at. */
import { vi } from 'vitest';

import type { Readers } from '../../lib/chzzk/manage/reading.ts';
import {
  everything,
  type Found,
  type Helper,
  type LiveSettings,
  type ManageList,
  type Plea,
  type Restricted,
  type Search,
  type Word,
} from '../../lib/chzzk/manage/wish.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import type { Batch } from '../../lib/managing/batch.ts';
import { type BatchBook, createBatches } from '../../lib/managing/batches.ts';
import { type ChzzkManage, createChzzkManage } from '../../lib/managing/managing.ts';
import { type ManagePlace } from '../../lib/managing/place.ts';
import type { ManageParts, ManageState } from '../../lib/managing/state.ts';

export const own = { id: 'c1', name: '방송인01', isOwn: true };
export const other = { id: 'c2', name: '달밤라디오', isOwn: false };
export const word = (no: number, text: string): Word => ({ no, word: text });
export const user = (id: string, until?: number): Restricted => ({
  id,
  name: `name of ${id}`,
  memo: '',
  ...(until === undefined ? {} : { until }),
});
export const plea = (no: number): Plea => ({ no, id: `a${no}`, name: `name of a${no}`, plea: 'please' });
export const helper = (id: string, role: string): Helper => ({ id, name: `name of ${id}`, role });
export const failure = (code: Failure): FailureError => new FailureError(code);

export const settings: LiveSettings = {
  title: 'Tonight',
  tags: ['chat'],
  adult: false,
  clips: true,
  replays: 'PUBLIC',
};

/** Where batches are written down, in hand. */
export function batchBook(batches = new Map<string, Batch>()): BatchBook {
  return {
    all: () => Promise.resolve([...batches.values()]),
    update: (id, change) => {
      const next = change(batches.get(id));
      if (next) batches.set(id, next);
      return Promise.resolve(batches.get(id));
    },
    remove: (id) => {
      batches.delete(id);
      return Promise.resolve();
    },
  };
}

/** What a test puts in place of the usual. */
interface Fakes {
  readonly isPermitted?: ManageParts['isPermitted'];
  readonly readChannels?: ManageParts['readChannels'];
}

const readersInHand = () => ({
  restrictions: vi.fn<Readers['restrictions']>(() =>
    Promise.resolve({ rows: [user('a1'), user('a2', 5)], total: 2 }),
  ),
  requests: vi.fn<Readers['requests']>(() => Promise.resolve({ rows: [plea(1), plea(2)], total: 2 })),
  followers: vi.fn<Readers['followers']>(() =>
    Promise.resolve({ rows: [{ id: 'a1', name: 'name of a1' }], total: 1 }),
  ),
  subscribers: vi.fn<Readers['subscribers']>(() => Promise.resolve({ rows: [], total: 0 })),
  words: vi.fn<Readers['words']>(() => Promise.resolve([word(1, '바보')])),
  helpers: vi.fn<Readers['helpers']>(() =>
    Promise.resolve([helper('c1', 'STREAMER'), helper('a1', 'STREAMING_CHAT_MANAGER')]),
  ),
  rule: vi.fn<Readers['rule']>(() => Promise.resolve('be kind')),
  replays: vi.fn<Readers['replays']>(() => Promise.resolve({ rows: [], total: 0 })),
  uploads: vi.fn<Readers['uploads']>(() => Promise.resolve({ rows: [], total: 0 })),
  clips: vi.fn<Readers['clips']>(() => Promise.resolve({ rows: [], total: 0 })),
  madeClips: vi.fn<Readers['madeClips']>(() =>
    Promise.resolve({ rows: [{ id: 'clip1', title: 'highlight' }], total: 1 }),
  ),
  settings: vi.fn<Readers['settings']>(() => Promise.resolve(settings)),
});

function partsInHand(
  { isPermitted, readChannels }: Fakes,
  read: ReturnType<typeof readersInHand>,
  show: (next: ManageState) => void,
) {
  const act = vi.fn<ManageParts['act']>(() => Promise.resolve({}));
  const readOne = async (channel: string, list: ManageList, page: number, search: Search) =>
    ({ list, found: await read[list](channel, page, search) }) as Found;
  /** Between two changes. */
  const sleep = vi.fn<(ms: number) => Promise<void>>(() => Promise.resolve());
  const batches = createBatches({
    book: batchBook(),
    act: async (channel, _id, doing) =>
      (await act(channel, doing)).undoable === undefined ? {} : { undoable: true },
    isRepeatable: () => true,
    read: (channel, list, page) => readOne(channel, list, page, everything),
    alarm: { set: () => Promise.resolve(), clear: () => Promise.resolve() },
    now: () => 0,
    sleep,
    told: () => undefined,
  });
  return {
    read: readOne,
    sleep,
    startBatch: vi.fn<ManageParts['startBatch']>((wish) => batches.start(wish)),
    readBatch: vi.fn<ManageParts['readBatch']>((channel) => batches.read(channel)),
    changeBatch: vi.fn<ManageParts['changeBatch']>((...change) => batches.change(...change)),
    seenBatch: vi.fn<ManageParts['seenBatch']>((channel, id) => void batches.change(channel, id, 'seen')),
    saveElsewhere: undefined as ManageParts['saveElsewhere'],
    readActivity: vi.fn<ManageParts['readActivity']>(() =>
      Promise.resolve({ messages: 42, restricted: 1, quietened: 2 }),
    ),
    readKey: vi.fn<ManageParts['readKey']>(() => Promise.resolve({ key: 'secret', url: 'rtmp://x' })),
    isPermitted: isPermitted ?? (() => Promise.resolve(true)),
    permit: vi.fn(() => Promise.resolve(true)),
    readChannels: vi.fn<ManageParts['readChannels']>(readChannels ?? (() => Promise.resolve([own, other]))),
    act,
    openTab: vi.fn<ManageParts['openTab']>(() => Promise.resolve({})),
    wait: vi.fn<ManageParts['wait']>(() => Promise.resolve()),
    typed: vi.fn<ManageParts['typed']>(() => Promise.resolve()),
    save: vi.fn<ManageParts['save']>(),
    now: () => Date.UTC(2026, 6, 1),
    show,
  };
}

/** The panel, and what it is in the hands of. */
export interface Panel {
  readonly parts: ReturnType<typeof partsInHand>;
  readonly read: ReturnType<typeof readersInHand>;
  readonly manage: ChzzkManage;
  /** What it shows now. */
  readonly shown: () => ManageState;
}

/** Opens it, at `start`. */
export function open(fakes: Fakes = {}, start?: ManagePlace): Panel {
  let state: ManageState | undefined;
  const read = readersInHand();
  const parts = partsInHand(fakes, read, (next) => (state = next));
  const shown = (): ManageState => {
    if (!state) throw new Error('nothing was shown');
    return state;
  };
  return { parts, read, manage: createChzzkManage(parts, start), shown };
}
