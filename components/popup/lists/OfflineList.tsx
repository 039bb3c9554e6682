import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import { channelKey, inCollection, matches } from '../../../lib/live/arrange.ts';
import type { ListsState } from '../../../lib/live/lists-desk.ts';
import { asStream, offlineOf } from '../../../lib/live/offline.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { FailureBanner, FailureState } from '../failures.tsx';
import { hasBoth } from '../following/FilterBar.tsx';
import { ListFoot } from '../following/ListFoot.tsx';
import { rowHeight } from '../rows/measures.ts';
import type { ListFrame } from '../following/slot.ts';
import { channels, useHeld } from '../following/use-held.ts';
import { WindowList } from '../rows/WindowList.tsx';
import type { ListsActions } from './actions.ts';
import { MissingBanner } from './MissingBanner.tsx';
import { OfflineRow } from './OfflineRow.tsx';

/** What a list in the place of the live channels is drawn from. `now` is Unix epoch milliseconds. */
export interface OtherListProps {
  state: ListsState;
  frame: ListFrame;
  signedIn: AccountsView | undefined;
  /** Who is live. */
  live: readonly LiveStream[];
  settings: Settings;
  now: number;
  hrefOf: (stream: LiveStream) => string;
  actions: ListsActions;
}

/** The followed channels that are not live: pinned ones first, then by name. */
export function OfflineList(props: OtherListProps): VNode {
  const { state, frame, live, settings, now, hrefOf, actions, signedIn } = props;
  const { followed, facts, failure, loading } = state;
  const { query, platform } = frame;
  const offline = useMemo(() => offlineOf(followed?.channels ?? [], live), [followed, live]);
  const pinned = useMemo(() => new Set(settings['live.pinned']), [settings]);
  const sorted = useMemo(() => {
    const found = offline.filter(
      (channel) =>
        (platform === undefined || channel.platform === platform) &&
        inCollection(settings)(channel) &&
        matches(asStream(channel, undefined), query),
    );
    const isPinned = (channel: (typeof found)[number]): boolean => pinned.has(channelKey(channel));
    return [...found.filter(isPinned), ...found.filter((channel) => !isPinned(channel))];
  }, [offline, settings, pinned, platform, query]);

  const { rows: listed } = useHeld(sorted, [settings, query], frame.isHeld, channels);

  const isNamed = hasBoth(followed?.channels ?? []);
  const rows = settings['live.rows'] === 'compact' ? 'compact' : 'normal';
  const body = (): VNode => {
    if (!followed) {
      if (failure) return <FailureState failure={failure} state={{ signedIn }} actions={actions} />;
      return <SkeletonRows count={8} label={text('offlineLoading')} />;
    }
    if (listed.length === 0) {
      const isEmpty = offline.length === 0;
      return (
        <EmptyState
          icon={isEmpty ? 'live' : 'search'}
          title={text(isEmpty ? 'offlineNobody' : 'offlineNothing')}
        />
      );
    }
    return (
      <WindowList
        label={text('offlineChannels')}
        count={listed.length}
        height={rowHeight(rows, settings)}
        rows={rows}
        onLeave={frame.onLeave}
        handle={frame.handle}
        onStretch={(from, to) => actions.look(listed.slice(from, to).map(({ channelId }) => channelId))}
        row={(place) => {
          const channel = listed[place.index];
          if (!channel) return null;
          const known = facts.get(channel.channelId);
          const stream = asStream(channel, known);
          return (
            <OfflineRow
              key={channelKey(channel)}
              stream={stream}
              facts={known}
              now={now}
              href={hrefOf(stream)}
              compact={rows === 'compact'}
              named={isNamed}
              pinned={pinned.has(channelKey(channel))}
              place={place}
              actions={frame.actions}
            />
          );
        }}
      />
    );
  };

  return (
    <>
      {body()}
      {followed && failure && <FailureBanner failure={failure} state={{ signedIn }} actions={actions} />}
      {followed?.missing && (
        <MissingBanner missing={followed.missing} signedIn={signedIn} actions={actions} />
      )}
      <ListFoot
        words={
          !followed
            ? ''
            : listed.length === offline.length
              ? text('offlineCount', offline.length)
              : text('offlineCountOf', listed.length, offline.length)
        }
        updatedAt={followed?.updatedAt}
        now={now}
        loading={loading}
        onRefresh={actions.refresh}
      />
    </>
  );
}
