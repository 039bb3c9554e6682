/**
 * What the API explorer knows and does. It touches neither the browser nor the DOM, and it never sees a token of the
 * user's; a pasted one only passes through on its way to the background.
 */
import type { AccountsView } from '../accounts/accounts.ts';
import { failureOf, type Failure } from '../failure.ts';
import type { ExplorerAnswer, ExplorerCall } from './call-desk.ts';
import type { Catalogue } from './catalogue.ts';
import { curlText } from './curl.ts';
import { blankDrafts, draftsOf, inputOf, refill, type Fill } from './draft.ts';
import { cursorIn, kindFor, type Caller, type EndpointCard, type PastedKind } from './endpoint-card.ts';
import type { Draft, Drafts, Form } from './form.ts';
import { withCall, type PastCall } from './history.ts';
import type { PastedToken } from './pasted-tokens.ts';
import { viewOf, type AnswerView } from './table.ts';

/** Who may call. */
export type Callers = Pick<AccountsView, 'accounts' | 'activeId' | 'signingIn' | 'canSignIn'>;

/** The channel whose id forms start with. */
export interface Channel {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** An input that was refused: the field's path, and the limit. */
export interface Problem {
  readonly field: string;
  readonly limit: string;
}

/** What the last call brought. */
export type Outcome =
  | {
      readonly ok: true;
      readonly view: AnswerView;
      /** The answer as JSON, or as the text that it is; empty where nothing was answered. */
      readonly raw: string;
      readonly tookMs: number;
      readonly pointsLeft?: number;
      /** Where the next page begins. */
      readonly next?: string;
    }
  | { readonly ok: false; readonly failure: Failure; readonly tookMs: number };

/** The endpoint that is open. */
export interface Open {
  readonly card: EndpointCard;
  readonly form: Form;
  readonly drafts: Drafts;
  readonly problem: Problem | undefined;
  readonly phase: 'filling' | 'confirming' | 'sending';
  readonly outcome: Outcome | undefined;
}

/** Everything that the explorer draws. */
export interface ExplorerState {
  /** `undefined` until the table is loaded. */
  readonly cards: readonly EndpointCard[] | undefined;
  readonly query: string;
  readonly open: Open | undefined;
  readonly signedIn: Callers | undefined;
  /** The account that calls. */
  readonly accountId: string | undefined;
  readonly pasted: readonly Pick<PastedToken, 'kind' | 'clientId'>[];
  readonly channel: Channel | undefined;
  readonly channelSearch: 'idle' | 'searching' | { readonly failure: Failure };
  readonly history: readonly PastCall[];
  /** A grant or a pasted token failed. */
  readonly failure: Failure | undefined;
}

/** What {@link createExplorer} needs. */
export interface ExplorerParts {
  readonly load: () => Promise<Catalogue>;
  readonly call: (call: ExplorerCall) => Promise<ExplorerAnswer>;
  readonly keepToken: (token: PastedToken) => Promise<unknown>;
  readonly forgetToken: (kind: PastedKind) => Promise<unknown>;
  readonly pastedKinds: () => Promise<readonly Pick<PastedToken, 'kind' | 'clientId'>[]>;
  /** Signs the account in again with these scopes too. */
  readonly grant: (scopes: readonly string[], accountId: string | undefined) => Promise<unknown>;
  readonly readHistory: () => readonly PastCall[];
  readonly writeHistory: (calls: readonly PastCall[]) => void;
  readonly clientId: () => string;
  readonly newId: () => string;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly show: (state: ExplorerState) => void;
}

/** The explorer's doings. None of them throws: what fails is shown. */
export interface Explorer {
  /** Loads the table. Twice is once. */
  readonly start: () => Promise<void>;
  readonly search: (query: string) => void;
  /** Opens an endpoint, with what was typed there before; an unknown id or none opens none. */
  readonly choose: (id: string | undefined) => void;
  readonly type: (name: string, draft: Draft) => void;
  readonly reset: () => void;
  /** Sends the open form; a change is first asked about, and sent when it is `confirmed`. */
  readonly send: (confirmed?: boolean) => Promise<void>;
  readonly cancel: () => void;
  /** Sends the open form again, from the next page on. */
  readonly next: () => Promise<void>;
  /** The open form as a command line, without a token; `undefined` (and the problem is shown) when it breaks a limit. */
  readonly curl: () => string | undefined;
  /** The accounts changed. */
  readonly accounts: (signedIn: Callers | undefined) => void;
  readonly callAs: (accountId: string) => void;
  /** Makes the channel of `login` the current one; an empty one: none. */
  readonly findChannel: (login: string) => Promise<void>;
  /** Asks for these scopes too. */
  readonly grant: (scopes: readonly string[]) => Promise<void>;
  /** Hands a pasted token over; it is not kept here. False when that failed. */
  readonly keepToken: (token: PastedToken) => Promise<boolean>;
  readonly forgetToken: (kind: PastedKind) => Promise<void>;
  /** Fills the endpoint's form as it was for an earlier call. */
  readonly reopen: (call: PastCall) => void;
  readonly clearHistory: () => void;
}

/** Who calls, as far as it decides what can be called. */
export function callerOf({ signedIn, accountId, pasted }: ExplorerState): Caller {
  const account = signedIn?.accounts.find(({ id }) => id === accountId);
  return { scopes: account?.scopes, pasted: pasted.map(({ kind }) => kind) };
}

/** Makes the explorer. */
export function createExplorer(parts: ExplorerParts): Explorer {
  let catalogue: Catalogue | undefined;
  /** Drafts of the endpoints that were open before: what was typed stays. */
  const kept = new Map<string, Drafts>();
  let state: ExplorerState = {
    cards: undefined,
    query: '',
    open: undefined,
    signedIn: undefined,
    accountId: undefined,
    pasted: [],
    channel: undefined,
    channelSearch: 'idle',
    history: parts.readHistory(),
    failure: undefined,
  };

  const set = (change: Partial<ExplorerState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  const setOpen = (change: Partial<Open>): void => {
    if (state.open) set({ open: { ...state.open, ...change } });
  };

  function fillOf({ signedIn, accountId, channel } = state): Fill {
    return {
      user: signedIn?.accounts.find(({ id }) => id === accountId)?.userId,
      channel: channel?.id,
    };
  }

  /** Changes who or where, and lets forms follow where the user has not typed over. */
  function setFill(change: Partial<ExplorerState>): void {
    const before = fillOf();
    const now = fillOf({ ...state, ...change });
    const { open } = state;
    set({
      ...change,
      ...(open && { open: { ...open, drafts: refill(open.form, open.drafts, before, now) } }),
    });
  }

  /** The open form's input; the caller's own id, which the client fills in as well, so that the check is the same. */
  function inputOfOpen({ card, form, drafts }: Open): Readonly<Record<string, unknown>> {
    const input = inputOf(form, drafts);
    const { user } = fillOf();
    if (card.self === undefined || user === undefined || kindFor(card, callerOf(state)) !== 'user')
      return input;
    const fillsSelf = form.parameters.some(({ name, fill }) => name === card.self && fill === 'user');
    return fillsSelf && input[card.self] === undefined ? { ...input, [card.self]: user } : input;
  }

  /** What the open form breaks, if anything. */
  function check(open: Open): Problem | undefined {
    try {
      catalogue?.request(open.card.id, inputOfOpen(open));
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      return failure.code === 'bad-input' ? { field: failure.field, limit: failure.limit } : undefined;
    }
  }

  async function run(open: Open): Promise<void> {
    const { card } = open;
    const input = inputOfOpen(open);
    const kind = kindFor(card, callerOf(state));
    const { accountId } = state;
    const call: ExplorerCall = {
      id: parts.newId(),
      endpointId: card.id,
      input,
      ...(kind === 'none' ? {} : { tokenKind: kind }),
      ...(accountId === undefined || kind !== 'user' ? {} : { accountId }),
    };
    setOpen({ phase: 'sending', problem: undefined });
    const begun = parts.now();
    let outcome: Outcome;
    try {
      outcome = outcomeOf(await parts.call(call), card);
    } catch (error) {
      outcome = { ok: false, failure: failureOf(error), tookMs: parts.now() - begun };
    }
    const history = withCall(parts.readHistory(), {
      id: call.id,
      endpoint: card.id,
      input,
      at: begun,
      outcome: outcome.ok ? 'ok' : outcome.failure.code,
      ...(outcome.ok || !('status' in outcome.failure) ? {} : { status: outcome.failure.status }),
    });
    parts.writeHistory(history);
    set({ history });
    // Somebody may have gone on to another endpoint meanwhile.
    if (state.open?.card.id !== card.id) return;
    const refused = !outcome.ok && outcome.failure.code === 'bad-input' ? outcome.failure : undefined;
    setOpen({
      phase: 'filling',
      outcome,
      problem: refused && { field: refused.field, limit: refused.limit },
    });
  }

  async function readPasted(): Promise<void> {
    set({ pasted: await parts.pastedKinds() });
  }

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    set({ failure: undefined });
    try {
      await work();
      return true;
    } catch (error) {
      set({ failure: failureOf(error) });
      return false;
    }
  }

  const explorer: Explorer = {
    async start(): Promise<void> {
      await attempt(async () => {
        catalogue ??= await parts.load();
        set({ cards: catalogue.cards });
        await readPasted();
      });
    },

    search(query: string): void {
      set({ query });
    },

    choose(id: string | undefined): void {
      if (id === state.open?.card.id) return;
      if (state.open) kept.set(state.open.card.id, state.open.drafts);
      const card = catalogue?.cards.find((candidate) => candidate.id === id);
      if (!catalogue || !card) {
        set({ open: undefined, failure: undefined });
        return;
      }
      const form = catalogue.form(card.id);
      const drafts = kept.get(card.id) ?? blankDrafts(form, fillOf());
      set({
        open: { card, form, drafts, problem: undefined, phase: 'filling', outcome: undefined },
        failure: undefined,
      });
    },

    type(name: string, draft: Draft): void {
      const { open } = state;
      if (!open) return;
      // The complaint goes when its field is touched; the next check says what is wrong then.
      const problem = open.problem && topOf(open.problem.field) === name ? undefined : open.problem;
      setOpen({ drafts: { ...open.drafts, [name]: draft }, problem });
    },

    reset(): void {
      if (state.open) setOpen({ drafts: blankDrafts(state.open.form, fillOf()), problem: undefined });
    },

    async send(confirmed = false): Promise<void> {
      const { open } = state;
      if (!open || open.phase === 'sending') return;
      const problem = check(open);
      if (problem) setOpen({ problem, phase: 'filling' });
      else if (open.card.changes && !confirmed) setOpen({ phase: 'confirming', problem: undefined });
      else await run(open);
    },

    cancel(): void {
      setOpen({ phase: 'filling' });
    },

    async next(): Promise<void> {
      const { open } = state;
      if (!open?.outcome?.ok || open.outcome.next === undefined) return;
      explorer.type('after', open.outcome.next);
      await explorer.send();
    },

    curl(): string | undefined {
      const { open } = state;
      if (!open || !catalogue) return undefined;
      const problem = check(open);
      setOpen({ problem });
      if (problem) return undefined;
      const request = catalogue.request(open.card.id, inputOfOpen(open));
      const pasted = state.pasted.find(({ kind }) => kind === kindFor(open.card, callerOf(state)));
      const clientId = open.card.tokens.length === 0 ? undefined : (pasted?.clientId ?? parts.clientId());
      return curlText(request, clientId);
    },

    accounts(signedIn: Callers | undefined): void {
      const ids = signedIn?.accounts.map(({ id }) => id) ?? [];
      const { accountId } = state;
      const stays = accountId !== undefined && ids.includes(accountId);
      setFill({ signedIn, accountId: stays ? accountId : signedIn?.activeId });
    },

    callAs(accountId: string): void {
      setFill({ accountId });
    },

    async findChannel(login: string): Promise<void> {
      const wanted = login.trim().replace(/^@/, '').toLowerCase();
      if (wanted === '') {
        setFill({ channel: undefined, channelSearch: 'idle' });
        return;
      }
      set({ channelSearch: 'searching' });
      try {
        const { accountId } = state;
        const { answer } = await parts.call({
          id: parts.newId(),
          endpointId: 'get-users',
          input: { login: [wanted] },
          ...(accountId === undefined ? {} : { accountId }),
        });
        const channel = channelIn(answer);
        if (channel) setFill({ channel, channelSearch: 'idle' });
        else set({ channelSearch: { failure: { code: 'no-such-user', login: wanted } } });
      } catch (error) {
        set({ channelSearch: { failure: failureOf(error) } });
      }
    },

    async grant(scopes: readonly string[]): Promise<void> {
      const outcome = state.open?.outcome;
      const granted = await attempt(() => parts.grant(scopes, state.accountId));
      // What was missing is there now.
      if (granted && state.open?.outcome === outcome && isMissingScope(outcome))
        setOpen({ outcome: undefined });
    },

    async keepToken(token: PastedToken): Promise<boolean> {
      return attempt(async () => {
        await parts.keepToken(token);
        await readPasted();
      });
    },

    async forgetToken(kind: PastedKind): Promise<void> {
      await attempt(async () => {
        await parts.forgetToken(kind);
        await readPasted();
      });
    },

    reopen(call: PastCall): void {
      explorer.choose(call.endpoint);
      const { open } = state;
      if (open?.card.id === call.endpoint)
        setOpen({ drafts: draftsOf(open.form, call.input), problem: undefined });
    },

    clearHistory(): void {
      parts.writeHistory([]);
      set({ history: [] });
    },
  };
  return explorer;
}

function outcomeOf({ answer, tookMs, pointsLeft }: ExplorerAnswer, card: EndpointCard): Outcome {
  const next = cursorIn(answer, card.cursor);
  return {
    ok: true,
    view: viewOf(answer),
    raw:
      typeof answer === 'string' ? answer : answer === undefined ? '' : JSON.stringify(answer, undefined, 2),
    tookMs,
    ...(pointsLeft === undefined ? {} : { pointsLeft }),
    ...(next === undefined ? {} : { next }),
  };
}

function isMissingScope(outcome: Outcome | undefined): boolean {
  return outcome?.ok === false && outcome.failure.code === 'missing-scope';
}

/** The parameter in which the field at `path` lies. */
export function topOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}

function channelIn(answer: unknown): Channel | undefined {
  const data = (answer as { readonly data?: readonly Record<string, unknown>[] } | undefined)?.data?.[0];
  const { id, login, display_name: name } = data ?? {};
  return typeof id === 'string' && typeof login === 'string' && typeof name === 'string'
    ? { id, login, name }
    : undefined;
}
