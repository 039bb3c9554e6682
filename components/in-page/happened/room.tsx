/** The panel about the chat itself, over the page. */
import type { Happenings } from '../../../lib/chat/happenings.ts';
import { TooltipLayer } from '../../Tooltip.tsx';
import type { Spot } from '../people/spot.ts';
import { createRoot } from '../root.ts';
import { peopleStyles } from '../people/styles.ts';
import { RoomPanel } from './RoomPanel.tsx';

/** What {@link mountRoom} needs. */
export interface RoomParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  readonly happenings: Pick<Happenings, 'all' | 'mode' | 'pinned'>;
  /** Whether the chat is being read now. */
  readonly isRead: () => boolean;
  readonly isAlive: () => boolean;
}

/** The panel, as its owner sees it. */
export interface Room {
  /** Opens it, or closes it where it is open. */
  readonly toggle: () => void;
  /** Something happened. */
  readonly changed: () => void;
}

/** How long news are gathered before they are drawn, ms. */
const gathering = 500;

/** Its width (see people.css), and its distance from chat and window, px. */
const place = { width: 320, chat: 340, gap: 12, edge: 6, top: 70 };

/** Puts it into the page, closed, until `signal` aborts. */
export function mountRoom(parts: RoomParts, signal: AbortSignal): Room {
  const { document, theme, happenings, isRead, isAlive } = parts;
  const root = createRoot(document, 'sidestage-room', peopleStyles);
  let opened: { readonly spot: Spot; readonly before: Element | null } | undefined;
  let times = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    if (signal.aborted) return;
    root.theme(theme());
    root.draw(
      opened && (
        <>
          <RoomPanel
            happenings={happenings}
            isRead={isRead()}
            spot={opened.spot}
            called={times}
            onClose={toggle}
          />
          <TooltipLayer />
        </>
      ),
    );
  };
  const toggle = (): void => {
    if (!isAlive()) return;
    if (opened) {
      const { before } = opened;
      const isInside = document.activeElement === root.host;
      opened = undefined;
      if (isInside && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    } else {
      times += 1;
      const x = Math.max(place.edge, window.innerWidth - place.chat - place.width - place.gap);
      opened = { spot: { x, y: place.top }, before: document.activeElement };
      root.show();
    }
    draw();
  };
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    root.remove();
  });
  return {
    toggle,
    changed: () => {
      if (!opened) return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        draw();
      }, gathering);
    },
  };
}
