/**
 * The form of an endpoint as data, and what was typed into it.
 *
 * The form is made from the endpoint's parameter specs (`form-of.ts`); whoever draws it needs to know no platform.
 */

/** Where a parameter goes. */
export type Place = 'query' | 'body';

/** What a control may hold. Lengths count code points. */
export type FormNode =
  | {
      readonly kind: 'text';
      /** Spaces around it are a slip of the hand, as in an id. */
      readonly trims: boolean;
      /** An empty text means something, so it can be sent. */
      readonly mayBeEmpty: boolean;
      readonly long: boolean;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly maxBytes?: number;
      readonly format?: string;
      readonly min?: number;
      readonly max?: number;
      readonly unit?: string;
      /** Values that are known; others pass too. */
      readonly suggestions?: readonly string[];
    }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly numeric: boolean;
      readonly unit?: string;
    }
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly unit?: string;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'date' }
  /** Several short values, one a line. */
  | { readonly kind: 'lines'; readonly of: FormNode; readonly minItems?: number; readonly maxItems?: number }
  /** Several of one kind, each with a form of its own. */
  | { readonly kind: 'list'; readonly of: FormNode; readonly minItems?: number; readonly maxItems?: number }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  /** Values under names that the user gives. */
  | { readonly kind: 'map'; readonly of: FormNode };

/** One parameter. */
export interface FormField {
  /** The platform's own name. */
  readonly name: string;
  readonly required: boolean;
  readonly node: FormNode;
  /** What the platform takes where nothing is given. */
  readonly standard?: string;
  /** Only an app's token may send it. */
  readonly appOnly?: true;
}

/** A top-level parameter. */
export interface FormParameter extends FormField {
  readonly place: Place;
  /** Whose id belongs here: the signed-in user's, or the current channel's. */
  readonly fill?: 'user' | 'channel';
}

/** The form of one endpoint; what is required comes first. */
export interface Form {
  readonly parameters: readonly FormParameter[];
}

/**
 * What was typed, as it was typed: texts for single controls (`''`: nothing; `null`: an empty text on purpose), lists for
 * lists, objects for groups. A map is a list of `{ key, value }`.
 */
export type Draft = string | null | readonly Draft[] | { readonly [name: string]: Draft };

/** What was typed into a whole form, by parameter. */
export type Drafts = Readonly<Record<string, Draft>>;
