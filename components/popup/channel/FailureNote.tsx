import type { VNode } from 'preact';

import type { Failure } from '../../../lib/failure.ts';
import { describeFailure } from '../../../lib/failure-text.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';

/** The steps out of a failure. */
export interface FailureRemedies {
  readonly retry: () => void;
  readonly allow: () => void;
  readonly signIn: () => void;
  readonly openOptions: () => void;
}

/** What went wrong, beside what it concerns, with the button that helps. */
export function FailureNote({ failure, remedies }: { failure: Failure; remedies: FailureRemedies }): VNode {
  const { title, hint, remedy } = describeFailure(failure);
  const button = (words: string, act: () => void, primary = true): VNode => (
    <Button size="small" kind={primary ? 'primary' : 'plain'} onClick={act}>
      {words}
    </Button>
  );
  const action = {
    'sign-in': () => button(text('signInTwitch'), remedies.signIn),
    allow: () => button(text('allowAndContinue'), remedies.allow),
    options: () => button(text('openOptions'), remedies.openOptions),
    retry: () => button(text('tryAgain'), remedies.retry, false),
    'reload-page': () => button(text('tryAgain'), remedies.retry, false),
    none: () => undefined,
  }[remedy]();
  const kind = failure.code === 'offline' ? 'offline' : failure.code === 'missing-scope' ? 'info' : 'warning';
  return (
    <Banner kind={kind} title={title} action={action}>
      {hint}
    </Banner>
  );
}
