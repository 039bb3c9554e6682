/**
 * Checks what the platform answers. A good answer is passed through as it is, without a copy, and every field of every
 * item is looked at. A page of a list is a hundred objects whose keys come in one order, so the order of the last good
 * one is remembered: walking along it reads each field where it lies, in a tenth of the time that asking for it by name
 * takes.
 */

import { isObject } from '../../is-object.ts';
import type { Spec } from './spec.ts';

/** Kinds of values as small numbers, which are quicker to tell apart than words. */
const kinds = {
  string: 0,
  integer: 1,
  number: 2,
  boolean: 3,
  date: 4,
  /** A date, or an empty text for none. */
  blankDate: 5,
  array: 6,
  /** A list of plain texts. */
  texts: 7,
  object: 8,
  map: 9,
  union: 10,
  anything: 11,
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

/** A spec, ready to be walked. */
interface Node {
  readonly kind: Kind;
  readonly nullable: boolean;
  readonly optional: boolean;
  /** Of the items, or the choices of a union. */
  readonly of: readonly Node[];
  readonly fields: ReadonlyMap<string, Node>;
  order: Order;
}

/** The keys of the last good object, in its order, and what is wanted under each. */
interface Order {
  readonly names: readonly string[];
  readonly kinds: readonly Kind[];
  readonly nodes: readonly Node[];
}

const nodes = new WeakMap<Spec, Node>();

/** The path of the first field of `value` that is not as `spec` says (`data[3].started_at`), or undefined. */
export function firstDifference(spec: Spec, value: unknown): string | undefined {
  const node = nodeOf(spec);
  return isGood(node, value) ? undefined : differenceIn(node, value, '');
}

function nodeOf(spec: Spec): Node {
  let node = nodes.get(spec);
  if (!node) {
    node = makeNode(spec);
    nodes.set(spec, node);
  }
  return node;
}

function makeNode(spec: Spec): Node {
  const fields = new Map<string, Node>();
  if (spec.type === 'object') {
    for (const [name, field] of Object.entries(spec.fields)) fields.set(name, nodeOf(field));
  }
  const of = 'of' in spec ? [spec.of].flat().map((one: Spec) => nodeOf(one)) : [];
  return {
    kind: kindOf(spec, of),
    nullable: spec.nullable ?? false,
    optional: spec.optional ?? false,
    of,
    fields,
    order: orderOf([...fields.keys()], fields),
  };
}

function kindOf(spec: Spec, of: readonly Node[]): Kind {
  if (spec.type === 'date' && spec.blank) return kinds.blankDate;
  if (spec.type === 'array' && of[0]?.kind === kinds.string && !of[0].nullable) return kinds.texts;
  return kinds[spec.type];
}

/** What is wanted of a field that the documentation does not have. */
const anything: Node = {
  kind: kinds.anything,
  nullable: true,
  optional: true,
  of: [],
  fields: new Map(),
  order: { names: [], kinds: [], nodes: [] },
};

function orderOf(names: readonly string[], fields: ReadonlyMap<string, Node>): Order {
  const nodes = names.map((name) => fields.get(name) ?? anything);
  return { names, nodes, kinds: nodes.map(({ kind }) => kind) };
}

function isGood(node: Node, value: unknown): boolean {
  if (value === null) return node.nullable;
  if (value === undefined) return node.optional;
  switch (node.kind) {
    case kinds.string:
      return typeof value === 'string';
    case kinds.integer:
      return Number.isInteger(value);
    case kinds.number:
      return typeof value === 'number';
    case kinds.boolean:
      return typeof value === 'boolean';
    case kinds.date:
      return typeof value === 'string' && isDate(value);
    case kinds.blankDate:
      return typeof value === 'string' && (value === '' || isDate(value));
    case kinds.array:
      return Array.isArray(value) && areGood(node.of[0] ?? anything, value);
    case kinds.texts:
      return Array.isArray(value) && areTexts(value);
    case kinds.object:
      return isObject(value) && hasGoodFields(node, value);
    case kinds.map:
      return isObject(value) && areGood(node.of[0] ?? anything, Object.values(value));
    case kinds.union:
      return node.of.some((choice) => isGood(choice, value));
    case kinds.anything:
      return true;
  }
}

function areGood(node: Node, values: readonly unknown[]): boolean {
  for (let at = 0; at < values.length; at++) {
    if (node.kind === kinds.object) at = endOfLikes(node.order, values, at);
    if (at === values.length) break;
    const value = values[at];
    if (!isGood(node, value)) return false;
    if (node.kind === kinds.object && isObject(value)) node.order = orderOf(Object.keys(value), node.fields);
  }
  return true;
}

function areTexts(values: readonly unknown[]): boolean {
  let end = 0;
  while (end < values.length && typeof values[end] === 'string') end++;
  return end === values.length;
}

/**
 * Where in `values` the objects end that have, from `from` on, the keys of the last good one in the same order, and good
 * values. This is where a page of a list spends its time, so all its objects are walked in one loop, and what most fields
 * hold is looked at on the spot; the rest by {@link isGood}.
 */
function endOfLikes(
  { names, kinds: wanted, nodes }: Order,
  values: readonly unknown[],
  from: number,
): number {
  let end = from;
  for (; end < values.length; end++) {
    const value = values[end];
    if (typeof value !== 'object' || value === null) return end;
    let at = 0;
    for (const name in value) {
      if (name !== names[at]) return end;
      const field = (value as Readonly<Record<string, unknown>>)[name];
      const kind = wanted[at];
      const isPlain =
        (kind === kinds.string && typeof field === 'string') ||
        (kind === kinds.integer && Number.isInteger(field)) ||
        (kind === kinds.boolean && typeof field === 'boolean') ||
        (kind === kinds.date && typeof field === 'string' && isDate(field)) ||
        (kind === kinds.texts && Array.isArray(field) && areTexts(field));
      if (!isPlain && !isGood(nodes[at] ?? anything, field)) return end;
      at++;
    }
    if (at !== names.length) return end;
  }
  return end;
}

function hasGoodFields({ fields }: Node, value: Readonly<Record<string, unknown>>): boolean {
  for (const [name, field] of fields) if (!isGood(field, value[name])) return false;
  return true;
}

/** A cheap look at the shape of an RFC 3339 date. */
function isDate(text: string): boolean {
  if (text.length < 20) return false;
  return text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45 && text.charCodeAt(10) === 84;
}

function differenceIn(node: Node, value: unknown, path: string): string | undefined {
  if (isGood(node, value)) return undefined;
  if ((node.kind === kinds.array || node.kind === kinds.texts) && Array.isArray(value)) {
    const item = node.of[0] ?? anything;
    const at = value.findIndex((one) => !isGood(item, one));
    return differenceIn(item, value[at], `${path}[${at}]`);
  }
  if ((node.kind === kinds.object || node.kind === kinds.map) && isObject(value)) {
    const names = node.kind === kinds.map ? Object.keys(value) : [...node.fields.keys()];
    for (const name of names) {
      const field = node.fields.get(name) ?? node.of[0] ?? anything;
      const found = differenceIn(field, value[name], path ? `${path}.${name}` : name);
      if (found !== undefined) return found;
    }
  }
  return path;
}
