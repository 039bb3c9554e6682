/**
 * What a failure is called, and what the user can do about it.
 */
import type { Platform } from './chat/message.ts';
import type { Failure } from './failure.ts';
import { featureFor, features } from './features.ts';
import { text } from './text.ts';

/** The next step that helps; the face that shows the failure knows how to take it. */
export type Remedy = 'sign-in' | 'allow' | 'options' | 'retry' | 'reload-page' | 'none';

/** A failure in words. */
export interface FailureWords {
  readonly title: string;
  readonly hint: string;
  readonly remedy: Remedy;
}

/** The words for `failure`, which comes from `platform`. */
export function describeFailure(failure: Failure, platform: Platform = 'twitch'): FailureWords {
  const words = wordsOf(failure);
  return platform === 'chzzk' ? { ...words, ...onChzzk(failure) } : words;
}

function wordsOf(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'no-client-id':
      return {
        title: text('failureNoClientIdTitle'),
        hint: text('failureNoClientIdHint'),
        remedy: 'options',
      };
    case 'signed-out':
      return { title: text('failureSignedOutTitle'), hint: text('failureSignedOutHint'), remedy: 'sign-in' };
    case 'login-expired':
      return {
        title: text('failureLoginExpiredTitle'),
        hint:
          failure.login === undefined
            ? text('failureLoginExpiredHint')
            : text('failureLoginExpiredOfHint', failure.login),
        remedy: 'sign-in',
      };
    case 'chzzk-logged-out':
      return { title: text('chzzkLoggedOut'), hint: text('chzzkLogIn'), remedy: 'retry' };
    case 'chzzk-no-tab':
      return {
        title: text(failure.from === 'studio' ? 'chzzkNoStudioTitle' : 'chzzkNoTabTitle'),
        hint: text('chzzkNoTabHint'),
        remedy: 'none',
      };
    case 'chzzk-no-role':
      return { title: text('chzzkNoRoleTitle'), hint: text('chzzkNoRoleHint'), remedy: 'none' };
    case 'chzzk-no-chat':
      return { title: text('chzzkNoChatTitle'), hint: text('chzzkNoChatHint'), remedy: 'retry' };
    case 'sign-in-closed':
      return {
        title: text('failureSignInClosedTitle'),
        hint: text('failureSignInClosedHint'),
        remedy: 'sign-in',
      };
    case 'sign-in-denied':
      return {
        title: text('failureSignInDeniedTitle'),
        hint: text('failureSignInDeniedHint'),
        remedy: 'sign-in',
      };
    case 'sign-in-mismatch':
      return {
        title: text('failureSignInMismatchTitle'),
        hint: text('failureSignInMismatchHint'),
        remedy: 'sign-in',
      };
    case 'sign-in-refused':
      return {
        title: text('failureSignInRefusedTitle'),
        hint: text('failureSignInRefusedHint', failure.message),
        remedy: 'options',
      };
    case 'code-ended':
      return {
        title: text(failure.why === 'expired' ? 'failureCodeExpiredTitle' : 'failureCodeRefusedTitle'),
        hint: text('failureCodeEndedHint'),
        remedy: 'sign-in',
      };
    case 'other-account':
      return {
        title: text('failureOtherAccountTitle', failure.login),
        hint: text('failureOtherAccountHint', failure.wanted),
        remedy: 'none',
      };
    case 'missing-scope':
      return missingScope(failure.scopes, failure.declined === true);
    case 'rate-limited':
      return {
        title: text('failureRateLimitedTitle'),
        hint: waitWords(Math.ceil(failure.retryAfterMs / 1000)),
        remedy: 'retry',
      };
    case 'offline':
      return { title: text('failureOfflineTitle'), hint: text('failureOfflineHint'), remedy: 'retry' };
    case 'timeout':
      return { title: text('failureTimeoutTitle'), hint: text('failureTimeoutHint'), remedy: 'retry' };
    case 'platform-down':
      return {
        title: text('failurePlatformDownTitle'),
        hint: text('failurePlatformDownHint', failure.status),
        remedy: 'retry',
      };
    case 'platform-refused':
      return {
        title: text('failurePlatformRefusedTitle'),
        hint: text('failurePlatformRefusedHint', failure.message),
        remedy: 'retry',
      };
    case 'upstream-changed':
      return {
        title: text('failureUpstreamChangedTitle'),
        hint: text('failureUpstreamChangedHint', failure.path),
        remedy: 'retry',
      };
    case 'retired':
      return { title: text('failureRetiredTitle'), hint: text('failureRetiredHint'), remedy: 'none' };
    case 'outcome-unknown':
      return {
        title: text('failureOutcomeUnknownTitle'),
        hint: text('failureOutcomeUnknownHint'),
        remedy: 'none',
      };
    case 'storage':
      return { title: text('failureStorageTitle'), hint: text(storageHints[failure.why]), remedy: 'retry' };
    case 'not-affiliate':
      return {
        title: text('failureNotAffiliateTitle'),
        hint: text('failureNotAffiliateHint'),
        remedy: 'none',
      };
    case 'already-running':
      return {
        title: text(failure.what === 'poll' ? 'failurePollRunsTitle' : 'failurePredictionRunsTitle'),
        hint: text(failure.what === 'poll' ? 'failurePollRunsHint' : 'failurePredictionRunsHint'),
        remedy: 'none',
      };
    case 'not-moderator':
      return {
        title: text('failureNotModeratorTitle', failure.channel),
        hint: text('failureNotModeratorHint'),
        remedy: 'none',
      };
    case 'protected':
      return {
        title: protectedTitle(failure.who, failure.login),
        hint: text('failureProtectedHint'),
        remedy: 'none',
      };
    case 'identity-mismatch':
      return {
        title: text('failureIdentityMismatchTitle', failure.login),
        hint: text('failureIdentityMismatchHint'),
        remedy: 'reload-page',
      };
    case 'no-such-user':
      return {
        title: text('failureNoSuchUserTitle', failure.login),
        hint: text('failureNoSuchUserHint'),
        remedy: 'none',
      };
    case 'request-gone':
      return {
        title: text('failureRequestGoneTitle', failure.login),
        hint: text('failureRequestGoneHint'),
        remedy: 'none',
      };
    case 'undo-gone':
      return { title: text('failureUndoGoneTitle'), hint: text('failureUndoGoneHint'), remedy: 'none' };
    case 'actor-away':
      return actorAway(failure);
    case 'unreachable':
      return failure.reloaded
        ? { title: text('failureReloadedTitle'), hint: text('failureReloadedHint'), remedy: 'reload-page' }
        : { title: text('failureUnreachableTitle'), hint: text('failureUnreachableHint'), remedy: 'retry' };
    case 'bad-input':
      return {
        title: text('failureBadInputTitle'),
        hint: text('failureBadInputHint', failure.field, failure.limit),
        remedy: 'none',
      };
    case 'internal':
      return {
        title: text('failureInternalTitle'),
        hint: text('failureInternalHint', failure.reference),
        remedy: 'retry',
      };
    case 'wrong-token-kind':
      return {
        title: text('failureWrongTokenTitle', text(tokenNames[failure.needs])),
        hint: text(failure.needs === 'user' ? 'failureSignedOutHint' : 'failureWrongTokenHint'),
        remedy: failure.needs === 'user' ? 'sign-in' : 'none',
      };
    default:
      // `aborted`, `refused`: no face causes them; if one does, that is a fault of ours.
      return {
        title: text('failureInternalTitle'),
        hint: text('failureInternalHint', failure.code),
        remedy: 'retry',
      };
  }
}

const tokenNames = { user: 'tokenUser', app: 'tokenApp', 'extension-jwt': 'tokenExtension' } as const;

const awayTitles = {
  'signed-out': 'failureActorSignedOutTitle',
  expired: 'failureActorExpiredTitle',
  'not-allowed': 'failureActorNotAllowedTitle',
} as const;

function actorAway(failure: Extract<Failure, { code: 'actor-away' }>): FailureWords {
  const { login, why } = failure;
  const title = text(awayTitles[why], login);
  if (why !== 'not-allowed') return { title, hint: text('failureActorAwayHint', login), remedy: 'sign-in' };
  if (failure.declined) return { title, hint: text('failureActorDeclinedHint', login), remedy: 'options' };
  const isKnown = featureFor(failure.scopes) !== undefined;
  return { title, hint: text('failureActorNotAllowedHint', login), remedy: isKnown ? 'allow' : 'options' };
}

const storageHints = {
  full: 'failureStorageFullHint',
  blocked: 'failureStorageBlockedHint',
  newer: 'failureStorageNewerHint',
  unavailable: 'failureStorageUnavailableHint',
} as const;

function missingScope(scopes: readonly string[], declined: boolean): FailureWords {
  const feature = featureFor(scopes);
  const why =
    feature === undefined ? text('failureMissingScopeHint', scopes.join(', ')) : text(features[feature].why);
  // Whoever has said no is told where to change their mind, and not asked again.
  return declined
    ? {
        title: text('failureScopeDeclinedTitle'),
        hint: text('failureScopeDeclinedHint', why),
        remedy: 'options',
      }
    : {
        title: text('failureMissingScopeTitle'),
        hint: why,
        remedy: feature === undefined ? 'sign-in' : 'allow',
      };
}

function protectedTitle(who: 'self' | 'broadcaster' | 'moderator', login: string): string {
  if (who === 'self') return text('failureProtectedSelfTitle');
  return who === 'broadcaster'
    ? text('failureProtectedBroadcasterTitle', login)
    : text('failureProtectedModeratorTitle', login);
}

/** What is called otherwise where CHZZK has to do with it. */
function onChzzk(failure: Failure): Partial<FailureWords> {
  switch (failure.code) {
    case 'platform-refused':
      return { title: text('chzzkRefusedTitle'), hint: text('chzzkRefused', failure.message) };
    case 'timeout':
      return { title: text('chzzkFailed'), hint: text('chzzkNoAnswer') };
    case 'platform-down':
      return { title: text('chzzkFailed'), hint: text('chzzkDownHint', failure.status) };
    case 'rate-limited':
      return { title: text('chzzkFailed') };
    case 'upstream-changed':
      return { title: text('chzzkChangedTitle') };
    case 'outcome-unknown':
      return { hint: text('chzzkUnsureHint') };
    case 'identity-mismatch':
      return { hint: text('chzzkMismatchHint') };
    case 'no-such-user':
      return { title: text('chzzkNobodyTitle', failure.login) };
    default:
      return {};
  }
}

function waitWords(seconds: number): string {
  if (seconds === 0) return text('failureRateLimitedHintOver');
  return text(seconds === 1 ? 'failureRateLimitedHintOne' : 'failureRateLimitedHint', seconds);
}
