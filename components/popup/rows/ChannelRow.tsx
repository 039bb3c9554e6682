import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';

import { channelKey } from '../../../lib/live/arrange.ts';
import type { Press } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import { Marked } from './marked.ts';
import { type MenuAnchor, PressRow, type PressRowProps } from './PressRow.tsx';

/** What a press on a row does. */
export interface RowActions {
  readonly open: (stream: LiveStream, press: Press) => void;
  readonly menu: (stream: LiveStream, anchor: MenuAnchor) => void;
  /** Chooses the channel to be seen side by side with others, or no longer. */
  readonly mark: (stream: LiveStream) => void;
}

/** What a channel's row is drawn from. */
export interface ChannelRowProps extends Pick<
  PressRowProps,
  'place' | 'href' | 'muted' | 'lead' | 'aside' | 'children'
> {
  stream: LiveStream;
  actions: RowActions;
}

/** One channel of a long list: a link, and a button for its menu. */
export function ChannelRow({ stream, actions, ...rest }: ChannelRowProps): VNode {
  const marked = useContext(Marked);
  return (
    <PressRow
      {...rest}
      onPress={(press) => actions.open(stream, press)}
      onMenu={(anchor) => actions.menu(stream, anchor)}
      name={stream.name}
      onMark={() => actions.mark(stream)}
      marked={marked.has(channelKey(stream))}
    />
  );
}
