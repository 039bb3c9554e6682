import type { VNode } from 'preact';

import type { PanelState } from '../../lib/live/panel.ts';
import { text } from '../../lib/text.ts';
import { EmptyState } from '../States.tsx';
import type { PopupActions } from './actions.ts';
import { FailureState, SignInButton } from './failures.tsx';

/** What the way in is drawn from. */
export interface SignedOutProps {
  state: PanelState;
  actions: PopupActions;
}

/** Nobody is signed in: the way in, and what went wrong on it. */
export function SignedOut(props: SignedOutProps): VNode {
  const { state, actions } = props;
  const { signedIn, failure } = state;
  if (signedIn?.signingIn === true) {
    return (
      <EmptyState
        icon="hourglass"
        title={text('signInWaiting')}
        text={text('signInWaitingHint')}
        action={<SignInButton way={signedIn.way} actions={actions} busy />}
      />
    );
  }
  if (signedIn?.canSignIn === false) return <FailureState failure={{ code: 'no-client-id' }} {...props} />;
  if (failure) return <FailureState failure={failure} {...props} />;
  return (
    <EmptyState
      icon="live"
      title={text('signInWelcome')}
      text={text('signInWelcomeHint')}
      action={<SignInButton way={signedIn?.way} actions={actions} />}
    />
  );
}
