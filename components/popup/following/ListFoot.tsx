import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';

/** What the line under a list is drawn from. Times are Unix epoch milliseconds. */
export interface ListFootProps {
  words: string;
  updatedAt: number | undefined;
  now: number;
  /** The list stands otherwise than it would, while somebody aims at a row. */
  behind?: boolean;
  loading: boolean;
  onRefresh: () => void;
}

/** How much there is, how old that knowledge is, and the way to new. */
export function ListFoot({
  words,
  updatedAt,
  now,
  behind = false,
  loading,
  onRefresh,
}: ListFootProps): VNode {
  return (
    <footer class="ss-following-foot">
      {/* Spoken while one types: the list itself is elsewhere than the keyboard then. */}
      <span class="ss-popup-count" aria-live="polite">
        {words}
      </span>
      {behind && (
        <span class="ss-popup-behind ss-cut" title={text('orderWaitsHint')}>
          {text('orderWaits')}
        </span>
      )}
      <span class="ss-popup-age">
        {loading ? (
          text('liveRefreshing')
        ) : updatedAt === undefined ? null : (
          <>
            {text('liveUpdated')} <RelativeTime at={updatedAt} now={now} />
          </>
        )}
      </span>
      <IconButton
        size="small"
        icon="refresh"
        label={text('liveRefresh')}
        busy={loading}
        onClick={onRefresh}
      />
    </footer>
  );
}
