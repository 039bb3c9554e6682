import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';

import type { ChzzkView } from '../../lib/chzzk/session.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { text } from '../../lib/text.ts';
import { Chzzk } from '../accounts/Chzzk.tsx';
import { EmptyState } from '../States.tsx';
import { useId } from '../use-id.ts';
import type { PopupActions } from './actions.ts';
import { FailureState, SignInButton } from './failures.tsx';

/** What the way in is drawn from. */
export interface SignedOutProps {
  state: PanelState;
  /** Who is logged in on CHZZK; `undefined`: not asked. */
  chzzk: ChzzkView | undefined;
  actions: PopupActions;
}

/** Nobody is signed in to Twitch: the way in, what went wrong on it, and the account on CHZZK, which needs none. */
export function SignedOut({ state, chzzk, actions }: SignedOutProps): VNode {
  const id = useId();
  const { lookAtChzzk } = actions;
  useEffect(lookAtChzzk, [lookAtChzzk]);
  return (
    <>
      <WayIn state={state} actions={actions} />
      <section class="ss-popup-chzzk" aria-labelledby={id}>
        <h2 id={id}>{text('chzzk')}</h2>
        <Chzzk session={chzzk} onAsk={actions.permitChzzk} size="small" />
      </section>
    </>
  );
}

function WayIn(props: Omit<SignedOutProps, 'chzzk'>): VNode {
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
