import type { VNode } from 'preact';

import { type Missing, platformOf } from '../../../lib/live/discover.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { chzzkHint } from '../chzzk-hint.ts';
import { FailureBanner, type FailureProps } from '../failures.tsx';
import { rowHeight } from '../rows/measures.ts';
import { WindowList } from '../rows/WindowList.tsx';
import type { FoundProps } from './Discover.tsx';
import { FoundRow } from './FoundRow.tsx';
import { NotFound } from './NotFound.tsx';

/** So many rows from its end a list is asked for more. */
const nearEnd = 15;

/** A list that goes on as one scrolls. */
export function Found(props: FoundProps & { label: string }): VNode {
  const { state, signedIn, settings, actions, label, onLeave, handle } = props;
  const { items, next, loaded, loading, failure, missing, view } = state;

  const rows = (): VNode => {
    if (failure && items.length === 0) {
      return <NotFound platform={platformOf(view)} failure={failure} signedIn={signedIn} actions={actions} />;
    }
    if (!loaded) return <SkeletonRows count={8} label={text('discoverLoading')} />;
    if (items.length === 0 && !loading) {
      return <EmptyState icon="search" title={text('searchNothing')} text={text(emptyHint(view.kind))} />;
    }
    return (
      <WindowList
        // Another place begins at its top.
        key={JSON.stringify(view)}
        label={label}
        count={items.length}
        height={rowHeight('normal', settings)}
        rows="normal"
        busy={loading}
        open={next !== undefined}
        onLeave={onLeave}
        handle={handle}
        onStretch={(_from, to) => {
          if (to > items.length - nearEnd && next !== undefined && !loading && !failure) actions.more();
        }}
        row={(place) => {
          const item = items[place.index];
          return item ? (
            <FoundRow key={`${item.kind}:${item.id}`} item={item} place={place} {...props} />
          ) : null;
        }}
        end={
          next !== undefined && (
            <div class="ss-discover-more">
              <Button size="small" busy={loading} onClick={actions.more}>
                {text('discoverMore')}
              </Button>
            </div>
          )
        }
      />
    );
  };

  return (
    <>
      <div class="ss-discover-found">{rows()}</div>
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
