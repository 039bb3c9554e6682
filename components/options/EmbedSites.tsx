import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { embedSitesAtMost, siteOf } from '../../lib/moderation/embed-site.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { TextInput } from '../TextInput.tsx';

/** What the list is drawn from. */
export interface EmbedSitesProps {
  sites: readonly string[];
  /** The site from whose page the user came here. */
  proposed?: string | undefined;
  onChange: (sites: readonly string[]) => void;
}

/** Sites in whose pages an embedded chat has the tools. Every change is saved at once. */
export function EmbedSites({ sites, proposed = '', onChange }: EmbedSitesProps): VNode {
  const formRef = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(sites.includes(proposed) ? '' : proposed);
  const [isWrong, setWrong] = useState(false);

  useEffect(() => {
    if (proposed !== '') formRef.current?.scrollIntoView({ block: 'center' });
  }, [proposed]);

  const add = (): void => {
    const site = siteOf(typed);
    if (site === undefined) setWrong(true);
    else {
      if (!sites.includes(site)) onChange([...sites, site]);
      setTyped('');
    }
  };

  return (
    <>
      {sites.length > 0 && (
        <ul class="ss-rows-list" aria-label={text('embedSites')}>
          {sites.map((site) => (
            <li key={site} class="ss-row">
              <span class="ss-profile-name ss-cut">{site}</span>
              <IconButton
                size="small"
                kind="danger"
                icon="trash"
                label={text('embedSiteRemove', site)}
                onClick={() => onChange(sites.filter((other) => other !== site))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        ref={formRef}
        class="ss-profile-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          label={text('embedSiteName')}
          hideLabel
          placeholder="chat.example.com"
          spellcheck={false}
          error={isWrong ? text('embedSiteBad') : undefined}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setWrong(false);
          }}
        />
        <Button type="submit" icon="plus" disabled={sites.length >= embedSitesAtMost}>
          {text('embedSiteAdd')}
        </Button>
      </form>
    </>
  );
}
