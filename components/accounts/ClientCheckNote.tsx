import type { VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { ClientCheck, ClientVerdict } from '../../lib/options/options.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';

/** What the note is drawn from. */
export interface ClientCheckNoteProps {
  check: ClientCheck | undefined;
  onCheck: () => void;
}

const verdicts: Readonly<Record<ClientVerdict, { readonly good: boolean; readonly words: TextKey }>> = {
  fine: { good: true, words: 'clientFine' },
  unsure: { good: true, words: 'clientUnsure' },
  malformed: { good: false, words: 'clientMalformed' },
  unknown: { good: false, words: 'clientUnknown' },
  'is-public': { good: false, words: 'clientIsPublic' },
  'is-confidential': { good: false, words: 'clientIsConfidential' },
  'no-redirect': { good: false, words: 'clientNoRedirect' },
};

/** A button that looks at the user's own application, and what it found, in words that say what to do. */
export function ClientCheckNote({ check, onCheck }: ClientCheckNoteProps): VNode {
  const verdict = check?.state === 'checked' ? verdicts[check.verdict] : undefined;
  return (
    <div class="ss-client-check">
      <Button icon="check" busy={check?.state === 'checking'} onClick={onCheck}>
        {text('clientCheck')}
      </Button>
      <p role="status" data-good={verdict?.good}>
        {verdict && <Icon name={verdict.good ? 'check' : 'warning'} />}
        {verdict ? text(verdict.words) : check ? otherWords(check) : ''}
      </p>
    </div>
  );
}

function otherWords(check: ClientCheck): string {
  if (check.state !== 'failed') return text('clientChecking');
  const { title, hint } = describeFailure(check.failure);
  return `${title}. ${hint}`;
}
