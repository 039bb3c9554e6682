/** The buttons at the chat's edge: what happened in it, the panel of the channel's managers, the sweep. */
import type { Point } from '../../lib/pages/point.ts';
import type { IconName } from '../icons.ts';
import { IconButton } from '../IconButton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import chatBar from './chat-bar.css?inline';
import { createRoot } from './root.ts';
import { commonStyles } from './styles.ts';

/** One of them. */
export interface ChatBarButton {
  readonly icon: IconName;
  readonly label: string;
  /** Never rejects; pressed again before it resolves, the button means the same. `mark` is the button, which gets the focus back. */
  readonly onPress: (mark: HTMLElement) => unknown;
}

/** What {@link mountChatBar} needs. */
export interface ChatBarParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** The middle of its upper edge; `undefined`: nowhere. */
  readonly place: () => Point | undefined;
  readonly buttons: readonly ChatBarButton[];
}

/** How often it is looked where it stands, ms: the page moves its chat without telling anybody. */
const pause = 1_000;

/** Shows it until `signal` aborts. */
export function mountChatBar({ document, theme, place, buttons }: ChatBarParts, signal: AbortSignal): void {
  const root = createRoot(document, 'sidestage-desk', [commonStyles, chatBar].join('\n'));
  const { style } = root.host;
  const settle = (): void => {
    // It does not go from under a pointer that is about to press it.
    if (signal.aborted || document.hidden || root.host.matches(':hover')) return;
    const at = place();
    root.host.hidden = at === undefined;
    if (!at) return;
    style.left = `${at.x}px`;
    style.top = `${at.y}px`;
    root.theme(theme());
    root.show();
  };
  const busy = new Set<ChatBarButton>();
  const press = async (button: ChatBarButton, mark: HTMLElement): Promise<void> => {
    if (busy.has(button)) return;
    busy.add(button);
    await button.onPress(mark);
    busy.delete(button);
  };
  root.draw(
    <>
      {buttons.map((button) => (
        <IconButton
          key={button.icon}
          icon={button.icon}
          size="small"
          label={button.label}
          onClick={({ currentTarget }) => void press(button, currentTarget)}
        />
      ))}
      <TooltipLayer />
    </>,
  );
  settle();
  // Where it stands is asked when the browser is about to lay the page out anyhow.
  const look = (): number => requestAnimationFrame(settle);
  const timer = setInterval(look, pause);
  window.addEventListener('resize', look, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    root.remove();
  });
}
