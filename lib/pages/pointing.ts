/**
 * Which line the user means: the one the pointer was moved to, or the one the keyboard focus is in.
 *
 * Only what the user does counts. When chat moves under a pointer at rest, the browser reports a new element under it,
 * but no movement; then nobody pointed at anything.
 */

/** What {@link followPointing} needs to know and to tell. */
export interface PointingParts {
  readonly document: Document;
  readonly lineAt: (node: Node) => HTMLElement | undefined;
  /** The user means `line` (or none any more), since `at` (event time, ms). */
  readonly meant: (line: HTMLElement | undefined, at: number) => void;
  /** The pointer was moved onto or off our own tools. */
  readonly overTools: (over: boolean) => void;
  /** Whether `target` is our own tools. */
  readonly isTools: (target: Node) => boolean;
}

/** Follows pointer and focus until `signal` aborts. */
export function followPointing(parts: PointingParts, signal: AbortSignal): void {
  const { document, lineAt, meant, overTools, isTools } = parts;
  let lastTarget: EventTarget | null = null;
  let x = NaN;
  let y = NaN;
  let focused: HTMLElement | undefined;
  let over = false;

  const lineOf = (target: EventTarget | null): HTMLElement | undefined =>
    target instanceof Node ? lineAt(target) : undefined;
  const setOver = (next: boolean): void => {
    if (over !== next) overTools((over = next));
  };

  const onMove = (event: PointerEvent): void => {
    const moved = event.clientX !== x || event.clientY !== y;
    ({ clientX: x, clientY: y } = event);
    if (!event.isTrusted || !moved || event.target === lastTarget) return;
    lastTarget = event.target;
    setOver(event.target instanceof Node && isTools(event.target));
    meant(lineOf(event.target) ?? focused, event.timeStamp);
  };
  const onLeave = (event: PointerEvent): void => {
    if (event.relatedTarget !== null) return;
    lastTarget = null;
    setOver(false);
    meant(focused, event.timeStamp);
  };
  const onFocusIn = (event: FocusEvent): void => {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element)) return;
    if (isTools(target)) return;
    // A click focuses a line too, but there the pointer has already said what is meant.
    focused = target.matches(':focus-visible') ? lineOf(target) : undefined;
    if (focused) meant(focused, event.timeStamp);
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (!focused || (event.relatedTarget instanceof Node && lineOf(event.relatedTarget) === focused)) return;
    focused = undefined;
    meant(lineOf(lastTarget), event.timeStamp);
  };

  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener('pointermove', onMove, options);
  document.addEventListener('pointerout', onLeave, options);
  document.addEventListener('focusin', onFocusIn, options);
  document.addEventListener('focusout', onFocusOut, options);
}
