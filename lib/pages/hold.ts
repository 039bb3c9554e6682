/**
 * Holding chat still under the user's hand.
 *
 * The page goes on scrolling to its newest line; while a line is held, its place on the screen is put right again before
 * each frame is painted. This is the only place that asks for layout, and only while something is held.
 */

/** Holds one line at a time. */
export class Hold {
  readonly #page: Window;
  #held: { readonly line: HTMLElement; readonly end: () => void } | undefined;

  constructor(page: Window) {
    this.#page = page;
  }

  /** The line that is held now. */
  get line(): HTMLElement | undefined {
    return this.#held?.line;
  }

  /** Keeps `line` where it is on the screen, until {@link release} or until the user scrolls. */
  start(line: HTMLElement, scroller: HTMLElement): void {
    if (this.#held?.line === line) return;
    this.release();
    const page = this.#page;
    const place = (): number => line.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const wanted = place();
    const followed = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 30;

    const correct = (): void => {
      if (!line.isConnected) {
        this.release();
        return;
      }
      const drift = place() - wanted;
      if (Math.abs(drift) >= 1) scroller.scrollTop += drift;
    };
    let frame = 0;
    const eachFrame = (): void => {
      frame = page.requestAnimationFrame(eachFrame);
      correct();
    };
    const letGo = (): void => {
      end(false);
    };
    const end = (goOn: boolean): void => {
      this.#held = undefined;
      page.cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', correct);
      scroller.removeEventListener('wheel', letGo);
      if (goOn && followed) scroller.scrollTop = scroller.scrollHeight;
    };
    scroller.addEventListener('scroll', correct, { passive: true });
    scroller.addEventListener('wheel', letGo, { passive: true });
    frame = page.requestAnimationFrame(eachFrame);
    this.#held = {
      line,
      end: () => {
        end(true);
      },
    };
  }

  /** Lets chat go on; it returns to its newest line if it stood there before. */
  release(): void {
    this.#held?.end();
  }
}
