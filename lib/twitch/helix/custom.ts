import { fail } from '../../failure.ts';
import type { Method, TokenKind } from './endpoint.ts';
import { helixUrl, type HelixRequest } from './request.ts';

/** A request that is not in the table. */
export interface Custom {
  readonly method: Method;
  /** Below `https://api.twitch.tv/helix`; begins with `/`. */
  readonly path: string;
  /** A list becomes repeated keys. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** `user` where it is not given. */
  readonly token?: TokenKind;
}

/** What came back; `body` is parsed JSON, or the text where it is none. */
export interface CustomAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Builds the request, and keeps it below the API's own address.
 *
 * @throws FailureError `bad-input`.
 */
export function customRequest({ method, path, query = {}, body }: Custom): HelixRequest {
  const url = URL.parse(helixUrl + path);
  if (!path.startsWith('/') || !url?.href.startsWith(`${helixUrl}/`) || url.hash || url.search) {
    fail({ code: 'bad-input', field: 'path', limit: 'format:path' });
  }
  for (const [name, value] of Object.entries(query)) {
    for (const item of typeof value === 'string' ? [value] : value) {
      if (!name.isWellFormed() || !item.isWellFormed()) {
        fail({ code: 'bad-input', field: name, limit: 'well-formed' });
      }
      url.searchParams.append(name, item);
    }
  }
  // Spaces as %20, as everywhere else in this client.
  const address = url.href.replaceAll('+', '%20');
  return body === undefined ? { method, url: address } : { method, url: address, body: JSON.stringify(body) };
}
