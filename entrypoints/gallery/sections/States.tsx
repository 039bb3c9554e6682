import type { VNode } from 'preact';

import { Banner } from '../../../components/Banner.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState, ErrorState } from '../../../components/States.tsx';
import { Part } from '../Part.tsx';

/** When there is nothing, or it does not work. */
export function States(): VNode {
  return (
    <>
      <Part title="Banners">
        <div class="g-card">
          <Banner kind="offline" action={<Button size="small">Try again</Button>}>
            You are offline. This is the list from 12 minutes ago.
          </Banner>
          <Banner kind="info" onDismiss={() => undefined} dismissLabel="Close">
            Sidestage was updated. Reload this page to use it here.
          </Banner>
          <Banner kind="success">Signed in as LumenAndLace.</Banner>
          <Banner
            kind="warning"
            title="Your sign-in has run out."
            action={
              <Button size="small" kind="primary">
                Sign in
              </Button>
            }
          >
            Sign in again to see who is live.
          </Banner>
          <Banner kind="error" title="Twitch is not answering.">
            It said 503. We try again in 30 seconds.
          </Banner>
        </div>
      </Part>
      <Part title="Empty">
        <div class="g-card">
          <EmptyState
            icon="moon"
            title="Nobody is live"
            text="When somebody you follow goes on air, they appear here."
            action={<Button icon="search">Discover</Button>}
          />
        </div>
      </Part>
      <Part title="Failed">
        <div class="g-card">
          <ErrorState
            title="The list could not be loaded"
            text="Twitch answered, but not in the way it used to."
            advice="Try again in a minute. If it stays like this, send us the details."
            action={
              <>
                <Button kind="primary" icon="refresh">
                  Try again
                </Button>
                <Button>Sign out</Button>
              </>
            }
            detailsLabel="Details"
            details="upstream-changed data.0.viewer_count"
          />
        </div>
      </Part>
    </>
  );
}
