import type { VNode } from 'preact';

import { allScopes, isCallable, type EndpointCard } from '../../lib/explorer/endpoint-card.ts';
import { callerOf } from '../../lib/explorer/explorer.ts';
import { spoken, text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Card } from '../Section.tsx';
import { CallHistory } from './CallHistory.tsx';
import type { ExplorerProps } from './Explorer.tsx';
import { TokenPanel } from './TokenPanel.tsx';

/** What is shown while no endpoint is chosen: what can be called, tokens, and what was called. */
export function Overview(props: ExplorerProps & { cards: readonly EndpointCard[] }): VNode {
  const { state, cards, actions } = props;
  const caller = callerOf(state);
  const callable = cards.filter((card) => isCallable(card, caller)).length;
  const missing = allScopes(cards).filter((scope) => caller.scopes?.includes(scope) !== true);
  return (
    <div class="ss-overview">
      <Card title={text('apiReach')} text={text('apiReachLead')}>
        <p class="ss-reach">
          <strong>{callable.toLocaleString(spoken())}</strong> {text('apiReachOf', cards.length)}
        </p>
        <progress class="ss-reach-bar" value={callable} max={cards.length} aria-label={text('apiReach')} />
        {caller.scopes !== undefined && missing.length > 0 && (
          <div class="ss-reach-grant">
            <Button
              icon="key"
              busy={state.signedIn?.signingIn === true}
              onClick={() => actions.grant(missing)}
            >
              {text('apiGrantAll')}
            </Button>
            <p class="ss-quiet">{text('apiGrantAllHint', missing.length)}</p>
          </div>
        )}
      </Card>
      <TokenPanel {...props} />
      <CallHistory {...props} />
    </div>
  );
}
