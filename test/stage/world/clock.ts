/** The stage's own time: it runs with the machine's and can be put forward. */
export class Clock {
  #ahead = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Now, in Unix epoch milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Puts the clock forward by `ms`; what falls due on the way happens in its order. */
  advance(ms: number): void {
    this.#ahead += ms;
    this.#settle();
  }

  /** Runs `run` once the clock shows `at`. */
  at(at: number, run: () => void): void {
    this.#due.push({ at, run });
    this.#due.sort((a, b) => a.at - b.at);
    this.#arm();
  }

  #settle(): void {
    while (this.#due[0] && this.#due[0].at <= this.now()) this.#due.shift()?.run();
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const [next] = this.#due;
    if (!next) return;
    const wait = Math.min(Math.max(0, next.at - this.now()), 2_000_000_000);
    this.#timer = setTimeout(() => this.#settle(), wait);
    // A stage that nobody closed must not keep its process alive.
    this.#timer.unref();
  }
}

/** `ms` as Twitch writes a time: RFC 3339 in UTC, whole seconds. */
export function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
