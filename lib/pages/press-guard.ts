/**
 * Whose line a press belongs to.
 *
 * Chat moves by itself, so a button can arrive under a pointer that was on its way to another line. A press counts when
 * the tools have stood at this line for a moment, or when chat stood still while the pointer came to it; and when the
 * tools themselves have not changed under it.
 */

/** How long the tools, or chat, must have stood still before a press counts, in ms. */
export const settleTime = 150;

/** Times are of one clock, in ms: the time stamps of the events. */
export class PressGuard {
  #boundAt = -Infinity;
  #shiftedAt = -Infinity;
  #redrawnAt = -Infinity;
  #press: 'none' | 'counts' | 'void' = 'none';

  /** The tools came to another line. */
  bound(at: number): void {
    this.#boundAt = at;
    // What changed before was at the line that the tools have left.
    this.#redrawnAt = -Infinity;
    if (this.#press !== 'none') this.#press = 'void';
  }

  /** Lines came or went, and may have carried a button under the pointer. */
  shifted(at: number): void {
    this.#shiftedAt = at;
  }

  /** Buttons of the tools came or went, and may have carried another one under the pointer. */
  redrawn(at: number): void {
    this.#redrawnAt = at;
  }

  /** The pointer went down: on one of the tools, or on what is said beside them, which belongs to one act alone. */
  pressed(at: number, on: 'tool' | 'mark'): void {
    const isInPlace = on === 'mark' || at - this.#redrawnAt >= settleTime;
    this.#press = isInPlace && this.isSettled(at) ? 'counts' : 'void';
  }

  /** Whether a press or a hotkey at `at` would mean the line that the user sees. */
  isSettled(at: number): boolean {
    return this.hasStood(at) || at - this.#shiftedAt >= settleTime;
  }

  /** Whether the tools have stood at this line for a moment, at `at`. */
  hasStood(at: number): boolean {
    return at - this.#boundAt >= settleTime;
  }

  /** A key went down on the tools. */
  keyed(): void {
    this.#press = 'none';
  }

  /**
   * A click came; whether it counts. A click that no pointer made comes from a key or from assistive technology: those act
   * on what has the focus, and the focus does not move by itself.
   */
  clicked(): boolean {
    const counts = this.#press !== 'void';
    this.#press = 'none';
    return counts;
  }
}
