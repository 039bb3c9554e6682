/** The calls that were made, so that they can be made again. Answers are not kept, and no secret is. */

/** One call. */
export interface PastCall {
  readonly id: string;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Unix epoch milliseconds. */
  readonly at: number;
  /** `ok`, or the code of the failure. */
  readonly outcome: string;
  /** HTTP status, where it is known. */
  readonly status?: number;
}

/** How many are kept. */
export const callsAtMost = 50;

/** Names of parameters whose values must not be written down. */
const secrets = /secret|token|jwt|password/i;

/** `calls` with `call` in front, the newest first. */
export function withCall(calls: readonly PastCall[], call: PastCall): readonly PastCall[] {
  return [{ ...call, input: withoutSecrets(call.input) as PastCall['input'] }, ...calls].slice(
    0,
    callsAtMost,
  );
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !secrets.test(name))
      .map(([name, item]) => [name, withoutSecrets(item)]),
  );
}

/** The calls in `stored`, which may be anything; what is no call is dropped. */
export function readCalls(stored: string | null): readonly PastCall[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isCall).slice(0, callsAtMost) : [];
  } catch {
    return [];
  }
}

function isCall(value: unknown): value is PastCall {
  if (typeof value !== 'object' || value === null) return false;
  const { id, endpoint, input, at, outcome, status } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof endpoint === 'string' &&
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    typeof at === 'number' &&
    typeof outcome === 'string' &&
    (status === undefined || typeof status === 'number')
  );
}
