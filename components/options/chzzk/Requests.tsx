import type { TargetedSubmitEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import type { Plea } from '../../../lib/chzzk/manage/wish.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';
import { TextInput } from '../../TextInput.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './Manage.tsx';
import { PeopleList } from './PeopleList.tsx';

/** Who asks to be let in again, and with which words. */
export function Requests({ state, now, actions }: ManageProps): VNode {
  return (
    <Card title={text('requests')} text={text('requestsLead')}>
      <PeopleList
        part={state.requests}
        state={state}
        actions={actions}
        icon="message"
        words={{ count: 'requestsCount', none: 'requestsNone', hint: 'requestsNoneHint' }}
        columns={['logWhom', 'requestPlea', 'logWhen']}
      >
        {(plea) => <PleaRow key={plea.no} plea={plea} state={state} now={now} actions={actions} />}
      </PeopleList>
    </Card>
  );
}

/** Somebody's request; to turn it down, it wants a reason. */
function PleaRow({
  plea: { no, id, name = text('requestLeft'), plea, at },
  state: { doing },
  now,
  actions,
}: ManageProps & { plea: Plea }): VNode {
  const [judgment, setJudgment] = useState<string>();
  const answering = doing && 'no' in doing && doing.no === no ? doing.what : undefined;
  const rowRef = useRef<HTMLTableRowElement>(null);

  const close = (): void => {
    setJudgment(undefined);
    rowRef.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };

  const reject = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (judgment === undefined || judgment.trim() === '') return;
    if (await actions.act({ what: 'reject', no, judgment: judgment.trim() })) setJudgment(undefined);
  };

  return (
    <>
      <tr ref={rowRef}>
        <th scope="row">
          <bdi>{name}</bdi>
        </th>
        <td class="ss-manage-plea">
          <bdi>{plea}</bdi>
        </td>
        <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
        <td class="ss-manage-tools">
          <Button
            size="small"
            busy={answering === 'accept'}
            disabled={id === undefined}
            aria-label={`${text('requestAccept')}: ${name}`}
            onClick={() => {
              if (id !== undefined) void actions.act({ what: 'accept', no, id });
            }}
          >
            {text('requestAccept')}
          </Button>
          <Button
            size="small"
            aria-expanded={judgment !== undefined}
            aria-label={`${text('requestReject')}: ${name}`}
            onClick={() => setJudgment(judgment === undefined ? '' : undefined)}
          >
            {text('requestReject')}
          </Button>
        </td>
      </tr>
      {judgment !== undefined && (
        <tr>
          <td colSpan={4}>
            <form
              class="ss-manage-form"
              onSubmit={(event) => void reject(event)}
              onKeyDown={(event) => event.key === 'Escape' && close()}
            >
              <TextInput label={text('requestReason', name)} value={judgment} onChange={setJudgment} />
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
          </td>
        </tr>
      )}
    </>
  );
}
