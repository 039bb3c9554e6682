/** A call that is refused: status and words, as the reference has them. */

/** Reason phrases of the statuses that Helix answers with. */
const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Entity',
  425: 'Too Early',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** Thrown by whatever refuses a call. */
export class Refusal extends Error {
  readonly status: number;
  /** Fields beside the documented three. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

/** Refuses the call. */
export function refuse(status: number, message: string, more?: Readonly<Record<string, unknown>>): never {
  throw new Refusal(status, message, more);
}

/** The documented error body. */
export function errorBody(
  status: number,
  message: string,
): { error: string; status: number; message: string } {
  return { error: reasons[status] ?? 'Error', status, message };
}
