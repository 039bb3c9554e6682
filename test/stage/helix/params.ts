/** Reads and checks what a call gives: types, required fields, limits, counts. */
import type { Endpoint, Param } from './endpoint.ts';
import { exceptionFor } from './exceptions.ts';
import { Refusal } from './refusal.ts';
import { limitWords, type Rule } from './words.ts';

/** An object of the JSON body. */
export type Json = Readonly<Record<string, unknown>>;

/** What a call gives, by the parameter's full name (`data.user_id`); fields inside lists are read from the list. */
export type Given = ReadonlyMap<string, unknown>;

/** Reads query and body of a call to `endpoint`. Throws the {@link Refusal} of the first thing that is wrong. */
export function readGiven(
  endpoint: Endpoint,
  query: URLSearchParams,
  body: string,
  contentType: string,
): Given {
  const given = new Map<string, unknown>();
  for (const param of endpoint.query) {
    const value = checkQuery(endpoint, param, query.getAll(param.name));
    if (value !== undefined) given.set(param.name, value);
  }
  if (endpoint.body.length === 0) return given;
  const json = parseBody(body, contentType);
  for (const param of endpoint.body) {
    for (const parent of parentsOf(json, param.name)) {
      const value = parent[lastOf(param.name)];
      const absent = value === undefined || value === null;
      if (absent && param.required) throw refusal(endpoint, 'body', param, 'required');
      if (absent) continue;
      checkJson(endpoint, param, value);
      if (!param.name.includes('[]')) given.set(param.name, value);
    }
  }
  return given;
}

function checkQuery(endpoint: Endpoint, param: Param, texts: readonly string[]): unknown {
  const first = texts.find((text) => text !== '');
  if (first === undefined) {
    if (param.required) throw refusal(endpoint, 'query', param, 'required');
    return undefined;
  }
  if (param.type === 'texts') {
    const all = texts.filter((text) => text !== '');
    if (all.length > (param.maxItems ?? Infinity)) throw refusal(endpoint, 'query', param, 'items');
    for (const text of all) checkText(endpoint, 'query', param, text);
    return all;
  }
  const value = fromText(param, first);
  if (value === undefined) throw refusal(endpoint, 'query', param, 'type');
  checkValue(endpoint, 'query', param, value);
  return value;
}

/** The value that a query's text spells, or nothing when it spells none. */
function fromText(param: Param, text: string): string | number | boolean | undefined {
  switch (param.type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default:
      return text;
  }
}

function checkJson(endpoint: Endpoint, param: Param, value: unknown): void {
  const fits = {
    text: typeof value === 'string',
    time: typeof value === 'string',
    integer: Number.isInteger(value),
    number: typeof value === 'number',
    boolean: typeof value === 'boolean',
    texts: Array.isArray(value) && value.every((item) => typeof item === 'string'),
    objects: Array.isArray(value) && value.every((item) => isObject(item)),
    object: isObject(value),
    any: true,
  }[param.type];
  if (!fits) throw refusal(endpoint, 'body', param, 'type');
  if (param.required && value === '') throw refusal(endpoint, 'body', param, 'required');
  checkValue(endpoint, 'body', param, value);
}

function checkValue(endpoint: Endpoint, place: 'query' | 'body', param: Param, value: unknown): void {
  const bad = (rule: Rule): void => {
    if (exceptionFor(endpoint.id, rule, param.name) !== 'let') throw refusal(endpoint, place, param, rule);
  };
  if (Array.isArray(value)) {
    if (value.length < (param.minItems ?? 0) || value.length > (param.maxItems ?? Infinity)) bad('items');
    for (const item of value) if (typeof item === 'string') checkText(endpoint, place, param, item);
    return;
  }
  if (typeof value === 'string') checkText(endpoint, place, param, value);
  const number = typeof value === 'number' ? value : Number(value);
  if (number < (param.min ?? -Infinity)) bad('min');
  if (number > (param.max ?? Infinity)) bad('max');
  if (param.step !== undefined && Math.abs(number / param.step - Math.round(number / param.step)) > 1e-6)
    bad('type');
  if (typeof value === 'number' && param.enum && !(param.enum as readonly unknown[]).includes(value))
    bad('enum');
}

function checkText(endpoint: Endpoint, place: 'query' | 'body', param: Param, text: string): void {
  const bad = (rule: Rule): void => {
    if (exceptionFor(endpoint.id, rule, param.name) !== 'let') throw refusal(endpoint, place, param, rule);
  };
  if (param.type === 'time' && !isTime(text)) bad('type');
  if (/(^|_|\.)(broadcaster|moderator|user|sender|editor)_id$/.test(param.name) && !/^\d+$/.test(text))
    bad('type');
  const length = Array.from(text).length;
  if (length < (param.minLength ?? 0) || length > (param.maxLength ?? Infinity)) bad('length');
  if (param.itemMaxLength !== undefined && length > param.itemMaxLength) bad('length');
  if (Buffer.byteLength(text) > (param.maxBytes ?? Infinity)) bad('length');
  const choices = param.enum as readonly unknown[] | undefined;
  const whisper = choices?.includes('whisper-<user-id>') === true && text.startsWith('whisper-');
  if (choices && !choices.includes(text) && !whisper) bad('enum');
  if ((param.min !== undefined || param.max !== undefined) && !/^\d+$/.test(text)) bad('type');
}

function refusal(endpoint: Endpoint, place: 'query' | 'body', param: Param, rule: Rule): Refusal {
  const exception = exceptionFor(endpoint.id, rule, param.name);
  if (exception !== undefined && exception !== 'let') return new Refusal(...exception);
  return new Refusal(400, limitWords(place, param.name, rule));
}

function parseBody(body: string, contentType: string): Json {
  if (body === '') return {};
  try {
    const json: unknown = JSON.parse(body);
    if (contentType.startsWith('application/json') && isObject(json)) return json;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(400, 'The JSON payload is malformed.');
}

/** The objects in which a field stands: the body itself, the object before a dot, every object of a list. */
function parentsOf(json: Json, name: string): readonly Json[] {
  let parents: readonly Json[] = [json];
  for (const step of name.split('.').slice(0, -1)) {
    parents = parents.flatMap((parent) => {
      const value = parent[step.replace('[]', '')];
      return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject);
    });
  }
  return parents;
}

function lastOf(name: string): string {
  return name.split('.').at(-1) ?? name;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}
