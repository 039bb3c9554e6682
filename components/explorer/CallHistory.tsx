import type { VNode } from 'preact';

import type { EndpointCard } from '../../lib/explorer/endpoint-card.ts';
import type { PastCall } from '../../lib/explorer/history.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { List } from '../List.tsx';
import { Card } from '../Section.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { Method } from './EndpointList.tsx';
import type { ExplorerProps } from './Explorer.tsx';

/** The calls that were made, to make them again. */
export function CallHistory({
  state,
  cards,
  now,
  actions,
}: ExplorerProps & { cards: readonly EndpointCard[] }): VNode {
  const { history } = state;
  return (
    <Card title={text('apiHistory')} text={text('apiHistoryLead')} flush={history.length > 0}>
      {history.length === 0 ? (
        <p class="ss-quiet">{text('apiHistoryEmpty')}</p>
      ) : (
        <>
          <List label={text('apiHistory')} ruled>
            {history.map((call) => (
              <PastCallRow
                key={call.id}
                call={call}
                card={cards.find(({ id }) => id === call.endpoint)}
                now={now}
                onOpen={() => actions.reopen(call)}
              />
            ))}
          </List>
          <div class="ss-more">
            <Button size="small" icon="trash" onClick={actions.clearHistory}>
              {text('apiHistoryClear')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

interface PastCallRowProps {
  call: PastCall;
  card: EndpointCard | undefined;
  now: number;
  onOpen: () => void;
}

function PastCallRow({ call, card, now, onOpen }: PastCallRowProps): VNode {
  const input = Object.entries(call.input)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
  return (
    <li class="ss-row">
      <button class="ss-row-main" type="button" onClick={onOpen}>
        <span class="ss-row-line">
          {card && <Method method={card.method} />}
          <span class="ss-row-title ss-cut">{card?.name ?? call.endpoint}</span>
        </span>
        <span class="ss-row-text ss-cut ss-past-input" title={input}>
          {input}
        </span>
      </button>
      <span class="ss-row-aside">
        <Badge kind={call.outcome === 'ok' ? 'success' : 'danger'}>
          {call.outcome === 'ok' ? text('apiAnswered') : (call.status ?? call.outcome)}
        </Badge>
        <RelativeTime at={call.at} now={now} />
      </span>
    </li>
  );
}
