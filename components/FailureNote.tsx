import type { ComponentChildren, VNode } from 'preact';

import type { Platform } from '../lib/chat/message.ts';
import { describeFailure } from '../lib/failure-text.ts';
import type { Failure } from '../lib/failure.ts';
import { Banner } from './Banner.tsx';

/** What the note is drawn from. */
export interface FailureNoteProps {
  failure: Failure;
  action?: ComponentChildren;
  /** Whose it is. Twitch's unless told. */
  platform?: Platform | undefined;
}

/** What went wrong, and what helps. */
export function FailureNote({ failure, action, platform = 'twitch' }: FailureNoteProps): VNode {
  const { title, hint } = describeFailure(failure, platform);
  return (
    <div class="ss-note">
      <Banner kind={failure.code === 'offline' ? 'offline' : 'error'} title={title} action={action}>
        {hint}
      </Banner>
    </div>
  );
}
