/** One call of Helix after all checks: what it gives, and in whose name. */
import type { Token } from '../oauth/authority.ts';
import type { User } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Endpoint } from './endpoint.ts';
import type { Given, Json } from './params.ts';
import { refuse } from './refusal.ts';

/** Who calls, by the headers. */
export interface Caller {
  readonly clientId: string;
  readonly kind: 'user' | 'app' | 'jwt' | 'none';
  readonly token: Token | undefined;
  readonly claims: Json | undefined;
}

/** A call as its handler sees it. */
export class Call {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly clientId: string;
  readonly token: Token | undefined;
  /** What an extension's JWT claims. */
  readonly claims: Json | undefined;
  readonly #given: Given;

  constructor(world: World, endpoint: Endpoint, caller: Caller, given: Given) {
    this.world = world;
    this.endpoint = endpoint;
    this.clientId = caller.clientId;
    this.token = caller.token;
    this.claims = caller.claims;
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

/** Does what an endpoint does. It answers with JSON, with text (a calendar), or with nothing: no body. */
export type Handler = (call: Call) => unknown;
