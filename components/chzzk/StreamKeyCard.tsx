import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Card } from '../Section.tsx';
import type { ManageProps } from './props.ts';

/** So many dots stand for a key, however long it is. */
const mask = '•'.repeat(16);

/** The stream key: read by a press, masked until another, and gone again after a minute. */
export function StreamKeyCard({ state: { key }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  const [isOpen, setOpen] = useState(false);
  const isHere = key.stage === 'here';
  useEffect(() => {
    if (!isHere) setOpen(false);
  }, [isHere]);

  return (
    <Card title={text('streamKey')} text={text('streamKeyLead')}>
      {key.stage === 'here' ? (
        <div class="ss-manage-key">
          <code>{isOpen ? key.key : mask}</code>
          <CopyButton
            label={text('copy')}
            about={text('streamKey')}
            words={() => key.key}
            copy={actions.copy}
          />
          <Button size="small" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
            {text('streamKeyShow')}
          </Button>
          <Button size="small" onClick={actions.forgetKey}>
            {text('streamKeyForget')}
          </Button>
          <p class="ss-quiet" role="status">
            {text('streamKeyHere')}
          </p>
          {key.url !== undefined && (
            <p>
              {text('streamUrl')} <code>{key.url}</code>
            </p>
          )}
        </div>
      ) : (
        <div class="ss-manage-form">
          {actions.readKey ? (
            <Button icon="lock" busy={key.stage === 'asked'} onClick={actions.readKey}>
              {text('streamKeyRead')}
            </Button>
          ) : (
            <>
              <Button icon="lock" iconAfter="external" onClick={actions.openKey}>
                {text('streamKeyInWindow')}
              </Button>
              <p class="ss-quiet">{text('streamKeyInWindowHint')}</p>
            </>
          )}
        </div>
      )}
      {key.stage === 'failed' && <FailureNote platform="chzzk" failure={key.failure} />}
    </Card>
  );
}
