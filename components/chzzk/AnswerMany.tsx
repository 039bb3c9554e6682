import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Plea } from '../../lib/chzzk/manage/wish.ts';
import { acceptable } from '../../lib/managing/answers.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ManageActions } from './actions.ts';
import { Preview } from './Preview.tsx';

/** What {@link AnswerMany} is drawn from. */
export interface AnswerManyProps {
  pleas: readonly Plea[];
  actions: Pick<ManageActions, 'actOnMany'>;
  /** It was wished for. */
  onDone: () => void;
}

const nameOf = ({ name }: Plea): string => name ?? text('requestLeft');

/** Accepts several requests at once, or turns them down with one reason, once it was shown whose. */
export function AnswerMany({ pleas, actions, onDone }: AnswerManyProps): VNode {
  const [open, setOpen] = useState<'accept' | 'reject'>();
  const [judgment, setJudgment] = useState('');
  const close = (): void => setOpen(undefined);
  const accepted = acceptable(pleas);
  return (
    <>
      <Button disabled={accepted.length === 0} onClick={() => setOpen('accept')}>
        {text('acceptChosen', accepted.length)}
      </Button>
      <Button disabled={pleas.length === 0} onClick={() => setOpen('reject')}>
        {text('rejectChosen', pleas.length)}
      </Button>
      {open === 'accept' && (
        <Preview
          title={text('acceptManyTitle')}
          does={text('acceptManyNow', accepted.length)}
          names={accepted.map(nameOf)}
          isKind
          onClose={close}
          onDo={() => {
            actions.actOnMany(
              accepted.map((plea) => ({
                doing: { what: 'accept', no: plea.no, id: plea.id },
                name: nameOf(plea),
              })),
            );
            onDone();
          }}
        >
          <p>{text('acceptManyText')}</p>
        </Preview>
      )}
      {open === 'reject' && (
        <Preview
          title={text('rejectManyTitle')}
          does={text('rejectManyNow', pleas.length)}
          names={pleas.map(nameOf)}
          isIncomplete={judgment.trim() === ''}
          onClose={close}
          onDo={() => {
            actions.actOnMany(
              pleas.map((plea) => ({
                doing: {
                  what: 'reject',
                  no: plea.no,
                  judgment: judgment.trim(),
                  ...(plea.id !== undefined && { id: plea.id }),
                },
                name: nameOf(plea),
              })),
            );
            setJudgment('');
            onDone();
          }}
        >
          <TextInput
            label={text('rejectManyReason')}
            hint={text('rejectManyText')}
            value={judgment}
            onChange={setJudgment}
          />
        </Preview>
      )}
    </>
  );
}
