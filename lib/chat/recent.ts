/**
 * The newest messages of a chat as plain records, with the two ways in that moderation needs: by message and by chatter.
 *
 * Everything is bounded by the same number: when a message leaves the ring, it leaves the indexes too, so that a night of
 * twenty thousand chatters costs no more than an hour of ten.
 */
import type { ChatMessage } from './message.ts';

/** A ring of the newest `capacity` messages. */
export class RecentMessages {
  readonly #ring: (ChatMessage | undefined)[];
  readonly #byId = new Map<string, ChatMessage>();
  readonly #byAuthor = new Map<string, Set<ChatMessage>>();
  readonly #keyOf: (message: ChatMessage) => string;
  readonly #seen: number[] = [];
  readonly #now: () => number;
  #next = 0;

  /** Chatters go by what `keyOf` says of their messages. */
  constructor(
    capacity = 2000,
    keyOf = ({ author }: ChatMessage): string => author.login,
    now: () => number = Date.now,
  ) {
    this.#keyOf = keyOf;
    this.#now = now;
    this.#ring = new Array<ChatMessage | undefined>(capacity);
  }

  /** How many messages are known now. */
  get size(): number {
    return Math.min(this.#next, this.#ring.length);
  }

  /** Takes `message` in; whether it is new. One that is known already (its line was mounted again) is left as it is. */
  add(message: ChatMessage): boolean {
    if (message.id !== undefined) {
      if (this.#byId.has(message.id)) return false;
      this.#byId.set(message.id, message);
    }
    const slot = this.#next++ % this.#ring.length;
    const oldest = this.#ring[slot];
    if (oldest) this.#forget(oldest);
    this.#ring[slot] = message;
    this.#seen[slot] = this.#now();
    const key = this.#keyOf(message);
    const known = this.#byAuthor.get(key);
    if (known) known.add(message);
    else this.#byAuthor.set(key, new Set([message]));
    return true;
  }

  /** The message with `id`. */
  byId(id: string): ChatMessage | undefined {
    return this.#byId.get(id);
  }

  /** All of them as they came, with when that was said, or else seen (Unix epoch ms). */
  dated(): readonly { readonly message: ChatMessage; readonly at: number }[] {
    const found: { readonly message: ChatMessage; readonly at: number }[] = [];
    for (let place = this.#next - this.size; place < this.#next; place++) {
      const slot = place % this.#ring.length;
      const message = this.#ring[slot];
      if (message) found.push({ message, at: message.at ?? this.#seen[slot] ?? 0 });
    }
    return found;
  }

  /** What the chatter `key` said, oldest first. */
  byAuthor(key: string): readonly ChatMessage[] {
    return [...(this.#byAuthor.get(key) ?? [])];
  }

  /** All that is remembered. */
  all(): readonly ChatMessage[] {
    return this.#ring.filter((message) => message !== undefined);
  }

  /** Forgets everything. */
  clear(): void {
    this.#ring.fill(undefined);
    this.#byId.clear();
    this.#byAuthor.clear();
    this.#next = 0;
  }

  #forget(message: ChatMessage): void {
    if (message.id !== undefined) this.#byId.delete(message.id);
    const key = this.#keyOf(message);
    const known = this.#byAuthor.get(key);
    known?.delete(message);
    if (known?.size === 0) this.#byAuthor.delete(key);
  }
}
