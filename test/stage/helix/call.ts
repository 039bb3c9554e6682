/** One call of Helix after all checks: what it gives, and in whose name. */
import type { Token } from '../oauth/authority.ts';
import type { User } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Endpoint } from './endpoint.ts';
import type { Given, Json } from './params.ts';
import { refuse } from './refusal.ts';

/** What a handler gives back; nothing = an answer without a body. */
export interface Answer {
  readonly json?: unknown;
  readonly calendar?: string;
}

/** A call as its handler sees it. */
export class Call {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly clientId: string;
  readonly token: Token | undefined;
  readonly #given: Given;

  constructor(world: World, endpoint: Endpoint, clientId: string, token: Token | undefined, given: Given) {
    this.world = world;
    this.endpoint = endpoint;
    this.clientId = clientId;
    this.token = token;
    this.#given = given;
  }

  /** The token's user, or nothing when it is an app's. */
  get user(): User | undefined {
    return this.token?.userId === undefined ? undefined : this.world.users.get(this.token.userId);
  }

  hasScope(...anyOf: readonly string[]): boolean {
    return this.token?.scopes.some((scope) => anyOf.includes(scope)) ?? false;
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** A text that may be missing. */
  maybe(name: string): string | undefined {
    const value = this.#given.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** A text; empty when it was not given. */
  text(name: string): string {
    return this.maybe(name) ?? '';
  }

  /** A repeated text or a list of texts. */
  texts(name: string): readonly string[] {
    const value = this.#given.get(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  number(name: string): number | undefined {
    const value = this.#given.get(name);
    if (typeof value === 'number') return value;
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#given.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** A time in Unix epoch milliseconds. */
  time(name: string): number | undefined {
    const value = this.maybe(name);
    return value === undefined ? undefined : Date.parse(value);
  }

  object(name: string): Json | undefined {
    const value = this.#given.get(name);
    return typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined;
  }

  objects(name: string): readonly Json[] {
    const value = this.#given.get(name);
    return Array.isArray(value) ? (value as readonly Json[]) : [];
  }

  /** The user whom `name` names; refused with `words` when there is none. */
  userIn(name: string, words = `The ID in the ${name} query parameter is not valid.`, status = 400): User {
    return this.world.users.get(this.text(name)) ?? refuse(status, words);
  }
}

/** Does what an endpoint does. */
export type Handler = (call: Call) => unknown;
