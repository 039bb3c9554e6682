/**
 * Watching chatters for a while: whose lines are collected, until when, and which lines those are. It outlives the visit to
 * a channel, but not the page. Times are Unix epoch milliseconds.
 */
import { type ChatMessage, chatterKey } from '../chat/message.ts';
import { usualWatch } from '../moderation/watch-length.ts';

/** One chatter who is watched: the author of `message`, at which that began. */
export interface Watch {
  readonly message: ChatMessage;
  readonly until: number;
}

/** A collected line. */
export interface Seen {
  readonly message: ChatMessage;
  /** When it was said, or else when it was seen. */
  readonly at: number;
}

/** What changed: who is watched, or what was collected. */
export type WatchNews = 'watched' | 'seen';

/** Lines that are kept, of all watched chatters of a channel together. */
const linesAtMost = 200;

const minute = 60_000;

/** See the file's head. */
export class Watches {
  readonly #now: () => number;
  readonly #changed: (what: WatchNews) => void;
  readonly #watches = new Map<string, Watch>();
  /** Channel → lines, oldest first. */
  readonly #seen = new Map<string, Seen[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: (what: WatchNews) => void, now: () => number = Date.now) {
    this.#changed = changed;
    this.#now = now;
  }

  /** Those who are watched in `channel`. */
  in(channel: string): readonly Watch[] {
    return [...this.#watches.values()].filter(({ message }) => message.channel.login === channel);
  }

  /** The lines collected in `channel`, oldest first. */
  seen(channel: string): readonly Seen[] {
    return this.#seen.get(channel) ?? [];
  }

  /** Whether the author of a line is watched. Asked for every line of chat. */
  has(message: ChatMessage): boolean {
    return this.#watches.size > 0 && this.#watches.has(keyOf(message));
  }

  /** Watches the author of `message` for so many `minutes`, from now or longer; `said` are their lines so far, oldest first. */
  start(message: ChatMessage, said: readonly ChatMessage[] = [], minutes: number = usualWatch): void {
    const key = keyOf(message);
    const now = this.#now();
    const known = this.#watches.get(key);
    this.#watches.set(key, {
      message: known?.message ?? message,
      until: Math.max(known?.until ?? now, now) + minutes * minute,
    });
    if (!known) for (const line of said) this.#keep(line);
    this.#tick();
    this.#changed('watched');
  }

  /** Ends the watch of an author; the lines go with the last one of the channel. */
  stop(watched: ChatMessage): void {
    const key = keyOf(watched);
    const channel = watched.channel.login;
    if (!this.#watches.delete(key)) return;
    if (this.in(channel).length === 0) this.#seen.delete(channel);
    else
      this.#seen.set(
        channel,
        this.seen(channel).filter(({ message }) => keyOf(message) !== key),
      );
    this.#tick();
    this.#changed('watched');
  }

  /** A line came. */
  add(message: ChatMessage): void {
    if (!this.has(message)) return;
    if (this.#keep(message)) this.#changed('seen');
  }

  #keep(message: ChatMessage): boolean {
    const { login } = message.channel;
    const lines = this.#seen.get(login) ?? [];
    // A line that is mounted again is the same line.
    if (message.id !== undefined && lines.some((line) => line.message.id === message.id)) return false;
    const at = message.at ?? this.#now();
    const isLate = (lines.at(-1)?.at ?? 0) > at;
    lines.push({ message, at });
    if (isLate) lines.sort((one, other) => one.at - other.at);
    if (lines.length > linesAtMost) lines.splice(0, lines.length - linesAtMost);
    this.#seen.set(login, lines);
    return true;
  }

  /** Ends the watches whose time is up, and sleeps until the next one is. */
  #tick(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...[...this.#watches.values()].map(({ until }) => until));
    if (next === Infinity) return;
    this.#timer = setTimeout(
      () => {
        const now = this.#now();
        for (const { message, until } of [...this.#watches.values()]) {
          if (until <= now) this.stop(message);
        }
        this.#tick();
      },
      Math.max(0, next - this.#now()),
    );
  }
}

const keyOf = (message: ChatMessage): string => `${message.channel.login}/${chatterKey(message)}`;
