import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Restricted, Term } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ManageActions } from './actions.ts';
import { TermSelect } from './TermSelect.tsx';

/** The most names that are shown beforehand; how many there are is said besides. */
const shownAtMost = 100;

interface PreviewProps {
  title: string;
  /** The words on the button that does it. */
  does: string;
  names: readonly string[];
  /** What has to be filled in. */
  children?: ComponentChildren;
  onClose: () => void;
  onDo: () => void;
}

/** Who it would be about, before anything happens. */
function Preview({ title, does, names, children, onClose, onDo }: PreviewProps): VNode {
  const act = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (names.length === 0) return;
    onClose();
    onDo();
  };
  return (
    <Dialog title={title} closeLabel={text('close')} onClose={onClose}>
      <form class="ss-manage-many" onSubmit={act}>
        {children}
        <p role="status">{text('manyPreview', names.length)}</p>
        {names.length > 0 && (
          <ul class="ss-manage-names" aria-label={text('logWhom')} tabIndex={0}>
            {names.slice(0, shownAtMost).map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
            {names.length > shownAtMost && <li>{text('manyMore', names.length - shownAtMost)}</li>}
          </ul>
        )}
        <p class="ss-quiet">{text('manySlow')}</p>
        <div class="ss-manage-form">
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button kind="danger" type="submit" disabled={names.length === 0}>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

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
