/** Calls every endpoint of the stage once and holds its answer to the fields that the reference states. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openSocket, type Reply } from '../stage/ask.ts';
import type { Endpoint } from '../stage/helix/endpoint.ts';
import { endpoints } from '../stage/helix/endpoints/index.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { missing, referenceRows } from './helix-reference.ts';
import { everyScope, type Given, prepare } from './stage-inputs.ts';

/** Fields that the reference lists once although they are not in every answer, or that it lists in the wrong place. */
const notAlways: Readonly<Record<string, readonly string[]>> = {
  'get-extension-analytics': ['data[].extension_id'],
  'send-chat-message': ['data[].drop_reason'],
  'create-eventsub-subscription': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
  ],
  'get-eventsub-subscriptions': ['transport.callback', 'transport.connected_at', 'transport.disconnected_at'],
  'get-conduit-shards': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
    'session_id',
  ],
  'update-conduit-shards': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
    'session_id',
  ],
  'check-user-subscription': ['gifter_'],
  // May be null since June 2026.
  'get-channel-teams': ['data[].background_image_url', 'data[].banner'],
  'get-teams': ['data[].background_image_url', 'data[].banner'],
  'get-extension-configuration-segment': ['data[].broadcaster_id'],
  // The reference's indentation puts what belongs to the train under its contributions, and the records outside.
  'get-hype-train-status': ['data[].current.', 'all_time_high'],
};

describe('the answers of the stage', () => {
  let stage: Stage;
  let given: (endpoint: Endpoint) => Given;

  beforeAll(async () => {
    stage = await startStage();
    given = prepare(stage, await session(stage));
  });

  afterAll(() => stage.close());

  const responses = new Map(referenceRows().map((row) => [row.id, row.response]));

  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (id, endpoint) => {
    const reply = await callOf(stage, endpoint, given(endpoint));
    if (endpoint.path.includes('/tags')) {
      expect(reply.status).toBe(410);
      return;
    }
    expect(reply.status, reply.text).toBe(endpoint.success);
    if (endpoint.success === 204) expect(reply.text).toBe('');
    else if (id === 'get-channel-icalendar') expect(reply.headers['content-type']).toContain('text/calendar');
    else if (missing === undefined) expect(differences(id, responses.get(id) ?? '', reply.json)).toEqual([]);
  });
});

/** Opens an EventSub session and answers with its id; the socket closes with the stage. */
async function session(stage: Stage): Promise<string> {
  const welcomed = stage.drive.eventsub.nextSession();
  const socket = openSocket(stage, 'wss://eventsub.wss.twitch.tv/ws');
  socket.on('error', () => undefined);
  return welcomed;
}

/** Sends a call with the right kind of token for its endpoint, in the name of the broadcaster. */
function callOf(stage: Stage, endpoint: Endpoint, { query = {}, body }: Given): Promise<Reply> {
  const user = stage.drive.token('mainstage', everyScope);
  const url = new URL(`https://api.twitch.tv/helix${endpoint.path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
  }
  const token =
    endpoint.token === 'app'
      ? stage.drive.appToken().token
      : endpoint.token === 'jwt'
        ? stage.drive.extensionJwt({ channel_id: user.userId })
        : user.token;
  return ask(stage, url, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${token}`, 'client-id': user.clientId },
    ...(body && { body }),
  });
}

/** Fields that are in the answer and not in the reference, or the other way round, or of another type. */
function differences(id: string, response: string, answer: unknown): string[] {
  const stated = new Map<string, string>();
  for (const field of response.split(/, (?=[\w.[\]]+:)/)) {
    const at = field.indexOf(':');
    stated.set(field.slice(0, at), field.slice(at + 1));
  }
  const found: string[] = [];
  const excused = ['pagination.cursor', ...(notAlways[id] ?? [])];
  const lenient = (path: string): boolean => excused.some((part) => path.includes(part));
  const open = [...stated].filter(([, type]) => /^object(\||\{|$)/.test(type)).map(([path]) => path);
  const listed = (path: string): boolean =>
    [...stated.keys()].some((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[]`));

  const walk = (value: unknown, path: string): void => {
    const type = stated.get(path);
    if (path !== '' && type === undefined) {
      // What is inside an object without listed fields is not the reference's business.
      const parent = open.findLast((one) => path.startsWith(`${one}.`));
      if (!lenient(path) && (parent === undefined || listed(parent)))
        found.push(`${path} is not in the reference`);
      return;
    }
    if (type !== undefined && !fits(value, type) && !lenient(path))
      found.push(`${path} is ${typeof value}, not ${type}`);
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object') children(item, `${path}[]`, walk);
    } else if (typeof value === 'object' && value !== null) children(value, path, walk);
  };
  const children = (value: unknown, path: string, each: typeof walk): void => {
    const object = value as Record<string, unknown>;
    for (const [name, inner] of Object.entries(object)) each(inner, path === '' ? name : `${path}.${name}`);
    for (const one of stated.keys()) {
      const rest = path === '' ? one : one.startsWith(`${path}.`) ? one.slice(path.length + 1) : undefined;
      if (rest !== undefined && !/[.[]/.test(rest) && !(rest in object) && !lenient(one))
        found.push(`${one} is missing`);
    }
  };
  walk(answer, '');
  return [...new Set(found)];
}

function fits(value: unknown, type: string): boolean {
  if (value === null) return type.includes('null') || type.startsWith('object');
  if (type.startsWith('array')) return Array.isArray(value);
  if (type.startsWith('object')) return typeof value === 'object';
  if (type.startsWith('integer')) return Number.isInteger(value);
  if (type.startsWith('number')) return typeof value === 'number';
  if (type.startsWith('boolean')) return typeof value === 'boolean';
  return typeof value === 'string';
}
