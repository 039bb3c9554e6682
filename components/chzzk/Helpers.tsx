import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { type Helper, type StreamingRole, streamingRoles } from '../../lib/chzzk/manage/wish.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { Select } from '../Select.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import { Confirm } from './Confirm.tsx';
import type { ManageProps } from './props.ts';
import type { Column } from './Table.tsx';
import { WholeList } from './WholeList.tsx';

const roleWords = {
  STREAMING_CHAT_MANAGER: 'helperChat',
  STREAMING_CHANNEL_MANAGER: 'helperChannel',
  STREAMING_SETTLEMENT_MANAGER: 'helperSettlement',
} as const satisfies Record<StreamingRole, TextKey>;

const givable = (role: string): StreamingRole | undefined => streamingRoles.find((one) => one === role);

/** A role's name; one that nobody knows goes by CHZZK's. */
function roleName(role: string): string {
  const known = givable(role);
  if (known) return text(roleWords[known]);
  return role === 'STREAMER' ? text('roleBroadcaster') : role;
}

const columns: readonly Column<Helper>[] = [
  { head: 'restrictWhom', by: ({ name }) => name },
  { head: 'helperRole', by: ({ role }) => roleName(role) },
  { head: 'logWhen', by: ({ at }) => at },
];

/** Who has a role in a channel. */
export function Helpers({ state, now, actions }: ManageProps): VNode {
  const { helpers, failure, doing } = state;
  const [taken, setTaken] = useState<Helper>();
  return (
    <>
      {failure?.code !== 'chzzk-no-role' && (
        <Card title={text('helperNew')} text={text('helperLead')}>
          <HelperForm state={state} actions={actions} />
        </Card>
      )}
      <Card title={text('helpers')}>
        <WholeList
          rows={helpers}
          state={state}
          actions={actions}
          icon="shield"
          words={{ search: 'helpersSearch', none: 'helpersNone', hint: 'helpersNoneHint' }}
          columns={columns}
          foundBy={({ name, role }) => [name, roleName(role)]}
        >
          {(helper) => (
            <HelperRow
              key={helper.id}
              helper={helper}
              now={now}
              busy={doing?.what === 'take-role' && doing.id === helper.id}
              onTake={() => setTaken(helper)}
            />
          )}
        </WholeList>
      </Card>
      {taken && (
        <Confirm
          title={text('helperTakeTitle', taken.name, roleName(taken.role))}
          hint={text('helperTakeText')}
          does={text('helperTake')}
          isDanger
          onClose={() => setTaken(undefined)}
          onDo={() => void actions.act({ what: 'take-role', id: taken.id })}
        />
      )}
    </>
  );
}

function HelperForm({ state: { doing, done }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  const [whom, setWhom] = useState('');
  const [role, setRole] = useState<StreamingRole>(streamingRoles[0]);
  const [isAsking, setAsking] = useState(false);
  const wanted = whom.trim();

  const given = done?.doing.what === 'give-role' ? done.doing : undefined;
  // It may have been given only after a page of CHZZK's was opened.
  useEffect(() => given && setWhom((now) => (now.trim() === given.whom ? '' : now)), [given]);

  const ask = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (wanted !== '') setAsking(true);
  };

  return (
    <>
      <form class="ss-manage-form" onSubmit={ask}>
        <TextInput label={text('restrictWhom')} value={whom} onChange={setWhom} spellcheck={false} />
        <Select
          label={text('helperRole')}
          value={role}
          options={streamingRoles.map((value) => ({ value, label: text(roleWords[value]) }))}
          onChange={setRole}
        />
        <Button kind="primary" type="submit" busy={doing?.what === 'give-role'} disabled={wanted === ''}>
          {text('helperGive')}
        </Button>
      </form>
      {isAsking && (
        <Confirm
          title={text('helperGiveTitle', wanted, text(roleWords[role]))}
          hint={text('helperGiveText')}
          does={text('helperGive')}
          onClose={() => setAsking(false)}
          onDo={() => void actions.act({ what: 'give-role', whom: wanted, role })}
        />
      )}
    </>
  );
}

interface HelperRowProps {
  helper: Helper;
  now: number;
  busy: boolean;
  onTake: () => void;
}

/** Somebody with their role; one that cannot be given, as the broadcaster's own, cannot be taken either. */
function HelperRow({ helper: { name, role, at }, now, busy, onTake }: HelperRowProps): VNode {
  const isGiven = givable(role) !== undefined;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <Badge kind={isGiven ? 'neutral' : 'lamp'}>{roleName(role)}</Badge>
      </td>
      <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
      <td class="ss-manage-tools">
        {isGiven && (
          <Button size="small" busy={busy} aria-label={`${text('helperTake')}: ${name}`} onClick={onTake}>
            {text('helperTake')}
          </Button>
        )}
      </td>
    </tr>
  );
}
