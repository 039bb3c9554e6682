import type { VNode } from 'preact';

import type { PanelState } from '../../../lib/live/panel.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';

/** What the line under the list is drawn from. `now` is Unix epoch milliseconds. */
export interface FreshnessProps {
  state: Pick<PanelState, 'snapshot' | 'refreshing'>;
  /** How many channels the list shows. */
  shown: number;
  now: number;
  onRefresh: () => void;
}

/** How many are live, how old that knowledge is, and the way to new. */
export function Freshness({ state: { snapshot, refreshing }, shown, now, onRefresh }: FreshnessProps): VNode {
  const all = snapshot?.streams.length ?? 0;
  return (
    <footer class="ss-following-foot">
      {snapshot && (
        <span class="ss-popup-count">
          {shown === all ? text('liveCount', all) : text('liveCountOf', shown, all)}
        </span>
      )}
      <span class="ss-popup-age">
        {refreshing ? (
          text('liveRefreshing')
        ) : snapshot ? (
          <>
            {text('liveUpdated')} <RelativeTime at={snapshot.updatedAt} now={now} />
          </>
        ) : null}
      </span>
      <IconButton
        size="small"
        icon="refresh"
        label={text('liveRefresh')}
        busy={refreshing}
        onClick={onRefresh}
      />
    </footer>
  );
}
