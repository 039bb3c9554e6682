/**
 * The third reader of Twitch's chat: what the platform's own event stream tells, for lines whose ids the page's world does not
 * tell. Who opens that stream is not this file's matter; it is fed with messages, in any order, twice, or not at all.
 *
 * An id that was found so is inferred, and an action on it asks first: see `lib/chat/join.ts`.
 */
import { Joint } from '../../chat/join.ts';
import type { ChatMessage } from '../../chat/message.ts';

/** What a line showed, and when it did so first. */
interface Seen {
  readonly login: string;
  readonly text: string;
  readonly at: number;
}

/** See the file's head. Times are Unix epoch milliseconds. */
export class EventReader {
  readonly #joint = new Joint();
  readonly #lines = new WeakMap<Element, Seen>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The stream told of `message`. Once more is once. */
  tell(message: ChatMessage): void {
    this.#joint.tell(message, this.#now());
  }

  /** The stream told that the message `id` was deleted. */
  delete(id: string): void {
    this.#joint.hide(id, true);
  }

  /** `message`, which `line` shows, with what the stream knows of it. */
  read(line: Element, message: ChatMessage): ChatMessage {
    const { author, text } = message;
    const before = this.#lines.get(line);
    const isSame = before?.login === author.login && before.text === text;
    const seen = isSame ? before : { login: author.login, text, at: this.#now() };
    this.#lines.set(line, seen);
    return this.#joint.join(message, seen.at);
  }
}
