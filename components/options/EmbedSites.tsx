import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { embedSitesAtMost, siteOf } from '../../lib/moderation/embed-site.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { AddForm } from './AddForm.tsx';

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

  useEffect(() => {
    if (proposed !== '') formRef.current?.scrollIntoView({ block: 'center' });
  }, [proposed]);

  const add = (typed: string): boolean => {
    const site = siteOf(typed);
    if (site !== undefined && !sites.includes(site)) onChange([...sites, site]);
    return site !== undefined;
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
      <AddForm
        label={text('embedSiteName')}
        placeholder="chat.example.com"
        wrong={text('embedSiteBad')}
        button={text('embedSiteAdd')}
        isFull={sites.length >= embedSitesAtMost}
        start={sites.includes(proposed) ? '' : proposed}
        formRef={formRef}
        onAdd={add}
      />
    </>
  );
}
