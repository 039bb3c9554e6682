/**
 * The shapes that a setting can have, as data: the options page draws its form from the shape, and every value is held to
 * it. Written by hand, without a schema library: the popup's first paint and the content scripts read settings too.
 */

/** One of a few words. */
export interface Choice<Value extends string = string> {
  readonly kind: 'choice';
  readonly of: readonly Value[];
}

/** One line of text, `pattern` (a regular expression's source, for the whole value) permitting. */
export interface Text {
  readonly kind: 'text';
  /** In UTF-16 code units, as `maxlength` counts in a form. */
  readonly maxLength: number;
  readonly pattern?: string;
}

/** Whole numbers, each once. */
export interface Integers {
  readonly kind: 'integers';
  readonly min: number;
  readonly max: number;
  readonly minItems: number;
  readonly maxItems: number;
  readonly unit: 'seconds';
}

/** One whole number. */
export interface Whole {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
}

/** A list of things, each of which `isItem` knows; forms of their own edit them. */
export interface Items<Item = unknown> {
  readonly kind: 'items';
  /** What one of them is, in plain words. */
  readonly what: string;
  readonly isItem: (value: unknown) => value is Item;
  readonly minItems: number;
  readonly maxItems: number;
  /** What no two of them may have in common. */
  unlike?(item: Item): string;
}

/** On or off. */
export interface Switch {
  readonly kind: 'switch';
}

/** Any shape. */
export type Shape = Choice | Text | Integers | Whole | Items | Switch;

/** The values of a shape. */
export type ValueOf<S extends Shape> =
  S extends Choice<infer Value>
    ? Value
    : S extends Text
      ? string
      : S extends Integers
        ? readonly number[]
        : S extends Whole
          ? number
          : S extends Items<infer Item>
            ? readonly Item[]
            : S extends Switch
              ? boolean
              : never;

/** A choice of `of`. */
export const choice = <const Value extends string>(...of: Value[]): Choice<Value> => ({ kind: 'choice', of });

/** A list of what `isItem` knows. */
export const items = <Item>(rules: Omit<Items<Item>, 'kind'>): Items<Item> => ({ kind: 'items', ...rules });

/** What `shape` demands and `value` is not, in plain words; `undefined` when it fits. */
export function complaint(shape: Shape, value: unknown): string | undefined {
  switch (shape.kind) {
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value)
        ? undefined
        : `one of: ${shape.of.join(', ')}`;
    case 'text':
      if (typeof value !== 'string') return 'text';
      if (value.length > shape.maxLength) return `at most ${shape.maxLength} characters`;
      if (/[\p{Cc}\u2028\u2029]/u.test(value)) return 'text in one line';
      if (shape.pattern === undefined || new RegExp(`^(?:${shape.pattern})$`, 'u').test(value))
        return undefined;
      return `text of the form ${shape.pattern}`;
    case 'integers': {
      const { min, max, minItems, maxItems } = shape;
      if (!Array.isArray(value) || value.length < minItems || value.length > maxItems)
        return `a list of ${minItems} to ${maxItems} numbers`;
      if (!value.every((item) => Number.isInteger(item) && item >= min && item <= max))
        return `whole numbers from ${min} to ${max}`;
      return new Set(value).size === value.length ? undefined : 'each number once';
    }
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'on or off';
    case 'whole':
      return Number.isInteger(value) && Number(value) >= shape.min && Number(value) <= shape.max
        ? undefined
        : `a whole number from ${shape.min} to ${shape.max}`;
    case 'items': {
      const { what, isItem, minItems, maxItems } = shape;
      if (!Array.isArray(value) || value.length < minItems || value.length > maxItems)
        return `a list of ${minItems} to ${maxItems}`;
      if (!value.every(isItem)) return `a list of ${what}`;
      const marks = value.map((item) => shape.unlike?.(item) ?? item);
      return new Set(marks).size === value.length ? undefined : 'each once';
    }
  }
}
