import type { VNode } from 'preact';

import type { OptionsState } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { ChannelAccountList } from '../accounts/ChannelAccountList.tsx';
import { Chzzk } from '../accounts/Chzzk.tsx';
import { CodeCard } from '../accounts/CodeCard.tsx';
import { Permissions } from '../accounts/Permissions.tsx';
import { Avatar } from '../Avatar.tsx';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { EmptyState } from '../States.tsx';
import type { OptionsActions, OptionsFacts } from './actions.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Card, Page } from '../Section.tsx';
import { TwitchApplication } from './TwitchApplication.tsx';

/** What the section is drawn from. */
export interface AccountsProps {
  state: OptionsState;
  /** Unix epoch milliseconds. */
  now: number;
  facts: OptionsFacts;
  actions: OptionsActions;
}

/** Who is signed in, and through which application. */
export function Accounts({ state, now, facts, actions }: AccountsProps): VNode {
  const { signedIn } = state;
  return (
    <Page title={text('optionsAccounts')} lead={text('accountsLead')}>
      <Card title={text('accountsSignedIn')} flush>
        {state.accountsFailure && <FailureNote failure={state.accountsFailure} />}
        {signedIn?.code ? (
          <CodeCard
            code={signedIn.code}
            now={now}
            copy={actions.copy}
            onOpen={actions.showCode}
            onCancel={actions.cancelSignIn}
          />
        ) : (
          <AccountList state={state} actions={actions} />
        )}
        {signedIn && <ChannelAccountList signedIn={signedIn} onForget={actions.forgetChannel} />}
      </Card>
      {(signedIn ?? state.accountsFailure) && (
        <>
          <Card title={text('chzzk')} text={text('chzzkLead')}>
            <Chzzk session={state.chzzk} onAsk={actions.askChzzk} onStop={actions.stopChzzk} />
          </Card>
          <TwitchApplication state={state} now={now} facts={facts} actions={actions} />
        </>
      )}
    </Page>
  );
}

function AccountList({ state, actions }: Pick<AccountsProps, 'state' | 'actions'>): VNode {
  const { signedIn } = state;
  if (!signedIn) return <SkeletonRows count={1} label={text('accountsLoading')} />;
  const { accounts, activeId, signingIn, canSignIn, way } = signedIn;
  const signIn = (
    <Button
      kind={accounts.length === 0 ? 'primary' : 'plain'}
      busy={signingIn}
      disabled={!canSignIn}
      onClick={() => actions.signIn(accounts.length === 0 ? {} : { another: true })}
    >
      {text(way === 'code' ? 'signInCode' : accounts.length === 0 ? 'signInTwitch' : 'addAccount')}
    </Button>
  );
  if (accounts.length === 0) {
    return (
      <EmptyState
        icon="user"
        title={text('accountsNone')}
        text={canSignIn ? text('accountsNoneHint') : text('accountsNoClientHint')}
        action={signIn}
      />
    );
  }
  return (
    <>
      <ul class="ss-accounts" aria-label={text('accountsSignedIn')}>
        {accounts.map((account) => {
          const { id, name, login, avatarUrl, state: standing } = account;
          return (
            <li key={id} class="ss-account">
              <Avatar name={name} src={avatarUrl} size={36} />
              <div class="ss-account-words">
                <p class="ss-account-name">
                  <bdi class="ss-cut">{name}</bdi>
                  {standing === 'expired' ? (
                    <Badge kind="danger" icon="warning">
                      {text('accountExpired')}
                    </Badge>
                  ) : (
                    id === activeId && <Badge kind="lamp">{text('accountActive')}</Badge>
                  )}
                </p>
                <p class="ss-account-login">{login} · Twitch</p>
              </div>
              {standing === 'expired' && (
                <Button
                  kind="primary"
                  busy={signingIn}
                  disabled={!canSignIn}
                  onClick={() => actions.signIn({ accountId: id })}
                >
                  {text('accountSignInAgain')}
                </Button>
              )}
              <Button
                icon="sign-out"
                aria-label={`${text('signOut')}: ${name}`}
                onClick={() => actions.signOut(id)}
              >
                {text('signOut')}
              </Button>
              <Permissions
                account={account}
                busy={signingIn || !canSignIn}
                onAllow={(feature) => actions.allow(feature, id)}
                onDrop={(feature) => actions.drop(feature, id)}
              />
            </li>
          );
        })}
      </ul>
      <div class="ss-accounts-more">{signIn}</div>
    </>
  );
}
