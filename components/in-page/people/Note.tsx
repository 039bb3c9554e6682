import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Platform } from '../../../lib/chat/message.ts';
import { describeFailure } from '../../../lib/failure-text.ts';
import type { Card } from '../../../lib/pages/cards.ts';
import { type Inline, linesOfNote } from '../../../lib/people/markdown.ts';
import type { Person } from '../../../lib/people/people.ts';
import { nicknameLimit, noteLimit } from '../../../lib/people/person.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { focusedNear } from '../../focus.ts';
import { Icon } from '../../Icon.tsx';
import { TextInput } from '../../TextInput.tsx';
import { toPanel } from './Panel.tsx';

/** What the user's own words are drawn from. */
export interface NoteProps {
  person: Person;
  saving: Card['saving'];
  platform: Platform;
  /** It opens for writing whenever this changes, unless it is 0. */
  writes: number;
  /** Resolves with whether the words were kept. */
  onSave: (words: { nickname: string; note: string }) => Promise<boolean>;
}

/** The user's own words about somebody: to be read, and to be written. */
export function Note({ person, saving, platform, writes, onSave }: NoteProps): VNode {
  const { nickname = '', note = '' } = person;
  const [draft, setDraft] = useState<{ nickname: string; note: string } | undefined>();
  const formRef = useRef<HTMLFormElement>(null);
  const isWriting = draft !== undefined;

  useLayoutEffect(() => {
    if (writes > 0) setDraft((begun) => begun ?? { nickname, note });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is kept may change, which is no wish to write
  }, [writes]);
  useLayoutEffect(() => {
    const form = formRef.current;
    if (form?.closest('.ss-panel')?.contains(focusedNear(form))) form.querySelector('textarea')?.focus();
  }, [isWriting]);

  const stop = (): void => {
    if (formRef.current) toPanel(formRef.current);
    setDraft(undefined);
  };
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
          onClick={({ currentTarget }) => {
            toPanel(currentTarget);
            setDraft({ nickname, note });
          }}
        >
          {text(isEmpty ? 'cardWriteNote' : 'cardEditNote')}
        </Button>
      </div>
    );
  }
  const save = async (): Promise<void> => {
    if (await onSave(draft)) stop();
  };
  return (
    <form
      ref={formRef}
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
        stop();
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
            {describeFailure(saving, platform).title}. {describeFailure(saving, platform).hint}
          </span>
        </p>
      )}
      <span class="ss-note-steps">
        <Button type="submit" size="small" kind="primary" busy={saving === 'busy'}>
          {text('save')}
        </Button>
        <Button size="small" kind="quiet" onClick={stop}>
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
