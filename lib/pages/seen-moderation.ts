/**
 * What others did to chatters, as the page shows it: in memory, for as long as the page stands. A timeout takes many messages
 * away at once, and is one act. Times are Unix epoch milliseconds.
 */
import { type ChatMessage, chatterKey, type Moderated } from '../chat/message.ts';
import { type LoggedAction, messageKinds } from '../moderation/action.ts';

/** One act; without a `kind` the page only showed that messages were taken away. */
export interface SeenAct extends Partial<Moderated> {
  /** When it was seen. */
  readonly at: number;
  /** It was done already when the page was opened. */
  readonly isEarlier: boolean;
  /** The messages that it took away, by id. */
  readonly messages: readonly string[];
}

/** What is seen within so long is one act, ms. */
const together = 10_000;

/** An act is our own if it was seen so soon after, ms; the platform tells pages of it a moment later. */
const apart = 30_000;

/** Acts that are remembered. */
const atMost = 1_000;

const none: readonly SeenAct[] = [];

/** See the file's head. */
export class SeenModeration {
  readonly #now: () => number;
  /** Chatter → acts, oldest first; the chatter of the newest act last. */
  readonly #acts = new Map<string, readonly SeenAct[]>();
  readonly #messages = new Set<string>();
  #count = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Whether the message `id` was taken away. */
  has(id: string): boolean {
    return this.#messages.has(id);
  }

  /** What was done to the chatter `key`, oldest first. */
  of(key: string): readonly SeenAct[] {
    return this.#acts.get(key) ?? none;
  }

  /** The page shows `message` as deleted; whether that is news. `isEarlier`: it has never shown it otherwise. */
  add(message: ChatMessage, isEarlier: boolean): boolean {
    const { id, moderated } = message;
    // Of one that has no id nobody could tell whether it is known.
    if (id === undefined || this.#messages.has(id)) return false;
    this.#messages.add(id);
    const key = chatterKey(message);
    const at = this.#now();
    const before = this.of(key);
    const last = before.at(-1);
    const isSame =
      last !== undefined &&
      at - last.at < together &&
      last.isEarlier === isEarlier &&
      moderated?.kind !== 'delete' &&
      sameDeed(last, moderated);
    const act = isSame
      ? { ...last, messages: [...last.messages, id] }
      : { ...moderated, at, isEarlier, messages: [id] };
    this.#acts.delete(key);
    this.#acts.set(key, [...(isSame ? before.slice(0, -1) : before), act]);
    if (!isSame) this.#count += 1;
    this.#trim();
    return true;
  }

  #trim(): void {
    for (const [key, acts] of this.#acts) {
      if (this.#count <= atMost) return;
      this.#acts.delete(key);
      this.#count -= acts.length;
      for (const { messages } of acts) for (const id of messages) this.#messages.delete(id);
    }
  }
}

const sameDeed = (one: Partial<Moderated>, other: Partial<Moderated> = {}): boolean =>
  one.kind === other.kind && one.by === other.by && one.seconds === other.seconds;

/** Those of `seen` that are not what the user did: that stands in `history`. */
export function ofOthers(seen: readonly SeenAct[], history: readonly LoggedAction[]): readonly SeenAct[] {
  return seen.filter((act) => !history.some((entry) => isOwn(act, entry)));
}

function isOwn(act: SeenAct, { action, at, by }: LoggedAction): boolean {
  if (action.messageId !== undefined && act.messages.includes(action.messageId)) return true;
  if (act.by !== undefined && act.by !== by.login) return false;
  if (act.kind !== undefined && act.kind !== action.kind) return false;
  // What is done to one message leaves the others where they are.
  if (messageKinds.has(action.kind) || !takesAway.has(action.kind)) return false;
  return act.isEarlier
    ? act.by !== undefined && act.seconds === action.seconds
    : Math.abs(act.at - at) < apart;
}

/** Kinds that take away what somebody said. */
const takesAway: ReadonlySet<string> = new Set(['timeout', 'ban', 'bar', 'quiet']);
