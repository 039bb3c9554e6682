/** The mark that says that part of the tools is off in this page; there is none while all is well. */
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import { createRoot } from './root.ts';
import { healthStyles } from './styles.ts';

/** What {@link mountHealthMark} needs. */
export interface HealthMarkParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** Shows more: which reader, which anchor, since when. */
  readonly onOpen: () => void;
}

/** Answers a function that shows what is off (words of the user's language), until `signal` aborts. */
export function mountHealthMark(
  { document, theme, onOpen }: HealthMarkParts,
  signal: AbortSignal,
): (off: readonly string[]) => void {
  const root = createRoot(document, 'sidestage-health', healthStyles);
  signal.addEventListener('abort', root.remove);
  return (off) => {
    if (off.length === 0 || signal.aborted) {
      root.draw(null);
      return;
    }
    root.theme(theme());
    root.draw(
      <>
        <IconButton icon="warning" label={text('healthMark', off.join(', '))} onClick={onOpen} />
        <TooltipLayer />
      </>,
    );
    root.show();
  };
}
