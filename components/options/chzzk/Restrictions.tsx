import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { type Restricted, type Term, terms } from '../../../lib/chzzk/manage/wish.ts';
import { text } from '../../../lib/text.ts';
import { wholeDays } from '../../formats.ts';
import { useLocale } from '../../locale.ts';
import { Badge } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';
import { Select } from '../../Select.tsx';
import { TextInput } from '../../TextInput.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './Manage.tsx';
import { PeopleList } from './PeopleList.tsx';

/** The term that stands there at first, days. */
const usual = '7';
const permanent = 'permanent';

const termOf = (value: string): Term => terms.find((term) => String(term) === value) ?? null;

/** Who is restricted in a channel. */
export function Restrictions({ state, now, actions }: ManageProps): VNode {
  const { restrictions, doing } = state;
  return (
    <>
      <Card title={text('restrictNew')} text={text('restrictLead')}>
        <RestrictForm state={state} actions={actions} />
      </Card>
      <Card title={text('restrictions')}>
        <PeopleList
          part={restrictions}
          state={state}
          actions={actions}
          icon="ban"
          words={{ count: 'restrictionsCount', none: 'restrictionsNone', hint: 'restrictionsNoneHint' }}
          columns={['logWhom', 'restrictedUntil', 'reason', 'logBy']}
        >
          {(user) => (
            <RestrictedRow
              key={user.id}
              user={user}
              now={now}
              busy={doing?.what === 'lift' && doing.id === user.id}
              onLift={() => void actions.act({ what: 'lift', id: user.id })}
            />
          )}
        </PeopleList>
      </Card>
    </>
  );
}

function RestrictForm({ state: { doing, done }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  const [whom, setWhom] = useState('');
  const [days, setDays] = useState(usual);
  const [memo, setMemo] = useState('');

  const language = useLocale(undefined);
  const restricted = done?.doing.what === 'restrict' ? done.doing : undefined;
  // It may have been done only after a page of CHZZK's was opened.
  useEffect(() => {
    if (!restricted) return;
    setWhom((now) => (now.trim() === restricted.whom ? '' : now));
    setMemo((now) => (now.trim() === restricted.memo ? '' : now));
  }, [restricted]);

  const restrict = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (whom.trim() === '') return;
    const doing = { what: 'restrict', whom: whom.trim(), days: termOf(days), memo: memo.trim() } as const;
    void actions.act(doing);
  };

  return (
    <form class="ss-manage-form" onSubmit={restrict}>
      <TextInput label={text('restrictWhom')} value={whom} onChange={setWhom} spellcheck={false} />
      <Select
        label={text('restrictTerm')}
        value={days}
        options={terms.map((term) => ({
          value: term === null ? permanent : String(term),
          label: term === null ? text('restrictForGood') : wholeDays(term, language),
        }))}
        onChange={setDays}
      />
      <TextInput label={text('reason')} value={memo} onChange={setMemo} />
      <Button kind="primary" type="submit" busy={doing?.what === 'restrict'} disabled={whom.trim() === ''}>
        {text('restrict')}
      </Button>
    </form>
  );
}

interface RestrictedRowProps {
  user: Restricted;
  now: number;
  busy: boolean;
  onLift: () => void;
}

function RestrictedRow({ user: { name, until, memo, by }, now, busy, onLift }: RestrictedRowProps): VNode {
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td class="ss-log-when">
        {until === undefined ? (
          <Badge kind="danger">{text('restrictForGood')}</Badge>
        ) : (
          <RelativeTime at={until} now={now} />
        )}
      </td>
      <td class="ss-log-reason">
        <bdi>{memo}</bdi>
      </td>
      <td>{by !== undefined && <bdi>{by}</bdi>}</td>
      <td class="ss-manage-tools">
        <Button size="small" busy={busy} aria-label={`${text('lift')}: ${name}`} onClick={onLift}>
          {text('lift')}
        </Button>
      </td>
    </tr>
  );
}
