/** Hearing hotkeys in a page that has its own, and in which people type. */
import { chordOf } from '../hotkeys/chord.ts';

/** What {@link followKeys} needs to know and to tell. */
export interface KeysParts {
  readonly document: Document;
  /** What has the focus inside a root of ours whose element is `host`; we alone can look into it. */
  readonly within: (host: Element) => Element | null | undefined;
  /** A chord was pressed at `at` (event time, ms); whether it was ours. What was ours ends here. */
  readonly pressed: (chord: string, at: number, isRepeat: boolean) => boolean;
  /** Which modifier keys are held now. */
  readonly held: (keys: { readonly alt: boolean; readonly ctrl: boolean; readonly shift: boolean }) => void;
}

/** Controls in which letters are text, or in which keys have a meaning of their own. */
const typed =
  '[role="dialog"], input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/** Follows the keyboard until `signal` aborts. Nothing is taken while somebody types. */
export function followKeys(parts: KeysParts, signal: AbortSignal): void {
  const { document } = parts;
  const page = document.defaultView ?? window;

  const isTyping = (event: KeyboardEvent): boolean => {
    const [target] = event.composedPath();
    const element = target instanceof Element ? (parts.within(target) ?? target) : undefined;
    return (
      event.isComposing ||
      document.designMode === 'on' ||
      element?.closest(typed) != null ||
      (element instanceof HTMLElement && element.isContentEditable)
    );
  };
  const onDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    tellHeld(event);
    if (event.defaultPrevented || isTyping(event)) return;
    const chord = chordOf(event);
    if (chord === undefined || !parts.pressed(chord, event.timeStamp, event.repeat)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const tellHeld = (event: KeyboardEvent | PointerEvent): void => {
    if (event.isTrusted) parts.held({ alt: event.altKey, ctrl: event.ctrlKey, shift: event.shiftKey });
  };

  // First of all listeners: the page's own hotkeys (the player's, say) listen on the document.
  page.addEventListener('keydown', onDown, { capture: true, signal });
  page.addEventListener('keyup', tellHeld, { capture: true, passive: true, signal });
  page.addEventListener('pointermove', tellHeld, { capture: true, passive: true, signal });
  page.addEventListener('blur', () => parts.held({ alt: false, ctrl: false, shift: false }), { signal });
}
