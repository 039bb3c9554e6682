/** What the panel of a channel's managers shows, and what it needs of the world. */
import type { From } from '../chzzk/manage/call.ts';
import {
  type Activity,
  type Doing,
  everything,
  type Found,
  type ManagedChannel,
  type ManageList,
  type ManageLists,
  type Search,
  type StreamKey,
} from '../chzzk/manage/wish.ts';
import type { Failure } from '../failure.ts';
import type { BatchChange, BatchNews, BatchWish } from './batch.ts';
import type { ListFile } from './file.ts';
import type { ManagePlace } from './place.ts';

/** How it stands with CHZZK: not looked yet, not permitted, asked now, nobody logged in, or known. */
export type ManageAccess = 'unknown' | 'not-permitted' | 'asking' | 'logged-out' | 'failed' | 'open';

/** The lists that have come, as far as they have. */
export type ManageKnown = { readonly [List in ManageList]?: ManageLists[List] | undefined };

/** The stream key: not read, being read, here for a while, or refused. */
export type KeyState =
  | { readonly stage: 'away' }
  | { readonly stage: 'asked' }
  | ({ readonly stage: 'here' } & StreamKey)
  | { readonly stage: 'failed'; readonly failure: Failure };

/** Something that takes a while, one after the other: the same change for many, or all parts of a list for a file. */
export type BulkState =
  | BatchNews
  | {
      readonly stage: 'runs';
      readonly what: 'save';
      readonly tried: number;
      readonly of: number;
    };

/** Everything that the panel draws. */
export interface ManageState extends ManageKnown {
  readonly access: ManageAccess;
  readonly channels: readonly ManagedChannel[];
  /** The id of the one that is shown. */
  readonly channel: string | undefined;
  readonly list: ManageList;
  /** What was looked for in the list in sight. */
  readonly search: Search;
  /** Why the channels or the list in sight could not be read. */
  readonly failure: Failure | undefined;
  readonly key: KeyState;
  /** What is being changed now. */
  readonly doing: Doing | undefined;
  readonly bulk: BulkState | undefined;
  /** What could not be changed. */
  readonly trouble: { readonly doing: Doing; readonly failure: Failure } | undefined;
  /** What was changed last; `undo` changes it back, where that is possible. */
  readonly done: { readonly doing: Doing; readonly what: string; readonly undo?: Doing } | undefined;
}

/** What the panel needs. */
export interface ManageParts {
  readonly isPermitted: () => Promise<boolean>;
  /** Lets the browser ask the user, during a press. */
  readonly permit: () => Promise<boolean>;
  /** Those that the user manages, as far as they are known, and `also`, if that is one; `undefined`: nobody is logged in. */
  readonly readChannels: (also: string | undefined) => Promise<readonly ManagedChannel[] | undefined>;
  /** Reads a list; of those that come in parts the one, from 0. */
  readonly read: (channel: string, list: ManageList, page: number, search: Search) => Promise<Found>;
  readonly readActivity: (channel: string, id: string) => Promise<Activity>;
  readonly readKey: (channel: string) => Promise<StreamKey>;
  /** Makes a change; `undoable`: the id by which it can be taken back. */
  readonly act: (channel: string, doing: Doing) => Promise<{ readonly undoable?: string }>;
  /** Begins many changes, which go on without the panel; the same id twice is once. */
  readonly startBatch: (wish: BatchWish) => Promise<BatchNews>;
  /** How far those of a channel are, or what became of the last. */
  readonly readBatch: (channel: string) => Promise<BatchNews | undefined>;
  readonly changeBatch: (channel: string, id: string, change: BatchChange) => Promise<BatchNews | undefined>;
  /** What became of a batch stands in the panel: the user sees it, unless the page is hidden. */
  readonly seenBatch: (channel: string, id: string) => void;
  readonly openTab: (channel: string, from: From) => Promise<unknown>;
  /** Waits between two requests that nobody pressed for one by one. */
  readonly wait: () => Promise<void>;
  /** Waits until typing has paused. */
  readonly typed: () => Promise<void>;
  /** Hands the user a file. */
  readonly save: (file: ListFile) => void;
  /** Lets a list be read whole and saved where there is time for that; absent where the panel has it. */
  readonly saveElsewhere?: ((place: ManagePlace) => void) | undefined;
  readonly now: () => number;
  readonly show: (state: ManageState) => void;
}

/** Before anything was looked at. */
export const nothingYet: ManageState = {
  access: 'unknown',
  channels: [],
  channel: undefined,
  list: 'restrictions',
  search: everything,
  failure: undefined,
  key: { stage: 'away' },
  doing: undefined,
  bulk: undefined,
  trouble: undefined,
  done: undefined,
};
