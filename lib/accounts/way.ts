/** How a platform's accounts are signed in. The services of this folder know no platform; they are handed this. */
import type { Access, Account, Grant } from './account.ts';

/** The ways in: the platform's consent page in a window of the browser's, or a code that the user confirms in a tab. */
export type WayIn = 'window' | 'code';

/** What is asked of {@link SignInWay.consent}. */
export interface ConsentRequest {
  readonly scopes: readonly string[];
  /** False: without a window, or not at all. */
  readonly interactive: boolean;
  /** The page is to be shown even to those who have agreed before, so that somebody else can sign in. */
  readonly another?: boolean;
}

/** A code that waits for the user. */
export interface Code {
  /** With this the platform is asked what has become of it. As secret as a token. */
  readonly deviceCode: string;
  /** What the user compares or types. */
  readonly userCode: string;
  /** The platform's page for it. */
  readonly url: string;
  /** Unix epoch milliseconds. */
  readonly expiresAt: number;
  /** The least time between two questions, ms. */
  readonly intervalMs: number;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Whose a grant is, as the platform says. */
export interface Standing {
  readonly clientId: string;
  readonly userId: string;
  readonly login: string;
  readonly scopes: readonly string[];
  /** Unix epoch milliseconds. */
  readonly expiresAt?: number;
}

/** The platform's part in signing in. Every method throws a `FailureError`; the network's ones mean that nothing is known. */
export interface SignInWay {
  /** The way that the client id allows; `undefined`: no client id is known. */
  readonly offers: () => Promise<WayIn | undefined>;
  /** By window. @throws FailureError `sign-in-*`, `no-client-id`, `login-expired` (it wants to see the user) … */
  readonly consent: (request: ConsentRequest) => Promise<Grant>;
  /** By code: a new one. */
  readonly begin: (scopes: readonly string[]) => Promise<Code>;
  /** By code: what has become of it. @throws FailureError `code-ended` */
  readonly ask: (code: Code) => Promise<Grant | 'pending' | 'slower'>;
  /** Whose a new grant is. @throws FailureError `sign-in-mismatch` for one that was not issued for us */
  readonly owner: (grant: Grant) => Promise<{ readonly account: Account; readonly grant: Grant }>;
  /** A new grant of the same scopes without the user. @throws FailureError `login-expired` when there is none */
  readonly renew: (account: Account, grant: Grant) => Promise<Grant>;
  /** Whose the token is now; `undefined` when it does not hold any more. */
  readonly check: (access: Access) => Promise<Standing | undefined>;
  /** Gives every token of the grant back. One that the platform does not know any more counts as given back. */
  readonly revoke: (grant: Grant) => Promise<void>;
}
