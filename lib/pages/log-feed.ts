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

/** Messages that wait for another try at the most. */
const atMost = 2_000;

/** Messages that wait while others are on their way: a chat that is faster than the disk must not fill the page's memory. */
const backlog = 5_000;

/** See the file's head. */
export class LogFeed {
  readonly #parts: LogFeedParts;
  #isOn = false;
  #waiting: ChatMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay = 0;

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
    // All at once: a list that loses its first at every line is moved at every line.
    if (this.#waiting.length > 2 * backlog) this.#waiting.splice(0, backlog);
    this.#wait(gathering);
  }

  #wait(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // One after the other: whoever does not keep up is not asked for more at once.
      if (this.#underWay > 0) this.#wait(gathering);
      else void this.flush();
    }, ms);
  }

  /** Sends what waits, piece by piece. The page may go at any moment; then what is on its way is all that gets there. */
  async flush(): Promise<void> {
    this.#underWay++;
    try {
      await this.#flush();
    } finally {
      this.#underWay--;
    }
  }

  async #flush(): Promise<void> {
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
      this.#wait(gathering * 10);
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
