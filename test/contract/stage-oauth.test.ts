/** The stage's log-in host: the flows, and what it refuses. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, helix, type Reply } from '../stage/ask.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { clients } from '../stage/world/seed.ts';

const redirectUri = 'https://pgodmchpdgjnacadmfmnmpghacjkdjel.chromiumapp.org/';
const id = 'https://id.twitch.tv/oauth2';
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

let stage: Stage;

beforeEach(async () => {
  stage = await startStage();
});

afterEach(() => stage.close());

/** Opens the consent page. */
function authorize(more: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const query = new URLSearchParams({
    client_id: clients.confidential,
    redirect_uri: redirectUri,
    response_type: 'token',
    scope: 'user:read:follows user:read:chat',
    state: 'sesame',
    ...more,
  });
  return ask(stage, `${id}/authorize?${query.toString()}`);
}

/** Presses a button of a consent page. */
function press(page: Reply, decision: 'authorize' | 'cancel', login = 'stagehand'): Promise<Reply> {
  const ticket = /name="ticket" value="(\w+)"/.exec(page.text)?.[1] ?? '';
  const body = new URLSearchParams({ ticket, decision, login });
  return ask(stage, `${id}/authorize`, { method: 'POST', body });
}

function post(path: string, form: Readonly<Record<string, string>>): Promise<Reply> {
  return ask(stage, `${id}/${path}`, { method: 'POST', body: new URLSearchParams(form) });
}

function whereTo(reply: Reply): URL {
  return new URL(reply.headers.location ?? '');
}

function accessToken(reply: Reply): string {
  return new URLSearchParams(whereTo(reply).hash.slice(1)).get('access_token') ?? '';
}

function validate(token: string): Promise<Reply> {
  return ask(stage, `${id}/validate`, { headers: { authorization: `OAuth ${token}` } });
}

describe('the implicit flow', () => {
  test('asks, hands the token out in the fragment, and validates it', async () => {
    const page = await authorize();
    expect(page.text).toContain('Sidestage wants to access your account');
    expect(page.text).toContain('<li>user:read:follows</li>');
    const answer = await press(page, 'authorize');
    const fragment = new URLSearchParams(whereTo(answer).hash.slice(1));
    expect(whereTo(answer).origin + whereTo(answer).pathname).toBe(redirectUri);
    expect([...fragment.keys()]).toEqual(['access_token', 'scope', 'state', 'token_type']);
    expect(fragment.get('state')).toBe('sesame');
    const token = fragment.get('access_token') ?? '';
    expect(stage.world.issuedTokens).toContain(token);
    expect((await validate(token)).json).toEqual({
      client_id: clients.confidential,
      login: 'stagehand',
      scopes: ['user:read:follows', 'user:read:chat'],
      user_id: '128393656',
      expires_in: stage.world.auth.lifetimes.implicit,
    });
  });

  test('asks nobody twice for the same scopes, unless told to', async () => {
    await press(await authorize(), 'authorize');
    expect(accessToken(await authorize())).not.toBe('');
    expect((await authorize({ force_verify: 'true' })).status).toBe(200);
    expect((await authorize({ scope: 'user:read:follows clips:edit' })).status).toBe(200);
    stage.drive.disconnectApp('stagehand');
    expect((await authorize()).status).toBe(200);
  });

  test('tells a denial in the query', async () => {
    const to = whereTo(await press(await authorize(), 'cancel'));
    expect(to.hash).toBe('');
    expect(to.search).toBe('?error=access_denied&error_description=The+user+denied+you+access&state=sesame');
  });

  test('answers a question once', async () => {
    const page = await authorize();
    await press(page, 'authorize');
    expect((await press(page, 'authorize')).status).toBe(400);
  });

  test('lets the user be another one', async () => {
    const token = accessToken(await press(await authorize(), 'authorize', 'plainviewer'));
    expect((await validate(token)).json).toMatchObject({ login: 'plainviewer' });
    expect((await press(await authorize({ force_verify: 'true' }), 'authorize', 'knightfork')).status).toBe(
      400,
    );
  });

  test.each([
    [{ redirect_uri: 'https://elsewhere.example/' }, 'redirect_mismatch'],
    [{ client_id: clients.public }, 'unauthorized_client'],
    [{ response_type: 'code' }, 'unsupported_response_type'],
    [{ scope: 'everything:please' }, 'invalid_scope'],
  ])('refuses %j', async (more, error) => {
    const to = whereTo(await authorize(more));
    expect(to.origin + to.pathname).toBe(redirectUri);
    expect(to.searchParams.get('error')).toBe(error);
    expect(to.searchParams.get('state')).toBe('sesame');
  });

  test('knows no unknown client', async () => {
    expect(await authorize({ client_id: 'nobody' })).toMatchObject({
      status: 400,
      json: { status: 400, message: 'invalid client' },
    });
  });
});

describe('a token', () => {
  test('ends by revocation, by time, by a new password and with the connection', async () => {
    const fresh = (): string => stage.drive.token('stagehand', ['user:read:follows'], { seconds: 60 }).token;
    const gone = { status: 401, json: { status: 401, message: 'invalid access token' } };

    const revoked = fresh();
    expect(await post('revoke', { client_id: clients.confidential, token: revoked })).toMatchObject({
      status: 200,
    });
    expect(await validate(revoked)).toMatchObject(gone);

    const old = fresh();
    stage.drive.advance(61_000);
    expect(await validate(old)).toMatchObject(gone);

    const before = fresh();
    stage.drive.changePassword('stagehand');
    expect(await validate(before)).toMatchObject(gone);

    const held = stage.drive.token('stagehand', ['user:read:follows']);
    stage.drive.disconnectApp('stagehand');
    expect(await helix(stage, held, 'GET', '/users')).toMatchObject({ status: 401 });
  });

  test('cannot be revoked by another client, nor twice', async () => {
    const { token } = stage.drive.token('stagehand', []);
    expect(await post('revoke', { client_id: 'nobody', token })).toMatchObject({
      status: 404,
      json: { message: 'client does not exist' },
    });
    expect(await post('revoke', { client_id: clients.public, token })).toMatchObject({ status: 400 });
    expect((await validate(token)).status).toBe(200);
  });
});

describe('the device flow', () => {
  const start = async (): Promise<{ device_code: string; user_code: string; verification_uri: string }> => {
    const reply = await post('device', { client_id: clients.public, scopes: 'user:read:follows' });
    return reply.json as { device_code: string; user_code: string; verification_uri: string };
  };
  const poll = (device_code: string): Promise<Reply> =>
    post('token', {
      client_id: clients.public,
      scopes: 'user:read:follows',
      device_code,
      grant_type: deviceGrant,
    });
  const decide = (code: string, decision: 'activate' | 'cancel'): Promise<Reply> =>
    ask(stage, 'https://www.twitch.tv/activate', {
      method: 'POST',
      body: new URLSearchParams({ code, decision, login: 'stagehand' }),
    });
  const refresh = (refresh_token: string): Promise<Reply> =>
    post('token', { client_id: clients.public, grant_type: 'refresh_token', refresh_token });

  test('waits for the user, then gives a pair once', async () => {
    const { device_code, user_code, verification_uri } = await start();
    expect(user_code).toMatch(/^[A-Z]{8}$/);
    expect((await poll(device_code)).json).toEqual({ status: 400, message: 'authorization_pending' });
    const page = await ask(stage, verification_uri);
    expect(page.text).toContain(user_code);
    expect(page.text).toContain('>Activate</button>');
    await decide(user_code, 'activate');
    expect((await poll(device_code)).json).toMatchObject({
      expires_in: 14_400,
      scope: ['user:read:follows'],
      token_type: 'bearer',
    });
    expect((await poll(device_code)).json).toEqual({ status: 400, message: 'invalid device code' });
  });

  test('ends with a no, and with time', async () => {
    const denied = await start();
    await decide(denied.user_code, 'cancel');
    expect((await poll(denied.device_code)).json).toMatchObject({ message: 'invalid device code' });
    const slow = await start();
    stage.drive.advance(1_801_000);
    expect((await decide(slow.user_code, 'activate')).status).toBe(400);
    expect((await poll(slow.device_code)).json).toMatchObject({ message: 'invalid device code' });
  });

  test('turns a refresh token over, each once, until it lay for thirty days', async () => {
    const { device_code, user_code } = await start();
    await decide(user_code, 'activate');
    const first = ((await poll(device_code)).json as { refresh_token: string }).refresh_token;
    const second = ((await refresh(first)).json as { refresh_token: string }).refresh_token;
    expect(second).not.toBe(first);
    expect(await refresh(first)).toMatchObject({
      status: 400,
      json: { status: 400, message: 'Invalid refresh token' },
    });
    stage.drive.advance(29 * 86_400_000);
    const third = ((await refresh(second)).json as { refresh_token: string }).refresh_token;
    stage.drive.advance(31 * 86_400_000);
    expect((await refresh(third)).status).toBe(400);
  });
});
