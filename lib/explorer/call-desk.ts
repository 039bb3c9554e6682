/** The background's side of the explorer: makes any call of the table, each once. */
import { fail } from '../failure.ts';
import type { SessionValue } from '../store/session.ts';
import { isWrite, type Endpoint } from '../twitch/helix/endpoint.ts';
import type { TokenKind } from './endpoint-card.ts';
import { pastedAccount } from './pasted-tokens.ts';

/** A call that the explorer asks for. */
export interface ExplorerCall {
  /** The asker's own id of the call: the same one twice is one call. */
  readonly id: string;
  readonly endpointId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The active account where it is not given. */
  readonly accountId?: string;
  /** The first that the endpoint takes where it is not given. */
  readonly tokenKind?: TokenKind;
}

/** What came of it. */
export interface ExplorerAnswer {
  /** Parsed JSON, a text, or nothing. */
  readonly answer?: unknown;
  /** From the first step to the answer, ms: waiting for a rate limit counts. */
  readonly tookMs: number;
  /** Points left in the bucket that the call was paid from. */
  readonly pointsLeft?: number;
}

/** The Helix client for rows and inputs whose types are not known; it checks them itself. */
export interface AnyHelix {
  readonly call: (
    endpoint: Endpoint,
    input: Readonly<Record<string, unknown>>,
    options: { readonly as?: string | undefined },
  ) => Promise<unknown>;
  readonly points: (account?: string) => Promise<{ readonly remaining: number } | undefined>;
}

/** What {@link createCallDesk} needs. */
export interface CallDeskParts {
  readonly helix: AnyHelix;
  readonly endpoint: (id: string) => Endpoint | undefined;
  /** Ids of the changes that were sent, beyond the worker's life. */
  readonly sent: SessionValue<string[]>;
  /** Milliseconds, from any point. */
  readonly now: () => number;
}

/** So many ids are remembered; the asker asks again at once or never. */
const sentAtMost = 50;

/** The background's side of the explorer. */
export interface CallDesk {
  /**
   * Makes the call.
   *
   * @throws FailureError as the Helix client does; `outcome-unknown` for a change that an earlier life of the worker sent
   *   under this id.
   */
  readonly call: (wanted: ExplorerCall) => Promise<ExplorerAnswer>;
}

/** Makes the desk. */
export function createCallDesk({ helix, endpoint, sent, now }: CallDeskParts): CallDesk {
  const running = new Map<string, Promise<ExplorerAnswer>>();

  async function make(wanted: ExplorerCall): Promise<ExplorerAnswer> {
    const { id, endpointId, input, accountId, tokenKind } = wanted;
    const row = endpoint(endpointId) ?? fail({ code: 'bad-input', field: 'endpointId', limit: 'unknown' });
    if (isWrite(row)) {
      let isRepeated = false;
      await sent.update((ids = []) => {
        isRepeated = ids.includes(id);
        return isRepeated ? ids : [...ids, id].slice(-sentAtMost);
      });
      // The worker that sent it died before it could answer; whether it was done, nobody knows.
      if (isRepeated as boolean) fail({ code: 'outcome-unknown' });
    }
    const kind = tokenKind ?? row.tokens[0];
    const as = kind === undefined || kind === 'user' ? accountId : pastedAccount(kind);
    const begun = now();
    const answer = await helix.call(row, input, { as });
    const tookMs = Math.round(now() - begun);
    const pointsLeft =
      kind === undefined ? undefined : (await helix.points(as).catch(() => undefined))?.remaining;
    return {
      ...(answer === undefined ? {} : { answer }),
      tookMs,
      ...(pointsLeft === undefined ? {} : { pointsLeft }),
    };
  }

  return {
    call(wanted) {
      const current = running.get(wanted.id) ?? make(wanted).finally(() => running.delete(wanted.id));
      running.set(wanted.id, current);
      return current;
    },
  };
}
