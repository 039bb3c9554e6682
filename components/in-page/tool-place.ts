/**
 * Where the toolbar is: in which line, whether the user's hand is on it, and whether a press on it counts.
 */
import { Hold } from '../../lib/pages/hold.ts';
import { PressGuard } from '../../lib/pages/press-guard.ts';
import { createRoot, type Root } from './root.ts';
import { lineStyles } from './styles.ts';

/** The one place of the toolbar. */
export class ToolPlace {
  readonly root: Root;
  readonly #document: Document;
  readonly #scrollerOf: (line: HTMLElement) => HTMLElement | undefined;
  readonly #guard = new PressGuard();
  readonly #hold = new Hold(window);
  #line: HTMLElement | undefined;
  #isUnder = false;
  #isPinned = false;
  /** What had the focus when the menu was opened by pointer: it gets it back, so that typing can go on. */
  #typedIn: HTMLElement | undefined;

  constructor(
    document: Document,
    scrollerOf: (line: HTMLElement) => HTMLElement | undefined,
    refused: () => void,
  ) {
    this.#document = document;
    this.#scrollerOf = scrollerOf;
    this.root = createRoot(document, 'sidestage-tools', lineStyles);
    this.#listen(refused);
  }

  /** The line that has the toolbar. */
  get line(): HTMLElement | undefined {
    return this.#line;
  }

  /** A menu is open: the toolbar stays where it is, whatever the pointer does. */
  get isPinned(): boolean {
    return this.#isPinned;
  }

  /** Brings the toolbar to `line` at `at` (event time, ms), or takes it away. */
  move(line: HTMLElement | undefined, at: number): void {
    const before = this.#line;
    if (line === before) return;
    // Taken out of the page, our focused button would drop the focus on the floor.
    if (before?.isConnected && this.#hasFocus()) before.focus({ preventScroll: true });
    this.#hold.release();
    this.#line = line;
    this.#guard.bound(at);
    if (line) line.append(this.root.host);
    else this.root.host.remove();
  }

  /** Lines came or went at `at`. What is held did not move. */
  shifted(at: number): void {
    if (!this.#hold.line) this.#guard.shifted(at);
  }

  /** The pointer was moved onto the toolbar, or off it. */
  readonly under = (isUnder: boolean): void => {
    this.#isUnder = isUnder;
    this.#holdStill();
  };

  /** A menu of the toolbar opened or closed. */
  readonly pin = (isPinned: boolean): void => {
    this.#isPinned = isPinned;
    if (!isPinned) {
      const back = this.#typedIn;
      this.#typedIn = undefined;
      // The menu gives the focus to its button first.
      queueMicrotask(() => back?.isConnected && back.focus({ preventScroll: true }));
    }
    this.#holdStill();
  };

  /** Takes the toolbar out of the page for good. */
  remove(): void {
    this.#hold.release();
    this.#line = undefined;
    this.root.remove();
  }

  #listen(refused: () => void): void {
    const { shadow } = this.root;
    const first = { capture: true } as const;
    shadow.addEventListener(
      'pointerdown',
      (event) => {
        this.#guard.pressed(event.timeStamp);
        const { activeElement } = this.#document;
        const isOurs = activeElement === this.root.host;
        if (!isOurs) this.#typedIn = activeElement instanceof HTMLElement ? activeElement : undefined;
      },
      first,
    );
    shadow.addEventListener(
      'keydown',
      () => {
        this.#guard.keyed();
        this.#typedIn = undefined;
      },
      first,
    );
    shadow.addEventListener(
      'click',
      (event) => {
        if (this.#guard.clicked()) return;
        event.stopImmediatePropagation();
        refused();
      },
      first,
    );
    // A press of the mouse leaves the focus where the user is typing.
    shadow.addEventListener('mousedown', (event) => event.preventDefault());
    shadow.addEventListener('focusin', () => this.#holdStill());
    shadow.addEventListener('focusout', () => queueMicrotask(() => this.#holdStill()));
  }

  /** Chat stands still while the user's hand is on the toolbar. */
  #holdStill(): void {
    const line = this.#line;
    const wanted = this.#isUnder || this.#isPinned || this.#hasFocus();
    const scroller = line && wanted ? this.#scrollerOf(line) : undefined;
    if (line && scroller) this.#hold.start(line, scroller);
    else this.#hold.release();
  }

  /** Whether the keyboard is in the toolbar; a focus that a press left there does not count. */
  #hasFocus(): boolean {
    return this.root.shadow.activeElement?.matches(':focus-visible') === true;
  }
}
