import type { RefObject, VNode } from 'preact';
import { useCallback, useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks';

import type { WatchedCategory } from '../../../lib/live/collection.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import { channelKey, matches } from '../../../lib/live/arrange.ts';
import type { Holding } from '../../../lib/live/in-place.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { WatchedStream } from '../../../lib/live/watched.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Elapsed } from '../../RelativeTime.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { ViewerCount, viewersWords } from '../../ViewerCount.tsx';
import { FailureBanner, FailureState } from '../failures.tsx';
import { ChannelRow, type RowActions } from '../rows/ChannelRow.tsx';
import { rowHeight } from '../rows/measures.ts';
import { Mark } from '../rows/PressRow.tsx';
import { type ListHandle, type RowPlace, WindowList } from '../rows/WindowList.tsx';
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
  const [wide, setWide] = useState<ReadonlySet<string>>(new Set());
  const scrollerRef = useRef<HTMLDivElement>(null);
  const listsRef = useRef(new Map<string, ListHandle>());
  const hold = useCallback((id: string, list: ListHandle | null): void => {
    if (list) listsRef.current.set(id, list);
    else listsRef.current.delete(id);
  }, []);
  /** Goes to the last list of those before the category at `index`; before the first is the filter. */
  const leave = (index: number): void => {
    const before = categories.slice(0, index).findLast(({ id }) => listsRef.current.has(id));
    if (before) listsRef.current.get(before.id)?.focus();
    else frame.onLeave();
  };
  useImperativeHandle(frame.handle, () => ({
    focus: () => {
      const first = categories.find(({ id }) => listsRef.current.has(id));
      if (first) listsRef.current.get(first.id)?.focus();
    },
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
            isWide={wide.has(category.id)}
            onWiden={() => setWide(new Set([...wide, category.id]))}
            isLive={(row) => live.has(held.keyOf(row))}
            onRemove={() => remove(index)}
            scroller={scrollerRef}
            onLeave={() => leave(index)}
            hold={hold}
          />
        ))}
      </>
    );
  };

  return (
    <>
      <div class="ss-watched" ref={scrollerRef}>
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

/** The height of a category's head, which stays over its rows, px. */
const headHeight = 32;

type CategoryProps = OtherListProps & {
  category: WatchedCategory;
  rows: readonly WatchedStream[];
  /** All of them are shown, not only the first. */
  isWide: boolean;
  onWiden: () => void;
  /** Whether the row's stream goes on; otherwise it only keeps its place. */
  isLive: (row: WatchedStream) => boolean;
  onRemove: () => void;
  scroller: RefObject<HTMLDivElement | null>;
  onLeave: () => void;
  /** Keeps hold of the category's list, while there is one. */
  hold: (id: string, list: ListHandle | null) => void;
};

function Category(props: CategoryProps): VNode {
  const { category, rows, isWide, isLive, frame, settings, now, hrefOf, scroller, hold } = props;
  const { id, name } = category;
  const shown = isWide ? rows : rows.slice(0, atFirst);
  const handle = useCallback((list: ListHandle | null) => hold(id, list), [hold, id]);
  return (
    <section aria-label={name}>
      <header class="ss-watched-head">
        <h2 class="ss-cut">
          <bdi>{name}</bdi> {platformOfCategory(id) === 'chzzk' && <Badge>{text('platformChzzk')}</Badge>}
        </h2>
        <IconButton size="small" icon="close" label={text('watchedRemove', name)} onClick={props.onRemove} />
      </header>
      {shown.length === 0 ? (
        <p class="ss-lists-quiet">{text('watchedNobody')}</p>
      ) : (
        <WindowList
          label={name}
          count={shown.length}
          height={rowHeight('brief', settings)}
          rows="brief"
          within={{ scroller, covered: headHeight }}
          onLeave={props.onLeave}
          handle={handle}
          row={(place) => {
            const row = shown[place.index];
            return row ? (
              <WatchedRow
                key={row.stream.channelId}
                stream={row.stream}
                isGone={!isLive(row)}
                now={now}
                href={hrefOf(row.stream)}
                place={place}
                actions={frame.actions}
              />
            ) : null;
          }}
        />
      )}
      {shown.length < rows.length && (
        <div class="ss-watched-more">
          <Button size="small" kind="quiet" onClick={props.onWiden}>
            {text('showMore', rows.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

interface WatchedRowProps {
  stream: LiveStream;
  isGone: boolean;
  now: number;
  href: string;
  place: RowPlace;
  actions: RowActions;
}

function WatchedRow({ stream, isGone, now, ...rest }: WatchedRowProps): VNode {
  const { name, title, viewers, startedAt } = stream;
  return (
    <ChannelRow
      {...rest}
      stream={stream}
      muted={isGone}
      lead={<Avatar name={name} size={28} live={!isGone} />}
      aside={
        <span class="ss-row-aside">
          <ViewerCount count={viewers} label={viewersWords(viewers)} />
          {startedAt !== undefined && <Elapsed at={startedAt} now={now} />}
        </span>
      }
    >
      <span class="ss-row-line">
        <bdi class="ss-row-title ss-cut" title={name}>
          {name}
        </bdi>
        {isGone && <Mark icon="moon" words={text('rowGone')} />}
      </span>
      <span class="ss-row-text ss-cut" dir="auto" title={title}>
        {title}
      </span>
    </ChannelRow>
  );
}
