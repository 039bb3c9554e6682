/**
 * Everything that can go wrong and that a user must hear about, as data.
 *
 * A failure crosses the message boundary as it stands; the face that shows it picks its words by {@link Failure.code}.
 * It never carries a token, a header or a request's payload.
 */
export type Failure =
  /** The message router refused: the command is unknown, its sender may not ask, or its shape is wrong. */
  | {
      readonly code: 'refused';
      readonly why: 'unknown-command' | 'wrong-sender' | 'bad-shape';
      readonly command: string;
    }
  /** The build has no client id, and the user has not entered one. */
  | { readonly code: 'no-client-id' }
  /** No account is signed in. */
  | { readonly code: 'signed-out' }
  /** The sign-in has expired or was revoked; the account must sign in again. */
  | { readonly code: 'login-expired'; readonly login?: string }
  /** Nobody is logged in on CHZZK in this browser. */
  | { readonly code: 'chzzk-logged-out' }
  /** A change on CHZZK is made from a tab of CHZZK's (of its studio's), and none is open. */
  | { readonly code: 'chzzk-no-tab'; readonly from: 'site' | 'studio' | 'chat'; readonly channelId: string }
  /** Whoever is logged in on CHZZK may not do this in that channel. */
  | { readonly code: 'chzzk-no-role' }
  /** CHZZK names no chat of that channel, without which it says nothing about who wrote there. */
  | { readonly code: 'chzzk-no-chat' }
  /** The user closed the sign-in window. */
  | { readonly code: 'sign-in-closed' }
  /** The user said no on the consent page. */
  | { readonly code: 'sign-in-denied' }
  /** The answer to the sign-in was not the one that was asked for; it was thrown away. */
  | { readonly code: 'sign-in-mismatch' }
  /** The platform refused the sign-in request itself, with its words (a redirect address that is not registered, say). */
  | { readonly code: 'sign-in-refused'; readonly message: string }
  /** A sign-in by code is over without an account: the code ran out, or the platform refuses it (declined, or used). */
  | { readonly code: 'code-ended'; readonly why: 'expired' | 'refused' }
  /** Somebody else signed in than the one whose consent was wanted. */
  | { readonly code: 'other-account'; readonly login: string; readonly wanted: string }
  /** The account has not granted any of the scopes, one of which the call needs; `declined`: asked, the user said no. */
  | { readonly code: 'missing-scope'; readonly scopes: readonly string[]; readonly declined?: boolean }
  /** The call needs another kind of token. */
  | { readonly code: 'wrong-token-kind'; readonly needs: 'user' | 'app' | 'extension-jwt' }
  /** The input breaks a documented limit; nothing was sent. `field` is a path such as `data.reason`. */
  | { readonly code: 'bad-input'; readonly field: string; readonly limit: string }
  /** Too many requests; worth trying again after `retryAfterMs`. */
  | { readonly code: 'rate-limited'; readonly retryAfterMs: number }
  /** No network. */
  | { readonly code: 'offline' }
  /** The platform did not answer in time. */
  | { readonly code: 'timeout' }
  /** The platform answered with a 5xx status. */
  | { readonly code: 'platform-down'; readonly status: number }
  /** The platform refused the call; `message` is its own wording. */
  | {
      readonly code: 'platform-refused';
      readonly status: number;
      readonly message: string;
      /** The id of what is there already, where the platform names it (409). */
      readonly existingId?: string;
    }
  /** The platform has switched this call off for good. */
  | { readonly code: 'retired' }
  /** A change was sent, but no answer came, and a look could not tell: it may or may not have been made. */
  | { readonly code: 'outcome-unknown' }
  /** The platform's answer has not the documented shape; `path` is the first field that differs. */
  | { readonly code: 'upstream-changed'; readonly path: string }
  /** The caller gave up. */
  | { readonly code: 'aborted' }
  /** The channel belongs neither to an affiliate nor to a partner, who alone have this. */
  | { readonly code: 'not-affiliate' }
  /** Another one is running, and a channel has one at a time. */
  | { readonly code: 'already-running'; readonly what: 'poll' | 'prediction' }
  /** The account does not moderate this channel. */
  | { readonly code: 'not-moderator'; readonly channel: string }
  /** The target must not be hit: it is the user, the broadcaster or another moderator. */
  | { readonly code: 'protected'; readonly who: 'self' | 'broadcaster' | 'moderator'; readonly login: string }
  /** What the page says about the target contradicts the platform; nothing was done. */
  | { readonly code: 'identity-mismatch'; readonly login: string }
  /** No user has this login (any more). */
  | { readonly code: 'no-such-user'; readonly login: string }
  /** That request of somebody's waits no more: another moderator has answered it, or it was taken back. */
  | { readonly code: 'request-gone'; readonly login: string }
  /** The time in which this could be taken back is over, or it was taken back already. */
  | { readonly code: 'undo-gone' }
  /** The account that did it takes it back, and it cannot now; another one acts there meanwhile. */
  | { readonly code: 'actor-away'; readonly login: string; readonly why: 'signed-out' | 'expired' }
  /** The same, for want of `scopes`, which its user has `declined` before. */
  | {
      readonly code: 'actor-away';
      readonly login: string;
      readonly why: 'not-allowed';
      readonly scopes: readonly string[];
      readonly declined?: true;
    }
  /** The background could not be reached; `reloaded` = the extension was updated and this page must be reloaded. */
  | { readonly code: 'unreachable'; readonly reloaded: boolean }
  /**
   * The browser's storage failed: it is `full`, another page of ours holds an old version open (`blocked`), its data were
   * written by a `newer` Sidestage, or the browser refuses it (`unavailable`: some private windows, a broken profile).
   */
  | { readonly code: 'storage'; readonly why: 'full' | 'blocked' | 'newer' | 'unavailable' }
  /** A fault of ours. `reference` finds the entry in the log. */
  | { readonly code: 'internal'; readonly reference: string };

/** The names of all failures. */
export type FailureCode = Failure['code'];

/** A {@link Failure} on its way up. Thrown inside one world; between worlds the bare failure travels. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Throws `failure`. */
export function fail(failure: Failure): never {
  throw new FailureError(failure);
}

/** Whether `error` is one of ours. Another script of the same world has this class, too, as another one. */
function isOurs(error: unknown): error is FailureError {
  if (error instanceof FailureError) return true;
  if (!(error instanceof Error) || error.name !== 'FailureError' || !('failure' in error)) return false;
  const { failure } = error;
  return (
    typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === error.message
  );
}

/** The failure that `error` stands for; whatever is not ours becomes `internal` under `reference`. */
export function failureOf(error: unknown, reference = ''): Failure {
  return isOurs(error) ? error.failure : { code: 'internal', reference };
}

/**
 * The failure as it stands at `now` when it was met at `since` (Unix epoch milliseconds): of a wait only what is left of it.
 */
export function failureBy<Known extends Failure | undefined>(
  failure: Known,
  since: number | undefined,
  now: number,
): Known {
  if (failure?.code !== 'rate-limited' || since === undefined) return failure;
  return { ...failure, retryAfterMs: Math.max(0, failure.retryAfterMs - Math.max(0, now - since)) };
}
