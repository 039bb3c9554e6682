import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { arrange } from '../../../lib/live/arrange.ts';
import { openingOf, type Press } from '../../../lib/live/opening.ts';
import type { PanelState } from '../../../lib/live/panel.ts';
import { type LiveStream, streamsIn } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import type { PopupActions } from '../actions.ts';
import { FailureBanner, FailureState } from '../failures.tsx';
import { Beside } from './Beside.tsx';
import type { RowActions } from '../rows/ChannelRow.tsx';
import { FilterBar, hasBoth } from './FilterBar.tsx';
import { ListFoot } from './ListFoot.tsx';
import { LiveList } from './LiveList.tsx';
import type { ListsSlot } from './slot.ts';
import { useAim } from './use-aim.ts';
import { channels, useHeld } from './use-held.ts';
import type { ListHandle } from '../rows/WindowList.tsx';

/** What the tab is drawn from. `now` is Unix epoch milliseconds. */
export interface FollowingProps {
  state: PanelState;
  settings: Settings;
  now: number;
  actions: PopupActions;
  hrefOf: (stream: LiveStream) => string;
  /** The lists beside this one, once they are loaded. */
  lists: ListsSlot | undefined;
  /** A row's menu is open. */
  isMenuOpen: boolean;
}

/** Who of the followed is live. */
export function Following(props: FollowingProps): VNode {
  const { state, settings, now, actions, hrefOf, lists, isMenuOpen } = props;
  const { snapshot, chzzk, failure } = state;
  const [query, setQuery] = useState('');
  const filterRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<ListHandle>(null);

  const streams = useMemo(() => streamsIn({ own: snapshot, chzzk }), [snapshot, chzzk]);
  const listed = useMemo(() => arrange(streams ?? [], settings, query), [streams, settings, query]);

  const [isAimedAt, aim] = useAim();
  const isHeld = isAimedAt || isMenuOpen;
  const { rows, isBehind } = useHeld(listed, [settings, query], isHeld, channels);

  const only = settings['live.collections'].find(({ name }) => name === settings['live.collection'])?.name;
  const showAll = (): void => actions.set('live.collection', '');
  const wanted = settings['live.platform'];
  const onePlatform = wanted !== 'all' && hasBoth(streams ?? []) ? wanted : undefined;
  const toFilter = (): void => filterRef.current?.focus();

  // One hand on the keyboard: what is typed filters, from the first key on. Firefox loads a popup out of sight and moves it into
  // its window then, which may take away what was focused before.
  useEffect(() => {
    const take = (): void => {
      if (document.activeElement === document.body) filterRef.current?.focus({ preventScroll: true });
    };
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, []);

  const open = (stream: LiveStream, press: Press): void => actions.open(openingOf(press, stream, settings));
  const rowActions: RowActions = {
    open,
    menu: (stream, anchor) =>
      actions.rowMenu({
        stream,
        anchor,
        onLeave: () => listRef.current?.focus(),
        onAbout: () => actions.about(stream),
      }),
    mark: actions.mark,
  };

  const filterKeys = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing) return;
    const [first] = rows;
    if (event.key === 'ArrowDown' && listRef.current) {
      event.preventDefault();
      listRef.current.focus();
    } else if (event.key === 'Enter' && first && !lists?.body) {
      event.preventDefault();
      open(first, event);
    }
  };
  const listKeys = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const isWriting = event.key.length === 1 && event.key !== ' ' && !/^[1-9/?]$/.test(event.key);
    if (isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) toFilter();
    else if (event.key === 'Escape') {
      event.preventDefault();
      toFilter();
    }
  };

  return (
    <>
      <h1 class="ss-aloud">{lists?.title ?? text('liveChannels')}</h1>
      <FilterBar
        query={query}
        onQuery={setQuery}
        streams={streams ?? []}
        settings={settings}
        set={actions.set}
        onKeyDown={filterKeys}
        onLists={(anchor) => actions.lists({ kind: 'menu', anchor })}
        inputRef={filterRef}
      />
      {(lists?.head ?? only ?? onePlatform) !== undefined && (
        <div class="ss-following-only">
          {lists?.head}
          {onePlatform && (
            <Button
              size="small"
              iconAfter="close"
              title={text('collectionLeave')}
              onClick={() => actions.set('live.platform', 'all')}
            >
              {text(onePlatform === 'chzzk' ? 'platformChzzk' : 'platformTwitch')}
            </Button>
          )}
          {only !== undefined && (
            <Button size="small" iconAfter="close" title={text('collectionLeave')} onClick={showAll}>
              {only}
            </Button>
          )}
        </div>
      )}
      <div class="ss-following-body" id="ss-live-channels" onKeyDown={listKeys} {...aim}>
        {lists?.body ? (
          // eslint-disable-next-line react-hooks/refs -- an element in all but its form: the ref is only handed on
          lists.body({
            query,
            platform: onePlatform,
            isHeld,
            actions: rowActions,
            onLeave: toFilter,
            handle: listRef,
          })
        ) : rows.length > 0 ? (
          <LiveList
            streams={rows}
            live={listed}
            settings={settings}
            now={now}
            named={hasBoth(streams ?? [])}
            hrefOf={hrefOf}
            actions={rowActions}
            onLook={actions.look}
            onLeave={toFilter}
            handle={listRef}
          />
        ) : streams && streams.length > 0 ? (
          <EmptyState
            icon="search"
            title={text(query ? 'filterNothing' : 'collectionNobody')}
            text={text(query ? 'filterNothingHint' : 'collectionNobodyHint')}
            action={
              <Button onClick={query ? () => setQuery('') : showAll}>
                {text(query ? 'filterClear' : 'collectionLeave')}
              </Button>
            }
          />
        ) : (
          <Nothing {...props} />
        )}
      </div>
      {/* Under the list: what comes late must not push the rows away from a press. */}
      {failure && streams && streams.length > 0 && (
        <FailureBanner failure={failure} state={state} actions={actions} />
      )}
      {!lists?.body && <Beside {...props} />}
      {!lists?.body && (
        <ListFoot
          words={streams ? liveWords(listed.length, streams.length) : ''}
          updatedAt={listedAt(state)}
          now={now}
          behind={isBehind}
          loading={state.refreshing}
          onRefresh={actions.refresh}
        />
      )}
    </>
  );
}

const liveWords = (shown: number, all: number): string =>
  shown === all ? text('liveCount', all) : text('liveCountOf', shown, all);

/** When what is listed was asked for: of two lists the older, unless it is said already why CHZZK's is old. */
function listedAt({ snapshot, chzzk, chzzkFailure }: PanelState): number | undefined {
  if (!snapshot || !chzzk || chzzkFailure) return (snapshot ?? chzzk)?.updatedAt;
  return Math.min(snapshot.updatedAt, chzzk.updatedAt);
}

/** There is no list: not yet, or nobody is live, or something is wrong. */
function Nothing({ state, actions }: FollowingProps): VNode {
  const { failure, snapshot, chzzk } = state;
  if (failure) return <FailureState failure={failure} state={state} actions={actions} />;
  if (snapshot ?? chzzk)
    return <EmptyState icon="moon" title={text('liveNobody')} text={text('liveNobodyHint')} />;
  return <SkeletonRows count={8} label={text('liveLoading')} />;
}
