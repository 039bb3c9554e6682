/**
 * Whose lines they are, where React's props do not tell it: our own reading of the chat, joined by name, words and time. It asks
 * to be fed only while the props fail; where it is fed anyway, it knows of every line whether it is hidden.
 *
 * A row does not say when its message was said, but we know when it was not there yet.
 */
import { Joint } from '../../chat/join.ts';
import type { ChatMessage } from '../../chat/message.ts';
import type { ChatNews } from '../../chat/news.ts';
import type { LineListener } from '../chat-page.ts';
import { plainWords } from './line.ts';
import type { Facts } from './probe/wire.ts';

/**
 * So many lines in a row whose ids the probe does not know are no accident; fewer are, even where it says nothing at all: it comes
 * a moment later than we do where the page has much to do.
 */
const failing = 3;

/** For so long rows come that stood there before anybody looked, in ms. */
const settling = 1_500;

/** A batch of rows is told in several turns, which follow each other within this time, in ms. */
const turns = 500;

/** What a row was seen to show. */
interface Seen {
  readonly name: string;
  readonly text: string;
  /** Between these moments it came. */
  readonly since: number;
  readonly at: number;
  /** As it was joined last, when its author was known. */
  known?: ChatMessage;
}

/** What {@link SecondReader} needs. */
export interface SecondReaderParts {
  /** The chat is wanted from elsewhere from now on, because the probe fails; or no more, because it holds again. */
  readonly wanted: (isWanted: boolean) => void;
  readonly now?: () => number;
}

/** See the file's head. Times are Unix epoch milliseconds. */
export class SecondReader {
  readonly #parts: SecondReaderParts;
  readonly #now: () => number;
  readonly #joint = new Joint({ plain: plainWords });
  readonly #rows = new WeakMap<HTMLElement, Seen>();
  /** When the first row was seen. */
  #begun: number | undefined;
  /** When rows were told of, the oldest first. */
  #looks: readonly number[] = [];
  /** Lines in a row of which the probe was right, or was not: the others end the row. */
  #hits = 0;
  #misses = 0;
  /** So many hits in a row are enough to do without us. Twice as many each time, or what fails now and then opens sockets all day. */
  #enough = failing;
  #isWanted = false;
  #isFed = false;

  constructor(parts: SecondReaderParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
  }

  /** Whether we are fed now; `undefined`: we asked for nothing yet. */
  get isFed(): boolean | undefined {
    return this.#isWanted || this.#isFed ? this.#isFed : undefined;
  }

  /** We are fed from now on, or no more. */
  changed(isFed: boolean): void {
    this.#isFed = isFed;
  }

  /** `listener`, and we hear when rows came. */
  alongside(listener: LineListener): LineListener {
    return {
      moved: listener.moved,
      added: (lines) => {
        listener.added(lines);
        this.#looks = [...this.#looks.slice(-31), this.#now()];
      },
    };
  }

  /** Takes in what was told of the chat; `isPast`: of what was said before. */
  tell(news: readonly ChatNews[], isPast: boolean): void {
    for (const one of news) {
      if (one.what === 'message') {
        const { message } = one;
        if (message.author.id !== undefined)
          this.#joint.tell(message, isPast ? (message.at ?? this.#now()) : this.#now());
      } else if (one.what === 'hidden' || one.what === 'shown') {
        this.#joint.hide(one.id, one.what === 'hidden');
      }
    }
  }

  /** `message`, which `row` shows, with what we know of it; `facts` are what the probe said, if it said anything. */
  read(row: HTMLElement, message: ChatMessage, facts: Facts | undefined): ChatMessage {
    if (message.author.id !== undefined) {
      this.#hit();
      return this.#judged(message);
    }
    const { name } = message.author;
    const isAbout = facts?.said.some(
      (said) =>
        said.name === name && (message.deleted || plainWords(said.text ?? '') === plainWords(message.text)),
    );
    // The probe does speak of it, and of two people.
    if (isAbout === true) return message;
    this.#miss();
    return message.deleted ? this.#hidden(row, message) : this.#join(row, message);
  }

  /** The stream may tell of a hiding before the page has drawn it. */
  #judged(message: ChatMessage): ChatMessage {
    const { id, deleted } = message;
    return id !== undefined && !deleted && this.#joint.isHidden(id) ? { ...message, deleted: true } : message;
  }

  #join(row: HTMLElement, message: ChatMessage): ChatMessage {
    const { name } = message.author;
    const before = this.#rows.get(row);
    const at = this.#now();
    const seen =
      before?.name === name && before.text === message.text
        ? before
        : { name, text: message.text, since: this.#notThereAt(at), at };
    this.#rows.set(row, seen);
    // What was said while nobody told us may be anybody's of that name.
    if (!this.#isFed) return seen.known ?? withoutDoubt(message);
    const joined = this.#joint.join(withoutDoubt(message), seen.at, seen.since);
    if (joined.author.id !== undefined) seen.known = joined;
    return joined;
  }

  /** Its words are gone, but they were there: who said them is whoever was known then, under the same name. */
  #hidden(row: HTMLElement, message: ChatMessage): ChatMessage {
    const seen = this.#rows.get(row);
    const known = seen?.name === message.author.name ? seen.known : undefined;
    if (!known) return withoutDoubt(message);
    const { id } = known;
    // It may be another message of theirs that is hidden there, unless it is told of this one.
    const isThat = id !== undefined && this.#joint.isHidden(id);
    return {
      ...withoutDoubt(message),
      author: known.author,
      ...(isThat && { id, doubt: 'inferred', ...(known.at !== undefined && { at: known.at }) }),
    };
  }

  /** When a row that is seen for the first time at `at` was certainly not there yet. */
  #notThereAt(at: number): number {
    this.#begun ??= at;
    if (at - this.#begun < settling) return 0;
    return this.#looks.findLast((look) => at - look >= turns) ?? this.#looks[0] ?? at;
  }

  #hit(): void {
    this.#misses = 0;
    this.#hits += 1;
    if (this.#isWanted && this.#hits >= this.#enough) {
      this.#enough *= 2;
      this.#want(false);
    }
  }

  #miss(): void {
    this.#hits = 0;
    this.#misses += 1;
    if (!this.#isWanted && this.#misses >= failing) this.#want(true);
  }

  #want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.#parts.wanted(isWanted);
  }
}

/** What the probe says of other messages is no doubt about this one. */
function withoutDoubt(message: ChatMessage): ChatMessage {
  const copy: { -readonly [Key in keyof ChatMessage]: ChatMessage[Key] } = { ...message };
  delete copy.doubt;
  return copy;
}
