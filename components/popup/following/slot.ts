import type { ComponentChildren, Ref } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { RowActions } from '../rows/ChannelRow.tsx';
import type { ListHandle } from '../rows/WindowList.tsx';

/** What is wanted of the lists beside that of the live channels. */
export type ListsWish =
  | { readonly kind: 'menu'; readonly anchor: Element }
  /** To choose the collections of a channel. */
  | { readonly kind: 'collect'; readonly channel: LiveStream };

/** What the tab hands to a list that stands in the place of the live channels. */
export interface ListFrame {
  readonly query: string;
  /** The platform that is shown alone. */
  readonly platform: Platform | undefined;
  readonly actions: RowActions;
  /** Somebody aims at a row: nobody may change places. */
  readonly isHeld: boolean;
  /** Puts the focus back on the filter. */
  readonly onLeave: () => void;
  readonly handle: Ref<ListHandle>;
}

/** What those lists bring into the tab; their code is loaded when it is first wanted. */
export interface ListsSlot {
  /** Which list stands in the place of the live channels, and the way back to them. */
  readonly head: ComponentChildren;
  readonly title: string | undefined;
  readonly body: ((frame: ListFrame) => ComponentChildren) | undefined;
  /** An open menu or dialog. */
  readonly over: ComponentChildren;
}
