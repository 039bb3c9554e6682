import type { ComponentChildren, VNode } from 'preact';

import type { WayIn } from '../../lib/accounts/way.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { featureFor, type FeatureName } from '../../lib/features.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { activeAccount } from '../../lib/live/panel.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { text } from '../../lib/text.ts';
import { AccountMenu, type AccountMenuActions } from '../accounts/AccountMenu.tsx';
import { CodeCard } from '../accounts/CodeCard.tsx';
import { Avatar } from '../Avatar.tsx';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { Menu } from '../Menu.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { EmptyState, ErrorState } from '../States.tsx';
import { LiveList } from './LiveList.tsx';

/** What the popup can do. */
export interface PopupActions extends AccountMenuActions {
  readonly signIn: () => void;
  readonly signOut: (accountId: string) => void;
  readonly cancelSignIn: () => void;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => void;
  readonly copy: (words: string) => Promise<boolean>;
  readonly allow: (feature: FeatureName) => void;
  readonly refresh: () => void;
  readonly openOptions: () => void;
  readonly dismissDamaged: (id: string) => void;
  readonly saveDamaged: (id: string) => void;
}

/** What the popup is drawn from. `now` is Unix epoch milliseconds. */
export interface PopupProps {
  state: PanelState;
  now: number;
  actions: PopupActions;
  hrefOf: (stream: LiveStream) => string;
}

/** The popup: who is signed in, and who is live. */
export function Popup(props: PopupProps): VNode {
  return (
    <div class="ss-popup">
      <Head {...props} />
      <Bar {...props} />
      <DamagedBanner {...props} />
      <main class="ss-popup-body">
        <Body {...props} />
      </main>
    </div>
  );
}

function Head({ state, actions }: PopupProps): VNode {
  const account = activeAccount(state.signedIn);
  return (
    <header class="ss-popup-head">
      <span class="ss-popup-brand">
        <img src="/icon/32.png" alt="" width={20} height={20} />
        {text('extensionName')}
      </span>
      <div class="ss-popup-account">
        {account && (
          <>
            <Avatar name={account.name} src={account.avatarUrl} size={22} />
            <bdi class="ss-cut">{account.name}</bdi>
          </>
        )}
        {account && state.signedIn && (
          <AccountMenu signedIn={state.signedIn} channel={state.channel} actions={actions} />
        )}
        <Menu
          iconOnly
          icon="more"
          label={text('popupMenu')}
          align="end"
          groups={[
            {
              items: [
                { id: 'options', label: text('popupOptions'), icon: 'settings' },
                ...(account ? [{ id: 'sign-out', label: text('signOut'), icon: 'sign-out' as const }] : []),
              ],
            },
          ]}
          onSelect={(id) => {
            if (id === 'options') actions.openOptions();
            else if (account) actions.signOut(account.id);
          }}
        />
      </div>
    </header>
  );
}

function Bar({ state, now, actions }: PopupProps): VNode | null {
  const { snapshot, refreshing, signedIn } = state;
  if (signedIn?.code || (signedIn && !activeAccount(signedIn))) return null;
  return (
    <div class="ss-popup-bar">
      <h1>{text('liveChannels')}</h1>
      {snapshot && <span class="ss-popup-count">{snapshot.streams.length.toLocaleString()}</span>}
      <span class="ss-popup-age">
        {refreshing ? (
          text('liveRefreshing')
        ) : snapshot ? (
          <>
            {text('liveUpdated')} <RelativeTime at={snapshot.updatedAt} now={now} />
          </>
        ) : null}
      </span>
      <IconButton
        size="small"
        icon="refresh"
        label={text('liveRefresh')}
        busy={refreshing}
        onClick={actions.refresh}
      />
    </div>
  );
}

function DamagedBanner({ state, actions }: PopupProps): VNode | null {
  const [damaged] = state.damaged;
  if (!damaged) return null;
  return (
    <Banner
      kind="warning"
      title={text('damagedTitle')}
      action={
        <Button size="small" onClick={() => actions.saveDamaged(damaged.id)}>
          {text('damagedSave')}
        </Button>
      }
      onDismiss={() => actions.dismissDamaged(damaged.id)}
      dismissLabel={text('damagedDismiss')}
    >
      {text('damagedHint', damaged.where)}
    </Banner>
  );
}

function Body(props: PopupProps): VNode {
  const { state, now, actions, hrefOf } = props;
  const { snapshot, signedIn, failure } = state;
  if (signedIn?.code) {
    const { copy, showCode, cancelSignIn } = actions;
    return <CodeCard code={signedIn.code} now={now} copy={copy} onOpen={showCode} onCancel={cancelSignIn} />;
  }
  if (signedIn && !activeAccount(signedIn)) return <SignedOut {...props} />;
  if (snapshot && snapshot.streams.length > 0) {
    return (
      <>
        {failure && <FailureBanner failure={failure} {...props} />}
        <LiveList streams={snapshot.streams} now={now} hrefOf={hrefOf} />
      </>
    );
  }
  if (failure) return <FailureState failure={failure} {...props} />;
  if (snapshot) {
    return <EmptyState icon="moon" title={text('liveNobody')} text={text('liveNobodyHint')} />;
  }
  return <SkeletonRows count={8} label={text('liveLoading')} />;
}

function SignedOut(props: PopupProps): VNode {
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

interface SignInButtonProps {
  way: WayIn | undefined;
  actions: PopupActions;
  busy?: boolean;
  size?: 'small' | 'normal' | 'large';
}

function SignInButton({ way, actions, busy = false, size = 'large' }: SignInButtonProps): VNode {
  return (
    <Button kind="primary" size={size} busy={busy} onClick={actions.signIn}>
      {text(way === 'code' ? 'signInCode' : 'signInTwitch')}
    </Button>
  );
}

/** The button that takes the next step out of `failure`. */
function remedyButton(
  failure: Failure,
  { state, actions }: Pick<PopupProps, 'state' | 'actions'>,
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

type FailureProps = Pick<PopupProps, 'state' | 'actions'> & { failure: Failure };

function FailureBanner({ failure, ...props }: FailureProps): VNode {
  const { title, hint } = describeFailure(failure);
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

function FailureState({ failure, ...props }: FailureProps): VNode {
  const { title, hint } = describeFailure(failure);
  return (
    <ErrorState
      icon={failure.code === 'offline' ? 'offline' : 'warning'}
      title={title}
      text={hint}
      action={remedyButton(failure, props, 'normal')}
    />
  );
}
