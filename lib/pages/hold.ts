/**
 * Holding chat still under the user's hand.
 *
 * The page goes on scrolling to its newest line; while a line is held, its place on the screen is put right again before
 * each frame is painted. Seeing the reader scrolled up, the page soon stops by itself. This is the only place that asks
 * for layout, and only while something is held.
 */

/** Nearer to the end than this counts as following the newest line, px. */
const near = 30;

interface Held {
  readonly scroller: HTMLElement;
  line: HTMLElement;
  /** Where the line stands on the screen, px. */
  place: number;
  /** Whether chat stood at its newest line before. */
  readonly followed: boolean;
  /** Whether the newest line stands first, and scrolling begins there. */
  readonly isReversed: boolean;
}

/** Holds one chat. */
export class Hold {
  readonly #page: Window;
  #held: Held | undefined;
  #frame = 0;

  constructor(page: Window) {
    this.#page = page;
  }

  /** Whether chat is held. */
  get isOn(): boolean {
    return this.#held !== undefined;
  }

  /** Keeps `line` where it is on the screen, until {@link release} or until the user scrolls. */
  start(line: HTMLElement, scroller: HTMLElement): void {
    if (this.#held?.scroller === scroller) {
      if (this.#held.line === line) return;
      this.#correct();
      Object.assign(this.#held, { line, place: placeOf(line) });
      return;
    }
    this.release();
    const isReversed = this.#page.getComputedStyle(scroller).flexDirection === 'column-reverse';
    const { scrollHeight, scrollTop, clientHeight } = scroller;
    const followed = (isReversed ? -scrollTop : scrollHeight - scrollTop - clientHeight) < near;
    this.#held = { scroller, line, place: placeOf(line), followed, isReversed };
    scroller.addEventListener('scroll', this.#correct, { passive: true });
    scroller.addEventListener('wheel', this.#letGo, { passive: true });
    this.#frame = this.#page.requestAnimationFrame(this.#eachFrame);
  }

  /** Brings the held line wholly into sight, if it is not. */
  reveal(): void {
    const held = this.#held;
    if (!held?.line.isConnected) return;
    const line = held.line.getBoundingClientRect();
    const frame = held.scroller.getBoundingClientRect();
    const over = Math.min(0, line.top - frame.top) || Math.max(0, line.bottom - frame.bottom);
    if (over === 0) return;
    held.scroller.scrollTop += over;
    held.place = placeOf(held.line);
  }

  /** Lets chat go on; it returns to its newest line if it stood there before. */
  release(): void {
    const held = this.#held;
    this.#letGo();
    if (held?.followed) held.scroller.scrollTop = held.isReversed ? 0 : held.scroller.scrollHeight;
  }

  readonly #correct = (): void => {
    const held = this.#held;
    if (!held?.line.isConnected) return;
    const drift = placeOf(held.line) - held.place;
    if (Math.abs(drift) >= 1) held.scroller.scrollTop += drift;
  };

  readonly #eachFrame = (): void => {
    this.#frame = this.#page.requestAnimationFrame(this.#eachFrame);
    this.#correct();
  };

  readonly #letGo = (): void => {
    const scroller = this.#held?.scroller;
    this.#held = undefined;
    this.#page.cancelAnimationFrame(this.#frame);
    scroller?.removeEventListener('scroll', this.#correct);
    scroller?.removeEventListener('wheel', this.#letGo);
  };
}

const placeOf = (line: HTMLElement): number => line.getBoundingClientRect().top;
