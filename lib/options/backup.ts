/** What the section "Backup" of the options page knows. It touches neither the browser nor the DOM. */
import { failureOf, type Failure } from '../failure.ts';
import type { PersonRecord } from '../people/person.ts';
import {
  changedBy,
  fileAtMost,
  type FileContents,
  type FileRefusal,
  newerPeople,
  readFile,
  writeFile,
} from '../store/settings-file.ts';
import type { SyncView } from '../store/settings-sync.ts';
import { defaultSettings, type SettingKey, type Settings } from '../store/settings-table.ts';
import type { WrittenPerson } from './options.ts';

/** A change of many settings that the user looks at before it is made. */
export interface Draft {
  readonly how: 'import' | 'reset';
  /** The file's name. */
  readonly name?: string;
  readonly values: Partial<Settings>;
  /** The settings that differ from what they are now. */
  readonly changed: readonly SettingKey[];
  /** Those who are new, or written about later than here. */
  readonly people: readonly PersonRecord[];
  /** How many in the file are not newer than here, and stay as they are. */
  readonly olderPeople: number;
  /** Settings that this version does not know. */
  readonly unknown: readonly string[];
}

/** Everything that the section draws. */
export interface BackupState {
  readonly people: readonly WrittenPerson[];
  /** People go into the file too. */
  readonly withPeople: boolean;
  readonly refused: { readonly name: string; readonly refusal: FileRefusal } | undefined;
  readonly draft: Draft | undefined;
  /** The last change, as far as it can be taken back. */
  readonly last: { readonly how: 'import' | 'reset' | 'sync'; readonly at: number } | undefined;
  readonly sync: SyncView | undefined;
  /** Something is under way. */
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

/** What {@link createBackup} needs. */
export interface BackupParts {
  readonly readSettings: () => Promise<Settings>;
  readonly readPeople: () => Promise<readonly WrittenPerson[]>;
  readonly readLast: () => Promise<BackupState['last']>;
  readonly readSync: () => Promise<SyncView>;
  readonly apply: (values: Partial<Settings>, people: readonly PersonRecord[]) => Promise<unknown>;
  readonly reset: () => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
  readonly turnSync: (on: boolean) => Promise<unknown>;
  readonly forgetSync: () => Promise<unknown>;
  readonly save: (name: string, content: string) => void;
  readonly now: () => number;
  readonly show: (state: BackupState) => void;
}

/** A file as the browser hands it over. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** The section's doings. None of them throws: what fails is shown. */
export interface Backup {
  readonly start: () => Promise<void>;
  readonly include: (people: boolean) => void;
  readonly export: () => Promise<void>;
  /** Looks into a file; nothing changes yet. */
  readonly open: (file: ChosenFile) => Promise<void>;
  /** Shows what a reset would change. */
  readonly proposeReset: () => Promise<void>;
  readonly cancel: () => void;
  /** Makes the change that is shown. */
  readonly apply: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly turnSync: (on: boolean) => Promise<void>;
  readonly forgetSync: () => Promise<void>;
  readonly syncChanged: () => Promise<void>;
  readonly peopleChanged: () => Promise<void>;
}

/** The record behind what the background tells of a person; the key names platform and user. */
function recordOf({ id, ...rest }: WrittenPerson): PersonRecord {
  const [platform, userId = ''] = id.split(':');
  return { id, platform: platform === 'chzzk' ? 'chzzk' : 'twitch', userId, ...rest };
}

const isRefusal = (read: FileContents | FileRefusal): read is FileRefusal => 'why' in read;

/** Makes the model of the section. */
export function createBackup(parts: BackupParts): Backup {
  let state: BackupState = {
    people: [],
    withPeople: false,
    refused: undefined,
    draft: undefined,
    last: undefined,
    sync: undefined,
    busy: false,
    failure: undefined,
  };
  const set = (change: Partial<BackupState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  let last: Promise<void> = Promise.resolve();

  /** Does `work` after everything that was asked for before, and shows how it went. */
  function doing(work: () => Promise<Partial<BackupState>>): Promise<void> {
    last = last.then(async () => {
      set({ busy: true, failure: undefined });
      try {
        set({ ...(await work()), busy: false });
      } catch (error) {
        set({ busy: false, failure: failureOf(error) });
      }
    });
    return last;
  }

  const readPeople = async (): Promise<readonly PersonRecord[]> => (await parts.readPeople()).map(recordOf);

  async function draftOf(name: string, read: FileContents): Promise<Draft> {
    const [settings, stored] = await Promise.all([parts.readSettings(), readPeople()]);
    const people = newerPeople(read.people, stored);
    return {
      how: 'import',
      name,
      values: read.values,
      changed: changedBy(read.values, settings),
      people,
      olderPeople: read.people.length - people.length,
      unknown: read.unknown,
    };
  }

  return {
    async start() {
      parts.show(state);
      // Beside the queue: who comes to save a file need not wait for what the background says.
      await Promise.all([
        parts.readPeople().then((people) => set({ people })),
        parts.readLast().then((last) => set({ last })),
        parts.readSync().then((sync) => set({ sync })),
      ]).catch((error: unknown) => set({ failure: failureOf(error) }));
    },

    include: (withPeople) => set({ withPeople }),

    export: () =>
      doing(async () => {
        const people = state.withPeople ? await readPeople() : undefined;
        const now = parts.now();
        const day = new Date(now).toISOString().slice(0, 10);
        parts.save(`sidestage-settings-${day}.json`, writeFile(await parts.readSettings(), people, now));
        return {};
      }),

    open: (file) =>
      doing(async () => {
        const read = file.size > fileAtMost ? ({ why: 'too-large' } as const) : readFile(await file.text());
        return isRefusal(read)
          ? { draft: undefined, refused: { name: file.name, refusal: read } }
          : { draft: await draftOf(file.name, read), refused: undefined };
      }),

    proposeReset: () =>
      doing(async () => ({
        refused: undefined,
        draft: {
          how: 'reset',
          values: defaultSettings,
          changed: changedBy(defaultSettings, await parts.readSettings()),
          people: [],
          olderPeople: 0,
          unknown: [],
        },
      })),

    cancel: () => set({ draft: undefined, refused: undefined }),

    apply: () =>
      doing(async () => {
        const { draft } = state;
        if (!draft) return {};
        await (draft.how === 'reset' ? parts.reset() : parts.apply(draft.values, draft.people));
        return { draft: undefined, last: await parts.readLast() };
      }),

    undo: () =>
      doing(async () => {
        await parts.undo();
        return { last: await parts.readLast() };
      }),

    turnSync: (on) =>
      doing(async () => {
        await parts.turnSync(on);
        const [sync, last] = await Promise.all([parts.readSync(), parts.readLast()]);
        return { sync, last };
      }),

    forgetSync: () =>
      doing(async () => {
        await parts.forgetSync();
        return { sync: await parts.readSync() };
      }),

    async syncChanged() {
      // What could not be read now is told of again.
      await Promise.all([parts.readSync(), parts.readLast()]).then(
        ([sync, last]) => set({ sync, last }),
        () => undefined,
      );
    },

    async peopleChanged() {
      await parts.readPeople().then(
        (people) => set({ people }),
        () => undefined,
      );
    },
  };
}
