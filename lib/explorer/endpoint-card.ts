/** What the explorer shows of an endpoint, beside its form. */
import { isWrite, type Endpoint } from '../twitch/helix/endpoint.ts';
import { fieldsOf } from '../twitch/helix/request.ts';
import type { Searchable } from './search.ts';

/** Who a token stands for. */
export type TokenKind = 'user' | 'app' | 'extension-jwt';

/** Kinds of token that Sidestage cannot get: the user pastes them. */
export type PastedKind = Exclude<TokenKind, 'user'>;

/** One endpoint, as the explorer shows it. */
export interface EndpointCard extends Searchable {
  readonly tokens: readonly TokenKind[];
  /** Of a user's token: one of each group. */
  readonly scopes: readonly (readonly string[])[];
  /** It answers without its scopes too, with less. */
  readonly partial: boolean;
  /** Scopes with which it answers more. */
  readonly moreWith: readonly string[];
  readonly limits: readonly {
    readonly count: number;
    readonly perMs: number;
    readonly by: readonly string[];
  }[];
  readonly state: 'live' | 'beta' | 'retired';
  readonly docs: string;
  /** A call of it changes something. */
  readonly changes: boolean;
  /** The parameter that must be the caller's own id. */
  readonly self?: string;
  /** Path of the cursor in its answer. */
  readonly cursor?: string;
}

/** The card of `endpoint`. */
export function cardOf(endpoint: Endpoint): EndpointCard {
  const { id, name, method, path, category, tokens, scopes, limits, state, docs } = endpoint;
  return {
    id,
    name,
    method,
    path,
    category,
    tokens,
    scopes,
    limits,
    state,
    docs,
    partial: endpoint.partial === true,
    moreWith: endpoint.moreWith ?? [],
    changes: isWrite(endpoint),
    words: [...Object.keys(fieldsOf(endpoint)), ...scopes.flat()],
    ...(endpoint.self === undefined ? {} : { self: endpoint.self }),
    ...(endpoint.page === undefined ? {} : { cursor: endpoint.page.cursor }),
  };
}

/** The cards, category by category, in the order in which the categories come first. */
export function byCategory(
  cards: readonly EndpointCard[],
): readonly { readonly category: string; readonly cards: readonly EndpointCard[] }[] {
  return [...new Set(cards.map(({ category }) => category))].map((category) => ({
    category,
    cards: cards.filter((card) => card.category === category),
  }));
}

/** The caller: the scopes of the signed-in account, if there is one, and the kinds of token that were pasted. */
export interface Caller {
  readonly scopes: readonly string[] | undefined;
  readonly pasted: readonly PastedKind[];
}

/** The kind of token with which `card` is called; `none` for a public endpoint. */
export function kindFor(card: EndpointCard, { scopes, pasted }: Caller): TokenKind | 'none' {
  if (card.tokens.length === 0) return 'none';
  const usable = card.tokens.filter((kind) =>
    kind === 'user' ? scopes !== undefined : pasted.includes(kind),
  );
  return usable[0] ?? card.tokens[0] ?? 'none';
}

/** Scopes of which one is still to be granted, group by group; empty when all is there. */
export function missingScopes(card: EndpointCard, { scopes }: Caller): readonly (readonly string[])[] {
  if (!card.tokens.includes('user')) return [];
  return card.scopes.filter((group) => !group.some((scope) => scopes?.includes(scope)));
}

/** Whether `card` can be called as things stand. */
export function isCallable(card: EndpointCard, caller: Caller): boolean {
  if (card.state === 'retired') return false;
  const kind = kindFor(card, caller);
  if (kind === 'none') return true;
  if (kind !== 'user') return caller.pasted.includes(kind);
  return caller.scopes !== undefined && (card.partial || missingScopes(card, caller).length === 0);
}

/** All scopes that `cards` know, each once. */
export function allScopes(cards: readonly EndpointCard[]): readonly string[] {
  return [...new Set(cards.flatMap(({ scopes, moreWith }) => [...scopes.flat(), ...moreWith]))].toSorted();
}

/** The cursor at `path` in `answer`, if the list goes on. */
export function cursorIn(answer: unknown, path: string | undefined): string | undefined {
  let value = answer;
  for (const name of path?.split('.') ?? ['']) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}
