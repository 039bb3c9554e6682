/**
 * Bringing what is said in a chat to the local log, if the user wants that. A line costs the page one push: the records are made,
 * and sent, when there is time for it. What could not be sent waits for the next time, as much as is remembered anyhow; what was
 * refused for what it is does not. Where the user does not moderate, and once this script's extension is gone, there is none.
 */
import { keptLine, type KeptLine, logLimits } from '../chat/log.ts';
import type { ChatMessage } from '../chat/message.ts';
import { type Failure, failureOf } from '../failure.ts';

/** What {@link LogFeed} needs. */
export interface LogFeedParts {
  /** Keeps `lines`; at most `logLimits.batch` at once. */
  readonly keep: (lines: readonly KeptLine[]) => Promise<unknown>;
  readonly now?: () => number;
}

/** How long messages are gathered, ms. */
const gathering = 3_000;

/** Messages that wait at the most. */
const atMost = 2_000;

/** See the file's head. */
export class LogFeed {
  readonly #parts: LogFeedParts;
  #isOn = false;
  #waiting: ChatMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LogFeedParts) {
    this.#parts = parts;
  }

  /** Ends here: what waits is sent at once, and not again. Never rejects. */
  leave(): Promise<void> {
    const sent = this.flush();
    this.turn(false);
    return sent;
  }

  /** Begins, or ends: then what waits is forgotten. */
  turn(isOn: boolean): void {
    this.#isOn = isOn;
    if (isOn) return;
    this.#waiting = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** A message is new. */
  add(message: ChatMessage): void {
    if (!this.#isOn) return;
    this.#waiting.push(message);
    this.#timer ??= setTimeout(() => void this.flush(), gathering);
  }

  /** Sends what waits, piece by piece. The page may go at any moment; then what is on its way is all that gets there. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const now = (this.#parts.now ?? Date.now)();
    const messages = this.#waiting.splice(0);
    for (; messages.length > 0; messages.splice(0, logLimits.batch)) {
      const lines = messages.slice(0, logLimits.batch).flatMap((message) => keptLine(message, now) ?? []);
      if (lines.length === 0) continue;
      const failure = await this.#keep(lines);
      if (failure === undefined || isFinal(failure)) continue;
      if (endsAll(failure)) this.turn(false);
      if (!this.#isOn) return;
      this.#waiting = [...messages, ...this.#waiting].slice(-atMost);
      this.#timer ??= setTimeout(() => void this.flush(), gathering * 10);
      return;
    }
  }

  async #keep(lines: readonly KeptLine[]): Promise<Failure | undefined> {
    try {
      await this.#parts.keep(lines);
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }
}

/** Whether the very same would be refused again, whenever it is sent. */
const isFinal = (failure: Failure): boolean => failure.code === 'refused';

/** Whether nothing more is taken from here. */
const endsAll = (failure: Failure): boolean =>
  failure.code === 'not-moderator' || (failure.code === 'unreachable' && failure.reloaded);
