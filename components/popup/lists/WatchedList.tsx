import type { VNode } from 'preact';
import { useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks';

import type { WatchedCategory } from '../../../lib/live/collection.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import { channelKey, matches } from '../../../lib/live/arrange.ts';
import type { Holding } from '../../../lib/live/in-place.ts';
import type { WatchedStream } from '../../../lib/live/watched.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { IconButton } from '../../IconButton.tsx';
import { List, Row } from '../../List.tsx';
import { Elapsed } from '../../RelativeTime.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { ViewerCount } from '../../ViewerCount.tsx';
import { FailureBanner, FailureState } from '../failures.tsx';
import { Mark } from '../following/ChannelRow.tsx';
import { ListFoot } from '../following/ListFoot.tsx';
import { useHeld } from '../following/use-held.ts';
import { MissingBanner } from './MissingBanner.tsx';
import type { OtherListProps } from './OfflineList.tsx';

/** So many streams of a category are shown at first. */
const atFirst = 5;

/** Who is new in a category waits: the next category would be pushed down. */
const held: Holding<WatchedStream> = {
  keyOf: ({ categoryId, stream }) => `${categoryId} ${channelKey(stream)}`,
  newcomers: 'wait',
};

/** The categories that the user watches, and who is live in them. */
export function WatchedList(props: OtherListProps): VNode {
  const { state, frame, settings, now, actions, signedIn } = props;
  const { watched, failure, loading } = state;
  const categories = settings['live.categories'];
  const { query } = frame;
  const found = useMemo(
    () => (watched?.streams ?? []).filter(({ stream }) => matches(stream, query)),
    [watched, query],
  );
  // A list of other categories is what the user has asked for.
  const listId = watched?.categoryIds.join();
  const { rows, isBehind } = useHeld(found, [query, categories, listId], frame.isHeld, held);
  const live = useMemo(() => new Set(found.map(held.keyOf)), [found]);
  const [gone, setGone] = useState<{ category: WatchedCategory; index: number } | undefined>();
  const listRef = useRef<HTMLDivElement>(null);
  useImperativeHandle(frame.handle, () => ({
    focus: () => listRef.current?.querySelector<HTMLElement>('.ss-row-main')?.focus(),
  }));

  const remove = (index: number): void => {
    const category = categories[index];
    if (!category) return;
    setGone({ category, index });
    actions.set('live.categories', categories.toSpliced(index, 1));
  };
  const undo = (): void => {
    if (!gone) return;
    setGone(undefined);
    if (categories.some(({ id }) => id === gone.category.id)) return;
    actions.set('live.categories', categories.toSpliced(gone.index, 0, gone.category));
  };

  const body = (): VNode => {
    if (categories.length === 0) {
      return (
        <EmptyState
          icon="eye"
          title={text('watchedNone')}
          text={text('watchedNoneHint')}
          action={<Button onClick={actions.toDiscover}>{text('tabDiscover')}</Button>}
        />
      );
    }
    if (!watched) {
      if (failure) return <FailureState failure={failure} state={{ signedIn }} actions={actions} />;
      return <SkeletonRows count={8} label={text('watchedLoading')} />;
    }
    return (
      <>
        {categories.map((category, index) => (
          <Category
            key={category.id}
            {...props}
            category={category}
            rows={rows.filter(({ categoryId }) => categoryId === category.id)}
            isLive={(row) => live.has(held.keyOf(row))}
            onRemove={() => remove(index)}
          />
        ))}
      </>
    );
  };

  return (
    <>
      <div class="ss-watched" ref={listRef}>
        {body()}
      </div>
      {watched && failure && <FailureBanner failure={failure} state={{ signedIn }} actions={actions} />}
      {watched?.missing && <MissingBanner missing={watched.missing} signedIn={signedIn} actions={actions} />}
      <div role="status" class="ss-lists-gone">
        {gone && (
          <>
            <span class="ss-cut">{text('watchedGone', gone.category.name)}</span>
            <Button size="small" icon="undo" onClick={undo}>
              {text('undo')}
            </Button>
          </>
        )}
      </div>
      <ListFoot
        words={text('watchedCount', categories.length)}
        updatedAt={watched?.updatedAt}
        now={now}
        behind={isBehind}
        loading={loading}
        onRefresh={actions.refresh}
      />
    </>
  );
}

type CategoryProps = OtherListProps & {
  category: WatchedCategory;
  rows: readonly WatchedStream[];
  /** Whether the row's stream goes on; otherwise it only keeps its place. */
  isLive: (row: WatchedStream) => boolean;
  onRemove: () => void;
};

function Category({ category, rows, isLive, frame, now, hrefOf, onRemove }: CategoryProps): VNode {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <section aria-label={category.name}>
      <header class="ss-watched-head">
        <h2 class="ss-cut">
          <bdi>{category.name}</bdi>{' '}
          {platformOfCategory(category.id) === 'chzzk' && <Badge>{text('platformChzzk')}</Badge>}
        </h2>
        <IconButton
          size="small"
          icon="close"
          label={text('watchedRemove', category.name)}
          onClick={onRemove}
        />
      </header>
      {shown.length === 0 ? (
        <p class="ss-lists-quiet">{text('watchedNobody')}</p>
      ) : (
        <List label={category.name}>
          {shown.map((row) => {
            const { stream } = row;
            const isGone = !isLive(row);
            return (
              <Row
                key={stream.channelId}
                href={hrefOf(stream)}
                newTab
                title={stream.name}
                text={stream.title}
                lead={<Avatar name={stream.name} size={28} live={!isGone} />}
                marks={isGone && <Mark icon="moon" words={text('rowGone')} />}
                muted={isGone}
                aside={
                  <>
                    <ViewerCount count={stream.viewers} label={text('viewersCount', stream.viewers)} />
                    {stream.startedAt !== undefined && <Elapsed at={stream.startedAt} now={now} />}
                  </>
                }
                actions={
                  <IconButton
                    icon="more"
                    size="small"
                    label={text('rowMenu', stream.name)}
                    aria-haspopup="menu"
                    onClick={(event) => frame.actions.menu(stream, event.currentTarget)}
                  />
                }
                onPress={(event) => {
                  event.preventDefault();
                  frame.actions.open(stream, event);
                }}
              />
            );
          })}
        </List>
      )}
      {!all && rows.length > atFirst && (
        <div class="ss-watched-more">
          <Button size="small" kind="quiet" onClick={() => setAll(true)}>
            {text('showMore', rows.length - atFirst)}
          </Button>
        </div>
      )}
    </section>
  );
}
