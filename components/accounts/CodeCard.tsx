import type { VNode } from 'preact';

import type { ShownCode } from '../../lib/accounts/accounts.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { countdown } from '../formats.ts';

/** What the card is drawn from. `now` is Unix epoch milliseconds. */
export interface CodeCardProps {
  code: ShownCode;
  now: number;
  copy: (words: string) => Promise<boolean>;
  onOpen: () => void;
  onCancel: () => void;
}

/** A code that the user confirms on Twitch's own page: large enough to compare at a glance. */
export function CodeCard({ code, now, copy, onOpen, onCancel }: CodeCardProps): VNode {
  const { userCode, expiresAt } = code;
  return (
    <section class="ss-code" aria-label={text('codeTitle')}>
      <p class="ss-code-title">{text('codeTitle')}</p>
      <p class="ss-code-hint">{text('codeHint')}</p>
      <output class="ss-code-words" aria-label={text('codeLabel')}>
        {userCode}
      </output>
      <p class="ss-code-left" role="timer">
        {text('codeLeft', countdown(expiresAt - now))}
      </p>
      <div class="ss-code-actions">
        <Button kind="primary" icon="external" onClick={onOpen}>
          {text('codeOpen')}
        </Button>
        <CopyButton label={text('codeCopy')} words={() => userCode} copy={copy} />
        <Button kind="quiet" onClick={onCancel}>
          {text('cancel')}
        </Button>
      </div>
    </section>
  );
}
