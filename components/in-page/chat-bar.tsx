/** The buttons at the chat's edge: what happened in it, the panel of the channel's managers, the sweep. */
import { chordText } from '../../lib/hotkeys/chord.ts';
import type { Hotkey, PanelId } from '../../lib/hotkeys/hotkeys.ts';
import type { Point } from '../../lib/pages/point.ts';
import type { IconName } from '../icons.ts';
import { IconButton } from '../IconButton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import chatBar from './chat-bar.css?inline';
import { createRoot } from './root.ts';
import { commonStyles } from './styles.ts';

/** What opens the panels of a chat, for those who have no pointer at hand; each is there as long as its button is. */
export type Openers = Map<PanelId, (opener: HTMLElement) => void>;

/** One of them. */
export interface ChatBarButton {
  /** What it opens. */
  readonly id: PanelId;
  readonly icon: IconName;
  readonly label: string;
  /** Never rejects; pressed again before it resolves, the button means the same. `opener` gets the focus back in the end. */
  readonly onPress: (opener: HTMLElement) => unknown;
}

/** What {@link mountChatBar} needs. */
export interface ChatBarParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** The middle of its upper edge; `undefined`: nowhere. */
  readonly place: () => Point | undefined;
  readonly buttons: readonly ChatBarButton[];
  /** Takes them in. */
  readonly openers: Openers;
  /** Every hotkey of this chat, with the key that it has now. */
  readonly hotkeys: () => readonly Hotkey[];
}

/** How often it is looked where it stands, ms: the page moves its chat without telling anybody. */
const pause = 1_000;

/** Shows it until `signal` aborts. */
export function mountChatBar(parts: ChatBarParts, signal: AbortSignal): void {
  const { document, theme, place, buttons, openers, hotkeys } = parts;
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
    draw();
    root.show();
  };
  const busy = new Set<ChatBarButton>();
  const press = async (button: ChatBarButton, opener: HTMLElement): Promise<void> => {
    if (busy.has(button)) return;
    busy.add(button);
    await button.onPress(opener);
    busy.delete(button);
  };
  let drawn: string | undefined;
  function draw(): void {
    const all = hotkeys();
    const keys = buttons.map(({ id }) => all.find((hotkey) => hotkey.id === `open.${id}`)?.chord ?? '');
    // The user may have chosen others meanwhile.
    if (drawn === keys.join(' ')) return;
    drawn = keys.join(' ');
    root.draw(
      <>
        {buttons.map((button, at) => (
          <IconButton
            key={button.id}
            icon={button.icon}
            size="small"
            label={button.label}
            keys={keys[at] ? chordText(keys[at]) : undefined}
            onClick={({ currentTarget }) => void press(button, currentTarget)}
          />
        ))}
        <TooltipLayer />
      </>,
    );
  }
  for (const button of buttons) openers.set(button.id, (opener) => void press(button, opener));
  settle();
  // Where it stands is asked when the browser is about to lay the page out anyhow.
  const look = (): number => requestAnimationFrame(settle);
  const timer = setInterval(look, pause);
  window.addEventListener('resize', look, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    for (const { id } of buttons) openers.delete(id);
    root.remove();
  });
}
