import type { VNode } from 'preact';

import type { PanelState } from '../../../lib/live/panel.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import type { PopupActions } from '../actions.ts';
import { FailureBanner, FailureState } from '../failures.tsx';
import { LiveList } from './LiveList.tsx';

/** What the tab is drawn from. `now` is Unix epoch milliseconds. */
export interface FollowingProps {
  state: PanelState;
  now: number;
  actions: PopupActions;
  hrefOf: (stream: LiveStream) => string;
}

/** Who of the followed is live. */
export function Following(props: FollowingProps): VNode {
  return (
    <>
      <Bar {...props} />
      <Body {...props} />
    </>
  );
}

function Bar({ state, now, actions }: FollowingProps): VNode {
  const { snapshot, refreshing } = state;
  return (
    <div class="ss-popup-bar">
      <h1>{text('liveChannels')}</h1>
      {snapshot && <span class="ss-popup-count">{snapshot.streams.length.toLocaleString()}</span>}
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
        onClick={actions.refresh}
      />
    </div>
  );
}

function Body(props: FollowingProps): VNode {
  const { state, now, hrefOf } = props;
  const { snapshot, failure } = state;
  if (snapshot && snapshot.streams.length > 0) {
    return (
      <>
        {failure && <FailureBanner failure={failure} {...props} />}
        <LiveList streams={snapshot.streams} now={now} hrefOf={hrefOf} />
      </>
    );
  }
  if (failure) return <FailureState failure={failure} {...props} />;
  if (snapshot) {
    return <EmptyState icon="moon" title={text('liveNobody')} text={text('liveNobodyHint')} />;
  }
  return <SkeletonRows count={8} label={text('liveLoading')} />;
}
