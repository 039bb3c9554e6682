import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Follower, Restricted, Term } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ManageActions } from './actions.ts';
import type { PartListProps } from './PartList.tsx';
import { Preview } from './Preview.tsx';
import { TermSelect } from './TermSelect.tsx';

/** Somebody to be restricted: by their id where it is known, or else by their nickname. */
export interface Whom {
  readonly whom: string;
  readonly name: string;
}

/** What {@link RestrictMany} is drawn from. */
export interface RestrictManyProps {
  /** Without them they are typed in. */
  people?: readonly Whom[] | undefined;
  actions: Pick<ManageActions, 'actOnMany'>;
  /** It was wished for. */
  onDone?: (() => void) | undefined;
}

/** One nickname a line, each once. */
const namesIn = (lines: string): readonly Whom[] =>
  [...new Set(lines.split('\n').map((line) => line.trim()))]
    .filter(Boolean)
    .map((name) => ({ whom: name, name }));

/** Restricts several at once, once it was shown whom. */
export function RestrictMany({ people, actions, onDone }: RestrictManyProps): VNode {
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState('');
  const [days, setDays] = useState<Term>(7);
  const [memo, setMemo] = useState('');
  const whom = people ?? namesIn(lines);
  return (
    <>
      <Button disabled={people?.length === 0} onClick={() => setOpen(true)}>
        {people ? text('restrictChosen', people.length) : text('restrictSeveral')}
      </Button>
      {isOpen && (
        <Preview
          title={text('restrictManyTitle')}
          does={text('restrictManyNow', whom.length)}
          names={whom.map(({ name }) => name)}
          onClose={() => setOpen(false)}
          onDo={() => {
            actions.actOnMany(
              whom.map((one) => ({
                doing: { what: 'restrict', whom: one.whom, days, memo: memo.trim() },
                name: one.name,
              })),
            );
            setLines('');
            onDone?.();
          }}
        >
          {!people && (
            <TextInput
              label={text('restrictManyNames')}
              hint={text('restrictManyNamesHint')}
              multiline
              value={lines}
              onChange={setLines}
              spellcheck={false}
            />
          )}
          <div class="ss-manage-form">
            <TermSelect value={days} onChange={setDays} />
            <TextInput label={text('reason')} value={memo} onChange={setMemo} />
          </div>
        </Preview>
      )}
    </>
  );
}

/** Lets people of a list be chosen, and restricted together; whoever has left is nobody to restrict. */
export const restrictable = (
  actions: Pick<ManageActions, 'actOnMany'>,
): NonNullable<PartListProps<Follower>['many']> => ({
  keyOf: ({ id }) => id,
  nameOf: ({ name = '' }) => name,
  draw: (chosen, onDone) => (
    <RestrictMany
      people={chosen.flatMap(({ id, name }) => (id === undefined ? [] : [{ whom: id, name: name ?? id }]))}
      actions={actions}
      onDone={onDone}
    />
  ),
});

/** What {@link LiftMany} is drawn from. */
export interface LiftManyProps {
  users: readonly Restricted[];
  actions: Pick<ManageActions, 'actOnMany'>;
  /** It was wished for. */
  onDone: () => void;
}

/** Lifts several restrictions at once, once it was shown whose. */
export function LiftMany({ users, actions, onDone }: LiftManyProps): VNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button disabled={users.length === 0} onClick={() => setOpen(true)}>
        {text('liftChosen', users.length)}
      </Button>
      {isOpen && (
        <Preview
          title={text('liftManyTitle')}
          does={text('liftManyNow', users.length)}
          names={users.map(({ name }) => name)}
          onClose={() => setOpen(false)}
          onDo={() => {
            actions.actOnMany(users.map(({ id, name }) => ({ doing: { what: 'lift', id }, name })));
            onDone();
          }}
        />
      )}
    </>
  );
}
