import { fail } from '../../failure.ts';
import type { Endpoint, TokenKind } from './endpoint.ts';
import { fieldsOf } from './request.ts';

/** A token and what it may do. */
export interface Token {
  readonly kind: TokenKind;
  readonly accessToken: string;
  readonly clientId: string;
  /** Whose token it is; empty for an app's. */
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** What a call wants of its token. */
export interface Need {
  /** Any of these kinds. */
  readonly kinds: readonly TokenKind[];
  /** The account to act as; the active one where it is not given. */
  readonly account?: string;
}

type Unchecked = Readonly<Record<string, unknown>>;

/**
 * Checks that `token` may make this call, and fills in the user whose token it is where the endpoint wants just that.
 *
 * @throws FailureError `wrong-token-kind`; `missing-scope` with the scopes any one of which would do; `bad-input` for a
 *   field that is not for this token (`own-id`: it must be the token's user; `token:app`: it needs an app's token).
 */
export function permit(endpoint: Endpoint, input: Unchecked, token: Token): Unchecked {
  if (!endpoint.tokens.includes(token.kind)) {
    fail({ code: 'wrong-token-kind', needs: endpoint.tokens[0] ?? 'user' });
  }
  if (token.kind !== 'user') return input;
  const { scopesWith, self } = endpoint;
  if (!endpoint.partial) demand(endpoint.scopes, token);
  if (scopesWith && input[scopesWith.field] === scopesWith.is) demand(scopesWith.scopes, token);
  const fields = fieldsOf(endpoint);
  for (const name in input) {
    if (fields[name]?.token === 'app' && input[name] !== undefined) {
      fail({ code: 'bad-input', field: name, limit: 'token:app' });
    }
  }
  if (self === undefined) return input;
  const given = input[self];
  if (given === undefined) return endpoint.selfIfGiven ? input : { ...input, [self]: token.userId };
  if (given !== token.userId) fail({ code: 'bad-input', field: self, limit: 'own-id' });
  return input;
}

function demand(groups: readonly (readonly string[])[], { scopes }: Token): void {
  for (const group of groups) {
    if (!group.some((scope) => scopes.includes(scope))) fail({ code: 'missing-scope', scopes: group });
  }
}
