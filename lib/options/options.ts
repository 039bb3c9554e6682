/**
 * What the options page knows, and how it comes to know it. It touches neither the browser nor the DOM; the API explorer
 * has a model of its own (`lib/explorer/explorer.ts`).
 */
import type { AccountsView, SignInWish } from '../accounts/accounts.ts';
import type { KeptRoom } from '../chat/log.ts';
import type { ChzzkView } from '../chzzk/session.ts';
import { failureOf, type Failure } from '../failure.ts';
import { afterAsking, type Unlock, unlockOf } from '../moderation/unlock.ts';
import type { HealthBook } from '../pages/health-record.ts';
import type { SettingKey, Settings } from '../store/settings-table.ts';
import { createLogView, emptyLog, type LogState, type LogView, type LogViewParts } from './log-view.ts';
import type { Place } from './sections.ts';

/** How the last change of a setting went. */
export type Saving =
  { readonly state: 'saving' | 'saved' } | { readonly state: 'failed'; readonly failure: Failure };

/** What a look at the user's own application found; see `lib/twitch/oauth/client.ts`. */
export type ClientVerdict =
  'fine' | 'unsure' | 'malformed' | 'unknown' | 'is-public' | 'is-confidential' | 'no-redirect';

/** How the look at the application stands. */
export type ClientCheck =
  | { readonly state: 'checking' }
  | { readonly state: 'checked'; readonly verdict: ClientVerdict }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Somebody of whom the user has written something down. */
export interface WrittenPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly nickname?: string;
  readonly note?: string;
  readonly updatedAt: number;
}

/** A channel of which messages are kept. */
export interface KeptChannel extends KeptRoom {
  /** What people call it. */
  readonly name: string;
}

/** Everything that the page draws. */
export interface OptionsState {
  readonly place: Place;
  /** `undefined` until the background has answered. */
  readonly signedIn: AccountsView | undefined;
  readonly accountsFailure: Failure | undefined;
  /** `undefined`: nobody has looked. */
  readonly clientCheck: ClientCheck | undefined;
  /** `undefined`: CHZZK may not be asked, or has not answered yet. */
  readonly chzzk: ChzzkView | undefined;
  readonly settings: Settings | undefined;
  readonly settingsFailure: Failure | undefined;
  readonly savings: Readonly<Partial<Record<SettingKey, Saving>>>;
  readonly log: LogState;
  /** The last written first. */
  readonly people: readonly WrittenPerson[] | undefined;
  /** Of which channels messages are kept; counted only where it is shown. */
  readonly kept: readonly KeptChannel[] | undefined;
  readonly peopleFailure: Failure | undefined;
  /** How the tools hold on to each kind of page; `undefined` until the background has answered. */
  readonly health: HealthBook | undefined;
  /** The entry that is being taken back now. */
  readonly undoing: string | undefined;
  /** The entry that could not be taken back, and why. */
  readonly undoFailure: { readonly id: string; readonly failure: Failure } | undefined;
}

/** What {@link createOptions} needs. */
export interface OptionsParts {
  readonly readAccounts: () => Promise<AccountsView>;
  readonly signIn: (wish: SignInWish) => Promise<unknown>;
  readonly signOut: (accountId: string) => Promise<unknown>;
  readonly readSettings: () => Promise<Settings>;
  readonly writeSetting: (key: SettingKey, value: unknown) => Promise<unknown>;
  readonly log: Omit<LogViewParts, 'show'>;
  readonly undo: (id: string) => Promise<unknown>;
  /** Asks the user, on the platform's page, for what the account that did the logged action `undoes` lacks. */
  readonly unlock: (unlock: Unlock, undoes: string) => Promise<unknown>;
  readonly readPeople: () => Promise<readonly WrittenPerson[]>;
  readonly forgetPerson: (id: string) => Promise<unknown>;
  readonly readKept: () => Promise<readonly KeptChannel[]>;
  /** Deletes the kept messages of a channel; without one, all of them. */
  readonly forgetKept: (channel?: KeptChannel) => Promise<unknown>;
  readonly readHealth: () => Promise<HealthBook>;
  readonly show: (state: OptionsState) => void;
}

/** The page's doings. None of them throws: what fails is shown. */
export interface Options {
  readonly start: () => Promise<void>;
  readonly goTo: (place: Place) => void;
  readonly signIn: (wish?: SignInWish) => Promise<void>;
  readonly signOut: (accountId: string) => Promise<void>;
  /** Shows how `work`, which changes accounts, went. */
  readonly changing: (work: Promise<unknown>) => Promise<void>;
  /** Shows what a look at the user's application finds. */
  readonly checking: (look: Promise<ClientVerdict>) => Promise<void>;
  /** Shows what CHZZK says of the user. */
  readonly chzzkSays: (chzzk: ChzzkView | undefined) => void;
  readonly write: <Key extends SettingKey>(key: Key, value: Settings[Key]) => Promise<void>;
  readonly undo: (id: string) => Promise<void>;
  /** Asks the user for what the undoing that failed lacks, and goes on with it. */
  readonly unlock: () => Promise<void>;
  /** The background says that accounts changed. */
  readonly accountsChanged: () => Promise<void>;
  /** Settings changed, here or elsewhere. */
  readonly settingsChanged: () => Promise<void>;
  /** What is shown of the log. */
  readonly log: LogView;
  /** What is written down about people changed. */
  readonly peopleChanged: () => Promise<void>;
  /** Takes away what is written down about somebody. */
  readonly forget: (id: string) => Promise<void>;
  /** Deletes the kept messages of a channel; without one, all of them. */
  readonly forgetKept: (channel?: KeptChannel) => Promise<void>;
  /** A page stands otherwise than before. */
  readonly healthChanged: () => Promise<void>;
}

/** Makes the model of the options page, open at `place`. */
export function createOptions(parts: OptionsParts, place: Place): Options {
  let state: OptionsState = {
    place,
    signedIn: undefined,
    accountsFailure: undefined,
    clientCheck: undefined,
    chzzk: undefined,
    settings: undefined,
    settingsFailure: undefined,
    savings: {},
    log: emptyLog,
    people: undefined,
    kept: undefined,
    peopleFailure: undefined,
    health: undefined,
    undoing: undefined,
    undoFailure: undefined,
  };

  /** What the user has chosen and the store does not have yet, with the write that brings it there. */
  const chosen = new Map<SettingKey, { readonly value: unknown; readonly write: symbol }>();

  const set = (change: Partial<OptionsState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  /** `settings` as the user has chosen them: nothing moves back while it is being stored. */
  const asChosen = (settings: Settings): Settings => ({
    ...settings,
    ...Object.fromEntries([...chosen].map(([key, { value }]) => [key, value])),
  });

  async function readAccounts(): Promise<void> {
    try {
      const signedIn = await parts.readAccounts();
      set({ signedIn, accountsFailure: signedIn.failure });
    } catch (error) {
      set({ accountsFailure: failureOf(error) });
    }
  }

  async function readSettings(): Promise<void> {
    try {
      set({ settings: asChosen(await parts.readSettings()), settingsFailure: undefined });
    } catch (error) {
      set({ settingsFailure: failureOf(error) });
    }
  }

  const log = createLogView({ ...parts.log, show: (next) => set({ log: next }) });

  async function readPeople(): Promise<void> {
    try {
      set({ people: await parts.readPeople(), peopleFailure: undefined });
    } catch (error) {
      set({ peopleFailure: failureOf(error) });
    }
  }

  /** There may be a million of them: nobody counts them for a section that is not open. */
  async function readKept(): Promise<void> {
    if (state.place.section !== 'moderation') return;
    try {
      set({ kept: await parts.readKept() });
    } catch (error) {
      set({ settingsFailure: failureOf(error) });
    }
  }

  async function readHealth(): Promise<void> {
    // What stood before goes on standing; the next look comes soon.
    const health = await parts.readHealth().catch(() => state.health);
    set({ health });
  }

  async function changing(work: Promise<unknown>): Promise<void> {
    let failure: Failure | undefined;
    await work.catch((error: unknown) => {
      failure = failureOf(error);
    });
    await readAccounts();
    if (failure && failure.code !== 'aborted') set({ accountsFailure: failure });
  }

  function setSaving(key: SettingKey, saving: Saving): void {
    set({ savings: { ...state.savings, [key]: saving } });
  }

  async function undo(id: string): Promise<void> {
    set({ undoing: id, undoFailure: undefined });
    let failure: Failure | undefined;
    await parts.undo(id).catch((error: unknown) => {
      failure = failureOf(error);
    });
    await log.changed();
    set({ undoing: undefined, ...(failure && { undoFailure: { id, failure } }) });
  }

  return {
    async start(): Promise<void> {
      parts.show(state);
      await Promise.all([
        readSettings(),
        readAccounts(),
        log.reload(),
        readPeople(),
        readHealth(),
        readKept(),
      ]);
    },

    goTo(next: Place): void {
      // "Saved" is news of the section that one leaves.
      set({ place: next, savings: {} });
      void readKept();
    },

    async signIn(wish: SignInWish = {}): Promise<void> {
      if (state.signedIn)
        set({ signedIn: { ...state.signedIn, signingIn: true }, accountsFailure: undefined });
      // Success and failure both come back with the accounts.
      await parts.signIn(wish).catch(() => undefined);
      await readAccounts();
    },

    signOut: (accountId: string): Promise<void> => changing(parts.signOut(accountId)),
    changing,

    async checking(look: Promise<ClientVerdict>): Promise<void> {
      set({ clientCheck: { state: 'checking' } });
      try {
        set({ clientCheck: { state: 'checked', verdict: await look } });
      } catch (error) {
        set({ clientCheck: { state: 'failed', failure: failureOf(error) } });
      }
    },

    chzzkSays: (chzzk): void => set({ chzzk }),

    async write<Key extends SettingKey>(key: Key, value: Settings[Key]): Promise<void> {
      const isClient = key === 'twitch.clientId' || key === 'twitch.clientKind';
      const write = Symbol(key);
      chosen.set(key, { value, write });
      // What was found out about one application says nothing about the next.
      if (isClient) state = { ...state, clientCheck: undefined };
      // Shown in one: "Saved" of the value before must not stand beside this one, not even for a frame.
      if (state.settings) state = { ...state, settings: asChosen(state.settings) };
      setSaving(key, { state: 'saving' });
      let saving: Saving = { state: 'saved' };
      await parts.writeSetting(key, value).catch((error: unknown) => {
        saving = { state: 'failed', failure: failureOf(error) };
      });
      // Chosen anew meanwhile: how that goes is what counts.
      if (chosen.get(key)?.write !== write) return;
      chosen.delete(key);
      await readSettings();
      setSaving(key, saving);
      // The application decides whether one can sign in, and by which way.
      if (isClient) await readAccounts();
    },

    undo,

    async unlock(): Promise<void> {
      const { undoFailure } = state;
      const unlock = undoFailure && unlockOf(undoFailure.failure);
      if (!unlock) return;
      const { id, failure } = undoFailure;
      set({ undoing: id, undoFailure: undefined });
      try {
        await parts.unlock(unlock, id);
      } catch (error) {
        set({ undoing: undefined, undoFailure: { id, failure: afterAsking(failure, failureOf(error)) } });
        return;
      }
      await undo(id);
    },

    accountsChanged: readAccounts,
    settingsChanged: readSettings,
    log,
    peopleChanged: readPeople,
    healthChanged: readHealth,

    async forgetKept(channel?: KeptChannel): Promise<void> {
      let failure: Failure | undefined;
      await parts.forgetKept(channel).catch((error: unknown) => {
        failure = failureOf(error);
      });
      await readKept();
      if (failure) set({ settingsFailure: failure });
    },

    async forget(id: string): Promise<void> {
      let failure: Failure | undefined;
      await parts.forgetPerson(id).catch((error: unknown) => {
        failure = failureOf(error);
      });
      await readPeople();
      if (failure) set({ peopleFailure: failure });
    },
  };
}
