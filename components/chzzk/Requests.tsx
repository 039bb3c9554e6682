import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Plea } from '../../lib/chzzk/manage/wish.ts';
import { leaves } from './leaves.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import { AnswerMany } from './AnswerMany.tsx';
import type { ManageProps } from './props.ts';
import { PartList } from './PartList.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { Column } from './Table.tsx';

const columns: readonly Column<Plea>[] = [
  { head: 'logWhom', by: ({ name }) => name },
  'requestPlea',
  { head: 'logWhen', by: ({ at }) => at },
];

/** Who asks to be let in again, and with which words. */
export function Requests({ state, now, actions }: ManageProps): VNode {
  return (
    <Card title={text('requests')} text={text('requestsLead')}>
      <PartList
        part={state.requests}
        state={state}
        actions={actions}
        icon="message"
        words={{ count: 'requestsCount', none: 'requestsNone', hint: 'requestsNoneHint' }}
        columns={columns}
        many={{
          keyOf: ({ no }) => String(no),
          nameOf: ({ name }) => name ?? text('requestLeft'),
          draw: (chosen, onDone) => <AnswerMany pleas={chosen} actions={actions} onDone={onDone} />,
        }}
      >
        {(plea, _index, lead) => (
          <PleaRow key={plea.no} plea={plea} lead={lead} state={state} now={now} actions={actions} />
        )}
      </PartList>
    </Card>
  );
}

/** Somebody's request; to turn it down, it wants a reason. */
function PleaRow({
  plea: { no, id, name, plea, at },
  lead,
  state: { doing },
  now,
  actions,
}: ManageProps & { plea: Plea; lead: VNode | undefined }): VNode {
  const [judgment, setJudgment] = useState<string>();
  const answering = doing && 'no' in doing && doing.no === no ? doing.what : undefined;
  const shown = name ?? text('requestLeft');
  const close = (): void => setJudgment(undefined);

  const reject = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (judgment === undefined || judgment.trim() === '') return;
    if (await actions.act({ what: 'reject', no, judgment: judgment.trim(), ...(id !== undefined && { id }) }))
      close();
  };

  return (
    <PersonRow
      id={id}
      name={name}
      lead={lead}
      cells={2}
      actions={actions}
      tools={
        <>
          <Button
            size="small"
            busy={answering === 'accept'}
            disabled={id === undefined}
            aria-label={`${text('requestAccept')}: ${shown}`}
            onClick={() => {
              if (id !== undefined) void actions.act({ what: 'accept', no, id });
            }}
          >
            {text('requestAccept')}
          </Button>
          <Button
            size="small"
            data-opens
            aria-expanded={judgment !== undefined}
            aria-label={`${text('requestReject')}: ${shown}`}
            onClick={() => setJudgment(judgment === undefined ? '' : undefined)}
          >
            {text('requestReject')}
          </Button>
        </>
      }
      below={
        judgment !== undefined && (
          <form
            class="ss-manage-form"
            onSubmit={(event) => void reject(event)}
            onKeyDown={(event) => leaves(event) && close()}
          >
            <TextInput label={text('requestReason', shown)} value={judgment} onChange={setJudgment} />
            <Button
              kind="danger"
              type="submit"
              busy={answering === 'reject'}
              disabled={judgment.trim() === ''}
            >
              {text('requestReject')}
            </Button>
            <Button onClick={close}>{text('cancel')}</Button>
          </form>
        )
      }
    >
      <td class="ss-manage-plea">
        <bdi>{plea}</bdi>
      </td>
      <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
    </PersonRow>
  );
}
