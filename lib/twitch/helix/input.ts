/**
 * Checks what a request is given, field by field.
 */

import { isObject } from '../../is-object.ts';
import { moment, type Fields, type ListSpec, type Spec, type TextFormat, type TextSpec } from './spec.ts';

/**
 * Why an input was refused: the path of the field (`data.reason`, `choices[1].title`), and the limit as `name` or
 * `name:value`: `required`, `unknown`, `type:integer`, `min:1`, `max:180`, `step:0.1`, `min-length:2`, `max-length:500`
 * (code points), `max-bytes:5120`, `min-items:2`, `max-items:5`, `choices:a|b`, `format:color`, `well-formed` (no half
 * of a surrogate pair), `finite`, and those of the rules.
 */
export interface BadInput {
  readonly field: string;
  readonly limit: string;
}

const formats: Readonly<Record<TextFormat, RegExp>> = {
  id: /./s,
  color: /^#[0-9A-Fa-f]{6}$/,
  tag: /^[\p{L}\p{N}\p{M}]+$/u,
  'blocked-term': /^(?!.*[^\s*]\*+[^\s*])/s,
  digits: /^\d+$/,
  'pubsub-target': /^(broadcast|global|whisper-.+)$/s,
  // eslint-disable-next-line no-control-regex -- the platform takes every ASCII character, control characters too
  ascii: /^[\x00-\x7f]*$/,
  https: /^https:\/\/[^\s/]+/,
};

/** The first field of `input` that breaks its spec, or undefined. */
export function badField(fields: Fields, input: object, path = ''): BadInput | undefined {
  for (const name in fields) {
    const spec = fields[name];
    if (!spec) continue;
    const value = (input as Record<string, unknown>)[name];
    if (value === undefined) {
      if (spec.optional) continue;
      return { field: path + name, limit: 'required' };
    }
    const bad = badValue(spec, value, path + name);
    if (bad) return bad;
  }
  for (const name in input) {
    if (!Object.hasOwn(fields, name) && (input as Record<string, unknown>)[name] !== undefined) {
      return { field: path + name, limit: 'unknown' };
    }
  }
  return undefined;
}

function badValue(spec: Spec, value: unknown, field: string): BadInput | undefined {
  if (value === null) return spec.nullable ? undefined : { field, limit: `type:${spec.type}` };
  switch (spec.type) {
    case 'string':
      return typeof value === 'string'
        ? limited(field, brokenTextLimit(spec, value))
        : { field, limit: 'type:string' };
    case 'integer':
    case 'number':
      if (typeof value !== 'number') return { field, limit: `type:${spec.type}` };
      if (!Number.isFinite(value)) return { field, limit: 'finite' };
      if (spec.type === 'integer' && !Number.isSafeInteger(value)) return { field, limit: 'type:integer' };
      if (spec.choices && !spec.choices.includes(value))
        return { field, limit: `choices:${spec.choices.join('|')}` };
      return limited(field, brokenRange(spec, value) ?? brokenStep(spec.step, value));
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { field, limit: 'type:boolean' };
    case 'date':
      return Number.isNaN(moment(value)) ? { field, limit: 'type:date' } : undefined;
    case 'array':
      return Array.isArray(value) ? badItem(spec, value, field) : { field, limit: 'type:array' };
    case 'object':
      return isObject(value) ? badField(spec.fields, value, `${field}.`) : { field, limit: 'type:object' };
    case 'map':
      if (!isObject(value)) return { field, limit: 'type:object' };
      for (const [name, item] of Object.entries(value)) {
        if (!name.isWellFormed()) return { field, limit: 'well-formed' };
        const bad = badValue(spec.of, item, `${field}.${name}`);
        if (bad) return bad;
      }
      return undefined;
    case 'union': {
      const problems = spec.of.map((choice) => badValue(choice, value, field));
      return problems.includes(undefined) ? undefined : problems[0];
    }
  }
}

function badItem(spec: ListSpec, items: readonly unknown[], field: string): BadInput | undefined {
  const { minItems = 0, maxItems = Infinity } = spec;
  if (items.length < minItems) return { field, limit: `min-items:${minItems}` };
  if (items.length > maxItems) return { field, limit: `max-items:${maxItems}` };
  for (let at = 0; at < items.length; at++) {
    const bad = badValue(spec.of, items[at], `${field}[${at}]`);
    if (bad) return bad;
  }
  return undefined;
}

function brokenTextLimit(spec: TextSpec, value: string): string | undefined {
  if (!value.isWellFormed()) return 'well-formed';
  if (spec.choices && !spec.open && !spec.choices.includes(value)) {
    if (!spec.or || !formats[spec.or].test(value)) return `choices:${spec.choices.join('|')}`;
  }
  const { minLength, maxLength, maxBytes, format } = spec;
  if (minLength !== undefined && (value.length < minLength || codePoints(value) < minLength))
    return `min-length:${minLength}`;
  // There are never more code points than code units: most texts need no counting.
  if (maxLength !== undefined && value.length > maxLength && codePoints(value) > maxLength)
    return `max-length:${maxLength}`;
  if (maxBytes !== undefined && new TextEncoder().encode(value).length > maxBytes)
    return `max-bytes:${maxBytes}`;
  if (format && !formats[format].test(value)) return format === 'id' ? 'required' : `format:${format}`;
  return format === 'digits' ? brokenRange(spec, Number(value)) : undefined;
}

function brokenRange(range: { min?: number; max?: number }, value: number): string | undefined {
  if (range.min !== undefined && value < range.min) return `min:${range.min}`;
  return range.max !== undefined && value > range.max ? `max:${range.max}` : undefined;
}

function brokenStep(step: number | undefined, value: number): string | undefined {
  if (step === undefined) return undefined;
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6 ? undefined : `step:${step}`;
}

function codePoints(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    if ((value.charCodeAt(at) & 0xfc00) !== 0xdc00) count++;
  }
  return count;
}

function limited(field: string, limit: string | undefined): BadInput | undefined {
  return limit === undefined ? undefined : { field, limit };
}
