/** A call as a command line. */

/** A request without its token. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  /** JSON. */
  readonly body?: string;
}

/** Stands where the token goes: whoever pastes the line puts in their own. */
export const tokenPlaceholder = '<access token>';

/** Stands where the client id goes if there is none yet. */
export const clientIdPlaceholder = '<client id>';

/**
 * `request` as a curl command for a POSIX shell. It never holds a token.
 *
 * @param clientId public: it stands in every sign-in address; left out for endpoints that need no token at all
 */
export function curlText({ method, url, body }: PlainRequest, clientId: string | undefined): string {
  const words = [
    `curl -X ${method} ${quoted(url)}`,
    ...(clientId === undefined
      ? []
      : [
          `-H ${quoted(`Authorization: Bearer ${tokenPlaceholder}`)}`,
          `-H ${quoted(`Client-Id: ${clientId === '' ? clientIdPlaceholder : clientId}`)}`,
        ]),
    ...(body === undefined ? [] : [`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(body)}`]),
  ];
  return words.join(' \\\n  ');
}

/** In single quotes nothing means anything but the quote itself. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
