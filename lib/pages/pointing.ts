/**
 * Which line the user means: the one the pointer was moved to, or the one the keyboard focus is in.
 *
 * Only what the user does counts. When chat moves under a pointer at rest, the browser reports a new element under it,
 * but no movement; then nobody pointed at anything. And when what was meant is gone, nothing is meant until the user acts:
 * falling back on where the pointer was left would bring a line into play that nobody has looked at.
 */

/** What {@link followPointing} needs to know and to tell. Times are event times, ms. */
export interface PointingParts {
  readonly document: Document;
  readonly lineAt: (node: Node) => HTMLElement | undefined;
  /** Whether `target` is our own toolbar. */
  readonly isTools: (target: Node) => boolean;
  /** The user means `line` (or none any more) since `at`. */
  readonly meant: (line: HTMLElement | undefined, at: number) => void;
  /** The pointer was moved within a line at `at`. */
  readonly stirred: (at: number) => void;
  /** The keyboard focus came into a line, or left the lines. */
  readonly focused: (line: HTMLElement | undefined) => void;
}

/** What {@link followPointing} can be asked. */
export interface Pointing {
  /** The line that lies under the pointer now, wherever chat has gone since it was moved. Lays the page out. */
  readonly lineUnder: () => HTMLElement | undefined;
  /** What was meant is gone. */
  readonly forget: (at: number) => void;
}

/** Follows pointer and focus until `signal` aborts. */
export function followPointing(parts: PointingParts, signal: AbortSignal): Pointing {
  const { document, lineAt, isTools } = parts;
  let target: EventTarget | null = null;
  let pointed: HTMLElement | undefined;
  let focused: HTMLElement | undefined;
  // Nowhere, until the pointer is moved.
  let x = -1;
  let y = -1;

  const hovered = (): Element | null => [...document.querySelectorAll(':hover')].at(-1) ?? null;
  const lineOf = (node: EventTarget | null): HTMLElement | undefined =>
    node instanceof Node ? lineAt(node) : undefined;
  const point = (next: EventTarget | null, at: number): void => {
    if (next === target) return;
    target = next;
    pointed = lineOf(next);
    parts.meant(pointed ?? focused, at);
  };
  const focus = (next: HTMLElement | undefined): void => {
    if (next === focused) return;
    focused = next;
    parts.focused(next);
  };
  const forget = (at: number): void => {
    focus(undefined);
    target = null;
    pointed = undefined;
    parts.meant(undefined, at);
  };

  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted || (event.clientX === x && event.clientY === y)) return;
    ({ clientX: x, clientY: y } = event);
    point(event.target, event.timeStamp);
    if (pointed) parts.stirred(event.timeStamp);
  };
  const onOut = (event: PointerEvent): void => {
    if (event.relatedTarget === null && event.isTrusted) point(null, event.timeStamp);
  };
  const onFocusIn = (event: FocusEvent): void => {
    const node = event.target;
    if (!event.isTrusted || !(node instanceof Element) || isTools(node)) return;
    const before = focused;
    // A click focuses a line too, but there the pointer has already said what is meant.
    focus(node.matches(':focus-visible') ? lineOf(node) : undefined);
    if (focused ?? before) parts.meant(focused ?? pointed, event.timeStamp);
  };
  const onFocusOut = (event: FocusEvent): void => {
    // From line to line, what comes into focus says what is meant: in between, chat must not be let go.
    if (focused && !lineOf(event.relatedTarget)) forget(event.timeStamp);
  };

  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener('pointermove', onMove, options);
  document.addEventListener('pointerout', onOut, options);
  document.addEventListener('focusin', onFocusIn, options);
  document.addEventListener('focusout', onFocusOut, options);

  // The user was here before the tools: what is pointed at or focused now was meant as well.
  const now = performance.now();
  point(hovered(), now);
  const active = document.activeElement;
  if (active?.matches(':focus-visible') === true) focus(lineOf(active));
  if (focused) parts.meant(focused, now);

  return { lineUnder: () => lineOf(x < 0 ? hovered() : document.elementFromPoint(x, y)), forget };
}
