/** What the user did from this page, and what has become of it. */
import { type ChatMessage, messageKey } from '../chat/message.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { type Action, type LoggedAction, messageKinds, type RoleKind } from '../moderation/action.ts';
import { afterAsking, unlockOf } from '../moderation/unlock.ts';
import type { Desk } from './desk.ts';

/** What the line's tools do. Without a `reason` of its own an action goes with the usual one. */
export type LineAction = (
  | { readonly kind: 'timeout'; readonly seconds: number }
  | {
      readonly kind: 'ban' | 'delete' | 'warn' | 'pin' | 'unpin' | 'unban' | 'quiet' | 'blind' | RoleKind;
    }
  /** Without `seconds` for good. */
  | { readonly kind: 'bar'; readonly seconds?: number }
  | { readonly kind: 'say'; readonly text: string }
) & { readonly reason?: string };

/** How far an act is. */
export type ActState =
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly entry: LoggedAction }
  | { readonly status: 'undoing'; readonly entry: LoggedAction }
  | { readonly status: 'undone'; readonly entry: LoggedAction }
  /** With an `entry` it is the undoing that failed. */
  | { readonly status: 'failed'; readonly failure: Failure; readonly entry?: LoggedAction };

/** One act. `id` is chosen here, so that asking again for the same act cannot do it twice. */
export interface Act {
  readonly id: string;
  readonly message: ChatMessage;
  readonly what: LineAction;
  /** What the same press does once this is done. */
  readonly then: readonly LineAction[];
  /** The act of the same press before this one. */
  readonly after?: string;
  readonly state: ActState;
}

/** How many acts are remembered: more than anybody can see at once. */
const capacity = 200;

/** For so long an act whose time has run out is one that just did, ms: a timer may be late. */
const justNow = 5_000;

/** The acts of one page, newest last. */
export class Acts {
  readonly #desk: Desk;
  readonly #changed: (act: Act) => void;
  readonly #reason: () => string;
  readonly #now: () => number;
  readonly #isOver: (act: Act) => boolean;
  readonly #acts = new Map<string, Act>();
  /** Message → the newest act about it. */
  readonly #byMessage = new Map<string, string>();

  constructor(
    desk: Desk,
    changed: (act: Act) => void,
    reason: () => string = () => '',
    now: () => number = Date.now,
    /** Whether what was done is no longer so, by somebody else's doing: then there is nothing to take back. */
    isOver: (act: Act) => boolean = () => false,
  ) {
    this.#desk = desk;
    this.#changed = changed;
    this.#reason = reason;
    this.#now = now;
    this.#isOver = isOver;
  }

  /** The newest act about `message`. */
  about(message: ChatMessage | undefined): Act | undefined {
    const id = message && this.#byMessage.get(messageKey(message));
    return id === undefined ? undefined : this.#acts.get(id);
  }

  /** Starts an act, unless the very same one is under way. */
  start(message: ChatMessage, what: LineAction, then: readonly LineAction[] = []): Act {
    const last = this.about(message);
    if (last?.state.status === 'pending' && sameAction(last.what, what)) return last;
    return this.#begin({ id: crypto.randomUUID(), message, what, then, state: { status: 'pending' } });
  }

  #begin(act: Act): Act {
    this.#byMessage.set(messageKey(act.message), act.id);
    this.#trim();
    this.#run(act);
    return act;
  }

  /** Tries a failed act, or its failed undoing, once more. */
  retry(id: string): void {
    const act = this.#acts.get(id);
    if (act?.state.status !== 'failed') return;
    if (act.state.entry) this.#runUndo(act, act.state.entry);
    else this.#run(act);
  }

  /** Lets the user do on the platform's page what a failed act waits for (allow something, or sign in), and goes on. */
  unlock(id: string): void {
    const act = this.#acts.get(id);
    if (act?.state.status !== 'failed') return;
    const { failure, entry } = act.state;
    const unlock = unlockOf(failure);
    if (!unlock) return;
    const { login } = act.message.channel;
    // What is to be taken back is asked of the account that did it.
    const unlocked =
      unlock === 'sign-in'
        ? this.#desk.signInAgain(login, entry?.id)
        : this.#desk.allow(unlock.allow, login, entry?.id);
    this.#set(act, entry ? { status: 'undoing', entry } : { status: 'pending' });
    unlocked.then(
      () => (entry ? this.#runUndo(act, entry) : this.#run(act)),
      (error: unknown) => {
        const why = afterAsking(failure, failureOf(error));
        this.#set(act, { status: 'failed', failure: why, ...(entry && { entry }) });
      },
    );
  }

  /**
   * How long yet what the press of `act` did can be taken back, in ms: until the first of it no longer can. `undefined`: nothing
   * of it can.
   */
  undoLeft(act: Act): number | undefined {
    const ends = this.#undoable(act.id).map(({ entry }) => entry.undoUntil ?? 0);
    return ends.length === 0 ? undefined : Math.min(...ends) - this.#now();
  }

  /** The acts whose time to be taken back runs out within `span` ms, or has just run out. */
  runningOut(span: number): readonly Act[] {
    const now = this.#now();
    return [...this.#acts.values()].filter(({ state }) => {
      const end = state.status === 'done' ? state.entry.undoUntil : undefined;
      return end !== undefined && end > now - justNow && end < now + span;
    });
  }

  /** Takes an act back, with what the same press did before; whether there was anything to take back. */
  undo(id: string): boolean {
    const all = this.#undoable(id);
    for (const { act, entry } of all) this.#runUndo(act, entry);
    return all.length > 0;
  }

  #undoable(id: string | undefined): readonly { readonly act: Act; readonly entry: LoggedAction }[] {
    const act = id === undefined ? undefined : this.#acts.get(id);
    if (!act) return [];
    const { state, after } = act;
    const isOpen =
      state.status === 'done' && (state.entry.undoUntil ?? 0) > this.#now() && !this.#isOver(act);
    return [...(isOpen ? [{ act, entry: state.entry }] : []), ...this.#undoable(after)];
  }

  /** Somebody took the logged action back elsewhere. */
  undoneElsewhere(entryId: string, undoneAt: number): void {
    for (const act of this.#acts.values()) {
      if (act.state.status === 'done' && act.state.entry.id === entryId) {
        this.#set(act, { status: 'undone', entry: { ...act.state.entry, undoneAt } });
      }
    }
  }

  #run(act: Act): void {
    this.#set(act, { status: 'pending' });
    this.#desk.act(act.id, actionOf(act, this.#reason())).then(
      (entry) => {
        this.#set(act, { status: 'done', entry });
        const [next, ...rest] = act.then;
        if (!next) return;
        this.#begin({ ...act, id: crypto.randomUUID(), what: next, then: rest, after: act.id });
      },
      (error: unknown) => this.#set(act, { status: 'failed', failure: failureOf(error) }),
    );
  }

  #runUndo(act: Act, entry: LoggedAction): void {
    this.#set(act, { status: 'undoing', entry });
    this.#desk.undo(entry.id).then(
      (undone) => this.#set(act, { status: 'undone', entry: undone }),
      (error: unknown) => this.#set(act, { status: 'failed', failure: failureOf(error), entry }),
    );
  }

  #set(before: Act, state: ActState): void {
    const act: Act = { ...before, state };
    this.#acts.set(act.id, act);
    this.#changed(act);
  }

  #trim(): void {
    for (const [id, { message }] of this.#acts) {
      if (this.#acts.size < capacity) return;
      this.#acts.delete(id);
      const key = messageKey(message);
      if (this.#byMessage.get(key) === id) this.#byMessage.delete(key);
    }
  }
}

/** Kinds that the platform takes a reason for. */
const reasoned: ReadonlySet<string> = new Set(['timeout', 'ban', 'warn', 'bar']);

function actionOf({ message, what }: Act, usualReason: string): Action {
  const { author, channel } = message;
  const reason = what.reason ?? usualReason;
  return {
    platform: channel.platform,
    channel: channel.login,
    kind: what.kind,
    target: {
      login: author.login,
      name: author.name,
      ...(author.id !== undefined && { id: author.id }),
    },
    ...('seconds' in what && { seconds: what.seconds }),
    // CHZZK knows a message by nothing else.
    ...(channel.platform === 'chzzk' && messageKinds.has(what.kind) && { quote: message.text }),
    ...(what.kind === 'say' && { text: what.text }),
    ...(messageKinds.has(what.kind) && message.id !== undefined && { messageId: message.id }),
    ...(reasoned.has(what.kind) && reason !== '' && { reason }),
  };
}

const sameAction = (one: LineAction, other: LineAction): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
