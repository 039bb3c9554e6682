/**
 * What a field may hold, as plain data. Types are derived from it, requests and answers are checked by it, and forms
 * can be drawn from it; so a limit is written down once.
 */

/** A moment as Twitch writes it, in RFC 3339: `2026-05-15T20:00:00Z`. */
export type Timestamp = `${number}-${number}-${number}T${string}`;

/** What every field may say about itself. */
interface Common {
  /** It may be absent. */
  readonly optional?: true;
  /** It may be `null`. */
  readonly nullable?: true;
  /** The value that the platform takes where it is absent, as its documentation has it. */
  readonly default?: string | number | boolean;
  /** It may be sent with this kind of token only. */
  readonly token?: 'app';
}

/** How a text must look, beyond its length. */
export type TextFormat =
  /** Never empty. */
  | 'id'
  /** `#RRGGBB`. */
  | 'color'
  /** Letters and digits of any script. */
  | 'tag'
  /** `*` stands at the start or at the end of a word only. */
  | 'blocked-term'
  /** A whole number in digits. */
  | 'digits'
  /** `broadcast`, `global` or `whisper-<user id>`. */
  | 'pubsub-target'
  /** ASCII only. */
  | 'ascii'
  /** An https address. */
  | 'https';

/** Text. Lengths count Unicode code points. */
export interface TextSpec extends Common {
  readonly type: 'string';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Length limit in bytes of UTF-8. */
  readonly maxBytes?: number;
  readonly format?: TextFormat;
  /** Range of the number that the text spells (`format: 'digits'`). */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Unit;
  readonly choices?: readonly string[];
  /** The choices are the known ones; others may come, or be sent. */
  readonly open?: true;
  /** Another `format` also passes, beside the choices. */
  readonly or?: TextFormat;
}

/** Units of numbers. */
export type Unit = 's' | 'min' | 'bytes' | 'percent' | 'epoch s';

/** A number; `integer` where the platform takes whole numbers only. */
export interface NumberSpec extends Common {
  readonly type: 'integer' | 'number';
  readonly min?: number;
  readonly max?: number;
  /** The value is a multiple of it. */
  readonly step?: number;
  readonly unit?: Unit;
  readonly choices?: readonly number[];
}

/** True or false. */
export interface FlagSpec extends Common {
  readonly type: 'boolean';
}

/** A moment. Requests take a `Date` or a {@link Timestamp}; answers hold a {@link Timestamp}. */
export interface DateSpec extends Common {
  readonly type: 'date';
  /** Twitch writes an empty string where there is no date. */
  readonly blank?: true;
}

/** A list. */
export interface ListSpec extends Common {
  readonly type: 'array';
  readonly of: Spec;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** An object with known fields; an answer may have more. */
export interface ObjectSpec extends Common {
  readonly type: 'object';
  readonly fields: Fields;
}

/** An object whose keys are data. */
export interface MapSpec extends Common {
  readonly type: 'map';
  readonly of: Spec;
}

/** One of several shapes. */
export interface UnionSpec extends Common {
  readonly type: 'union';
  readonly of: readonly Spec[];
}

/** A field, or the whole of an answer. */
export type Spec = TextSpec | NumberSpec | FlagSpec | DateSpec | ListSpec | ObjectSpec | MapSpec | UnionSpec;

/** Fields by name. */
export type Fields = Readonly<Record<string, Spec>>;

type OptionalKey<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly optional: true } ? K : never;
}[keyof F];

type Plain<S extends Spec> = S extends { readonly choices: readonly (infer Choice)[] }
  ? S extends { readonly open: true }
    ? Choice | (string & Record<never, never>)
    : S extends { readonly or: TextFormat }
      ? Choice | (string & Record<never, never>)
      : Choice
  : S extends TextSpec
    ? string
    : S extends NumberSpec
      ? number
      : S extends FlagSpec
        ? boolean
        : S extends DateSpec
          ? S extends { readonly blank: true }
            ? Timestamp | ''
            : Timestamp
          : S extends ListSpec
            ? readonly Value<S['of']>[]
            : S extends ObjectSpec
              ? Shape<S['fields']>
              : S extends MapSpec
                ? Readonly<Record<string, Value<S['of']>>>
                : S extends UnionSpec
                  ? Value<S['of'][number]>
                  : never;

type Shape<F extends Fields> = { readonly [K in Exclude<keyof F, OptionalKey<F>>]: Value<F[K]> } & {
  readonly [K in OptionalKey<F>]?: Value<F[K]>;
} extends infer Whole
  ? { [K in keyof Whole]: Whole[K] }
  : never;

/** The type of an answer with this spec. */
export type Value<S extends Spec> = S extends { readonly nullable: true } ? Plain<S> | null : Plain<S>;

type PlainInput<S extends Spec> = S extends DateSpec
  ? Date | Timestamp
  : S extends ListSpec
    ? readonly InputValue<S['of']>[]
    : S extends ObjectSpec
      ? InputShape<S['fields']>
      : S extends MapSpec
        ? Readonly<Record<string, InputValue<S['of']>>>
        : S extends UnionSpec
          ? InputValue<S['of'][number]>
          : Plain<S>;

/** The type that a request takes for a field with this spec. */
export type InputValue<S extends Spec> = S extends { readonly nullable: true }
  ? PlainInput<S> | null
  : PlainInput<S>;

/** The type that a request takes for these fields; `Free` names those that may be left out anyway. */
export type InputShape<F extends Fields, Free extends PropertyKey = never> = {
  readonly [K in Exclude<keyof F, OptionalKey<F> | Free>]: InputValue<F[K]>;
} & {
  readonly [K in OptionalKey<F> | (keyof F & Free)]?: InputValue<F[K]> | undefined;
} extends infer Whole
  ? { [K in keyof Whole]: Whole[K] }
  : never;

type Limits<S extends Spec> = Omit<S, 'type' | 'optional' | 'nullable' | 'of' | 'fields'>;

/** Text of any length. */
export const string = { type: 'string' } as const;
/** An id: text that is never empty. */
export const id = { type: 'string', format: 'id' } as const;
/** A whole number. */
export const integer = { type: 'integer' } as const;
/** A number. */
export const number = { type: 'number' } as const;
/** True or false. */
export const boolean = { type: 'boolean' } as const;
/** A moment. */
export const date = { type: 'date' } as const;
/** A moment, or an empty string for none. */
export const blankDate = { type: 'date', blank: true } as const;

/** Text within limits. */
/* @__NO_SIDE_EFFECTS__ */
export function text<const L extends Limits<TextSpec>>(limits: L): { readonly type: 'string' } & L {
  return { type: 'string', ...limits };
}

/** A whole number within limits. */
/* @__NO_SIDE_EFFECTS__ */
export function whole<const L extends Limits<NumberSpec>>(limits: L): { readonly type: 'integer' } & L {
  return { type: 'integer', ...limits };
}

/** A number within limits. */
/* @__NO_SIDE_EFFECTS__ */
export function decimal<const L extends Limits<NumberSpec>>(limits: L): { readonly type: 'number' } & L {
  return { type: 'number', ...limits };
}

/** True or false, with more to say about it than {@link boolean}. */
/* @__NO_SIDE_EFFECTS__ */
export function flag<const L extends Limits<FlagSpec>>(limits: L): { readonly type: 'boolean' } & L {
  return { type: 'boolean', ...limits };
}

/** One of these, and nothing else. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const C extends readonly string[]>(
  ...choices: C
): { readonly type: 'string'; readonly choices: C } {
  return { type: 'string', choices };
}

/** One of these as far as is known; a value that comes later passes too. */
/* @__NO_SIDE_EFFECTS__ */
export function known<const C extends readonly string[]>(
  ...choices: C
): { readonly type: 'string'; readonly choices: C; readonly open: true } {
  return { type: 'string', choices, open: true };
}

/** A list. */
export function list<const S extends Spec>(of: S): { readonly type: 'array'; readonly of: S };
export function list<const S extends Spec, const L extends Limits<ListSpec>>(
  of: S,
  limits: L,
): { readonly type: 'array'; readonly of: S } & L;
/* @__NO_SIDE_EFFECTS__ */
export function list(of: Spec, limits?: Limits<ListSpec>): ListSpec {
  return { type: 'array', of, ...limits };
}

/** An object. */
/* @__NO_SIDE_EFFECTS__ */
export function object<const F extends Fields>(fields: F): { readonly type: 'object'; readonly fields: F } {
  return { type: 'object', fields };
}

/** An object whose keys are data. */
/* @__NO_SIDE_EFFECTS__ */
export function map<const S extends Spec>(of: S): { readonly type: 'map'; readonly of: S } {
  return { type: 'map', of };
}

/** One of these shapes. */
/* @__NO_SIDE_EFFECTS__ */
export function union<const S extends readonly Spec[]>(...of: S): { readonly type: 'union'; readonly of: S } {
  return { type: 'union', of };
}

/** The same, but it may be absent. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<const S extends Spec>(spec: S): S & { readonly optional: true } {
  return { ...spec, optional: true };
}

/** The same, but it may be `null`. */
/* @__NO_SIDE_EFFECTS__ */
export function nullable<const S extends Spec>(spec: S): S & { readonly nullable: true } {
  return { ...spec, nullable: true };
}

/** The moment in ms since 1970 that `value` stands for: a `Date` or a full RFC 3339 text; NaN for anything else. */
export function moment(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' && rfc3339.test(value) ? Date.parse(value) : NaN;
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
