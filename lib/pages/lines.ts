/**
 * Where a message stands in the page. No line is kept alive by it: the page owns its lines, and lets go of them.
 */

/** Message id → line, held weakly, for the newest `capacity` messages. */
export class Lines {
  readonly #capacity: number;
  readonly #lines = new Map<string, WeakRef<HTMLElement>>();

  constructor(capacity = 2000) {
    this.#capacity = capacity;
  }

  /** Notes that the message `id` stands in `line`. */
  put(id: string, line: HTMLElement): void {
    this.#lines.delete(id);
    this.#lines.set(id, new WeakRef(line));
    if (this.#lines.size <= this.#capacity) return;
    const [oldest] = this.#lines.keys();
    if (oldest !== undefined) this.#lines.delete(oldest);
  }

  /** The line of the message `id`, while it is in the page. */
  lineOf(id: string): HTMLElement | undefined {
    const line = this.#lines.get(id)?.deref();
    return line?.isConnected ? line : undefined;
  }
}
