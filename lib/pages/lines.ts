/**
 * Where a message stands in the page. No line is kept alive by it: the page owns its lines, and lets go of them.
 */

/** Message id ⇄ line, held weakly in both directions. */
export class Lines {
  readonly #lines = new Map<string, WeakRef<HTMLElement>>();
  readonly #ids = new WeakMap<HTMLElement, string>();

  /** Notes that the message `id` stands in `line`. */
  put(id: string, line: HTMLElement): void {
    this.#lines.set(id, new WeakRef(line));
    this.#ids.set(line, id);
  }

  /** Forgets `line`, unless its message stands in another line by now. */
  drop(line: HTMLElement): void {
    const id = this.#ids.get(line);
    if (id !== undefined && this.#lines.get(id)?.deref() === line) this.#lines.delete(id);
  }

  /** The line of the message `id`, while it is in the page. */
  lineOf(id: string): HTMLElement | undefined {
    const line = this.#lines.get(id)?.deref();
    return line?.isConnected ? line : undefined;
  }

  /** How many messages are known to stand in the page. */
  get size(): number {
    return this.#lines.size;
  }

  /** Forgets everything. */
  clear(): void {
    this.#lines.clear();
  }
}
