import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { RelativeTime } from '../RelativeTime.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './props.ts';
import { restrictable } from './Many.tsx';
import { PartList } from './PartList.tsx';
import { PersonRow } from './PersonRow.tsx';

/** Who follows a channel. */
export function Followers({ state, now, actions }: ManageProps): VNode {
  return (
    <Card title={text('followers')}>
      <PartList
        part={state.followers}
        state={state}
        actions={actions}
        icon="user"
        words={{ count: 'followersCount', none: 'followersNone', hint: 'followersNoneHint' }}
        columns={['logWhom', 'followsSince']}
        narrowing={['sort']}
        many={restrictable(actions)}
      >
        {({ id, name, at }, index, lead) => (
          <PersonRow key={id ?? index} id={id} name={name} lead={lead} cells={1} actions={actions}>
            <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
          </PersonRow>
        )}
      </PartList>
    </Card>
  );
}
