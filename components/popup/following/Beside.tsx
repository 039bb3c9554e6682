import type { VNode } from 'preact';

import { activeAccount, type PanelState } from '../../../lib/live/panel.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import type { PopupActions } from '../actions.ts';
import { chzzkHint } from '../chzzk-hint.ts';
import { SignInButton } from '../failures.tsx';

/** What the sentences above the list are drawn from. */
export interface BesideProps {
  state: PanelState;
  actions: PopupActions;
}

/** What is wrong with CHZZK's part of the list, and what is missing of Twitch's where nobody is signed in. */
export function Beside({ state, actions }: BesideProps): VNode {
  const { signedIn, failure, chzzkFailure } = state;
  return (
    <>
      {signedIn && !activeAccount(signedIn) && !failure && (
        <Banner kind="info" action={<SignInButton way={signedIn.way} actions={actions} size="small" />}>
          {text('signInBeside')}
        </Banner>
      )}
      {chzzkFailure?.code === 'chzzk-logged-out' ? (
        <Banner
          kind="info"
          action={
            <Button size="small" onClick={actions.openChzzk}>
              {text('chzzkLogIn')}
            </Button>
          }
        >
          {text('chzzkLoggedOut')}
        </Banner>
      ) : (
        chzzkFailure && (
          <Banner
            kind={chzzkFailure.code === 'offline' ? 'offline' : 'warning'}
            title={text('chzzkFailed')}
            action={
              <Button size="small" onClick={actions.refresh}>
                {text('tryAgain')}
              </Button>
            }
          >
            {chzzkHint(chzzkFailure)}
          </Banner>
        )
      )}
    </>
  );
}
