/**
 * Bringing what is said in a chat to the local log, if the user wants that. A line costs the page one push: the records are made,
 * and sent, when there is time for it. What could not be sent waits for the next time, as much as is remembered anyhow; where the
 * user does not moderate there is none.
 */
import { keptLine, type KeptLine, logLimits } from '../chat/log.ts';
import type { ChatMessage } from '../chat/message.ts';
import { failureOf } from '../failure.ts';

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
    const lines = messages.flatMap((message) => keptLine(message, now) ?? []);
    try {
      for (; lines.length > 0; lines.splice(0, logLimits.batch))
        await this.#parts.keep(lines.slice(0, logLimits.batch));
    } catch (error) {
      if (failureOf(error).code === 'not-moderator') this.turn(false);
      if (!this.#isOn) return;
      // What is there already does no harm.
      this.#waiting = [...messages, ...this.#waiting].slice(-atMost);
      this.#timer ??= setTimeout(() => void this.flush(), gathering * 10);
    }
  }
}
