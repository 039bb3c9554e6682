/**
 * Joining what the page shows with what the platform's own stream told, into one record of a message.
 *
 * Both may come first, twice, or never. An id that a reader saw is believed unless another reader contradicts it. An id that
 * nobody saw at the line is inferred from author, text and time, and marked as such: an event may be lost and a line may be
 * hidden, so that what looks alike can still be another message of the same words.
 */
import type { ChatMessage } from './message.ts';
import { RecentMessages } from './recent.ts';

/** How far apart the page and the stream may tell of the same message, ms. */
const apart = 10_000;

/** A message that the stream told of. */
interface Told {
  readonly message: ChatMessage;
  /** When it was told, Unix epoch milliseconds. */
  readonly at: number;
}

/** The joint between the readers of one chat. */
export class Joint {
  readonly #told: RecentMessages;
  readonly #toldAt = new WeakMap<ChatMessage, number>();
  /** Ids that a reader saw at a line: they belong there and nowhere else. */
  readonly #seenIds = new Set<string>();
  readonly #capacity: number;

  constructor(capacity = 2000) {
    this.#capacity = capacity;
    this.#told = new RecentMessages(capacity);
  }

  /** The stream told of `message` at `at` (Unix epoch milliseconds). Once more is once. */
  tell(message: ChatMessage, at: number): void {
    this.#told.add(message);
    this.#toldAt.set(message, message.at ?? at);
  }

  /** `shown`, as the page shows it at `at`, with what the stream knows of it. */
  join(shown: ChatMessage, at: number): ChatMessage {
    // What contradicts itself is not mended by one more reader.
    if (shown.doubt === 'contradicted') return shown;
    if (shown.id === undefined) return this.#infer(shown, at);
    this.#claim(shown.id);
    const told = this.#told.byId(shown.id);
    if (!told) return shown;
    return told.author.login === shown.author.login && agree(told.author.id, shown.author.id)
      ? merge(shown, told)
      : withoutIds(shown);
  }

  #infer(shown: ChatMessage, at: number): ChatMessage {
    const when = shown.at ?? at;
    const alike = this.#told
      .byAuthor(shown.author.login)
      .map((message): Told => ({ message, at: this.#toldAt.get(message) ?? when }))
      .filter((told) => sameText(told.message.text, shown.text) && Math.abs(told.at - when) <= apart)
      .filter(({ message: { id } }) => id !== undefined && !this.#seenIds.has(id));
    const [only, another] = alike;
    if (!only) return shown;
    const { author } = only.message;
    if (!agree(author.id, shown.author.id)) return withoutIds(shown);
    // Whoever wrote the one wrote the other, so the author is certain even where the message is not.
    const known = { ...shown, author: { ...author, ...shown.author } };
    return another ? known : { ...merge(known, only.message), doubt: 'inferred' };
  }

  #claim(id: string): void {
    this.#seenIds.add(id);
    if (this.#seenIds.size <= this.#capacity) return;
    const [oldest] = this.#seenIds;
    if (oldest !== undefined) this.#seenIds.delete(oldest);
  }
}

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** The page writes white space and emotes in its own way. */
const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What the page shows, and where it says nothing what the stream told. A deletion counts whoever saw it. */
function merge(shown: ChatMessage, told: ChatMessage): ChatMessage {
  return {
    ...told,
    ...shown,
    channel: { ...told.channel, ...shown.channel },
    author: { ...told.author, ...shown.author },
    deleted: shown.deleted || told.deleted,
  };
}

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
