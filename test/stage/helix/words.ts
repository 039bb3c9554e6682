/** The words in which the frame refuses most calls; exceptions.ts has those of single endpoints. */
import type { TokenNeed } from './endpoint.ts';

/** The documented limit that a value broke. */
export type Rule = 'required' | 'type' | 'min' | 'max' | 'length' | 'items' | 'enum';

/** Words for a missing or unfit Authorization header, by the kind of token that the endpoint takes. */
export const tokenWords: Readonly<Record<TokenNeed, string>> = {
  user: 'The Authorization header is required and must contain a user access token.',
  app: 'The Authorization header is required and must specify an app access token.',
  either: 'The Authorization header is required and must contain an app access token or user access token.',
  jwt: 'The Authorization header is required and must specify a JWT token.',
  none: '',
};

export const invalidToken = 'The access token is not valid.';
export const invalidJwt = 'The JWT token is not valid.';
export const noClientId = 'The Client-Id header is required.';
export const otherClientId =
  'The client ID specified in the Client-Id header does not match the client ID specified in the access token.';

/** Words for a token without any of these scopes. */
export function scopeWords(group: readonly string[]): string {
  return `The user access token must include the ${group.join(' or ')} scope.`;
}

/** Words for an app token whose app was not let in by the user in whose name it acts. */
export function appScopeWords(group: readonly string[]): string {
  return `The user must have authorized the app with the ${group.join(' or ')} scope.`;
}

/** Words for a broken limit, unless the endpoint has its own. */
export function limitWords(place: 'query' | 'body', name: string, rule: Rule): string {
  const field = name.split('.').at(-1) ?? name;
  const what = place === 'query' ? `${field} query parameter` : `${field} field`;
  if (rule === 'required') return `The ${what} is required.`;
  if (rule === 'items') {
    return place === 'query'
      ? `The number of ${field} query parameters exceeds the maximum allowed.`
      : `The list in the ${what} exceeds the maximum number allowed.`;
  }
  if (rule === 'length') return `The length of the string in the ${what} is too long.`;
  if (rule === 'type' && /(^|_)id$/.test(field)) return `The ID in the ${what} is not valid.`;
  return `The value in the ${what} is not valid.`;
}

export function ownWords(name: string): string {
  return `The ID in ${name} must match the user ID in the user access token.`;
}

export function roleWords(name: string): string {
  return `The user in ${name} is not one of the broadcaster's moderators.`;
}
