import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import { type WatchedCategory, watchedAtMost } from '../../../lib/live/collection.ts';
import type { DiscoverState } from '../../../lib/live/discover-desk.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Chip } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { Choice } from '../../Choice.tsx';
import { IconButton } from '../../IconButton.tsx';
import { SearchInput } from '../../SearchInput.tsx';
import { ListFoot } from '../following/ListFoot.tsx';
import type { ListHandle } from '../rows/WindowList.tsx';
import type { DiscoverActions, HrefOf } from './actions.ts';
import { ChannelView } from './ChannelView.tsx';
import { Found } from './Found.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import { OrderBar } from './OrderBar.tsx';

/** What the tab is drawn from. `now` is Unix epoch milliseconds. */
export interface DiscoverProps {
  state: DiscoverState;
  signedIn: AccountsView | undefined;
  now: number;
  hrefOf: HrefOf;
  /** The categories that the user watches. */
  watched: readonly WatchedCategory[];
  settings: Pick<Settings, 'live.openIn' | 'live.opens' | 'appearance.fontSize'>;
  actions: DiscoverActions;
}

/** What a list in the tab is drawn from. */
export interface FoundProps extends DiscoverProps {
  /** Puts the focus back on the search. */
  onLeave: () => void;
  handle: Ref<ListHandle>;
}

/** The tab "Discover": what is watched most, categories, search, and a channel's page. */
export function Discover(props: DiscoverProps): VNode {
  const { state, now, actions } = props;
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<ListHandle>(null);
  const { view } = state;
  const found = { ...props, onLeave: () => searchRef.current?.focus(), handle: listRef };

  // What had the focus may be gone with the place that was left: the keyboard must not be left with nothing.
  const placeRef = useRef<HTMLDivElement>(null);
  const place = JSON.stringify(view);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const heading = placeRef.current?.querySelector<HTMLElement>('.ss-discover-channel h2 a');
    (heading ?? searchRef.current)?.focus({ preventScroll: true });
  }, [place, state.recents.length]);

  /** From the search field into what it has found. */
  const intoList = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (event.isComposing || !listRef.current) return;
    event.preventDefault();
    listRef.current.focus();
  };

  return (
    <div class="ss-discover" ref={placeRef}>
      <h1 class="ss-aloud">{text('tabDiscover')}</h1>
      <div class="ss-discover-search">
        {state.canGoBack && <IconButton icon="chevron-left" label={text('back')} onClick={actions.back} />}
        <SearchInput
          label={text('discoverSearch')}
          value={state.query}
          clearLabel={text('clearSearch')}
          busy={view.kind === 'search' && state.loading}
          onChange={actions.type}
          onKeyDown={intoList}
          inputRef={searchRef}
        />
      </div>
      {view.kind === 'top' && state.recents.length > 0 && state.query === '' && <Recents {...props} />}
      {view.kind === 'channel' ? (
        <ChannelView {...found} view={view} />
      ) : (
        <>
          <Bar {...props} />
          {view.kind === 'category' && view.tab !== 'streams' && (
            <OrderBar
              of={view.tab}
              on={platformOfCategory(view.id)}
              order={view}
              onChange={(order) => actions.change({ ...view, ...order })}
            />
          )}
          <Found {...found} label={listLabel(state)} />
        </>
      )}
      <ListFoot
        words={countWords(state)}
        updatedAt={state.updatedAt}
        now={now}
        loading={state.loading}
        onRefresh={actions.refresh}
      />
    </div>
  );
}

/** How many stand there, where they are all of them. */
const countWords = ({ view, items, next, loaded, missing }: DiscoverState): string =>
  view.kind === 'search' && loaded && next === undefined && !missing ? text('foundCount', items.length) : '';

function listLabel({ view }: DiscoverState): string {
  switch (view.kind) {
    case 'top':
      return text(view.of === 'streams' ? 'topStreams' : 'topCategories');
    case 'category':
      return view.name;
    case 'search':
      return text('searchResults');
    case 'channel':
      return text(view.tab === 'videos' ? 'videos' : 'clips');
  }
}

function Bar({ state, watched, actions }: DiscoverProps): VNode | null {
  const { view } = state;
  if (view.kind === 'search') return null;
  // CHZZK tells of the streams of a category, in any language, and of nothing else.
  const isOnTwitch = view.kind !== 'category' || platformOfCategory(view.id) === 'twitch';
  const isOfStreams =
    view.kind === 'top' ? view.of === 'streams' : view.kind === 'category' && view.tab === 'streams';
  return (
    <div class="ss-discover-bar">
      {view.kind === 'top' ? (
        <Choice
          label={text('discoverWhat')}
          hideLabel
          options={[
            { value: 'streams', label: text('topStreams') },
            { value: 'categories', label: text('topCategories') },
          ]}
          value={view.of}
          onChange={(of) => actions.change({ kind: 'top', of })}
        />
      ) : (
        view.kind === 'category' && (
          <>
            <div class="ss-discover-category">
              <h2 class="ss-cut">
                <bdi>{view.name}</bdi>
              </h2>
              <WatchButton id={view.id} name={view.name} watched={watched} onPress={actions.watch} />
            </div>
            {isOnTwitch && (
              <Choice
                label={text('categoryParts')}
                hideLabel
                options={[
                  { value: 'streams', label: text('topStreams') },
                  { value: 'videos', label: text('videos') },
                  { value: 'clips', label: text('clips') },
                ]}
                value={view.tab}
                onChange={(tab) => actions.change({ ...view, tab })}
              />
            )}
          </>
        )
      )}
      {isOnTwitch && isOfStreams && <LanguageSelect value={state.language} onChange={actions.speak} />}
    </div>
  );
}

interface WatchButtonProps extends WatchedCategory {
  watched: readonly WatchedCategory[];
  onPress: (category: WatchedCategory) => void;
}

/** Puts the category among the watched ones, which the tab "Following" lists, or takes it from there. */
function WatchButton({ id, name, watched, onPress }: WatchButtonProps): VNode {
  const isWatched = watched.some((one) => one.id === id);
  return (
    <Button
      size="small"
      icon={isWatched ? 'check' : 'eye'}
      aria-pressed={isWatched}
      disabled={!isWatched && watched.length >= watchedAtMost}
      onClick={() => onPress({ id, name })}
    >
      {text('watchCategory')}
    </Button>
  );
}

function Recents({ state, actions }: DiscoverProps): VNode {
  return (
    <div class="ss-discover-recents" role="group" aria-label={text('recentSearches')}>
      {state.recents.map((query) => (
        <Chip key={query} label={query} icon="clock" onPress={() => actions.type(query)} />
      ))}
      <Button kind="quiet" size="small" onClick={actions.forgetRecents}>
        {text('forgetRecents')}
      </Button>
    </div>
  );
}
