import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../../lib/failure-text.ts';
import type { Card } from '../../../lib/pages/cards.ts';
import { type Inline, linesOfNote } from '../../../lib/people/markdown.ts';
import type { Person } from '../../../lib/people/people.ts';
import { nicknameLimit, noteLimit } from '../../../lib/people/person.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Icon } from '../../Icon.tsx';
import { TextInput } from '../../TextInput.tsx';

/** What the user's own words are drawn from. */
export interface NoteProps {
  person: Person;
  saving: Card['saving'];
  /** It opens for writing. */
  startsWriting: boolean;
  /** Resolves with whether the words were kept. */
  onSave: (words: { nickname: string; note: string }) => Promise<boolean>;
}

/** The user's own words about somebody: to be read, and to be written. */
export function Note({ person, saving, startsWriting, onSave }: NoteProps): VNode {
  const { nickname = '', note = '' } = person;
  const [draft, setDraft] = useState(startsWriting ? { nickname, note } : undefined);
  if (!draft) {
    const isEmpty = nickname === '' && note === '';
    return (
      <div class="ss-note">
        {nickname !== '' && (
          <p>
            <span class="ss-quiet">{text('cardNickname')}</span> <bdi>{nickname}</bdi>
          </p>
        )}
        {note !== '' && <Markdown note={note} />}
        <Button
          size="small"
          icon={isEmpty ? 'note' : 'edit'}
          kind="quiet"
          onClick={() => setDraft({ nickname, note })}
        >
          {text(isEmpty ? 'cardWriteNote' : 'cardEditNote')}
        </Button>
      </div>
    );
  }
  const save = async (): Promise<void> => {
    if (await onSave(draft)) setDraft(undefined);
  };
  return (
    <form
      class="ss-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        if (event.key !== 'Escape') return;
        // Esc gives the writing up, and only the next one closes the card.
        event.preventDefault();
        setDraft(undefined);
      }}
    >
      <TextInput
        label={text('cardNickname')}
        spellcheck={false}
        limit={nicknameLimit}
        value={draft.nickname}
        onChange={(value) => setDraft({ ...draft, nickname: value })}
      />
      <TextInput
        label={text('cardNote')}
        hint={text('cardNoteHint')}
        limit={noteLimit}
        // Browsers send what is typed to spelling services.
        spellcheck={false}
        multiline
        value={draft.note}
        onChange={(value) => setDraft({ ...draft, note: value })}
      />
      {typeof saving === 'object' && (
        <p class="ss-card-failure" role="alert">
          <Icon name="warning" size={14} />
          <span>
            {describeFailure(saving).title}. {describeFailure(saving).hint}
          </span>
        </p>
      )}
      <span class="ss-note-steps">
        <Button type="submit" size="small" kind="primary" busy={saving === 'busy'}>
          {text('save')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => setDraft(undefined)}>
          {text('cancel')}
        </Button>
      </span>
    </form>
  );
}

/** A note as it is read. */
function Markdown({ note }: { note: string }): VNode {
  return (
    <div class="ss-markdown" dir="auto">
      {linesOfNote(note).map(({ kind, parts }, index) => (
        <p key={index} data-kind={kind}>
          {parts.map(drawPart)}
        </p>
      ))}
    </div>
  );
}

function drawPart(part: Inline): VNode | string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'emphasis':
      return <em>{part.text}</em>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer noopener">
          {part.text}
        </a>
      );
  }
}
