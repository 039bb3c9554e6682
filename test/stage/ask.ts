/** A client for tests that talk to a stage without a browser. */
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { WebSocket } from 'ws';
import type { Token } from './oauth/authority.ts';
import type { Stage } from './stage.ts';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The text as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** How a request is sent. An object as `body` goes as JSON, URLSearchParams as a form. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | object;
}

/** Asks the stage for an address with its real host name. Redirects are not followed. Rejects when the line breaks. */
export function ask(
  stage: Pick<Stage, 'httpsPort'>,
  address: string | URL,
  asking: Asking = {},
): Promise<Reply> {
  const url = new URL(address);
  const form = asking.body instanceof URLSearchParams;
  const body = form ? asking.body.toString() : asking.body && JSON.stringify(asking.body);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: stage.httpsPort,
        servername: url.hostname,
        rejectUnauthorized: false,
        method: asking.method ?? 'GET',
        path: url.pathname + url.search,
        headers: {
          host: url.hostname,
          ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
          ...asking.headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Calls Helix with a token. `path` begins behind `/helix`. */
export function helix(
  stage: Pick<Stage, 'httpsPort'>,
  token: Token,
  method: string,
  path: string,
  body?: object,
): Promise<Reply> {
  return ask(stage, `https://api.twitch.tv/helix${path}`, {
    method,
    headers: { authorization: `Bearer ${token.token}`, 'client-id': token.clientId },
    ...(body && { body }),
  });
}

/** Opens a WebSocket of the stage's by its real address. */
export function openSocket(stage: Pick<Stage, 'httpsPort'>, address: string): WebSocket {
  const url = new URL(address);
  return new WebSocket(`wss://127.0.0.1:${stage.httpsPort}${url.pathname}${url.search}`, {
    headers: { host: url.hostname },
    rejectUnauthorized: false,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
