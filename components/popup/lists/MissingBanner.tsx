import type { VNode } from 'preact';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { Missing } from '../../../lib/live/discover.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { chzzkHint } from '../chzzk-hint.ts';
import { FailureBanner } from '../failures.tsx';
import type { ListsActions } from './actions.ts';

/** What the sentence is drawn from. */
export interface MissingBannerProps {
  missing: Missing;
  signedIn: AccountsView | undefined;
  actions: ListsActions;
}

/** Which platform is missing in a list of both, and why. */
export function MissingBanner({ missing, signedIn, actions }: MissingBannerProps): VNode {
  const { platform, failure } = missing;
  if (platform === 'twitch')
    return <FailureBanner failure={failure} state={{ signedIn }} actions={actions} />;
  return (
    <Banner
      kind="warning"
      title={text('chzzkFailed')}
      action={
        <Button size="small" onClick={actions.refresh}>
          {text('tryAgain')}
        </Button>
      }
    >
      {chzzkHint(failure)}
    </Banner>
  );
}
