/** What the browser says when its storage fails, as the failure that a user hears about. */
import { FailureError } from '../failure.ts';

type Why = Extract<FailureError['failure'], { code: 'storage' }>['why'];

/** The names under which IndexedDB reports a fault of the browser or of the disk, not of the caller. */
const faults: ReadonlyMap<string, Why> = new Map([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['AbortError', 'unavailable'],
  ['InvalidStateError', 'unavailable'],
  ['NotReadableError', 'unavailable'],
  ['OperationError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['TimeoutError', 'unavailable'],
  ['UnknownError', 'unavailable'],
]);

/**
 * `error`, which storage gave, as a failure. The original is its `cause`.
 *
 * The extension storage areas have no error names in Chrome, only messages ("QUOTA_BYTES quota exceeded").
 */
export function storageFailure(error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  const name = error instanceof Error ? error.name : '';
  const full = error instanceof Error && /quota/i.test(error.message);
  const failure = new FailureError({
    code: 'storage',
    why: full ? 'full' : (faults.get(name) ?? 'unavailable'),
  });
  failure.cause = error;
  return failure;
}

/** Like {@link storageFailure} where the browser is to blame; a fault of ours stays what it is. */
export function blame(error: unknown): unknown {
  return error instanceof Error && faults.has(error.name) ? storageFailure(error) : error;
}
