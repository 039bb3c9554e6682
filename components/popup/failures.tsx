import type { ComponentChildren, VNode } from 'preact';

import type { WayIn } from '../../lib/accounts/way.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { featureFor } from '../../lib/features.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { text } from '../../lib/text.ts';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { ErrorState } from '../States.tsx';
import type { PopupActions } from './actions.ts';
import { useWaited } from './use-waited.ts';

/** What a failure is drawn from. */
export interface FailureProps {
  failure: Failure;
  state: Pick<PanelState, 'signedIn'>;
  actions: Pick<PopupActions, 'signIn' | 'allow' | 'openOptions' | 'refresh'>;
}

/** What the sign-in button is drawn from. */
export interface SignInButtonProps {
  way: WayIn | undefined;
  actions: Pick<PopupActions, 'signIn'>;
  busy?: boolean;
  size?: 'small' | 'normal' | 'large';
}

/** The way in. */
export function SignInButton({ way, actions, busy = false, size = 'large' }: SignInButtonProps): VNode {
  return (
    <Button kind="primary" size={size} busy={busy} onClick={actions.signIn}>
      {text(way === 'code' ? 'signInCode' : 'signInTwitch')}
    </Button>
  );
}

/** The button that takes the next step out of `failure`. */
function remedyButton(
  failure: Failure,
  { state, actions }: Omit<FailureProps, 'failure'>,
  size: 'small' | 'normal',
): ComponentChildren {
  switch (describeFailure(failure).remedy) {
    case 'sign-in':
      return <SignInButton way={state.signedIn?.way} actions={actions} size={size} />;
    case 'allow': {
      const feature = failure.code === 'missing-scope' ? featureFor(failure.scopes) : undefined;
      return (
        feature && (
          <Button kind="primary" size={size} onClick={() => actions.allow(feature)}>
            {text('allowAndContinue')}
          </Button>
        )
      );
    }
    case 'options':
      return (
        <Button kind="primary" size={size} onClick={actions.openOptions}>
          {text('openOptions')}
        </Button>
      );
    case 'retry':
    case 'reload-page':
      return (
        <Button size={size} onClick={actions.refresh}>
          {text('tryAgain')}
        </Button>
      );
    case 'none':
      return undefined;
  }
}

/** A failure above what there is to see all the same. */
export function FailureBanner({ failure, ...props }: FailureProps): VNode {
  const { title, hint } = describeFailure(useWaited(failure));
  return (
    <Banner
      kind={failure.code === 'offline' ? 'offline' : 'warning'}
      title={title}
      action={remedyButton(failure, props, 'small')}
    >
      {hint}
    </Banner>
  );
}

/** A failure in the place of what it hinders. */
export function FailureState({ failure, ...props }: FailureProps): VNode {
  const { title, hint } = describeFailure(useWaited(failure));
  return (
    <ErrorState
      icon={failure.code === 'offline' ? 'offline' : 'warning'}
      title={title}
      text={hint}
      action={remedyButton(failure, props, 'normal')}
    />
  );
}
