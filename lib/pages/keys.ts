/** Hearing hotkeys in a page that has its own, and in which people type. */
import { chordOf } from '../hotkeys/chord.ts';
import { keyTarget } from './key-target.ts';

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

/** Follows the keyboard until `signal` aborts. Only what means a line is taken: nothing while somebody types. */
export function followKeys(parts: KeysParts, signal: AbortSignal): void {
  const { document } = parts;
  const page = document.defaultView ?? window;

  const isElsewhere = (event: KeyboardEvent): boolean => {
    const [target] = event.composedPath();
    const element = target instanceof Element ? (parts.within(target) ?? target) : undefined;
    return (
      event.isComposing ||
      document.designMode === 'on' ||
      keyTarget(element) !== 'line' ||
      (element instanceof HTMLElement && element.isContentEditable)
    );
  };
  const onDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    tellHeld(event);
    if (event.defaultPrevented || isElsewhere(event)) return;
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
