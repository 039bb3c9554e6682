import type { ComponentChildren } from 'preact';

import type { LiveStream } from '../../../lib/live/stream.ts';
import type { MenuAnchor } from './PressRow.tsx';

/** A row's menu is wanted. */
export interface RowWish {
  readonly stream: LiveStream;
  readonly anchor: MenuAnchor;
  /** Puts the focus back into the list. */
  readonly onLeave: () => void;
  /** Shows the page about the channel, where there is one. */
  readonly onAbout?: (() => void) | undefined;
}

/** What the rows of all lists have in common; the code for it is loaded when it is first wanted. */
export interface RowsSlot {
  /** The channels that are chosen to be seen side by side, by their keys. */
  readonly marked: ReadonlySet<string>;
  /** A row's menu is open: nobody may change places. */
  readonly isMenuOpen: boolean;
  /** Under the lists: what is chosen, and the way to open it. */
  readonly bar: ComponentChildren;
  /** The open menu. */
  readonly over: ComponentChildren;
}
