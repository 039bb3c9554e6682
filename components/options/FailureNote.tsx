import type { ComponentChildren, VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { Banner } from '../Banner.tsx';

/** What the note is drawn from. */
export interface FailureNoteProps {
  failure: Failure;
  action?: ComponentChildren;
}

/** What went wrong, and what helps. */
export function FailureNote({ failure, action }: FailureNoteProps): VNode {
  const { title, hint } = describeFailure(failure);
  return (
    <div class="ss-note">
      <Banner kind={failure.code === 'offline' ? 'offline' : 'error'} title={title} action={action}>
        {hint}
      </Banner>
    </div>
  );
}
