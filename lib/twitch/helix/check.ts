/**
 * Checks what the platform answers. A good answer is passed through as it is, without a copy: the check is one walk
 * over closures that are made once per spec, and only a bad answer is walked again to find where it differs.
 */

import type { Spec } from './spec.ts';

type Check = (value: unknown) => boolean;

const compiled = new WeakMap<Spec, Check>();

/** The path of the first field of `value` that is not as `spec` says (`data[3].started_at`), or undefined. */
export function firstDifference(spec: Spec, value: unknown): string | undefined {
  return checkOf(spec)(value) ? undefined : difference(spec, value, '');
}

function checkOf(spec: Spec): Check {
  let check = compiled.get(spec);
  if (!check) {
    check = compile(spec);
    compiled.set(spec, check);
  }
  return check;
}

function compile(spec: Spec): Check {
  const plain = compilePlain(spec);
  if (!spec.nullable && !spec.optional) return plain;
  const { nullable = false, optional = false } = spec;
  return (value) => (value === null ? nullable : value === undefined ? optional : plain(value));
}

const isString: Check = (value) => typeof value === 'string';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number';

function compilePlain(spec: Spec): Check {
  switch (spec.type) {
    case 'string':
      return isString;
    case 'integer':
      return Number.isInteger;
    case 'number':
      return isNumber;
    case 'boolean':
      return isBoolean;
    case 'date':
      return spec.blank ? (value) => value === '' || isDate(value) : isDate;
    case 'array': {
      const item = checkOf(spec.of);
      return (value) => {
        if (!Array.isArray(value)) return false;
        for (const one of value) if (!item(one)) return false;
        return true;
      };
    }
    case 'map': {
      const item = checkOf(spec.of);
      return (value) => isObject(value) && Object.values(value).every(item);
    }
    case 'union': {
      const choices = spec.of.map(checkOf);
      return (value) => choices.some((choice) => choice(value));
    }
    case 'object': {
      const fields = Object.entries(spec.fields).map(([name, field]) => ({ name, check: checkOf(field) }));
      return (value) => {
        if (!isObject(value)) return false;
        for (const { name, check } of fields) if (!check(value[name])) return false;
        return true;
      };
    }
  }
}

/** A cheap look at the shape of an RFC 3339 date; a whole page of dates is checked in every answer. */
function isDate(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length >= 20 &&
    value.charCodeAt(4) === 45 &&
    value.charCodeAt(7) === 45 &&
    value.charCodeAt(10) === 84
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function difference(spec: Spec, value: unknown, path: string): string | undefined {
  if (checkOf(spec)(value)) return undefined;
  if (spec.type === 'array' && Array.isArray(value)) {
    const at = value.findIndex((item) => !checkOf(spec.of)(item));
    return difference(spec.of, value[at], `${path}[${at}]`);
  }
  if (spec.type === 'object' && isObject(value)) {
    for (const [name, field] of Object.entries(spec.fields)) {
      const found = difference(field, value[name], path ? `${path}.${name}` : name);
      if (found !== undefined) return found;
    }
  }
  if (spec.type === 'map' && isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const found = difference(spec.of, item, path ? `${path}.${name}` : name);
      if (found !== undefined) return found;
    }
  }
  return path;
}
