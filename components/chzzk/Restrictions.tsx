import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { type Restricted, type Term, termOf } from '../../lib/chzzk/manage/wish.ts';
import { leaves } from './leaves.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './props.ts';
import { LiftMany, RestrictMany } from './Many.tsx';
import { PartList } from './PartList.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { Column } from './Table.tsx';
import { TermSelect } from './TermSelect.tsx';

const columns: readonly Column<Restricted>[] = [
  { head: 'logWhom', by: ({ name }) => name },
  // For good is the longest.
  { head: 'restrictedUntil', by: ({ until = Infinity }) => until },
  { head: 'reason', by: ({ memo }) => memo },
  { head: 'logBy', by: ({ by }) => by },
];

/** The term that stands there at first, days. */
const usual: Term = 7;

/** Who is restricted in a channel. */
export function Restrictions({ state, now, actions }: ManageProps): VNode {
  return (
    <>
      <Card title={text('restrictNew')} text={text('restrictLead')}>
        <RestrictForm state={state} actions={actions} />
        <div>
          <RestrictMany actions={actions} />
        </div>
      </Card>
      <Card title={text('restrictions')}>
        <PartList
          part={state.restrictions}
          state={state}
          actions={actions}
          icon="ban"
          words={{ count: 'restrictionsCount', none: 'restrictionsNone', hint: 'restrictionsNoneHint' }}
          columns={columns}
          many={{
            keyOf: ({ id }) => id,
            nameOf: ({ name }) => name,
            draw: (chosen, onDone) => <LiftMany users={chosen} actions={actions} onDone={onDone} />,
          }}
        >
          {(user, _index, lead) => (
            <RestrictedRow key={user.id} user={user} lead={lead} state={state} now={now} actions={actions} />
          )}
        </PartList>
      </Card>
    </>
  );
}

function RestrictForm({ state: { doing, done }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  const [whom, setWhom] = useState('');
  const [days, setDays] = useState(usual);
  const [memo, setMemo] = useState('');

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
    void actions.act({ what: 'restrict', whom: whom.trim(), days, memo: memo.trim() });
  };

  return (
    <form class="ss-manage-form" onSubmit={restrict}>
      <TextInput label={text('restrictWhom')} value={whom} onChange={setWhom} spellcheck={false} />
      <TermSelect value={days} onChange={setDays} />
      <TextInput label={text('reason')} value={memo} onChange={setMemo} />
      <Button kind="primary" type="submit" busy={doing?.what === 'restrict'} disabled={whom.trim() === ''}>
        {text('restrict')}
      </Button>
    </form>
  );
}

/** Somebody who is restricted; the pencil opens what they are restricted for. */
function RestrictedRow({
  user,
  lead,
  state: { doing },
  now,
  actions,
}: ManageProps & { user: Restricted; lead: VNode | undefined }): VNode {
  const { id, name, until, memo, by } = user;
  const [isEdited, setEdited] = useState(false);
  const busy = doing && 'id' in doing && doing.id === id ? doing.what : undefined;
  return (
    <PersonRow
      id={id}
      name={name}
      lead={lead}
      cells={3}
      actions={actions}
      tools={
        <>
          <IconButton
            icon="edit"
            size="small"
            label={text('restrictionEdit', name)}
            data-opens
            aria-expanded={isEdited}
            onClick={() => setEdited(!isEdited)}
          />
          <Button
            size="small"
            busy={busy === 'lift'}
            aria-label={`${text('lift')}: ${name}`}
            onClick={() => void actions.act({ what: 'lift', id })}
          >
            {text('lift')}
          </Button>
        </>
      }
      below={
        isEdited && (
          <TermForm
            user={user}
            busy={busy === 'edit-restriction'}
            onClose={() => setEdited(false)}
            onSave={(term, reason) => {
              const days = termOf(user);
              const was = days === undefined ? undefined : { days, memo };
              return actions.act({
                what: 'edit-restriction',
                id,
                days: term,
                memo: reason,
                ...(was && { was }),
              });
            }}
          />
        )
      }
    >
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
    </PersonRow>
  );
}

interface TermFormProps {
  user: Restricted;
  busy: boolean;
  onClose: () => void;
  /** Resolves with whether it went well. */
  onSave: (days: Term, memo: string) => Promise<boolean>;
}

/** For how long somebody is restricted instead, and why. */
function TermForm({ user, busy, onClose, onSave }: TermFormProps): VNode {
  const before = termOf(user);
  const [days, setDays] = useState(before === undefined ? usual : before);
  const [memo, setMemo] = useState(user.memo);

  const save = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (await onSave(days, memo.trim())) onClose();
  };

  return (
    <form
      class="ss-manage-form"
      aria-label={text('restrictionEdit', user.name)}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => leaves(event) && onClose()}
    >
      <TermSelect value={days} onChange={setDays} />
      <TextInput label={text('reasonNow')} value={memo} onChange={setMemo} />
      <Button kind="primary" type="submit" busy={busy}>
        {text('save')}
      </Button>
      <Button onClick={onClose}>{text('cancel')}</Button>
    </form>
  );
}
