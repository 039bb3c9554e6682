/** The few things about HTTP that every host of the stage needs. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request with its body read. */
export interface Asked {
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Reads a request whole. Throws when the client goes away before the end. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The fields of a form, from the body or, where an app sent them so, from the query. */
export function formOf(asked: Asked): URLSearchParams {
  const form = new URLSearchParams(asked.url.search);
  if (!(asked.headers['content-type'] ?? '').startsWith('application/json')) {
    for (const [name, value] of new URLSearchParams(asked.body)) form.set(name, value);
  }
  return form;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

export function sendHtml(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

/** Sends the browser on. */
export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to, 'cache-control': 'no-store' });
  response.end();
}
