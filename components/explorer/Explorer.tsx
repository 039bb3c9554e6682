import type { VNode } from 'preact';

import type { ExplorerState } from '../../lib/explorer/explorer.ts';
import { text } from '../../lib/text.ts';
import { FailureNote } from '../FailureNote.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import type { ExplorerActions } from './actions.ts';
import { CallerBar } from './CallerBar.tsx';
import { EndpointList } from './EndpointList.tsx';
import { EndpointPage } from './EndpointPage.tsx';
import { Overview } from './Overview.tsx';

/** What the explorer is drawn from. `now` is Unix epoch milliseconds. */
export interface ExplorerProps {
  state: ExplorerState;
  now: number;
  /** Channels that the user may mean: logins. */
  channels: readonly string[];
  hrefOf: (id: string) => string;
  actions: ExplorerActions;
}

/** The API explorer: all endpoints at the side, the chosen one beside them. */
export function Explorer(props: ExplorerProps): VNode {
  const { state } = props;
  return (
    <div class="ss-explorer" data-open={state.open !== undefined || undefined}>
      <header class="ss-explorer-head">
        <h1>{text('apiExplorer')}</h1>
        <CallerBar {...props} />
      </header>
      <div class="ss-explorer-side">
        {state.cards ? (
          <EndpointList {...props} cards={state.cards} />
        ) : (
          <SkeletonRows count={10} label={text('apiLoading')} />
        )}
      </div>
      <div class="ss-explorer-main">
        {state.failure && <FailureNote failure={state.failure} />}
        {state.open ? (
          <EndpointPage key={state.open.card.id} {...props} open={state.open} />
        ) : (
          state.cards && <Overview {...props} cards={state.cards} />
        )}
      </div>
      <p class="ss-aloud" role="status">
        {said(state)}
      </p>
    </div>
  );
}

/** What is read aloud when a call ends. */
function said({ open }: ExplorerState): string {
  if (open?.phase === 'sending') return text('apiSending');
  if (open?.problem) return text('apiCheckField', open.problem.field);
  return '';
}
