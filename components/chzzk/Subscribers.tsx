import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { wholeMonths } from '../formats.ts';
import { useLocale } from '../locale.ts';
import { RelativeTime } from '../RelativeTime.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './props.ts';
import { tierName } from './Narrowing.tsx';
import { restrictable } from './Many.tsx';
import { PartList } from './PartList.tsx';
import { PersonRow } from './PersonRow.tsx';

/** Who subscribes to a channel. */
export function Subscribers({ state, now, actions }: ManageProps): VNode {
  const language = useLocale(undefined);
  const monthsOf = (count: number | undefined): string =>
    count === undefined ? '' : wholeMonths(count, language);
  return (
    <Card title={text('subscribers')}>
      <PartList
        part={state.subscribers}
        state={state}
        actions={actions}
        icon="star"
        words={{ count: 'subscribersCount', none: 'subscribersNone', hint: 'subscribersNoneHint' }}
        columns={['logWhom', 'subscriberTier', 'subscriberMonths', 'subscriberPeriod', 'subscribesSince']}
        narrowing={['sort', 'period', 'tier']}
        many={restrictable(actions)}
      >
        {({ id, name, tier, months, period, at }, index, lead) => (
          <PersonRow key={id ?? index} id={id} name={name} lead={lead} cells={4} actions={actions}>
            <td>{tier !== undefined && <Badge kind="lamp">{tierName(tier)}</Badge>}</td>
            <td>{monthsOf(months)}</td>
            <td>{monthsOf(period)}</td>
            <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
          </PersonRow>
        )}
      </PartList>
    </Card>
  );
}
