import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Open } from '../../lib/explorer/explorer.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Icon } from '../Icon.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { Answer } from './Answer.tsx';
import { Method } from './EndpointList.tsx';
import type { ExplorerProps } from './Explorer.tsx';
import { Needs } from './Needs.tsx';
import { ParameterForm } from './ParameterForm.tsx';

/** What the page of an endpoint is drawn from. */
export interface EndpointPageProps extends ExplorerProps {
  open: Open;
}

/** One endpoint: what it needs, its form, and what came of the last call. */
export function EndpointPage(props: EndpointPageProps): VNode {
  const { open, actions } = props;
  const { card, phase } = open;
  const headingRef = useRef<HTMLHeadingElement>(null);

  useEffect(() => headingRef.current?.focus(), []);

  return (
    <article class="ss-endpoint">
      <header class="ss-endpoint-head">
        <span class="ss-endpoint-back">
          <Button kind="quiet" size="small" icon="chevron-left" onClick={() => actions.goTo()}>
            {text('apiAll')}
          </Button>
        </span>
        <h2 ref={headingRef} tabIndex={-1}>
          {card.name}
          {card.state === 'beta' && <Badge kind="info">{text('apiBeta')}</Badge>}
          {card.state === 'retired' && <Badge kind="danger">{text('apiRetired')}</Badge>}
        </h2>
        <p class="ss-endpoint-line">
          <Method method={card.method} />
          <code>/helix{card.path}</code>
          <a href={card.docs} target="_blank" rel="noreferrer">
            {text('apiDocs')}
            <Icon name="external" size={14} />
          </a>
        </p>
      </header>
      {card.state === 'retired' && (
        <div class="ss-note">
          <Banner kind="warning">{text('apiRetiredHint')}</Banner>
        </div>
      )}
      <Needs {...props} />
      <form
        class="ss-endpoint-form"
        noValidate
        aria-label={text('apiForm', card.name)}
        onSubmit={(event) => {
          event.preventDefault();
          actions.send();
        }}
      >
        <ParameterForm {...props} />
        {card.changes && (
          <p class="ss-endpoint-warning">
            <Icon name="warning" />
            {text('apiChanges')}
          </p>
        )}
        <div class="ss-endpoint-actions">
          <Button type="submit" kind="primary" busy={phase === 'sending'}>
            {text('apiSend')}
          </Button>
          <CopyButton label={text('apiCurl')} words={actions.curl} copy={actions.copy} />
          {open.form.parameters.length > 0 && (
            <Button kind="quiet" size="small" onClick={actions.reset}>
              {text('apiReset')}
            </Button>
          )}
        </div>
      </form>
      <Answer {...props} />
      {phase === 'confirming' && <Confirm {...props} />}
    </article>
  );
}

function Confirm({ open: { card }, actions }: EndpointPageProps): VNode {
  return (
    <Dialog
      title={text('apiConfirmTitle', card.name)}
      closeLabel={text('cancel')}
      onClose={actions.cancel}
      actions={
        <>
          <Button onClick={actions.cancel}>{text('cancel')}</Button>
          <Button kind={card.method === 'DELETE' ? 'danger' : 'primary'} onClick={() => actions.send(true)}>
            {text('apiConfirm')}
          </Button>
        </>
      }
    >
      <p>{text('apiConfirmText')}</p>
      <p class="ss-endpoint-line">
        <Method method={card.method} />
        <code>/helix{card.path}</code>
      </p>
    </Dialog>
  );
}
