/** The panel about the chat itself, over the page. */
import type { Happenings } from '../../../lib/chat/happenings.ts';
import { mountPanelWindow } from '../people/panel-window.tsx';
import { usual } from '../people/spot.ts';
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

/** Puts it into the page, closed, until `signal` aborts. */
export function mountRoom(parts: RoomParts, signal: AbortSignal): Room {
  const { document, theme, happenings, isRead, isAlive } = parts;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const panel = mountPanelWindow(
    {
      document,
      tag: 'sidestage-room',
      styles: peopleStyles,
      // All of it is there at once.
      size: { width: usual.width },
      theme,
      isAlive,
      draw: (own) => <RoomPanel {...own} happenings={happenings} isRead={isRead()} />,
    },
    signal,
  );

  signal.addEventListener('abort', () => clearTimeout(waiting));
  return {
    toggle: () => {
      if (panel.isOpen()) panel.close();
      else if (panel.open(document.activeElement)) panel.draw();
    },
    changed: () => {
      if (!panel.isOpen()) return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        panel.draw();
      }, gathering);
    },
  };
}
