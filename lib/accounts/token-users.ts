/**
 * For whatever holds on to a token beyond one call: a socket that was subscribed with it, a chat that logged in with it, a
 * list of what it may do. Calls that ask for the token each time need none of this.
 */
import type { Account } from './account.ts';
import type { AccountEvent, AccountListener } from './events.ts';

/** Something that holds on to tokens. Both are told after the store has changed, and may be told twice. */
export interface TokenUser {
  /**
   * The account has another token, may do other things than before, or works again: what was opened with the old token is
   * opened anew, since the platform is given the old one back.
   */
  readonly renew?: (account: Account) => void;
  /** The account has no token that works; what was opened with it is closed. */
  readonly end?: (accountId: string) => void;
}

/** What each event means to those who hold on to a token. */
const meaning: Readonly<Record<AccountEvent['kind'], keyof TokenUser | 'nothing'>> = {
  'signed-in': 'renew',
  refreshed: 'renew',
  'scopes-changed': 'renew',
  expired: 'end',
  'user-changed': 'end',
  'signed-out': 'end',
  // The token stays the same.
  renamed: 'nothing',
  switched: 'nothing',
};

/** Listens to account events on behalf of `user`. */
export function onTokens(user: TokenUser): AccountListener {
  return (event) => {
    const what = meaning[event.kind];
    if (what === 'renew' && 'account' in event) user.renew?.(event.account);
    else if (what === 'end') {
      const id = 'account' in event ? event.account.id : event.accountId;
      if (id !== undefined) user.end?.(id);
    }
  };
}
