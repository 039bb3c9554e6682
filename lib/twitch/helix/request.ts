import { fail } from '../../failure.ts';
import type { Endpoint, Input, Method } from './endpoint.ts';
import { badField } from './input.ts';
import { brokenBy } from './rules.ts';
import type { Fields } from './spec.ts';

/** Where Helix lives. */
export const helixUrl = 'https://api.twitch.tv/helix';

/** A request as it goes out, without its token. */
export interface HelixRequest {
  readonly method: Method;
  readonly url: string;
  /** JSON. */
  readonly body?: string;
}

/**
 * Builds the request for `input`, or refuses it. Dates become RFC 3339, lists become repeated keys, and what is
 * `undefined` is left out.
 *
 * @throws FailureError `bad-input` with the field and the limit (see `BadInput`); then nothing was built.
 */
export function toRequest<E extends Endpoint>(endpoint: E, input: Input<E>): HelixRequest {
  return buildRequest(endpoint, input);
}

/** {@link toRequest} for an input whose type is not known, such as a form's. */
export function buildRequest(endpoint: Endpoint, input: Readonly<Record<string, unknown>>): HelixRequest {
  const bad = badInput(endpoint, input);
  if (bad) fail({ code: 'bad-input', ...bad });
  const query = queryString(endpoint.query, input);
  const url = `${helixUrl}${endpoint.path}${query && `?${query}`}`;
  const body = jsonBody(endpoint, input);
  return body === undefined ? { method: endpoint.method, url } : { method: endpoint.method, url, body };
}

function badInput(
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
): { field: string; limit: string } | undefined {
  const bad = badField(fieldsOf(endpoint), input);
  if (bad) return bad;
  for (const rule of endpoint.rules) {
    const broken = brokenBy(rule, input);
    if (broken) return broken;
  }
  return undefined;
}

const allFields = new WeakMap<Endpoint, Fields>();

/** All parameters of `endpoint`, wherever they go. */
export function fieldsOf(endpoint: Endpoint): Fields {
  let fields = allFields.get(endpoint);
  if (!fields) {
    fields = { ...endpoint.query, ...endpoint.body };
    allFields.set(endpoint, fields);
  }
  return fields;
}

function queryString(fields: Fields, input: Readonly<Record<string, unknown>>): string {
  let query = '';
  for (const name in fields) {
    const value = input[name];
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      query += `${query && '&'}${name}=${plain(item)}`;
    }
  }
  return query;
}

function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return encodeURIComponent(value instanceof Date ? value.toISOString() : String(value));
}

function jsonBody(endpoint: Endpoint, input: Readonly<Record<string, unknown>>): string | undefined {
  // An endpoint that documents a body gets one, even where every field of it is optional and left out.
  let body: Record<string, unknown> | undefined;
  for (const name in endpoint.body) {
    body ??= {};
    body[name] = input[name];
  }
  return body && JSON.stringify(body);
}
