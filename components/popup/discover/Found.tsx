import type { TargetedEvent, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ListItem } from '../../../lib/live/discover.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { List } from '../../List.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { FailureBanner, FailureState } from '../failures.tsx';
import type { DiscoverProps } from './Discover.tsx';
import { FoundRow } from './FoundRow.tsx';

/** So far from its end a list is asked for more, px. */
const nearEnd = 600;

/** A list that goes on as one scrolls. */
export function Found(props: DiscoverProps & { label: string }): VNode {
  const { state, signedIn, actions, label } = props;
  const { items, next, loaded, loading, failure, view } = state;
  const scroller = useRef<HTMLDivElement>(null);

  const moreIfNear = (element: HTMLElement): void => {
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (left < nearEnd && next !== undefined && !loading && !failure) actions.more();
  };
  useLayoutEffect(() => {
    // A page may be too short to be scrolled.
    if (scroller.current) moreIfNear(scroller.current);
  });
  const place = JSON.stringify(view);
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [place]);

  const rows = (): VNode => {
    if (failure && items.length === 0) {
      return <FailureState failure={failure} state={{ signedIn }} actions={actions} />;
    }
    if (!loaded) return <SkeletonRows count={8} label={text('discoverLoading')} />;
    if (items.length === 0 && !loading) {
      return <EmptyState icon="search" title={text('searchNothing')} text={text(emptyHint(view.kind))} />;
    }
    return (
      <>
        {failure && <FailureBanner failure={failure} state={{ signedIn }} actions={actions} />}
        <List label={label} busy={loading}>
          {items.map((item: ListItem) => (
            <FoundRow key={`${item.kind}:${item.id}`} item={item} {...props} />
          ))}
        </List>
        {next !== undefined && (
          <div class="ss-discover-more">
            <Button size="small" busy={loading} onClick={actions.more}>
              {text('discoverMore')}
            </Button>
          </div>
        )}
      </>
    );
  };

  return (
    <div
      class="ss-discover-scroller"
      ref={scroller}
      onScroll={(event: TargetedEvent<HTMLDivElement>) => moreIfNear(event.currentTarget)}
    >
      {rows()}
    </div>
  );
}

const emptyHint = (kind: string) => (kind === 'search' ? 'searchNothingHint' : 'discoverNothingHint');
