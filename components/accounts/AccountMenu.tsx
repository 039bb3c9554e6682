import type { VNode } from 'preact';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { loginKey } from '../../lib/accounts/channel-accounts.ts';
import type { ChzzkView } from '../../lib/chzzk/session.ts';
import { text } from '../../lib/text.ts';
import { Menu, type MenuGroup, type MenuItem } from '../Menu.tsx';

/** What the menu can do. */
export interface AccountMenuActions {
  readonly use: (accountId: string) => void;
  /** Without an account, the channel has none of its own. */
  readonly useHere: (channel: string, accountId?: string) => void;
  readonly signInAnother: () => void;
  /** Asks CHZZK who is logged in there, if that is permitted. */
  readonly lookAtChzzk: () => void;
  /** Lets the user permit that CHZZK is asked. */
  readonly permitChzzk: () => void;
  readonly openChzzk: () => void;
}

/** What the menu is drawn from. */
export interface AccountMenuProps {
  signedIn: AccountsView;
  /** The channel in front, if it is one of Twitch's. */
  channel?: string | undefined;
  /** `undefined`: not asked. */
  chzzk: ChzzkView | undefined;
  actions: AccountMenuActions;
}

/** The line of the account on CHZZK: who it is, or the way there. */
function chzzkItem(chzzk: ChzzkView | undefined): MenuItem {
  if (chzzk === undefined) return { id: 'permit', label: text('chzzkAsk'), icon: 'eye' };
  if (chzzk === 'asking')
    return { id: 'look', label: text('chzzkAsking'), icon: 'hourglass', disabled: true };
  if (chzzk === 'offline') return { id: 'permit', label: text('chzzkOffline'), icon: 'refresh' };
  if (chzzk === 'failed') return { id: 'permit', label: text('chzzkUnsaid'), icon: 'refresh' };
  if (!chzzk.loggedIn) return { id: 'chzzk', label: text('chzzkLogIn'), icon: 'external' };
  return { id: 'chzzk', label: chzzk.name ?? text('chzzkIn'), icon: 'user', hint: text('chzzkIn') };
}

/** Chooses who acts: everywhere, and in the channel in front; and shows who is logged in on CHZZK. */
export function AccountMenu({ signedIn, channel, chzzk, actions }: AccountMenuProps): VNode {
  const { accounts, activeId, channels, way } = signedIn;
  const here = channel === undefined ? undefined : channels[loginKey('twitch', channel)];
  const groups: MenuGroup[] = [];
  if (accounts.length > 0) {
    groups.push({
      label: text('accountsSignedIn'),
      items: accounts.map(({ id, name, state }) => ({
        id: `use ${id}`,
        label: name,
        choice: { kind: 'radio', on: id === activeId },
        disabled: state === 'expired',
        ...(state === 'expired' ? { hint: text('accountExpired') } : {}),
      })),
    });
  }
  const signIn = way === 'code' ? 'signInCode' : 'signInTwitch';
  if (channel !== undefined && accounts.length > 1) {
    groups.push({
      label: text('moderateHereAs', channel),
      items: [
        { id: 'here', label: text('moderateAsActive'), choice: { kind: 'radio', on: here === undefined } },
        ...accounts.map(({ id, name, state }) => ({
          id: `here ${id}`,
          label: name,
          choice: { kind: 'radio' as const, on: id === here },
          disabled: state === 'expired',
        })),
      ],
    });
  }
  groups.push(
    {
      items: [
        { id: 'another', label: text(accounts.length === 0 ? signIn : 'addAccount'), icon: 'plus' as const },
      ],
    },
    { label: text('chzzk'), items: [chzzkItem(chzzk)] },
  );

  return (
    <Menu
      iconOnly
      icon="chevron-down"
      label={text('switchAccount')}
      align="end"
      groups={groups}
      onOpen={(open) => open && actions.lookAtChzzk()}
      onSelect={(chosen) => {
        const [what, id] = chosen.split(' ');
        if (what === 'another') actions.signInAnother();
        else if (what === 'permit') actions.permitChzzk();
        else if (what === 'chzzk') actions.openChzzk();
        else if (what === 'here' && channel !== undefined) actions.useHere(channel, id);
        else if (id !== undefined) actions.use(id);
      }}
    />
  );
}
