/**
 * Where accounts and their tokens are kept.
 *
 * An access token that is in use lies in session storage, which no content script can read and which ends with the
 * browser. The same grant, sealed under a key that cannot be exported, outlives the browser in the extension's own
 * IndexedDB. Nothing else holds a token.
 */
import type { Account, Grant } from './account.ts';

/** Accounts and grants, however they are stored. */
export interface Vault {
  readonly accounts: () => Promise<readonly Account[]>;
  readonly account: (id: string) => Promise<Account | undefined>;
  /** Stores the account, and its grant when one is given, before it resolves. */
  readonly put: (account: Account, grant?: Grant) => Promise<void>;
  readonly grant: (id: string) => Promise<Grant | undefined>;
  /** Forgets the account and its grant. */
  readonly remove: (id: string) => Promise<void>;
  readonly activeId: () => Promise<string | undefined>;
  readonly setActive: (id: string | undefined) => Promise<void>;
}
