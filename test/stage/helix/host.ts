/** `api.twitch.tv`: the frame through which every call of Helix goes, whatever its endpoint does. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Asked, sendJson } from '../server/http.ts';
import type { Token } from '../oauth/authority.ts';
import type { World } from '../world/world.ts';
import { Call, type Caller } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import { type EndpointId, endpoints } from './endpoints/index.ts';
import { exceptionFor } from './exceptions.ts';
import { handlers } from './handlers/index.ts';
import { isObject, type Json, readGiven } from './params.ts';
import { errorBody, Refusal, refuse } from './refusal.ts';
import {
  appScopeWords,
  invalidJwt,
  invalidToken,
  noClientId,
  otherClientId,
  ownWords,
  roleWords,
  scopeWords,
  tokenWords,
} from './words.ts';

const table = new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]));

/** The row that answers a request, if there is one. */
export function endpointFor(method: string, path: string): Endpoint | undefined {
  return table.get(`${method} ${path.replace(/^\/helix/, '')}`);
}

/** Answers a call. */
export function apiHost(asked: Asked, world: World): void {
  const { response } = asked;
  try {
    const endpoint = endpointFor(asked.method, asked.url.pathname);
    if (!endpoint) refuse(404, '');
    const caller = whoCalls(asked, world, endpoint);
    const level = world.buckets.take(`${caller.clientId} ${caller.token?.userId ?? ''}`);
    response.setHeader('Ratelimit-Limit', level.limit);
    response.setHeader('Ratelimit-Remaining', level.remaining);
    response.setHeader('Ratelimit-Reset', level.reset);
    if (!level.allowed) refuse(429, 'The app exceeded the number of requests that it may make.');
    checkKind(endpoint, caller);
    checkScopes(endpoint, caller.token);
    const contentType = asked.headers['content-type'] ?? '';
    const given = readGiven(endpoint, asked.url.searchParams, asked.body, contentType);
    const call = new Call(world, endpoint, caller, given);
    checkWhose(call);
    checkRole(call);
    answer(asked, endpoint, handlers[endpoint.id as EndpointId](call));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendJson(response, error.status, { ...errorBody(error.status, error.message), ...error.more });
  }
}

function answer(asked: Asked, endpoint: Endpoint, result: unknown): void {
  if (typeof result === 'string') {
    asked.response.writeHead(endpoint.success, { 'content-type': 'text/calendar; charset=utf-8' });
    asked.response.end(result);
  } else if (result === undefined) {
    asked.response.writeHead(endpoint.success);
    asked.response.end();
  } else sendJson(asked.response, endpoint.success, result);
}

/** Who calls, by the two headers. */
function whoCalls(asked: Asked, world: World, endpoint: Endpoint): Caller {
  const clientId = asked.headers['client-id'];
  if (endpoint.token === 'none') return { clientId: '', kind: 'none', token: undefined, claims: undefined };
  const text = /^Bearer (\S+)$/.exec(asked.headers.authorization ?? '')?.[1];
  if (text === undefined) refuse(401, tokenWords[endpoint.token]);
  const jwt = text.split('.').length === 3;
  const claims = jwt ? claimsOf(text, world) : undefined;
  const token = jwt ? undefined : world.auth.token(text);
  if (jwt && !claims) refuse(401, invalidJwt);
  if (!jwt && !token) refuse(401, invalidToken);
  if (typeof clientId !== 'string' || clientId === '') refuse(401, noClientId);
  if (token && token.clientId !== clientId) refuse(401, otherClientId);
  const kind = !token ? 'jwt' : token.userId === undefined ? 'app' : 'user';
  return { clientId, kind, token, claims };
}

/** What an extension's JWT claims, if it is signed with the stage's secret and still good. */
function claimsOf(jwt: string, world: World): Json | undefined {
  const [head = '', payload = '', signature = ''] = jwt.split('.');
  const expected = createHmac('sha256', world.extensionSecret).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const good =
      isObject(claims) && typeof claims['exp'] === 'number' && claims['exp'] * 1000 > world.clock.now();
    return good ? claims : undefined;
  } catch {
    return undefined;
  }
}

function checkKind(endpoint: Endpoint, caller: Caller): void {
  const need = endpoint.token;
  const fits = need === 'none' || need === caller.kind || (need === 'either' && caller.kind !== 'jwt');
  if (!fits) refuse(401, tokenWords[need]);
}

function checkScopes(endpoint: Endpoint, token: Token | undefined): void {
  // An app's own token has no scopes: what its users agreed to is looked at once it is known whom it acts for.
  if (token?.userId === undefined) return;
  for (const group of endpoint.scopes) {
    if (!group.some((scope) => token.scopes.includes(scope))) refuse(401, scopeWords(group));
  }
}

/** Refuses a call in another's name, and an app's call for somebody who did not let it in. */
function checkWhose(call: Call): void {
  const { endpoint, token, world } = call;
  const whose = endpoint.own === undefined ? undefined : call.maybe(endpoint.own);
  if (!token || endpoint.own === undefined || whose === undefined) return;
  if (token.userId === undefined) {
    const agreed = world.auth.consentOf(call.clientId, whose) ?? [];
    for (const group of endpoint.scopes) {
      if (!group.some((scope) => agreed.includes(scope))) refuse(401, appScopeWords(group));
    }
  } else if (token.userId !== whose) {
    const exception = exceptionFor(endpoint.id, 'own');
    refuse(...(exception && exception !== 'let' ? exception : ([401, ownWords(endpoint.own)] as const)));
  }
}

/** Refuses somebody who does not moderate the channel. */
function checkRole(call: Call): void {
  const { endpoint, world } = call;
  if (endpoint.own !== 'moderator_id' || !call.has('moderator_id')) return;
  const name = call.has('broadcaster_id') ? 'broadcaster_id' : 'from_broadcaster_id';
  const channelId = call.text(name);
  if (!world.channels.has(channelId)) refuse(400, `The ID in the ${name} query parameter is not valid.`);
  if (world.isModerator(channelId, call.text('moderator_id'))) return;
  const exception = exceptionFor(endpoint.id, 'role');
  refuse(...(exception && exception !== 'let' ? exception : ([403, roleWords('moderator_id')] as const)));
}
