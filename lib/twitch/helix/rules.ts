/**
 * What the platform demands of several fields together, as data. Only top-level fields of a request take part.
 */

import { moment } from './spec.ts';

/** A demand on several fields of a request. */
export type Rule =
  /** Exactly one of these groups is used. */
  | { readonly rule: 'one-of'; readonly groups: readonly (readonly string[])[] }
  /** At least one of these is given. */
  | { readonly rule: 'some-of'; readonly fields: readonly string[] }
  /** At most one of these is given. */
  | { readonly rule: 'at-most-one'; readonly fields: readonly string[] }
  /** All of these are given, or none. */
  | { readonly rule: 'together'; readonly fields: readonly string[] }
  /** `field` means something only while `switch` has one of the values `is`. */
  | { readonly rule: 'needs'; readonly field: string; readonly switch: string; readonly is: readonly Flat[] }
  /** `field` must not be given while `switch` has one of the values `is`. */
  | {
      readonly rule: 'forbids';
      readonly field: string;
      readonly switch: string;
      readonly is: readonly Flat[];
    }
  /** Once `switch` has one of the values `is`, `field` must be given. */
  | {
      readonly rule: 'calls-for';
      readonly field: string;
      readonly switch: string;
      readonly is: readonly Flat[];
    }
  /** `field` cannot be given together with any of `others`. */
  | { readonly rule: 'excludes'; readonly field: string; readonly others: readonly string[] }
  /** `field` can be given only together with one of `others`. */
  | { readonly rule: 'only-with'; readonly field: string; readonly others: readonly string[] }
  /** The date in `to` is not before the one in `from`; `strictly`: after it. */
  | { readonly rule: 'order'; readonly from: string; readonly to: string; readonly strictly?: true }
  /** These lists have at most `max` items together. */
  | { readonly rule: 'total'; readonly fields: readonly string[]; readonly max: number }
  /** These two are not the same. */
  | { readonly rule: 'differ'; readonly fields: readonly [string, string] }
  /** The number in `field` is at least the one in `other`, which counts as `otherwise` where it is absent. */
  | {
      readonly rule: 'at-least';
      readonly field: string;
      readonly other: string;
      readonly otherwise: number;
    };

type Flat = string | number | boolean;

/** `field` means something only while `flag` is one of `is` (true where none is given). */
/* @__NO_SIDE_EFFECTS__ */
export function needs(field: string, flag: string, ...is: Flat[]): Rule {
  return { rule: 'needs', field, switch: flag, is: is.length > 0 ? is : [true] };
}

/** `field` must be given once `flag` is one of `is` (true where none is given). */
/* @__NO_SIDE_EFFECTS__ */
export function callsFor(field: string, flag: string, ...is: Flat[]): Rule {
  return { rule: 'calls-for', field, switch: flag, is: is.length > 0 ? is : [true] };
}

/** `field` must not be given while `flag` is one of `is` (true where none is given). */
/* @__NO_SIDE_EFFECTS__ */
export function forbids(field: string, flag: string, ...is: Flat[]): Rule {
  return { rule: 'forbids', field, switch: flag, is: is.length > 0 ? is : [true] };
}

/** `field` goes only together with one of `others`. */
/* @__NO_SIDE_EFFECTS__ */
export function onlyWith(field: string, ...others: string[]): Rule {
  return { rule: 'only-with', field, others };
}

/** `field` does not go together with any of `others`. */
/* @__NO_SIDE_EFFECTS__ */
export function excludes(field: string, ...others: string[]): Rule {
  return { rule: 'excludes', field, others };
}

/** At least one of these. */
/* @__NO_SIDE_EFFECTS__ */
export function someOf(...fields: string[]): Rule {
  return { rule: 'some-of', fields };
}

/** Fields of exactly one of these groups. */
/* @__NO_SIDE_EFFECTS__ */
export function exactlyOne(...groups: string[][]): Rule {
  return { rule: 'one-of', groups };
}

/** One of these, or none. */
/* @__NO_SIDE_EFFECTS__ */
export function atMostOne(...fields: string[]): Rule {
  return { rule: 'at-most-one', fields };
}

/** All of these, or none. */
/* @__NO_SIDE_EFFECTS__ */
export function together(...fields: string[]): Rule {
  return { rule: 'together', fields };
}

/** The date `to` is not before `from`. */
/* @__NO_SIDE_EFFECTS__ */
export function inOrder(from: string, to: string): Rule {
  return { rule: 'order', from, to };
}

/** The date `from` is before `to`. */
/* @__NO_SIDE_EFFECTS__ */
export function earlier(from: string, to: string): Rule {
  return { rule: 'order', from, to, strictly: true };
}

/** These two are not the same. */
/* @__NO_SIDE_EFFECTS__ */
export function differ(one: string, other: string): Rule {
  return { rule: 'differ', fields: [one, other] };
}

/** These lists have at most `max` items together. */
/* @__NO_SIDE_EFFECTS__ */
export function total(max: number, ...fields: string[]): Rule {
  return { rule: 'total', fields, max };
}

type Input = Readonly<Record<string, unknown>>;

/** The first field that breaks `rule` and the limit in the words of {@link BadInput}, or undefined. */
export function brokenBy(rule: Rule, input: Input): { field: string; limit: string } | undefined {
  const given = (field: string): boolean => input[field] !== undefined;
  switch (rule.rule) {
    case 'one-of': {
      const used = rule.groups.filter((group) => group.some(given));
      if (used.length === 1) return undefined;
      const field = used[1]?.find(given) ?? rule.groups[0]?.[0] ?? '';
      return { field, limit: `one-of:${rule.groups.map((group) => group.join('+')).join('|')}` };
    }
    case 'some-of':
      return rule.fields.some(given)
        ? undefined
        : { field: rule.fields[0] ?? '', limit: `some-of:${rule.fields.join('|')}` };
    case 'at-most-one': {
      const second = rule.fields.filter(given)[1];
      return second === undefined
        ? undefined
        : { field: second, limit: `at-most-one:${rule.fields.join('|')}` };
    }
    case 'together': {
      const absent = rule.fields.find((field) => !given(field));
      if (absent === undefined || !rule.fields.some(given)) return undefined;
      return { field: absent, limit: `together:${rule.fields.join('+')}` };
    }
    case 'needs':
      if (!given(rule.field) || rule.is.includes(input[rule.switch] as Flat)) return undefined;
      return { field: rule.field, limit: `needs:${rule.switch}=${rule.is.join('|')}` };
    case 'forbids':
      if (!given(rule.field) || !rule.is.includes(input[rule.switch] as Flat)) return undefined;
      return { field: rule.field, limit: `forbidden-with:${rule.switch}=${rule.is.join('|')}` };
    case 'calls-for':
      if (given(rule.field) || !rule.is.includes(input[rule.switch] as Flat)) return undefined;
      return { field: rule.field, limit: `required-with:${rule.switch}=${rule.is.join('|')}` };
    case 'excludes': {
      const other = given(rule.field) ? rule.others.find(given) : undefined;
      return other === undefined ? undefined : { field: other, limit: `not-with:${rule.field}` };
    }
    case 'only-with':
      if (!given(rule.field) || rule.others.some(given)) return undefined;
      return { field: rule.field, limit: `only-with:${rule.others.join('|')}` };
    case 'order': {
      if (!given(rule.from) || !given(rule.to)) return undefined;
      const distance = moment(input[rule.to]) - moment(input[rule.from]);
      if (rule.strictly ? distance > 0 : distance >= 0) return undefined;
      return { field: rule.to, limit: `${rule.strictly ? 'after' : 'not-before'}:${rule.from}` };
    }
    case 'total': {
      const total = rule.fields.reduce((sum, field) => sum + lengthOf(input[field]), 0);
      if (total <= rule.max) return undefined;
      return {
        field: rule.fields.findLast(given) ?? '',
        limit: `max-items:${rule.max} in ${rule.fields.join('+')}`,
      };
    }
    case 'differ': {
      const [one, other] = rule.fields;
      return given(one) && input[one] === input[other]
        ? { field: other, limit: `differs-from:${one}` }
        : undefined;
    }
    case 'at-least': {
      if (!given(rule.field)) return undefined;
      const floor = given(rule.other) ? Number(input[rule.other]) : rule.otherwise;
      return Number(input[rule.field]) >= floor
        ? undefined
        : { field: rule.field, limit: `at-least:${rule.other}` };
    }
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
