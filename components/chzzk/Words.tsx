import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { Word } from '../../lib/chzzk/manage/wish.ts';
import { isSameWord } from '../../lib/managing/pasted.ts';
import { leaves } from './leaves.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { IconButton } from '../IconButton.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import { AddWords, RemoveWords } from './ManyWords.tsx';
import type { ManageProps } from './props.ts';
import type { Column } from './Table.tsx';
import { WholeList } from './WholeList.tsx';

const columns: readonly Column<Word>[] = [
  { head: 'word', by: ({ word }) => word },
  { head: 'wordBy', by: ({ by }) => by },
  { head: 'logWhen', by: ({ at }) => at },
];

/** The prohibited words of a channel. */
export function Words({ state, now, actions }: ManageProps): VNode {
  const { words, doing, done } = state;
  const [word, setWord] = useState('');
  const [isRemovingAll, setRemovingAll] = useState(false);
  const isKnown = words?.some((one) => isSameWord(one.word, word)) === true;

  const added = done?.doing.what === 'add-word' ? done.doing : undefined;
  // It may have been added only after a page of CHZZK's was opened.
  useEffect(() => added && setWord((now) => (now.trim() === added.word ? '' : now)), [added]);

  const add = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (word.trim() !== '' && !isKnown) void actions.act({ what: 'add-word', word: word.trim() });
  };

  return (
    <>
      <Card title={text('prohibitedWords')} text={text('prohibitedWordsLead')}>
        <form class="ss-manage-form" onSubmit={add}>
          <TextInput
            label={text('wordNew')}
            value={word}
            onChange={setWord}
            error={isKnown && doing === undefined ? text('wordKnown') : undefined}
          />
          <Button
            kind="primary"
            type="submit"
            busy={doing?.what === 'add-word'}
            disabled={word.trim() === ''}
          >
            {text('wordAdd')}
          </Button>
          {words && <AddWords words={words} actions={actions} />}
        </form>
        <WholeList
          rows={words}
          state={state}
          actions={actions}
          icon="mute"
          words={{ search: 'wordsSearch', none: 'wordsNone', hint: 'wordsNoneHint' }}
          columns={columns}
          foundBy={({ word }) => [word]}
          bar={
            <Button icon="trash" onClick={() => setRemovingAll(true)}>
              {text('wordsRemoveAll')}
            </Button>
          }
          many={{
            keyOf: ({ no }) => String(no),
            nameOf: ({ word }) => word,
            draw: (chosen, onDone) => <RemoveWords words={chosen} actions={actions} onDone={onDone} />,
          }}
        >
          {(one, _index, lead) => (
            <WordRow key={one.no} word={one} lead={lead} state={state} now={now} actions={actions} />
          )}
        </WholeList>
      </Card>
      {isRemovingAll && words && (
        <RemoveAll
          count={words.length}
          onClose={() => setRemovingAll(false)}
          onRemove={() => {
            setRemovingAll(false);
            void actions.act({ what: 'remove-all-words' });
          }}
        />
      )}
    </>
  );
}

interface WordRowProps extends ManageProps {
  word: Word;
  lead: VNode | undefined;
}

function WordRow({ word: { no, word, by, at }, lead, state, now, actions }: WordRowProps): VNode {
  const [draft, setDraft] = useState<string>();
  const { doing } = state;
  const isBusy = doing !== undefined && 'no' in doing && doing.no === no;

  const save = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (draft === undefined || draft.trim() === '') return;
    const isSame = draft.trim() === word;
    if (isSame || (await actions.act({ what: 'edit-word', no, word: draft.trim() }))) setDraft(undefined);
  };

  if (draft !== undefined) {
    return (
      <tr>
        <td colSpan={lead ? 5 : 4}>
          <form
            class="ss-manage-form"
            onSubmit={(event) => void save(event)}
            onKeyDown={(event) => leaves(event) && setDraft(undefined)}
          >
            <TextInput label={text('wordEditLabel', word)} hideLabel value={draft} onChange={setDraft} />
            <Button kind="primary" type="submit" busy={isBusy} disabled={draft.trim() === ''}>
              {text('save')}
            </Button>
            <Button onClick={() => setDraft(undefined)}>{text('cancel')}</Button>
          </form>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {lead}
      <th scope="row">
        <bdi>{word}</bdi>
      </th>
      <td>{by !== undefined && <bdi>{by}</bdi>}</td>
      <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
      <td class="ss-manage-tools">
        <IconButton
          icon="edit"
          size="small"
          label={text('wordEdit', word)}
          disabled={isBusy}
          onClick={() => setDraft(word)}
        />
        <IconButton
          icon="trash"
          size="small"
          kind="danger"
          label={text('wordRemove', word)}
          busy={isBusy}
          onClick={() => void actions.act({ what: 'remove-word', no })}
        />
      </td>
    </tr>
  );
}

interface RemoveAllProps {
  count: number;
  onClose: () => void;
  onRemove: () => void;
}

/** Asks twice: CHZZK forgets them all at once, and gives none of them back. */
function RemoveAll({ count, onClose, onRemove }: RemoveAllProps): VNode {
  const [isSure, setSure] = useState(false);
  return (
    <Dialog
      title={text('wordsRemoveAllTitle', count)}
      closeLabel={text('close')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          {isSure ? (
            <Button key="now" kind="danger" onClick={onRemove}>
              {text('wordsRemoveAllNow', count)}
            </Button>
          ) : (
            <Button key="sure" kind="danger" onClick={() => setSure(true)}>
              {text('wordsRemoveAll')}
            </Button>
          )}
        </>
      }
    >
      <p role="status">{text(isSure ? 'wordsRemoveAllSure' : 'wordsRemoveAllText')}</p>
    </Dialog>
  );
}
