import type { TargetedEvent, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { type ListItem, type Missing, platformOf } from '../../../lib/live/discover.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { List } from '../../List.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { chzzkHint } from '../chzzk-hint.ts';
import { FailureBanner, type FailureProps } from '../failures.tsx';
import type { DiscoverProps } from './Discover.tsx';
import { FoundRow } from './FoundRow.tsx';
import { NotFound } from './NotFound.tsx';

/** So far from its end a list is asked for more, px. */
const nearEnd = 600;

/** A list that goes on as one scrolls. */
export function Found(props: DiscoverProps & { label: string }): VNode {
  const { state, signedIn, actions, label } = props;
  const { items, next, loaded, loading, failure, missing, view } = state;
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
      return <NotFound platform={platformOf(view)} failure={failure} signedIn={signedIn} actions={actions} />;
    }
    if (!loaded) return <SkeletonRows count={8} label={text('discoverLoading')} />;
    if (items.length === 0 && !loading) {
      return <EmptyState icon="search" title={text('searchNothing')} text={text(emptyHint(view.kind))} />;
    }
    return (
      <>
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
    <>
      <div
        class="ss-discover-scroller"
        ref={scroller}
        onScroll={(event: TargetedEvent<HTMLDivElement>) => moreIfNear(event.currentTarget)}
      >
        {rows()}
      </div>
      {/* Under the list: what comes late must not push the rows away from a press. */}
      {failure && items.length > 0 ? (
        <FailureBanner failure={failure} state={{ signedIn }} actions={actions} />
      ) : (
        missing && <MissingBanner missing={missing} state={{ signedIn }} actions={actions} />
      )}
    </>
  );
}

/** Says of which platform nothing was found, and why; what is there stands all the same. */
function MissingBanner({ missing, ...props }: { missing: Missing } & Omit<FailureProps, 'failure'>): VNode {
  const { platform, failure } = missing;
  if (platform === 'twitch') return <FailureBanner failure={failure} {...props} />;
  return (
    <Banner
      kind="warning"
      title={text('chzzkSearchFailed')}
      action={
        <Button size="small" onClick={props.actions.refresh}>
          {text('tryAgain')}
        </Button>
      }
    >
      {chzzkHint(failure)}
    </Banner>
  );
}

const emptyHint = (kind: string) => (kind === 'search' ? 'searchNothingHint' : 'discoverNothingHint');
