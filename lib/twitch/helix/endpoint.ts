/**
 * One row of the Helix table, and the words that rows are written in.
 *
 * An input is one flat object, `{ ...query, ...body }`, with the platform's own names: no endpoint has the same name in
 * both places, and where a field goes is the table's knowledge, not the caller's.
 */

import type { Fields, InputShape, Spec, Value } from './spec.ts';
import type { Rule } from './rules.ts';

/** Who a token stands for. */
export type TokenKind = 'user' | 'app' | 'extension-jwt';

/** The HTTP methods of the platform. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `beta` may change; `retired` answers 410 or nothing. */
export type State = 'live' | 'beta' | 'retired';

/** A limit of the endpoint itself, beside the common bucket: at most `count` calls in any `perMs`, counted apart by the values of `by`. */
export interface OwnLimit {
  readonly count: number;
  /** Milliseconds. */
  readonly perMs: number;
  readonly by: readonly string[];
}

/** How the endpoint's list goes on. */
export interface Page {
  /** Path of the list in the answer. */
  readonly items: 'data' | 'data.segments';
  /** Path of the cursor in the answer. */
  readonly cursor: 'pagination.cursor' | 'data.pagination.cursor' | 'pagination';
}

/** What a look at the platform found out about a write whose answer was lost. */
export type Found = { readonly done: true; readonly answer?: unknown } | { readonly done: false } | undefined;

/** What a look may use: reads through the client, and when the write went out (ms since 1970). */
export interface LookTools {
  readonly read: <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Result<E>>;
  readonly sentAtMs: number;
}

/** One endpoint of the Helix API. */
export interface Endpoint {
  /** The anchor of its documentation. */
  readonly id: string;
  /** Twitch's name for it. */
  readonly name: string;
  readonly method: Method;
  /** Below `https://api.twitch.tv/helix`. */
  readonly path: string;
  readonly category: string;
  /** Kinds of token that it takes; none: it is public. */
  readonly tokens: readonly TokenKind[];
  /** Scopes of a user token: one of each group. */
  readonly scopes: readonly (readonly string[])[];
  /** It answers without the scopes too, with less. */
  readonly partial?: true;
  /** Scopes with which it answers more. */
  readonly moreWith?: readonly string[];
  /** More scopes (one of each group) that it needs once `field` is `is`. */
  readonly scopesWith?: {
    readonly field: string;
    readonly is: unknown;
    readonly scopes: readonly string[][];
  };
  /** The parameter that must be the token's own user. */
  readonly self?: string;
  /** The {@link self} parameter is checked where it is given, but not filled in. */
  readonly selfIfGiven?: true;
  readonly query: Fields;
  readonly body: Fields;
  readonly rules: readonly Rule[];
  /** Its answer; `null` for none (204), `'text'` for an answer that is not JSON. */
  readonly response: Spec | 'text' | null;
  readonly page?: Page;
  readonly limits: readonly OwnLimit[];
  /** A 409 means that somebody else is changing the same thing at this moment; the call was not done. */
  readonly busy?: true;
  /** It changes nothing, although it is not a GET. */
  readonly reads?: true;
  readonly state: State;
  /** Its documentation. */
  readonly docs: string;
  /** Finds out whether a write whose answer was lost was done. */
  readonly look?: (input: never, tools: LookTools) => Promise<Found>;
}

type Self<E extends Endpoint> = E extends { readonly self: infer Field extends string } ? Field : never;

/** What a call of `E` takes. The parameter that must be the token's user may be left out. */
export type Input<E extends Endpoint> = InputShape<E['query'] & E['body'], Self<E>>;

/** What a call of `E` sends, with the token's user filled in. */
export type Sent<E extends Endpoint> = InputShape<E['query'] & E['body']>;

type Answer<E extends Endpoint> = E['response'] extends Spec
  ? Value<E['response']>
  : E['response'] extends 'text'
    ? string
    : undefined;

/**
 * What a call of `E` gives. A write that was accepted may have been answered in a shape that is not the documented one,
 * or not at all (see {@link Endpoint.look}); then it gives `undefined`.
 */
export type Result<E extends Endpoint> = E extends { readonly method: 'GET' } | { readonly reads: true }
  ? Answer<E>
  : Answer<E> | undefined;

/** One item of the list that `E` gives. */
export type Item<E extends Endpoint> =
  Answer<E> extends { readonly data: readonly (infer One)[] }
    ? One
    : Answer<E> extends { readonly data: { readonly segments: readonly (infer One)[] | null } }
      ? One
      : never;

/** True if a call of `endpoint` changes something. */
export function isWrite(endpoint: Endpoint): boolean {
  return endpoint.method !== 'GET' && !endpoint.reads;
}

/** A row as it is written; the rest follows from it. */
type Row = Partial<Omit<Endpoint, 'id' | 'name' | 'method' | 'path' | 'docs' | 'look'>>;

type Filled<I extends string, N extends string, M extends Method, P extends string, R extends Row> = {
  readonly id: I;
  readonly name: N;
  readonly method: M;
  readonly path: P;
  readonly docs: string;
} & R &
  Omit<typeof blank, keyof R>;

const blank = {
  category: '',
  tokens: ['user'],
  scopes: [],
  query: {},
  body: {},
  rules: [],
  response: null,
  limits: [],
  state: 'live',
} as const satisfies Row;

/** Writes one row. What is left out: a user token, no scopes, no parameters, no answer. */
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<
  const I extends string,
  const N extends string,
  const M extends Method,
  const P extends string,
  const R extends Row,
>(id: I, name: N, method: M, path: P, row: R): Filled<I, N, M, P, R> {
  const docs = `https://dev.twitch.tv/docs/api/reference/#${id}`;
  return { ...blank, id, name, method, path, docs, ...row };
}

/** Gives a row its look. */
/* @__NO_SIDE_EFFECTS__ */
export function looking<const E extends Endpoint>(
  row: E,
  look: (input: Sent<E>, tools: LookTools) => Promise<Found>,
): E & { readonly look: (input: Sent<E>, tools: LookTools) => Promise<Found> } {
  return { ...row, look };
}

/** A user's token. */
export const user = ['user'] as const;
/** A user's or an app's token. */
export const either = ['user', 'app'] as const;
/** An app's token. */
export const app = ['app'] as const;
/** A token that an extension's backend signs. */
export const jwt = ['extension-jwt'] as const;
