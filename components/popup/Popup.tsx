import type { ComponentChildren, VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { activeAccount } from '../../lib/live/panel.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { text } from '../../lib/text.ts';
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
export interface PopupActions {
  readonly signIn: () => void;
  readonly signOut: (accountId: string) => void;
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
  if (signedIn && !activeAccount(signedIn)) return null;
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
  if (signedIn && !activeAccount(signedIn)) return <SignedOut {...props} />;
  if (snapshot && snapshot.streams.length > 0) {
    return (
      <>
        {failure && <FailureBanner failure={failure} actions={actions} />}
        <LiveList streams={snapshot.streams} now={now} hrefOf={hrefOf} />
      </>
    );
  }
  if (failure) return <FailureState failure={failure} actions={actions} />;
  if (snapshot) {
    return <EmptyState icon="moon" title={text('liveNobody')} text={text('liveNobodyHint')} />;
  }
  return <SkeletonRows count={8} label={text('liveLoading')} />;
}

function SignedOut({ state, actions }: PopupProps): VNode {
  const { signedIn, failure } = state;
  if (signedIn?.signingIn === true) {
    return (
      <EmptyState
        icon="hourglass"
        title={text('signInWaiting')}
        text={text('signInWaitingHint')}
        action={<SignInButton actions={actions} busy />}
      />
    );
  }
  if (signedIn?.canSignIn === false)
    return <FailureState failure={{ code: 'no-client-id' }} actions={actions} />;
  if (failure) return <FailureState failure={failure} actions={actions} />;
  return (
    <EmptyState
      icon="live"
      title={text('signInWelcome')}
      text={text('signInWelcomeHint')}
      action={<SignInButton actions={actions} />}
    />
  );
}

function SignInButton({ actions, busy = false }: { actions: PopupActions; busy?: boolean }): VNode {
  return (
    <Button kind="primary" size="large" busy={busy} onClick={actions.signIn}>
      {text('signInTwitch')}
    </Button>
  );
}

/** The button that takes the next step out of `failure`. */
function remedyButton(failure: Failure, actions: PopupActions, size: 'small' | 'normal'): ComponentChildren {
  switch (describeFailure(failure).remedy) {
    case 'sign-in':
      return (
        <Button kind="primary" size={size} onClick={actions.signIn}>
          {text('signInTwitch')}
        </Button>
      );
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

function FailureBanner({ failure, actions }: { failure: Failure; actions: PopupActions }): VNode {
  const { title, hint } = describeFailure(failure);
  return (
    <Banner
      kind={failure.code === 'offline' ? 'offline' : 'warning'}
      title={title}
      action={remedyButton(failure, actions, 'small')}
    >
      {hint}
    </Banner>
  );
}

function FailureState({ failure, actions }: { failure: Failure; actions: PopupActions }): VNode {
  const { title, hint } = describeFailure(failure);
  return (
    <ErrorState
      icon={failure.code === 'offline' ? 'offline' : 'warning'}
      title={title}
      text={hint}
      action={remedyButton(failure, actions, 'normal')}
    />
  );
}
