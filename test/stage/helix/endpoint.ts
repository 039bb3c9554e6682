/** What a row of the stage's Helix table says. */
import type { EventSubTypeName } from '../eventsub/types.ts';

/** Kinds of token that an endpoint takes; `either` = user or app, `jwt` = an extension's own. */
export type TokenNeed = 'user' | 'app' | 'either' | 'jwt' | 'none';

/** One parameter of the query or one field of the JSON body (`a.b` = inside an object, `a[].b` = inside a list). */
export interface Param {
  readonly name: string;
  readonly type: 'text' | 'texts' | 'integer' | 'number' | 'boolean' | 'time' | 'object' | 'objects' | 'any';
  readonly required?: true;
  /** Numbers: smallest and largest value. On text: of the number that the text spells. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxLengthIfRecipientWhisperedBefore?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly itemMaxLength?: number;
  /** Bytes of UTF-8. */
  readonly maxBytes?: number;
  readonly enum?: readonly (string | number)[] | readonly EventSubTypeName[];
  readonly default?: string | number | boolean;
}

/** One endpoint, as Twitch's reference states it. */
export interface Endpoint {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/helix`. */
  readonly path: string;
  readonly token: TokenNeed;
  /** Every group must be met; one scope of a group meets it. */
  readonly scopes: readonly (readonly string[])[];
  /** The parameter that must name the token's user when it is given. */
  readonly own?: string;
  /** Status of a success. */
  readonly success: 200 | 202 | 204;
  readonly paged?: true;
  readonly query: readonly Param[];
  readonly body: readonly Param[];
}
