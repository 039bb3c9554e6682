import type { ComponentChildren } from 'preact';

import type { LiveStream } from '../../../lib/live/stream.ts';
import type { MenuAnchor } from './PressRow.tsx';

/** A video or a clip. */
export interface RowRecording {
  readonly title: string;
  readonly url: string;
  /** Whose it is, where its list is that channel's. */
  readonly channel: LiveStream | undefined;
}

interface MenuWish {
  readonly anchor: MenuAnchor;
  /** Puts the focus back into the list. */
  readonly onLeave: () => void;
}

/** The menu of a channel's row is wanted … */
export interface ChannelWish extends MenuWish {
  readonly stream: LiveStream;
  /** Shows the page about the channel, where there is one. */
  readonly onAbout?: (() => void) | undefined;
}

/** … or that of a video's or a clip's. */
export interface RecordingWish extends MenuWish {
  readonly recording: RowRecording;
}

/** A row's menu is wanted. */
export type RowWish = ChannelWish | RecordingWish;

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
