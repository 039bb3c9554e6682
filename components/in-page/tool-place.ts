/**
 * Where the toolbar is: in which line, whether the user's hand is on it, and whether a press on it counts.
 */
import { Hold } from '../../lib/pages/hold.ts';
import { PressGuard } from '../../lib/pages/press-guard.ts';
import { createRoot, type Root } from './root.ts';
import { lineStyles } from './styles.ts';

/** How long chat is held after the pointer moved in a line, and after it moved onto the toolbar, in ms. */
const aiming = { line: 700, toolbar: 5_000 };

/** The one place of the toolbar. */
export class ToolPlace {
  readonly root: Root;
  readonly #document: Document;
  readonly #scrollerOf: (line: HTMLElement) => HTMLElement | undefined;
  readonly #guard = new PressGuard();
  readonly #hold = new Hold(window);
  #line: HTMLElement | undefined;
  #isPinned = false;
  #focused: HTMLElement | undefined;
  #stirredAt = -Infinity;
  #lapse: ReturnType<typeof setTimeout> | undefined;
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
    this.#line = line;
    this.#guard.bound(at);
    if (line) line.append(this.root.host);
    else this.root.host.remove();
    this.#holdStill();
  }

  /** Lines came or went at `at`. What is held did not move. */
  shifted(at: number): void {
    if (!this.#hold.isOn) this.#guard.shifted(at);
  }

  /** The tools at the line changed at `at`: a button may have come under the pointer. */
  redrawn(at: number): void {
    this.#guard.redrawn(at);
  }

  /**
   * Whether a hotkey at `at` (event time, ms) means the line that has the tools: the user sees it and is still at it, with
   * the keyboard or with the pointer, which lies over `lineUnder`.
   */
  isMeant(at: number, lineUnder: () => HTMLElement | undefined): boolean {
    const line = this.#line;
    if (!line) return false;
    if (this.#focused === line && line.contains(this.#document.activeElement)) {
      if (this.#isInSight(line)) return true;
      this.reveal();
      return false;
    }
    // Chat moves under a pointer at rest: the tools may be at a line that has left it, or left the screen.
    if (line !== lineUnder()) return false;
    // While the keyboard is on another line, the key may have been on its way to that one.
    return this.#focused ? this.#guard.hasStood(at) : this.#guard.isSettled(at);
  }

  /** Brings the line wholly into sight. */
  reveal(): void {
    this.#holdStill();
    this.#hold.reveal();
  }

  #isInSight(line: HTMLElement): boolean {
    const { top, bottom } = line.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const frame = this.#scrollerOf(line)?.getBoundingClientRect();
    return middle > (frame?.top ?? 0) && middle < (frame?.bottom ?? innerHeight);
  }

  /** The pointer was moved in a line at `at`: somebody is aiming. */
  readonly stir = (at: number): void => {
    this.#stirredAt = at;
    if (!this.#hold.isOn) this.#holdStill();
  };

  /** The keyboard focus came into `line`, or left the lines. */
  readonly focus = (line: HTMLElement | undefined): void => {
    this.#focused = line;
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
    clearTimeout(this.#lapse);
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
        const isTool = event.target instanceof Element && event.target.closest('.ss-line-toolbar') !== null;
        this.#guard.pressed(event.timeStamp, isTool ? 'tool' : 'mark');
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
    shadow.addEventListener('mousedown', (event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    });
    shadow.addEventListener('focusin', () => this.#holdStill());
    shadow.addEventListener('focusout', () => queueMicrotask(() => this.#holdStill()));
  }

  /**
   * Chat stands still while the user aims, works in the menu, or goes through it by keyboard. Resting is not aiming: when
   * the pointer has not been moved for a while, chat goes on.
   */
  #holdStill(): void {
    clearTimeout(this.#lapse);
    const line = this.#line;
    const isKept = this.#isPinned || this.#hasFocus() || this.#focused?.isConnected === true;
    const patience = this.root.host.matches(':hover') ? aiming.toolbar : aiming.line;
    const left = isKept ? Infinity : this.#stirredAt + patience - performance.now();
    if (left <= 0) {
      this.#hold.release();
      return;
    }
    const scroller = line && this.#scrollerOf(line);
    if (scroller) this.#hold.start(line, scroller);
    if (left < Infinity) this.#lapse = setTimeout(() => this.#holdStill(), left + 10);
  }

  /** Whether the keyboard is in the toolbar; a focus that a press left there does not count. */
  #hasFocus(): boolean {
    return this.root.shadow.activeElement?.matches(':focus-visible') === true;
  }
}
