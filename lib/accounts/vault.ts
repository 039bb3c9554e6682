/**
 * Where accounts and their tokens are kept.
 *
 * An access token that is in use lies in session storage, which no content script can read and which ends with the
 * browser. The whole grant, sealed under a key that cannot be exported, outlives the browser in the extension's own
 * IndexedDB; a refresh token is nowhere else. Nothing else holds a token.
 */
import type { Access, Account, Grant } from './account.ts';

/**
 * A grant that no account makes calls with.
 *
 * - `arrived`: its owner is not known yet.
 * - `former`: replaced by another consent, or left by a sign-out; it goes back to the platform.
 * - `renewed`: traded for the account's present one. The platform may take the two for one, so it goes back only when
 *   the account goes; until it ends it might still open something.
 */
export interface HeldGrant {
  readonly id: string;
  readonly why: 'arrived' | 'former' | 'renewed';
  /** Whose it was. */
  readonly accountId?: string;
  readonly grant: Grant;
}

/** Accounts and grants, however they are stored. Every change is whole on disk when it resolves, or did not happen. */
export interface Vault {
  readonly accounts: () => Promise<readonly Account[]>;
  readonly account: (id: string) => Promise<Account | undefined>;
  /** Stores the account, and its grant when one is given; the grant that it replaces is held as what `old` says. */
  readonly put: (account: Account, grant?: Grant, old?: 'former' | 'renewed') => Promise<void>;
  /** What `id` makes calls with. */
  readonly access: (id: string) => Promise<Access | undefined>;
  /** The grant of `id` as it stands on disk. */
  readonly grant: (id: string) => Promise<Grant | undefined>;
  /** Forgets the account; its grant is held as a former one until the platform has it back. */
  readonly remove: (id: string) => Promise<void>;
  readonly activeId: () => Promise<string | undefined>;
  readonly setActive: (id: string | undefined) => Promise<void>;
  /** Holds a grant that has just arrived, and returns under which id. */
  readonly hold: (grant: Grant) => Promise<string>;
  readonly held: () => Promise<readonly HeldGrant[]>;
  readonly letGo: (heldId: string) => Promise<void>;
}
