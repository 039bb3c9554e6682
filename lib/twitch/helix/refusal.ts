/** What a refusal of the platform means. */

import type { Failure } from '../../failure.ts';

/** The platform's error body, as far as it came. */
export interface Refusal {
  readonly status: number;
  /** The platform's own words. */
  readonly message: string;
  /** The id of the thing that is there already (409). */
  readonly existingId?: string;
}

/** Reads an error body; a body that is not the documented JSON gives empty words. */
export function readRefusal(status: number, body: unknown): Refusal {
  const { message, error, id } = (typeof body === 'object' && body !== null ? body : {}) as ErrorBody;
  const words = typeof message === 'string' && message !== '' ? message : error;
  const refusal = { status, message: typeof words === 'string' ? words : '' };
  return typeof id === 'string' ? { ...refusal, existingId: id } : refusal;
}

interface ErrorBody {
  readonly error?: unknown;
  readonly message?: unknown;
  readonly id?: unknown;
}

/** True if a new token may help: a 401 about the token itself, not about its scopes or its owner. */
export function isStaleToken({ status, message }: Refusal): boolean {
  return status === 401 && !/scope|must match|incorrect user|not match/i.test(message);
}

/** The failure that a refusal stands for, once nothing more can be tried. */
export function failureFrom(refusal: Refusal): Failure {
  const { status, message } = refusal;
  if (status === 401) {
    if (isStaleToken(refusal)) return { code: 'login-expired' };
    const scopes = /missing.*scope/i.test(message) ? message.match(/\b[a-z]+(?::[a-z_]+)+/g) : null;
    if (scopes) return { code: 'missing-scope', scopes };
  }
  if (status === 410) return { code: 'retired' };
  if (status >= 500) return { code: 'platform-down', status };
  return { code: 'platform-refused', ...refusal };
}
