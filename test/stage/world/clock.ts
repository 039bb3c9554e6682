/** The stage's own time: it runs with the machine's and can be put forward. */
export class Clock {
  #ahead = 0;
  readonly #watchers = new Set<() => void>();

  /** Now, in Unix epoch milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Puts the clock forward by `ms` and lets whatever runs out by it run out. */
  advance(ms: number): void {
    this.#ahead += ms;
    for (const watcher of this.#watchers) watcher();
  }

  /** Calls `watcher` whenever the clock was put forward. */
  onAdvance(watcher: () => void): void {
    this.#watchers.add(watcher);
  }
}

/** `ms` as Twitch writes a time: RFC 3339 in UTC, whole seconds. */
export function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
