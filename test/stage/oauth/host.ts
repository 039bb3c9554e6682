/** `id.twitch.tv`. */
import type { World } from '../world/world.ts';
import { type Asked, sendJson } from '../server/http.ts';
import { authorize } from './authorize.ts';
import { startDevice } from './device.ts';
import { giveToken, revoke, validate } from './token.ts';

const routes: Readonly<Record<string, (asked: Asked, world: World) => void>> = {
  'GET /oauth2/authorize': authorize,
  'POST /oauth2/authorize': authorize,
  'POST /oauth2/device': startDevice,
  'POST /oauth2/token': giveToken,
  'GET /oauth2/validate': validate,
  'POST /oauth2/revoke': revoke,
};

/** Answers a request to the log-in host. */
export function idHost(asked: Asked, world: World): void {
  const route = routes[`${asked.method} ${asked.url.pathname}`];
  if (route) route(asked, world);
  else sendJson(asked.response, 404, { status: 404, message: '404 page not found' });
}
