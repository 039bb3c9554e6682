import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Word } from '../../lib/chzzk/manage/wish.ts';
import { longestWord, sortPasted } from '../../lib/managing/pasted.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ManageActions } from './actions.ts';
import { Preview } from './Preview.tsx';

/** What {@link AddWords} is drawn from. */
export interface AddWordsProps {
  /** Those that there are. */
  words: readonly Word[];
  actions: Pick<ManageActions, 'actOnMany'>;
}

/** Adds words that are pasted, once it was shown which of them are new. */
export function AddWords({ words, actions }: AddWordsProps): VNode {
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState('');
  const { fresh, known, tooLong } = sortPasted(
    lines,
    words.map(({ word }) => word),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text('wordsAddMany')}</Button>
      {isOpen && (
        <Preview
          title={text('wordsAddManyTitle')}
          does={text('wordsAddManyNow', fresh.length)}
          names={fresh}
          about="words"
          isKind
          onClose={() => setOpen(false)}
          onDo={() => {
            actions.actOnMany(fresh.map((word) => ({ doing: { what: 'add-word', word }, name: word })));
            setLines('');
          }}
        >
          <TextInput
            label={text('wordsPaste')}
            hint={text('wordsPasteHint')}
            multiline
            value={lines}
            onChange={setLines}
            spellcheck={false}
          />
          <Left title={text('wordsPasteKnown', known.length)} words={known} />
          <Left title={text('wordsPasteLong', tooLong.length, longestWord)} words={tooLong} />
        </Preview>
      )}
    </>
  );
}

/** Those that are not added, and why. */
function Left({ title, words }: { title: string; words: readonly string[] }): VNode | null {
  if (words.length === 0) return null;
  return (
    <p class="ss-quiet ss-manage-left">
      {title} <bdi>{words.join(', ')}</bdi>
    </p>
  );
}

/** What {@link RemoveWords} is drawn from. */
export interface RemoveWordsProps {
  words: readonly Word[];
  actions: Pick<ManageActions, 'actOnMany'>;
  /** It was wished for. */
  onDone: () => void;
}

/** Removes several words at once, once it was shown which. */
export function RemoveWords({ words, actions, onDone }: RemoveWordsProps): VNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button disabled={words.length === 0} onClick={() => setOpen(true)}>
        {text('removeChosen', words.length)}
      </Button>
      {isOpen && (
        <Preview
          title={text('wordsRemoveManyTitle')}
          does={text('removeManyNow', words.length)}
          names={words.map(({ word }) => word)}
          about="words"
          onClose={() => setOpen(false)}
          onDo={() => {
            actions.actOnMany(
              words.map(({ no, word }) => ({ doing: { what: 'remove-word', no }, name: word })),
            );
            onDone();
          }}
        />
      )}
    </>
  );
}
