import type { VNode } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

import type { ChzzkView } from '../../lib/chzzk/session.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { activeAccount } from '../../lib/live/panel.ts';
import { text } from '../../lib/text.ts';
import { AccountMenu } from '../accounts/AccountMenu.tsx';
import { Avatar } from '../Avatar.tsx';
import { Menu } from '../Menu.tsx';
import { Settled } from '../settled.ts';
import type { PopupActions } from './actions.ts';

/** What the head is drawn from. */
export interface HeadProps {
  state: PanelState;
  chzzk: ChzzkView | undefined;
  actions: PopupActions;
}

/** Whose popup this is, and the way to everything else. Without a Twitch account it is that of whoever is on CHZZK. */
export function Head({ state, chzzk, actions }: HeadProps): VNode {
  const account = activeAccount(state.signedIn);
  const isChzzkAlone = state.signedIn !== undefined && account === undefined && state.chzzk !== undefined;
  const { lookAtChzzk } = actions;
  const isSettled = useContext(Settled);
  useEffect(() => {
    if (isChzzkAlone) lookAtChzzk();
  }, [isChzzkAlone, lookAtChzzk]);
  const name = account?.name ?? (isChzzkAlone ? nameOf(chzzk) : undefined);
  return (
    <header class="ss-popup-head">
      <span class="ss-popup-brand">
        <span class="ss-popup-mark">
          {isSettled && <img src="/icon/32.png" alt="" width={20} height={20} />}
        </span>
        {text('extensionName')}
      </span>
      <div class="ss-popup-account">
        {name !== undefined && (
          <>
            <Avatar name={name} src={account?.avatarUrl} size={22} />
            <bdi class="ss-cut">{name}</bdi>
          </>
        )}
        {state.signedIn && (account ?? isChzzkAlone) && (
          <AccountMenu signedIn={state.signedIn} channel={state.channel} chzzk={chzzk} actions={actions} />
        )}
        <Menu
          iconOnly
          icon="more"
          label={text('popupMenu')}
          align="end"
          groups={[
            {
              items: [
                { id: 'window', label: text('popupWindow'), icon: 'grid' },
                { id: 'side', label: text('popupSide'), icon: 'chevron-right' },
                { id: 'options', label: text('popupOptions'), icon: 'settings' },
                ...(account ? [{ id: 'sign-out', label: text('signOut'), icon: 'sign-out' as const }] : []),
              ],
            },
          ]}
          onSelect={(id) => {
            if (id === 'options') actions.openOptions();
            else if (id === 'window' || id === 'side') actions.openIn(id);
            else if (account) actions.signOut(account.id);
          }}
        />
      </div>
    </header>
  );
}

const nameOf = (chzzk: ChzzkView | undefined): string | undefined =>
  typeof chzzk === 'object' && chzzk.loggedIn ? chzzk.name : undefined;
