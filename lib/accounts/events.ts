/**
 * What happens to accounts, for the rest of the background: a socket that must subscribe anew, a chat that must log in
 * again. Told after it is in the store, so a listener that reads finds the new state. It never carries a token.
 */
import type { Account } from './account.ts';

/** Something that happened to an account. */
export type AccountEvent =
  | { readonly kind: 'signed-in'; readonly account: Account }
  /** Calls are made with a new token from now on. */
  | { readonly kind: 'refreshed'; readonly account: Account }
  /** The platform refuses its token, and there is no other without the user. */
  | { readonly kind: 'expired'; readonly account: Account }
  | { readonly kind: 'scopes-changed'; readonly account: Account; readonly before: readonly string[] }
  /** The user has changed the login. */
  | { readonly kind: 'renamed'; readonly account: Account; readonly before: string }
  /** The token turned out to be somebody else's; the account has expired. */
  | { readonly kind: 'user-changed'; readonly account: Account; readonly userId: string }
  | { readonly kind: 'signed-out'; readonly accountId: string }
  /** Another account acts now. */
  | { readonly kind: 'switched'; readonly accountId?: string };

/** Hears what happens. */
export type AccountListener = (event: AccountEvent) => void;

/** Told and heard. */
export interface AccountEvents {
  /** Calls `listener` with everything that happens from now on. Returns how to stop. */
  readonly on: (listener: AccountListener) => () => void;
  readonly tell: (event: AccountEvent) => void;
}

/** Makes the events. A listener that throws harms neither the others nor the account. */
export function createAccountEvents(): AccountEvents {
  const listeners = new Set<AccountListener>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          console.error('a listener of account events failed', error);
        }
      }
    },
  };
}
