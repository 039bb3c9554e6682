import type { VNode } from 'preact';

import type { Happenings } from '../../../lib/chat/happenings.ts';
import { text } from '../../../lib/text.ts';
import { Panel, type PanelProps } from '../people/Panel.tsx';
import { Happened } from './Happened.tsx';
import { doerText, modeText } from './words.ts';

/** What the panel is drawn from. */
export interface RoomPanelProps extends Pick<PanelProps, 'spot' | 'width' | 'called' | 'onClose'> {
  happenings: Pick<Happenings, 'all' | 'mode' | 'pinned'>;
  /** Whether the chat is being read; else nothing new comes. */
  isRead: boolean;
}

/** How a chat is set, what is pinned there, and what happened there while the page was open. */
export function RoomPanel({ happenings, isRead, ...panel }: RoomPanelProps): VNode {
  const { all, mode, pinned } = happenings;
  return (
    <Panel {...panel} title={text('roomTitle')}>
      {!isRead && <p class="ss-quiet">{text('roomUnread')}</p>}
      <div class="ss-card-part">
        <h3>{text('roomMode')}</h3>
        <p>{mode ? modeText(mode) : text('cardUnknown')}</p>
      </div>
      <div class="ss-card-part">
        <h3>{text('roomPinned')}</h3>
        {pinned ? (
          <p>
            <strong>
              <bdi>{pinned.message.author.name}</bdi>{' '}
            </strong>
            <bdi>{pinned.message.text}</bdi>
            {pinned.by && <span class="ss-quiet"> {doerText(pinned)}</span>}
          </p>
        ) : (
          <p class="ss-quiet">{text('roomPinnedNothing')}</p>
        )}
      </div>
      <div class="ss-card-part">
        <h3>{text('roomHappened')}</h3>
        <Happened all={all} named nothing={text('roomHappenedNothing')} />
      </div>
    </Panel>
  );
}
