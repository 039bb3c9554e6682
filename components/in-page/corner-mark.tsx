/** The mark in the page's corner that says that tools are off, or part of them; there is none while all is well. */
import { IconButton } from '../IconButton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import style from './corner-mark.css?inline';
import { createRoot } from './root.ts';
import { commonStyles } from './styles.ts';

/** What {@link mountCornerMark} needs. */
export interface CornerMarkParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** Shows more: in the options, and never in the page. */
  readonly onOpen: () => void;
}

/** Answers a function that shows what is off (a sentence; `undefined`: nothing is), until `signal` aborts. */
export function mountCornerMark(
  { document, theme, onOpen }: CornerMarkParts,
  signal: AbortSignal,
): (words: string | undefined) => void {
  const root = createRoot(document, 'sidestage-health', [commonStyles, style].join('\n'));
  signal.addEventListener('abort', root.remove);
  return (words) => {
    if (words === undefined || signal.aborted) {
      root.draw(null);
      return;
    }
    root.theme(theme());
    root.draw(
      <>
        <IconButton icon="warning" label={words} onClick={onOpen} />
        <TooltipLayer />
      </>,
    );
    root.show();
  };
}
