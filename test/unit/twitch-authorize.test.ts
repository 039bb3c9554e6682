import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { consentUrl, readConsent } from '../../lib/twitch/oauth/authorize.ts';

const state = '11111111-2222-3333-4444-555555555555';
const back = 'https://abc.chromiumapp.org/';

describe('consentUrl', () => {
  it('asks for a token by the implicit grant, with every scope', () => {
    const url = new URL(consentUrl({ clientId: 'c', redirectUri: back, scopes: ['a:b', 'c:d'], state }));
    expect(url.origin + url.pathname).toBe('https://id.twitch.tv/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'c',
      redirect_uri: back,
      response_type: 'token',
      scope: 'a:b c:d',
      state,
    });
  });

  it('asks again when told to', () => {
    const url = consentUrl({ clientId: 'c', redirectUri: back, scopes: [], state, forceVerify: true });
    expect(new URL(url).searchParams.get('force_verify')).toBe('true');
  });
});

describe('readConsent', () => {
  it('finds the token in the fragment', () => {
    expect(
      readConsent(`${back}#access_token=t0k&scope=a%3Ab&state=${state}&token_type=bearer`, state),
    ).toEqual({ accessToken: 't0k' });
  });

  it.each([
    ['another state', `${back}#access_token=t&state=other`, 'sign-in-mismatch'],
    ['no state', `${back}#access_token=t`, 'sign-in-mismatch'],
    ['a token in the query', `${back}?access_token=t&state=${state}`, 'sign-in-mismatch'],
    ['an empty token', `${back}#access_token=&state=${state}`, 'sign-in-mismatch'],
    [
      'a denial',
      `${back}?error=access_denied&error_description=The+user+denied+you+access&state=${state}`,
      'sign-in-denied',
    ],
    ['a denial with another state', `${back}?error=access_denied&state=other`, 'sign-in-mismatch'],
    [
      'a redirect address that is not registered',
      `${back}?error=redirect_mismatch&error_description=Parameter+redirect_uri+does+not+match`,
      'sign-in-refused',
    ],
    ['another error', `${back}?error=server_error&state=${state}`, 'sign-in-refused'],
    ['nonsense', 'nonsense', 'sign-in-mismatch'],
  ])('%s: %s → %s', (_what, address, code) => {
    expect(readConsent(address, state)).toMatchObject({ failure: { code } });
  });

  it('never finds a token without the right state', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (token, other) => {
        fc.pre(other !== state);
        const answer = readConsent(
          `${back}#${new URLSearchParams({ access_token: token, state: other }).toString()}`,
          state,
        );
        expect(answer).not.toHaveProperty('accessToken');
      }),
    );
  });
});
