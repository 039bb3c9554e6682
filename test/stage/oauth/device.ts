/** The device flow's three sides: the device asks, the user types the code, the device polls (see token.ts). */
import type { World } from '../world/world.ts';
import { type Asked, formOf, sendHtml, sendJson } from '../server/http.ts';
import { activatePage, notePage } from './pages.ts';
import { scopes as known } from './scopes.ts';

/** `POST /oauth2/device`: a new code. */
export function startDevice(asked: Asked, world: World): void {
  const { response } = asked;
  const form = formOf(asked);
  const app = world.auth.apps.get(form.get('client_id') ?? '');
  if (!app) {
    sendJson(response, 400, {
      status: 400,
      message: form.has('client_id') ? 'invalid client' : 'missing client id',
    });
    return;
  }
  const scopes = (form.get('scopes') ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !known.has(scope));
  if (unknown !== undefined) {
    sendJson(response, 400, { status: 400, message: `invalid scope requested: '${unknown}'` });
    return;
  }
  const grant = world.auth.startDevice(app.clientId, scopes);
  sendJson(response, 200, {
    device_code: grant.deviceCode,
    expires_in: world.auth.lifetimes.deviceCode,
    interval: world.auth.lifetimes.interval,
    user_code: grant.userCode,
    verification_uri: `https://www.twitch.tv/activate?public=true&device-code=${grant.userCode}`,
  });
}

/** `www.twitch.tv/activate`: the page for the code, and its form. */
export function activate(asked: Asked, world: World): void {
  const { response } = asked;
  const { auth } = world;
  if (asked.method === 'GET') {
    const code = asked.url.searchParams.get('device-code') ?? '';
    const grant = auth.deviceByUserCode(code);
    const app = grant && auth.apps.get(grant.clientId);
    sendHtml(response, 200, activatePage(code, app?.name, grant?.scopes ?? [], auth.logins, auth.signedIn));
    return;
  }
  const form = formOf(asked);
  const grant = auth.deviceByUserCode(form.get('code') ?? '');
  const user = world.find(form.get('login') ?? '');
  if (!grant || !user || !auth.logins.includes(user.login)) {
    sendHtml(response, 400, notePage('Activate your device', 'Invalid code'));
    return;
  }
  auth.signedIn = user.login;
  if (form.get('decision') !== 'activate') {
    grant.state = 'denied';
    sendHtml(response, 200, notePage('Activate your device', 'The device was not activated.'));
    return;
  }
  grant.state = { userId: user.id };
  auth.consent(grant.clientId, user.id, grant.scopes);
  sendHtml(
    response,
    200,
    notePage('Activate your device', 'Your device is activated. You can close this page.'),
  );
}
