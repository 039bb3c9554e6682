import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { isLink, type Link, linkLimits, linksAtMost } from '../../lib/live/channel-list.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { TextInput } from '../TextInput.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface OwnActionsProps {
  links: readonly Link[];
  onChange: (links: readonly Link[]) => void;
}

const nothing: Link = { name: '', url: '' };

/** The user's own addresses in the menu of a channel. Every change is saved at once. */
export function OwnActions({ links, onChange }: OwnActionsProps): VNode {
  const [draft, setDraft] = useState(nothing);
  /** The name of the one that is being changed: another window may move it, or take it away. */
  const [changed, setChanged] = useState<string | undefined>();
  const formRef = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<'name' | 'taken' | 'url' | undefined>();

  const edit = (link?: Link): void => {
    setDraft(link ?? nothing);
    setChanged(link?.name);
    setError(undefined);
  };
  const at = links.findIndex(({ name }) => name === changed);
  const isNew = at < 0;
  const isFull = isNew && links.length >= linksAtMost;
  const save = (): void => {
    const link = { name: draft.name.trim(), url: draft.url.trim() };
    const isTaken = links.some(({ name }, index) => name === link.name && index !== at);
    if (link.name === '') setError('name');
    else if (isTaken) setError('taken');
    else if (!isLink(link)) setError('url');
    else {
      onChange(isNew ? [...links, link] : links.with(at, link));
      edit();
    }
  };

  return (
    <>
      {links.length > 0 && (
        <Rows
          label={text('ownActions')}
          items={links}
          keyOf={({ name }) => name}
          nameOf={({ name }) => name}
          draw={({ name, url }) => (
            <span class="ss-own-action">
              <bdi class="ss-cut">{name}</bdi>
              <bdi class="ss-cut ss-own-url" title={url}>
                {url}
              </bdi>
            </span>
          )}
          more={(link) => (
            <IconButton
              size="small"
              icon="edit"
              label={text('buttonEdit', link.name)}
              onClick={() => {
                edit(link);
                formRef.current?.querySelector('input')?.focus();
              }}
            />
          )}
          onChange={onChange}
        />
      )}
      <form
        ref={formRef}
        class="ss-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isFull) save();
        }}
      >
        <TextInput
          label={text('ownActionName')}
          limit={linkLimits.name}
          value={draft.name}
          error={
            error === 'name'
              ? text('collectionNameEmpty')
              : error === 'taken'
                ? text('presetTwice', draft.name.trim())
                : undefined
          }
          onChange={(name) => {
            setDraft({ ...draft, name });
            setError(undefined);
          }}
        />
        <TextInput
          label={text('ownActionUrl')}
          placeholder="https://…/{login}"
          inputMode="url"
          spellcheck={false}
          value={draft.url}
          error={error === 'url' ? text('ownActionBad') : undefined}
          hint={isFull ? text('channelListFull', linksAtMost) : undefined}
          onChange={(url) => {
            setDraft({ ...draft, url });
            setError(undefined);
          }}
        />
        <span class="ss-own-deeds">
          <Button type="submit" disabled={isFull}>
            {text(isNew ? 'ownActionAdd' : 'optionsSave')}
          </Button>
          {changed !== undefined && (
            <Button kind="quiet" onClick={() => edit()}>
              {text('cancel')}
            </Button>
          )}
        </span>
      </form>
    </>
  );
}
