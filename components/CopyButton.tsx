import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { text } from '../lib/text.ts';
import { Button } from './Button.tsx';

/** What a copy button is drawn from. */
export interface CopyButtonProps {
  label: string;
  /** What it is about, for its accessible name: several of them stand on one page. */
  about?: string | undefined;
  /** The words to copy; `undefined`: not now. */
  words: () => string | undefined;
  copy: (words: string) => Promise<boolean>;
}

/** Copies, and says so. */
export function CopyButton({ label, about, words, copy }: CopyButtonProps): VNode {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  return (
    <span class="ss-copy" onBlurCapture={() => setState('idle')}>
      <Button
        size="small"
        icon={state === 'copied' ? 'check' : 'copy'}
        aria-label={about === undefined ? undefined : `${label}: ${about}`}
        onClick={() => {
          const wanted = words();
          if (wanted !== undefined) void copy(wanted).then((done) => setState(done ? 'copied' : 'refused'));
        }}
      >
        {state === 'copied' ? text('copied') : label}
      </Button>
      <span class="ss-aloud" role="status">
        {state === 'copied' ? text('copied') : state === 'refused' ? text('copyRefused') : ''}
      </span>
    </span>
  );
}
