import type { VNode } from 'preact';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { channelKey } from '../../lib/accounts/channel-accounts.ts';
import { text } from '../../lib/text.ts';
import { Menu, type MenuGroup } from '../Menu.tsx';

/** What the menu can do. */
export interface AccountMenuActions {
  readonly use: (accountId: string) => void;
  /** Without an account, the channel has none of its own. */
  readonly useHere: (channel: string, accountId?: string) => void;
  readonly signInAnother: () => void;
}

/** What the menu is drawn from. */
export interface AccountMenuProps {
  signedIn: AccountsView;
  /** The channel in front, if it is one of Twitch's. */
  channel?: string | undefined;
  actions: AccountMenuActions;
}

/** Chooses who acts: everywhere, and in the channel in front. */
export function AccountMenu({ signedIn, channel, actions }: AccountMenuProps): VNode {
  const { accounts, activeId, channels } = signedIn;
  const here = channel === undefined ? undefined : channels[channelKey('twitch', channel)];
  const groups: MenuGroup[] = [
    {
      label: text('accountsSignedIn'),
      items: accounts.map(({ id, name, state }) => ({
        id: `use ${id}`,
        label: name,
        choice: { kind: 'radio', on: id === activeId },
        disabled: state === 'expired',
        ...(state === 'expired' ? { hint: text('accountExpired') } : {}),
      })),
    },
  ];
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
  groups.push({ items: [{ id: 'another', label: text('addAccount'), icon: 'plus' }] });

  return (
    <Menu
      iconOnly
      icon="chevron-down"
      label={text('switchAccount')}
      align="end"
      groups={groups}
      onSelect={(chosen) => {
        const [what, id] = chosen.split(' ');
        if (what === 'another') actions.signInAnother();
        else if (what === 'here' && channel !== undefined) actions.useHere(channel, id);
        else if (id !== undefined) actions.use(id);
      }}
    />
  );
}
