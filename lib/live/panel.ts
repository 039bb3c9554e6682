/**
 * What the popup knows, and how it comes to know it: the last known list at once, everything else as it arrives.
 *
 * It holds no rules of any platform and touches neither the browser nor the DOM; all of that is handed in.
 */
import type { Account } from '../accounts/account.ts';
import type { AccountsView, SignInWish } from '../accounts/accounts.ts';
import type { ChannelRole, PageRole } from '../channel/role.ts';
import type { Failure, FailureCode } from '../failure.ts';
import { failureOf } from '../failure.ts';
import type { FeatureName } from '../features.ts';
import type { LiveLists, LiveSnapshot } from './stream.ts';

/** Everything that the popup draws. */
export interface PanelState {
  /** `undefined`: not known yet, or never fetched. */
  readonly snapshot: LiveSnapshot | undefined;
  /** CHZZK's list; `undefined`: the user does not want it, is not logged in there, or it was never fetched. */
  readonly chzzk: LiveSnapshot | undefined;
  /** `undefined` until the background has answered. */
  readonly signedIn: AccountsView | undefined;
  /** The channel in the tab in front, if it is one. */
  readonly channel: string | undefined;
  /** What the user is there, where that was known at once. */
  readonly role: ChannelRole | undefined;
  /** What else its page says they are. */
  readonly also: readonly PageRole[];
  /** Whether it has been looked which channel that is. */
  readonly isPlaceKnown: boolean;
  readonly refreshing: boolean;
  /** What went wrong last, unless it was put right since. */
  readonly failure: Failure | undefined;
  /** The same of CHZZK, whose troubles are no other list's. */
  readonly chzzkFailure: Failure | undefined;
  /** Damaged data that were put aside, and of which the user has not been told yet. */
  readonly damaged: readonly Damaged[];
}

/** How a look at CHZZK ended. */
export type ChzzkLook = 'not-permitted' | 'logged-out' | 'listed';

/** One thing that was put aside; `why` is for a report. */
export interface Damaged {
  readonly id: string;
  readonly where: string;
  readonly why: string;
}

/** The channel in the tab in front, and what the user is there, where that is known without asking. */
export interface Place {
  readonly channel?: string;
  readonly role?: ChannelRole;
  readonly also?: readonly PageRole[];
}

/** What {@link createPanel} needs. */
export interface PanelParts {
  /** The stored lists; quick, and without the background. */
  readonly readLive: (accountId?: string) => Promise<LiveLists>;
  readonly readAccounts: () => Promise<AccountsView>;
  /** The id of the list that the user wants to see; `undefined`: nobody is signed in. */
  readonly listOf: (signedIn: AccountsView) => string | undefined;
  readonly readPlace: () => Promise<Place | undefined>;
  readonly signIn: (wish: SignInWish) => Promise<unknown>;
  readonly signOut: (accountId: string) => Promise<unknown>;
  readonly cancelSignIn: () => Promise<unknown>;
  readonly use: (accountId: string) => Promise<unknown>;
  /** Without an account, the channel has none of its own. */
  readonly useIn: (channel: string, accountId?: string) => Promise<unknown>;
  readonly allow: (feature: FeatureName) => Promise<unknown>;
  readonly refresh: () => Promise<unknown>;
  /** Asks CHZZK, if the user has permitted that. */
  readonly refreshChzzk: () => Promise<ChzzkLook>;
  readonly readDamaged: () => Promise<readonly Damaged[]>;
  readonly dismissDamaged: (id: string) => Promise<unknown>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  readonly show: (state: PanelState) => void;
}

/** The popup's doings. None of them throws: what fails is shown. */
export interface Panel {
  readonly start: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Signs in; `another`: somebody else, beside those who are. */
  readonly signIn: (another?: boolean) => Promise<void>;
  readonly signOut: (accountId: string) => Promise<void>;
  readonly cancelSignIn: () => Promise<void>;
  readonly use: (accountId: string) => Promise<void>;
  readonly useIn: (channel: string, accountId?: string) => Promise<void>;
  /** Asks the user to allow a feature, and goes on with what needed it. */
  readonly allow: (feature: FeatureName) => Promise<void>;
  /** The background says that accounts changed. */
  readonly accountsChanged: () => Promise<void>;
  /** Another tab is in front, or it shows something else. */
  readonly placeChanged: () => Promise<void>;
  /** The background says that a stored list is new, or gone. */
  readonly liveChanged: () => Promise<void>;
  /** The user wants another list, and that is stored. */
  readonly listChanged: () => Promise<void>;
  /** The background says that damaged data were put aside. */
  readonly damagedChanged: () => Promise<void>;
  /** The user has read it. */
  readonly dismissDamaged: (id: string) => Promise<void>;
}

/** The account that acts. */
export function activeAccount(signedIn: AccountsView | undefined): Account | undefined {
  return signedIn?.accounts.find(({ id }) => id === signedIn.activeId);
}

/** An account that has expired says so for as long as it is true, whatever else went wrong or right since. */
const expiryOf = (account: Account | undefined): Failure | undefined =>
  account?.state === 'expired' ? { code: 'login-expired', login: account.login } : undefined;

/** What hinders an answer before CHZZK is asked at all, or would be. */
const ownTroubles: ReadonlySet<FailureCode> = new Set(['unreachable', 'storage', 'internal', 'refused']);

/**
 * A list that is younger than this is not asked for when the popup opens, ms: half the shortest pace at which it is asked for
 * anyway, and with a thousand live channels asking takes ten calls.
 */
const youngFor = 30_000;

/** Makes the panel behind the popup. */
export function createPanel(parts: PanelParts): Panel {
  let state: PanelState = {
    snapshot: undefined,
    chzzk: undefined,
    signedIn: undefined,
    channel: undefined,
    role: undefined,
    also: [],
    isPlaceKnown: false,
    refreshing: false,
    failure: undefined,
    chzzkFailure: undefined,
    damaged: [],
  };

  const set = (change: Partial<PanelState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  async function readAccounts(): Promise<void> {
    try {
      const signedIn = await parts.readAccounts();
      const active = activeAccount(signedIn);
      // The first list was the newest of all; now it is known whose is wanted.
      const snapshot = state.snapshot?.accountId === parts.listOf(signedIn) ? state.snapshot : undefined;
      set({ signedIn, snapshot, failure: signedIn.failure ?? expiryOf(active) });
      if (!snapshot && active !== undefined) await readLive();
    } catch (error) {
      set({ failure: failureOf(error) });
    }
  }

  const wantedList = (): string | undefined => state.signedIn && parts.listOf(state.signedIn);

  async function readLive(): Promise<LiveLists> {
    const lists = await parts.readLive(wantedList());
    const { own, chzzk } = lists;
    const isWanted = state.signedIn === undefined || own?.accountId === wantedList();
    // A list that is already drawn is not replaced by an older one.
    const isNew = (list: LiveSnapshot, drawn: LiveSnapshot | undefined): boolean =>
      list.updatedAt >= (drawn?.updatedAt ?? 0);
    // Nor is it drawn anew from a second copy. CHZZK's may have been refined since: that is no new look.
    const isOther = own?.updatedAt !== state.snapshot?.updatedAt;
    set({
      ...(own && isWanted && isOther && isNew(own, state.snapshot) && { snapshot: own }),
      ...(chzzk && isNew(chzzk, state.chzzk) && { chzzk }),
    });
    return lists;
  }

  /** What is being asked; the two do not wait for each other. */
  const asking = { own: false, chzzk: false };
  const setAsking = (change: Partial<typeof asking>, more: Partial<PanelState> = {}): void => {
    Object.assign(asking, change);
    set({ ...more, refreshing: asking.own || asking.chzzk });
  };

  /** Whose list is being asked for, and whether another one is wanted since. */
  let askedFor: string | undefined;
  let isOtherWanted = false;
  /** How often it was asked where one is: the last answer counts. */
  let placeQuestion = 0;

  async function refreshOwn(): Promise<void> {
    if (activeAccount(state.signedIn) === undefined) return;
    if (asking.own) {
      isOtherWanted ||= wantedList() !== askedFor;
      return;
    }
    if (!parts.isOnline()) {
      set({ failure: { code: 'offline' } });
      return;
    }
    askedFor = wantedList();
    setAsking({ own: true });
    try {
      await parts.refresh();
      await readLive();
      setAsking({ own: false }, { failure: undefined });
    } catch (error) {
      setAsking({ own: false }, { failure: failureOf(error) });
    }
    if (!isOtherWanted) return;
    isOtherWanted = false;
    await refreshOwn();
  }

  async function refreshChzzk(): Promise<void> {
    if (asking.chzzk) return;
    if (!parts.isOnline()) {
      // Where there is an account, its list says so.
      if (state.chzzk && !activeAccount(state.signedIn)) set({ chzzkFailure: { code: 'offline' } });
      return;
    }
    setAsking({ chzzk: true });
    try {
      const look = await parts.refreshChzzk();
      await readLive();
      // Whoever has logged out is told so once: the next popup finds no list.
      const isNewsToUser = state.chzzk !== undefined || state.chzzkFailure?.code === 'chzzk-logged-out';
      setAsking(
        { chzzk: false },
        {
          ...(look !== 'listed' && { chzzk: undefined }),
          chzzkFailure: look === 'logged-out' && isNewsToUser ? { code: 'chzzk-logged-out' } : undefined,
        },
      );
    } catch (error) {
      const failure = failureOf(error);
      // Whoever does not use CHZZK hears of what is wrong on this side of it once, and not as CHZZK's trouble.
      const isOfInterest = state.chzzk !== undefined || !ownTroubles.has(failure.code);
      setAsking({ chzzk: false }, { chzzkFailure: isOfInterest ? failure : undefined });
    }
  }

  async function refresh(): Promise<void> {
    await Promise.all([refreshOwn(), refreshChzzk()]);
  }

  async function liveChanged(): Promise<void> {
    const { chzzk } = await readLive();
    // Gone, or the database could not be read just now.
    if (state.chzzk && !chzzk) await refreshChzzk();
  }

  async function readDamaged(): Promise<void> {
    // Not worth a failure of its own: it comes again with the next popup.
    const damaged = await parts.readDamaged().catch(() => []);
    if (damaged.length > 0 || state.damaged.length > 0) set({ damaged });
  }

  async function accountsChanged(): Promise<void> {
    const before = activeAccount(state.signedIn)?.id;
    await readAccounts();
    const now = activeAccount(state.signedIn);
    if (now?.id === before) return;
    if (now?.state === 'ok') await refreshOwn();
  }

  /** Does what changes accounts; what fails is shown until the next change. */
  async function changing(work: Promise<unknown>): Promise<void> {
    let failure: Failure | undefined;
    await work.catch((error: unknown) => {
      failure = failureOf(error);
    });
    await accountsChanged();
    if (failure) set({ failure });
  }

  /** Whether the list of those who are live need not be asked for on opening. Without a network the user is told of that. */
  function isYoung(): boolean {
    const { snapshot } = state;
    if (!snapshot || snapshot.accountId !== wantedList() || !parts.isOnline()) return false;
    const age = parts.now() - snapshot.updatedAt;
    // The clock may have been set back since.
    return age >= 0 && age < youngFor;
  }

  async function readPlace(): Promise<void> {
    const current = ++placeQuestion;
    const place = await parts.readPlace().catch(() => undefined);
    if (current !== placeQuestion) return;
    set({
      ...(place && { channel: place.channel, role: place.role, also: place.also ?? [] }),
      isPlaceKnown: true,
    });
  }

  return {
    async start() {
      void readPlace();
      await Promise.all([readLive(), readAccounts()]);
      await Promise.all([
        readDamaged(),
        activeAccount(state.signedIn)?.state === 'ok' && !isYoung() && refreshOwn(),
        // Every look there asks first who is logged in, and of nobody else a list may stand here.
        refreshChzzk(),
      ]);
    },
    refresh,
    async signIn(another = false) {
      const active = activeAccount(state.signedIn);
      if (state.signedIn) set({ signedIn: { ...state.signedIn, signingIn: true }, failure: undefined });
      // Success and failure both come back with the accounts: this popup may not live to hear the answer.
      const again = active?.state === 'expired' && !another ? { accountId: active.id } : {};
      await parts.signIn({ ...(another ? { another } : {}), ...again }).catch(() => undefined);
      await accountsChanged();
    },
    signOut: (accountId) => changing(parts.signOut(accountId)),
    cancelSignIn: () => changing(parts.cancelSignIn()),
    use: (accountId) => changing(parts.use(accountId)),
    useIn: (channel, accountId) => changing(parts.useIn(channel, accountId)),
    async allow(feature) {
      await changing(parts.allow(feature));
      if (state.failure === undefined || state.failure.code === 'missing-scope') await refreshOwn();
    },
    accountsChanged,
    placeChanged: readPlace,
    liveChanged,
    async listChanged() {
      if (state.snapshot?.accountId !== wantedList()) set({ snapshot: undefined });
      await readLive();
      await refreshOwn();
    },
    damagedChanged: readDamaged,
    async dismissDamaged(id) {
      await parts.dismissDamaged(id).catch(() => undefined);
      await readDamaged();
    },
  };
}
