import { describe, expect, it } from 'vitest';

import type { Failure } from '../../lib/failure.ts';
import { features } from '../../lib/features.ts';
import { afterAsking, unlockOf, withDeclined } from '../../lib/moderation/unlock.ts';

const { scopes } = features.bans;
const missing: Failure = { code: 'missing-scope', scopes };
const away: Failure = { code: 'actor-away', login: 'ann', why: 'not-allowed', scopes };

describe('what the user can give', () => {
  it.each<[Failure, ReturnType<typeof unlockOf>]>([
    [missing, { allow: 'bans' }],
    [away, { allow: 'bans' }],
    [{ ...missing, declined: true }, undefined],
    [{ ...away, declined: true }, undefined],
    [{ code: 'missing-scope', scopes: ['nobody:knows'] }, undefined],
    [{ code: 'actor-away', login: 'ann', why: 'expired' }, 'sign-in'],
    [{ code: 'actor-away', login: 'ann', why: 'signed-out' }, 'sign-in'],
    [{ code: 'login-expired' }, 'sign-in'],
    [{ code: 'sign-in-denied' }, 'sign-in'],
    [{ code: 'offline' }, undefined],
    [{ code: 'other-account', login: 'bob', wanted: 'ann' }, undefined],
  ])('for %o is %o', (failure, unlock) => {
    expect(unlockOf(failure)).toEqual(unlock);
  });

  it.each<[Failure, Failure, Failure]>([
    [missing, { code: 'sign-in-denied' }, { ...missing, declined: true }],
    [away, { code: 'sign-in-denied' }, { ...away, declined: true }],
    [away, { code: 'code-ended', why: 'refused' }, { ...away, declined: true }],
    [away, { code: 'code-ended', why: 'expired' }, { code: 'code-ended', why: 'expired' }],
    [missing, { code: 'sign-in-closed' }, missing],
    [away, { code: 'aborted' }, away],
    [{ code: 'login-expired' }, { code: 'sign-in-denied' }, { code: 'sign-in-denied' }],
  ])('is still missing after %o was answered with %o', (before, answer, after) => {
    expect(afterAsking(before, answer)).toEqual(after);
  });

  it('is not asked for again where all of it was declined before', () => {
    expect(withDeclined(away, scopes)).toEqual({ ...away, declined: true });
    expect(withDeclined(missing, ['another'])).toEqual(missing);
    expect(withDeclined({ code: 'offline' }, scopes)).toEqual({ code: 'offline' });
  });
});
