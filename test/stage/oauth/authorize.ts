/** `/oauth2/authorize`: the implicit flow with its consent page. */
import { randomText } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { type Asked, formOf, redirect, sendHtml, sendJson } from '../server/http.ts';
import type { App } from './authority.ts';
import { consentPage, notePage } from './pages.ts';
import { scopes as known } from './scopes.ts';

interface Ticket {
  readonly app: App;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
}

/** Consent questions that wait for their answer. */
const tickets = new WeakMap<World, Map<string, Ticket>>();

/** Answers the browser's request for the page, and the form that comes back from it. */
export function authorize(asked: Asked, world: World): void {
  if (asked.method === 'POST') answered(asked, world);
  else if (asked.method === 'GET') ask(asked, world);
  else sendJson(asked.response, 405, { status: 405, message: 'method not allowed' });
}

function ask(asked: Asked, world: World): void {
  const { response } = asked;
  const given = asked.url.searchParams;
  const app = world.auth.apps.get(given.get('client_id') ?? '');
  if (!app) {
    sendJson(response, 400, {
      status: 400,
      message: given.has('client_id') ? 'invalid client' : 'missing client id',
    });
    return;
  }
  const state = given.get('state');
  const redirectUri = given.get('redirect_uri') ?? '';
  if (!app.redirectUris.includes(redirectUri)) {
    // Twitch ignores an address that it does not know and tells the first registered one.
    refuse(
      asked,
      app.redirectUris[0],
      'redirect_mismatch',
      'Parameter redirect_uri does not match registered URI',
      state,
    );
    return;
  }
  if (given.get('response_type') !== 'token') {
    refuse(asked, redirectUri, 'unsupported_response_type', 'invalid response type', state);
    return;
  }
  if (app.kind === 'public') {
    refuse(
      asked,
      redirectUri,
      'unauthorized_client',
      'The client is limited to the device code grant flow',
      state,
    );
    return;
  }
  const scopes = (given.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !known.has(scope));
  if (unknown !== undefined) {
    refuse(asked, redirectUri, 'invalid_scope', `invalid scope requested: '${unknown}'`, state);
    return;
  }
  const ticket: Ticket = { app, redirectUri, scopes, state };
  const user = world.auth.signedIn === undefined ? undefined : world.find(world.auth.signedIn);
  const silent =
    given.get('force_verify') !== 'true' && user && world.auth.consented(app.clientId, user.id, scopes);
  if (silent) {
    grant(asked, world, ticket, user.id);
    return;
  }
  const name = randomText(24);
  ticketsOf(world).set(name, ticket);
  const { logins, signedIn } = world.auth;
  sendHtml(response, 200, consentPage({ app: app.name, scopes, logins, signedIn, ticket: name }));
}

function answered(asked: Asked, world: World): void {
  const form = formOf(asked);
  const name = form.get('ticket') ?? '';
  const ticket = ticketsOf(world).get(name);
  const user = world.find(form.get('login') ?? '');
  if (!ticket || !user || !world.auth.logins.includes(user.login)) {
    sendHtml(asked.response, 400, notePage('Something went wrong', 'This request is not known any more.'));
    return;
  }
  ticketsOf(world).delete(name);
  world.auth.signedIn = user.login;
  if (form.get('decision') !== 'authorize') {
    refuse(asked, ticket.redirectUri, 'access_denied', 'The user denied you access', ticket.state);
    return;
  }
  world.auth.consent(ticket.app.clientId, user.id, ticket.scopes);
  grant(asked, world, ticket, user.id);
}

function grant(asked: Asked, world: World, ticket: Ticket, userId: string): void {
  const { token } = world.auth.issue({
    clientId: ticket.app.clientId,
    userId,
    scopes: ticket.scopes,
    flow: 'implicit',
  });
  const fragment = new URLSearchParams({ access_token: token, scope: ticket.scopes.join(' ') });
  if (ticket.state !== null) fragment.set('state', ticket.state);
  fragment.set('token_type', 'bearer');
  redirect(asked.response, `${ticket.redirectUri}#${fragment.toString()}`);
}

function refuse(
  asked: Asked,
  to: string | undefined,
  error: string,
  description: string,
  state: string | null,
): void {
  if (to === undefined) {
    sendHtml(asked.response, 400, notePage('Something went wrong', description));
    return;
  }
  const query = new URLSearchParams({ error, error_description: description });
  if (state !== null) query.set('state', state);
  redirect(asked.response, `${to}${to.includes('?') ? '&' : '?'}${query.toString()}`);
}

function ticketsOf(world: World): Map<string, Ticket> {
  const found = tickets.get(world) ?? new Map<string, Ticket>();
  tickets.set(world, found);
  return found;
}
