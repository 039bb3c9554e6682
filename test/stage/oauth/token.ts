/** `/oauth2/token`, `/oauth2/validate` and `/oauth2/revoke`. */
import type { World } from '../world/world.ts';
import { type Asked, formOf, sendJson } from '../server/http.ts';
import type { App, Granted } from './authority.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** `POST /oauth2/token`: a device that polls, a refresh, an app's own token. */
export function giveToken(asked: Asked, world: World): void {
  const form = formOf(asked);
  const app = world.auth.apps.get(form.get('client_id') ?? '');
  if (!app) refuse(asked, 400, form.has('client_id') ? 'invalid client' : 'missing client id');
  else if (form.get('grant_type') === deviceGrant) poll(asked, world, app, form);
  else if (form.get('grant_type') === 'refresh_token') refresh(asked, world, app, form);
  else if (form.get('grant_type') === 'client_credentials') appToken(asked, world, app, form);
  else refuse(asked, 400, form.has('grant_type') ? 'invalid grant type' : 'missing grant type');
}

function poll(asked: Asked, world: World, app: App, form: URLSearchParams): void {
  const granted = world.auth.pollDevice(app.clientId, form.get('device_code') ?? '');
  if (granted === 'pending') refuse(asked, 400, 'authorization_pending');
  else if (granted === 'invalid') refuse(asked, 400, 'invalid device code');
  else give(asked, world, granted);
}

function refresh(asked: Asked, world: World, app: App, form: URLSearchParams): void {
  if (app.kind === 'confidential' && form.get('client_secret') !== app.secret) {
    refuse(
      asked,
      form.has('client_secret') ? 403 : 400,
      form.has('client_secret') ? 'invalid client secret' : 'missing client secret',
    );
    return;
  }
  const granted = world.auth.refresh(app.clientId, form.get('refresh_token') ?? '');
  if (granted) give(asked, world, granted);
  else refuse(asked, 400, 'Invalid refresh token');
}

function appToken(asked: Asked, world: World, app: App, form: URLSearchParams): void {
  if (app.secret === undefined || form.get('client_secret') !== app.secret) {
    refuse(
      asked,
      form.has('client_secret') ? 403 : 400,
      form.has('client_secret') ? 'invalid client secret' : 'missing client secret',
    );
    return;
  }
  const token = world.auth.issue({ clientId: app.clientId, scopes: [], flow: 'client-credentials' });
  sendJson(asked.response, 200, {
    access_token: token.token,
    expires_in: secondsLeft(world, token.expiresAt),
    token_type: 'bearer',
  });
}

function give(asked: Asked, world: World, { token, refreshToken }: Granted): void {
  sendJson(asked.response, 200, {
    access_token: token.token,
    expires_in: secondsLeft(world, token.expiresAt),
    refresh_token: refreshToken,
    scope: token.scopes,
    token_type: 'bearer',
  });
}

/** `GET /oauth2/validate`. */
export function validate(asked: Asked, world: World): void {
  const text = /^(?:OAuth|Bearer) (\S+)$/.exec(asked.headers.authorization ?? '')?.[1];
  const token = text === undefined ? undefined : world.auth.token(text);
  if (!token) {
    refuse(asked, 401, text === undefined ? 'missing authorization token' : 'invalid access token');
    return;
  }
  const user = token.userId === undefined ? undefined : world.users.get(token.userId);
  sendJson(asked.response, 200, {
    client_id: token.clientId,
    ...(user && { login: user.login }),
    scopes: token.scopes,
    ...(user && { user_id: user.id }),
    expires_in: secondsLeft(world, token.expiresAt),
  });
}

/** `POST /oauth2/revoke`. */
export function revoke(asked: Asked, world: World): void {
  const form = formOf(asked);
  const app = world.auth.apps.get(form.get('client_id') ?? '');
  if (!form.has('client_id')) refuse(asked, 400, 'missing client id');
  else if (!app) refuse(asked, 404, 'client does not exist');
  else if (!world.auth.revoke(app.clientId, form.get('token') ?? '')) refuse(asked, 400, 'Invalid token');
  else {
    asked.response.writeHead(200);
    asked.response.end();
  }
}

function secondsLeft(world: World, until: number): number {
  return Math.max(0, Math.round((until - world.clock.now()) / 1000));
}

function refuse(asked: Asked, status: number, message: string): void {
  sendJson(asked.response, status, { status, message });
}
