/** The button in the page that leads to the desk. */
import type { Point } from '../../lib/pages/chzzk/quiet-place.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import { createRoot } from './root.ts';
import { deskMarkStyles } from './styles.ts';

/** What {@link mountDeskMark} needs. */
export interface DeskMarkParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** The middle of its upper edge; `undefined`: nowhere. */
  readonly place: () => Point | undefined;
  readonly onOpen: () => void;
}

/** How often it is looked where it stands, ms: the page moves its chat without telling anybody. */
const pause = 1_000;

/** Shows it until `signal` aborts. */
export function mountDeskMark({ document, theme, place, onOpen }: DeskMarkParts, signal: AbortSignal): void {
  const root = createRoot(document, 'sidestage-desk', deskMarkStyles);
  const { style } = root.host;
  const settle = (): void => {
    // It does not go from under a pointer that is about to press it.
    if (document.hidden || root.host.matches(':hover')) return;
    const at = place();
    root.host.hidden = at === undefined;
    if (!at) return;
    style.left = `${at.x}px`;
    style.top = `${at.y}px`;
    root.theme(theme());
    root.show();
  };
  root.draw(
    <>
      <IconButton icon="shield" size="small" label={text('deskOpen')} onClick={onOpen} />
      <TooltipLayer />
    </>,
  );
  settle();
  const timer = setInterval(settle, pause);
  window.addEventListener('resize', settle, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    root.remove();
  });
}
