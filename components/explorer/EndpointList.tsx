import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { byCategory, isCallable, type EndpointCard } from '../../lib/explorer/endpoint-card.ts';
import { callerOf } from '../../lib/explorer/explorer.ts';
import { search } from '../../lib/explorer/search.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Icon } from '../Icon.tsx';
import { List } from '../List.tsx';
import { SearchInput } from '../SearchInput.tsx';
import { EmptyState } from '../States.tsx';
import type { ExplorerProps } from './Explorer.tsx';
import { useId } from '../use-id.ts';

/** What the list is drawn from. */
export interface EndpointListProps extends ExplorerProps {
  cards: readonly EndpointCard[];
}

/** All endpoints by category, or those that were searched for, the best first. */
export function EndpointList(props: EndpointListProps): VNode {
  const { state, cards, actions } = props;
  const { query } = state;
  const id = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const found = useMemo(() => search(cards, query), [cards, query]);
  const groups = useMemo(() => byCategory(cards), [cards]);

  const openId = state.open?.card.id;
  useEffect(() => {
    listRef.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  return (
    <nav class="ss-endpoints" aria-label={text('apiEndpoints')}>
      <div class="ss-endpoints-search">
        <SearchInput
          label={text('apiSearch')}
          clearLabel={text('clearSearch')}
          controls={id}
          value={query}
          onChange={actions.search}
          onKeyDown={(event) => {
            const first = listRef.current?.querySelector<HTMLElement>('a.ss-row-main');
            if (event.key === 'ArrowDown') first?.focus();
            else if (event.key === 'Enter' && query !== '' && found[0]) actions.goTo(found[0].id);
            else return;
            event.preventDefault();
          }}
        />
        <p class="ss-endpoints-count" role="status">
          {query.trim() === '' ? text('apiCount', cards.length) : text('apiFound', found.length)}
        </p>
      </div>
      <div ref={listRef} id={id} class="ss-endpoints-lists">
        {query.trim() !== '' ? (
          found.length === 0 ? (
            <EmptyState icon="search" title={text('searchNothing')} text={text('apiSearchHint')} />
          ) : (
            <Cards {...props} label={text('apiFoundLabel')} cards={found} />
          )
        ) : (
          groups.map(({ category, cards: inside }) => (
            <section key={category} aria-label={category}>
              <h2 class="ss-endpoints-category">
                {category}
                <span>{inside.length}</span>
              </h2>
              <Cards {...props} label={category} cards={inside} />
            </section>
          ))
        )}
      </div>
    </nav>
  );
}

function Cards({ state, cards, label, hrefOf }: EndpointListProps & { label: string }): VNode {
  const caller = callerOf(state);
  return (
    <List label={label}>
      {cards.map((card) => (
        <li key={card.id} class="ss-row" data-selected={card.id === state.open?.card.id || undefined}>
          <a
            class="ss-row-main"
            href={hrefOf(card.id)}
            aria-current={card.id === state.open?.card.id ? 'true' : undefined}
          >
            <span class="ss-row-line">
              <span class="ss-cut" title={card.name}>
                {card.name}
              </span>
              {card.state === 'beta' && <Badge kind="info">{text('apiBeta')}</Badge>}
              {card.state === 'retired' && <Badge kind="danger">{text('apiRetired')}</Badge>}
            </span>
            <span class="ss-endpoint-path">
              <Method method={card.method} />
              <span class="ss-cut">{card.path}</span>
            </span>
          </a>
          {!isCallable(card, caller) && card.state !== 'retired' && (
            <span class="ss-row-aside" title={text('apiNeedsMore')}>
              <Icon name="lock" size={14} label={text('apiNeedsMore')} />
            </span>
          )}
        </li>
      ))}
    </List>
  );
}

/** An HTTP method, in the colour of what it does. */
export function Method({ method }: { method: string }): VNode {
  return (
    <span class="ss-method" data-method={method}>
      {method}
    </span>
  );
}
