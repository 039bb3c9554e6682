/**
 * Joining what the page shows with what the platform's own stream told, into one record of a message.
 *
 * Both may come first, twice, or never. An id that a reader saw is believed unless another reader contradicts it. An id that
 * nobody saw at the line is inferred from author, text and time, and marked as such: an event may be lost and a line may be
 * hidden, so that what looks alike can still be another message of the same words. A name that two people go by is nobody's.
 */
import type { ChatMessage } from './message.ts';
import { RecentMessages } from './recent.ts';

/** How far apart the page and the stream may tell of the same message, ms. */
export const apart = 10_000;

/** What a {@link Joint} may be told about the chat that it joins. */
export interface JointOptions {
  /** Messages that are remembered. */
  readonly capacity?: number;
  /** What of the words does not change when the page draws them. */
  readonly plain?: (text: string) => string;
}

/** What is known of a told message beside itself. */
interface Told {
  /** When it was told, Unix epoch milliseconds. */
  readonly at: number;
  /** Its words as the page may draw them: a line is compared with all that its author said. */
  readonly words: string;
}

/** The joint between the readers of one chat. */
export class Joint {
  readonly #told: RecentMessages;
  readonly #about = new WeakMap<ChatMessage, Told>();
  /** Ids that a reader saw at a line: they belong there and nowhere else. */
  readonly #seenIds = new Set<string>();
  /** Messages that were hidden, or shown again, since they were told of. */
  readonly #hidden = new Map<string, boolean>();
  readonly #capacity: number;
  readonly #plain: (text: string) => string;

  constructor({ capacity = 2000, plain = drawn }: JointOptions = {}) {
    this.#capacity = capacity;
    this.#plain = plain;
    this.#told = new RecentMessages(capacity);
  }

  /** The stream told of `message` at `at` (Unix epoch milliseconds). Once more is once. */
  tell(message: ChatMessage, at: number): void {
    this.#told.add(message);
    this.#about.set(message, { at, words: this.#plain(message.text) });
  }

  /** The stream told that the message `id` was hidden, or is shown again. */
  hide(id: string, isHidden: boolean): void {
    this.#hidden.delete(id);
    this.#hidden.set(id, isHidden);
    forgetOldest(this.#hidden, this.#capacity);
  }

  /** Whether the stream told that the message `id` is hidden. */
  isHidden(id: string): boolean {
    return this.#hidden.get(id) ?? this.#told.byId(id)?.deleted ?? false;
  }

  /** `shown`, as the page shows it at `at`, with what the stream knows of it. It came after `since`. */
  join(shown: ChatMessage, at: number, since = at): ChatMessage {
    // What contradicts itself is not mended by one more reader.
    if (shown.doubt === 'contradicted') return shown;
    if (shown.id === undefined) return this.#infer(shown, since - apart, at + apart);
    this.#claim(shown.id);
    const told = this.#told.byId(shown.id);
    if (!told) return shown;
    return told.author.login === shown.author.login && agree(told.author.id, shown.author.id)
      ? this.#merge(shown, told)
      : withoutIds(shown);
  }

  #infer(shown: ChatMessage, from: number, to: number): ChatMessage {
    const said = this.#told.byAuthor(shown.author.login);
    if (said.length === 0) return shown;
    const words = this.#plain(shown.text);
    const alike = said.filter(
      (told) => this.#about.get(told)?.words === words && this.#isThen(shown, told, from, to),
    );
    const [first] = alike;
    if (!first) return shown;
    const { author } = first;
    const isOne = said.every((told) => agree(told.author.id, author.id));
    if (!isOne || !agree(author.id, shown.author.id)) return withoutIds(shown);
    const free = alike.filter(({ id }) => id === undefined || !this.#seenIds.has(id));
    const [only, another] = free;
    // Whoever wrote the one wrote the other, so the author is certain even where the message is not.
    if (only?.id === undefined || another) return { ...shown, author: { ...author, ...shown.author } };
    return { ...this.#merge(shown, only), doubt: 'inferred' };
  }

  /** Times of the platform are compared with each other where both are known, and times of this machine else. */
  #isThen(shown: ChatMessage, told: ChatMessage, from: number, to: number): boolean {
    if (shown.at !== undefined && told.at !== undefined) return Math.abs(told.at - shown.at) <= apart;
    const at = this.#about.get(told)?.at ?? to;
    return at >= from && at <= to;
  }

  /** What the page shows, and where it says nothing what the stream told. A deletion counts whoever saw it. */
  #merge(shown: ChatMessage, told: ChatMessage): ChatMessage {
    return {
      ...told,
      ...shown,
      // As it was written, and not as it is drawn.
      text: shown.deleted ? shown.text : told.text,
      channel: { ...told.channel, ...shown.channel },
      author: { ...told.author, ...shown.author },
      deleted: shown.deleted || (told.id === undefined ? told.deleted : this.isHidden(told.id)),
    };
  }

  #claim(id: string): void {
    this.#seenIds.add(id);
    forgetOldest(this.#seenIds, this.#capacity);
  }
}

function forgetOldest(all: Set<string> | Map<string, unknown>, capacity: number): void {
  if (all.size <= capacity) return;
  const [oldest] = all.keys();
  if (oldest !== undefined) all.delete(oldest);
}

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** The page writes white space in its own way. */
const drawn = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function withoutIds(shown: ChatMessage): ChatMessage {
  const { login, name, color, badges } = shown.author;
  const message: { -readonly [Key in keyof ChatMessage]: ChatMessage[Key] } = {
    ...shown,
    author: { login, name, ...(color !== undefined && { color }), ...(badges && { badges }) },
    doubt: 'contradicted',
  };
  delete message.id;
  return message;
}
