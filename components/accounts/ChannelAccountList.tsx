import type { VNode } from 'preact';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';

/** What the list is drawn from. */
export interface ChannelAccountListProps {
  signedIn: AccountsView;
  /** The channel goes back to the account that acts everywhere. */
  onForget: (channel: string) => void;
}

/** The channels in which another account acts than everywhere else. The choice itself is made in the popup, on the spot. */
export function ChannelAccountList({ signedIn, onForget }: ChannelAccountListProps): VNode | null {
  const rows = Object.entries(signedIn.channels);
  if (rows.length === 0) return null;
  return (
    <ul class="ss-channel-accounts" aria-label={text('channelAccounts')}>
      {rows.map(([key, id]) => {
        const channel = key.slice(key.indexOf(':') + 1);
        const name = signedIn.accounts.find((account) => account.id === id)?.name ?? id;
        return (
          <li key={key}>
            <span>{text('channelAccount', channel, name)}</span>
            <Button
              size="small"
              kind="quiet"
              aria-label={`${text('channelAccountForget')}: ${channel}`}
              onClick={() => onForget(channel)}
            >
              {text('channelAccountForget')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
