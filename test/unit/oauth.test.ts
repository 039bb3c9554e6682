import { describe, expect, it } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import { featureNames, features, firstScopes, scopesWithout } from '../../lib/features.ts';
import { checkClient, type ClientKind } from '../../lib/twitch/oauth/client.ts';
import { askDevice, refresh, startDevice } from '../../lib/twitch/oauth/device.ts';
import { featureCalls } from '../../lib/twitch/scopes.ts';

interface Sent {
  readonly url: string;
  readonly form: Record<string, string>;
}

/** A network that answers with these, one after the other, and remembers what was sent. */
function network(...answers: readonly { readonly status?: number; readonly body: unknown }[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const fetch = (url: string, init?: RequestInit): Promise<Response> => {
    sent.push({ url, form: Object.fromEntries(new URLSearchParams(init?.body as URLSearchParams)) });
    const { status = 200, body } = left.shift() ?? { status: 500, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  return { fetch, sent };
}

const refusal = (message: string, status = 400) => ({ status, body: { status, message } });
const pair = {
  access_token: 'a',
  refresh_token: 'r',
  expires_in: 14_400,
  scope: ['x'],
  token_type: 'bearer',
};
const started = {
  device_code: 'd',
  user_code: 'ABCDEFGH',
  verification_uri: 'https://www.twitch.tv/activate?public=true&device-code=ABCDEFGH',
  expires_in: 1800,
  interval: 5,
};
const code = {
  deviceCode: 'd',
  userCode: 'ABCDEFGH',
  url: started.verification_uri,
  expiresAt: 1_801_000,
  intervalMs: 5_000,
  clientId: 'c',
  scopes: ['x', 'y'],
};

/** The failure that `work` ends with. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

describe('the device code grant', () => {
  it('asks for a code', async () => {
    const { fetch, sent } = network({ body: started });
    expect(await startDevice(fetch, 'c', ['x', 'y'], 1_000)).toEqual(code);
    expect(sent).toEqual([
      { url: 'https://id.twitch.tv/oauth2/device', form: { client_id: 'c', scopes: 'x y' } },
    ]);
  });

  it('opens no other page than Twitch’s', async () => {
    const { fetch } = network({ body: { ...started, verification_uri: 'https://example.com/activate' } });
    expect(await failureOf(startDevice(fetch, 'c', [], 0))).toEqual({
      code: 'upstream-changed',
      path: 'verification_uri',
    });
  });

  it('understands every answer to the question what became of it', async () => {
    const ask = (answer: { status?: number; body: unknown }) => askDevice(network(answer).fetch, code, 1_000);
    expect(await ask(refusal('authorization_pending'))).toBe('pending');
    expect(await ask(refusal('slow_down'))).toBe('slower');
    expect(await failureOf(ask(refusal('invalid device code')))).toEqual({
      code: 'code-ended',
      why: 'refused',
    });
    expect(await failureOf(ask(refusal('expired_token')))).toEqual({ code: 'code-ended', why: 'expired' });
    expect(await failureOf(ask(refusal('invalid client')))).toEqual({
      code: 'sign-in-refused',
      message: 'invalid client',
    });
    expect(await failureOf(ask({ status: 503, body: {} }))).toEqual({ code: 'platform-down', status: 503 });
    expect(await ask({ body: pair })).toEqual({
      kind: 'device',
      clientId: 'c',
      accessToken: 'a',
      refreshToken: 'r',
      expiresAt: 14_401_000,
    });
  });

  it('trades a refresh token, and says plainly when it is spent', async () => {
    const { fetch, sent } = network({ body: pair }, refusal('Invalid refresh token'), {
      status: 500,
      body: {},
    });
    expect(await refresh(fetch, 'c', 'a+b', 0)).toMatchObject({ refreshToken: 'r' });
    expect(sent[0]?.form).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'a+b',
      client_id: 'c',
    });
    expect(await failureOf(refresh(fetch, 'c', 'spent', 0))).toEqual({ code: 'login-expired' });
    expect(await failureOf(refresh(fetch, 'c', 'r', 0))).toEqual({ code: 'platform-down', status: 500 });
  });
});

describe('the look at an application', () => {
  const id = 'a'.repeat(30);
  const look = (
    kind: ClientKind,
    answer: { status?: number; body: unknown },
    window: (
      url: string,
    ) => { redirectedTo: string } | { stopped: 'closed' | 'needs-user' | 'offline' } = () => ({
      stopped: 'needs-user',
    }),
  ) =>
    checkClient(
      {
        fetch: network(answer).fetch,
        redirectUri: () => 'https://ours.example/',
        openConsent: (url) => Promise.resolve(window(url)),
      },
      { id, kind },
    );
  const secretMissing = refusal('missing client secret');
  const spent = refusal('Invalid refresh token');

  it('finds what is wrong', async () => {
    const broken = checkClient(
      {
        fetch: network().fetch,
        redirectUri: () => '',
        openConsent: () => Promise.reject(new Error('asked')),
      },
      { id: 'Not an id', kind: 'public' },
    );
    expect(await broken).toBe('malformed');
    expect(await look('public', refusal('invalid client'))).toBe('unknown');
    expect(await look('public', secretMissing)).toBe('is-confidential');
    expect(await look('confidential', spent)).toBe('is-public');
    expect(await look('confidential', secretMissing, () => ({ stopped: 'offline' }))).toBe('no-redirect');
    const mismatch = 'https://ours.example/?error=redirect_mismatch&error_description=no';
    expect(await look('confidential', secretMissing, () => ({ redirectedTo: mismatch }))).toBe('no-redirect');
  });

  it('finds nothing wrong', async () => {
    expect(await look('public', spent)).toBe('fine');
    expect(await look('confidential', secretMissing)).toBe('unsure');
    const state = (url: string): string => new URL(url).searchParams.get('state') ?? '';
    expect(
      await look('confidential', secretMissing, (url) => ({
        redirectedTo: `https://ours.example/#access_token=t&state=${state(url)}`,
      })),
    ).toBe('fine');
  });

  it('does not blame the application for the network', async () => {
    expect(await failureOf(look('public', { status: 502, body: {} }))).toEqual({
      code: 'platform-down',
      status: 502,
    });
  });
});

describe('the features', () => {
  it('ask for what Twitch demands for their calls, and for nothing else', () => {
    for (const name of featureNames) {
      const scopes: readonly string[] = features[name].scopes;
      const demanded = featureCalls[name].flatMap((call) => call.scopes);
      expect(demanded.length, name).toBeGreaterThan(0);
      for (const group of demanded)
        expect(
          group.some((scope) => scopes.includes(scope)),
          name,
        ).toBe(true);
      for (const scope of scopes) expect(demanded.flat(), name).toContain(scope);
    }
  });

  it('ask at first only for what can be seen at once', () => {
    expect(firstScopes).toEqual(['user:read:follows', 'user:read:moderated_channels']);
  });

  it('keep the scopes of others when one is dropped', () => {
    expect(scopesWithout([...firstScopes, 'bits:read', 'moderator:manage:banned_users'], 'bans')).toEqual([
      ...firstScopes,
      'bits:read',
    ]);
  });
});
