/** Faults on demand: what the next calls to some place meet. */
import type { ServerResponse } from 'node:http';
import { errorBody } from './helix/refusal.ts';
import type { EndpointId } from './helix/endpoints/index.ts';

/** Where a fault sits: an endpoint of Helix, all of it, or `host/path`. */
export type FaultPlace = EndpointId | 'helix' | `${string}.${string}/${string}`;

/** What happens there. */
export type Fault =
  /** Answers with this status instead of doing anything. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answers after so many milliseconds. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Breaks the connection: before anything was done, or after, so that only the answer is lost. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** Does what is asked, but answers with this text: not JSON, or JSON of a shape that nobody expects. */
  | { readonly kind: 'body'; readonly text: string; readonly status?: number };

interface Placed {
  readonly at: FaultPlace;
  readonly fault: Fault;
  left: number;
}

/** A call that is held back until it is let go. */
export interface Held {
  /** Resolves when a call has arrived. */
  readonly arrived: Promise<void>;
  /** Lets it (and all that come after) go on. */
  release(): void;
}

/** The faults of a stage. */
export class Faults {
  readonly #set: Placed[] = [];
  readonly #held = new Map<FaultPlace, { arrive: () => void; gate: Promise<void> }>();

  /** Lets the next `times` calls to `at` meet `fault`; `Infinity` = until {@link Faults.clear}. */
  add(at: FaultPlace, fault: Fault, times = 1): void {
    this.#set.push({ at, fault, left: times });
  }

  clear(): void {
    this.#set.length = 0;
    this.#held.clear();
  }

  /** Holds calls to `at` back, so that a test can look while they are under way. */
  hold(at: FaultPlace): Held {
    let arrive: () => void = () => undefined;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#held.set(at, { arrive, gate });
    return {
      arrived,
      release: () => {
        this.#held.delete(at);
        release();
      },
    };
  }

  /** Waits while calls to one of `places` are held. */
  async wait(places: readonly FaultPlace[]): Promise<void> {
    for (const place of places) {
      const held = this.#held.get(place);
      if (!held) continue;
      held.arrive();
      await held.gate;
    }
  }

  /** Takes the next fault for one of `places`. */
  take(places: readonly FaultPlace[]): Fault | undefined {
    const found = this.#set.find((one) => places.includes(one.at));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#set.splice(this.#set.indexOf(found), 1);
    return found.fault;
  }
}

/** Answers with a fault's status. */
export function sendStatus(response: ServerResponse, fault: Extract<Fault, { kind: 'status' }>): void {
  const body = errorBody(fault.status, fault.message ?? '');
  response.writeHead(fault.status, { 'content-type': 'application/json; charset=utf-8', ...fault.headers });
  response.end(JSON.stringify(body));
}

/** Lets the answer be made and then spoils it on its way out. */
export function spoil(response: ServerResponse, fault: Fault): void {
  if (fault.kind === 'drop') {
    response.end = () => {
      response.socket?.destroy();
      return response;
    };
  }
  if (fault.kind === 'body') {
    const [end, writeHead] = [response.end.bind(response), response.writeHead.bind(response)];
    response.writeHead = (status: number) => {
      response.statusCode = status;
      return response;
    };
    response.end = () => {
      writeHead(fault.status ?? response.statusCode, { 'content-type': 'application/json; charset=utf-8' });
      return end(fault.text);
    };
  }
}
