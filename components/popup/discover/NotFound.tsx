import type { VNode } from 'preact';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { Platform } from '../../../lib/chat/message.ts';
import type { Failure } from '../../../lib/failure.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { ErrorState } from '../../States.tsx';
import { chzzkHint } from '../chzzk-hint.ts';
import { FailureState } from '../failures.tsx';
import type { DiscoverActions } from './actions.ts';

/** What it is drawn from. */
export interface NotFoundProps {
  /** Whose trouble it is. */
  platform: Platform;
  failure: Failure;
  signedIn: AccountsView | undefined;
  actions: DiscoverActions;
}

/** A failure in the place of what was looked for. */
export function NotFound({ platform, failure, signedIn, actions }: NotFoundProps): VNode {
  if (platform === 'twitch') return <FailureState failure={failure} state={{ signedIn }} actions={actions} />;
  return (
    <ErrorState
      icon={failure.code === 'offline' ? 'offline' : 'warning'}
      title={text('chzzkFailed')}
      text={chzzkHint(failure)}
      action={<Button onClick={actions.refresh}>{text('tryAgain')}</Button>}
    />
  );
}
