/** What the user did from this page, and what has become of it. */
import type { ChatMessage } from '../chat/message.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { featureFor } from '../features.ts';
import type { Action, LoggedAction } from '../moderation/action.ts';
import type { Desk } from './desk.ts';

/** The kinds of action that the line's tools have. */
export type LineAction =
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'ban' }
  | { readonly kind: 'delete' };

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
  readonly state: ActState;
}

/** How many acts are remembered: more than anybody can see at once. */
const capacity = 200;

/** The acts of one page, newest last. */
export class Acts {
  readonly #desk: Desk;
  readonly #changed: (act: Act) => void;
  readonly #reason: () => string;
  readonly #acts = new Map<string, Act>();
  /** Message id → the newest act about it. */
  readonly #byMessage = new Map<string, string>();

  constructor(desk: Desk, changed: (act: Act) => void, reason: () => string = () => '') {
    this.#desk = desk;
    this.#changed = changed;
    this.#reason = reason;
  }

  /** The newest act about the message `id`. */
  about(messageId: string | undefined): Act | undefined {
    const id = messageId === undefined ? undefined : this.#byMessage.get(messageId);
    return id === undefined ? undefined : this.#acts.get(id);
  }

  /** Starts an act, unless the very same one is under way. */
  start(message: ChatMessage, what: LineAction): Act {
    const last = this.about(message.id);
    if (last?.state.status === 'pending' && sameAction(last.what, what)) return last;
    const act: Act = { id: crypto.randomUUID(), message, what, state: { status: 'pending' } };
    if (message.id !== undefined) this.#byMessage.set(message.id, act.id);
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

  /** Lets the user allow what a failed act was missing, and goes on with it. */
  allow(id: string): void {
    const act = this.#acts.get(id);
    if (act?.state.status !== 'failed' || act.state.failure.code !== 'missing-scope') return;
    const { failure, entry } = act.state;
    const feature = featureFor(failure.scopes);
    if (feature === undefined) return;
    this.#set(act, entry ? { status: 'undoing', entry } : { status: 'pending' });
    this.#desk.allow(feature, act.message.channel.login).then(
      () => (entry ? this.#runUndo(act, entry) : this.#run(act)),
      (error: unknown) => {
        const why = afterAsking(failure, failureOf(error));
        this.#set(act, { status: 'failed', failure: why, ...(entry && { entry }) });
      },
    );
  }

  /** Takes an act back. */
  undo(id: string): void {
    const act = this.#acts.get(id);
    if (act?.state.status === 'done') this.#runUndo(act, act.state.entry);
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
      (entry) => this.#set(act, { status: 'done', entry }),
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

  #set({ id, message, what }: Act, state: ActState): void {
    const act: Act = { id, message, what, state };
    this.#acts.set(id, act);
    this.#changed(act);
  }

  #trim(): void {
    for (const [id, { message }] of this.#acts) {
      if (this.#acts.size < capacity) return;
      this.#acts.delete(id);
      if (message.id !== undefined && this.#byMessage.get(message.id) === id)
        this.#byMessage.delete(message.id);
    }
  }
}

/** What an act still misses when the user was asked in vain: a no is a no, a closed window is none. */
function afterAsking(missing: Extract<Failure, { code: 'missing-scope' }>, answer: Failure): Failure {
  if (answer.code === 'sign-in-denied') return { ...missing, declined: true };
  return answer.code === 'sign-in-closed' ? missing : answer;
}

function actionOf({ message, what }: Act, reason: string): Action {
  const { author, channel } = message;
  return {
    platform: channel.platform,
    channel: channel.login,
    kind: what.kind,
    target: {
      login: author.login,
      name: author.name,
      ...(author.id !== undefined && { id: author.id }),
    },
    ...(what.kind === 'timeout' && { seconds: what.seconds }),
    ...(what.kind === 'delete' && message.id !== undefined && { messageId: message.id }),
    // The platform takes no reason for a deletion.
    ...(what.kind !== 'delete' && reason !== '' && { reason }),
  };
}

const sameAction = (one: LineAction, other: LineAction): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'timeout' || other.kind !== 'timeout' || one.seconds === other.seconds);
