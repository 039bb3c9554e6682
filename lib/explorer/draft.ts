/**
 * What is typed into a form, and the input that it means. Nothing typed is ever lost or corrected: what is no number goes
 * on as the text that it is, and the check refuses it by its name.
 */
import { isObject } from '../is-object.ts';
import type { Draft, Drafts, Form, FormField, FormNode, FormParameter } from './form.ts';

/** Ids that forms start with. */
export interface Fill {
  readonly user?: string | undefined;
  readonly channel?: string | undefined;
}

/** The drafts that a form starts with. */
export function blankDrafts(form: Form, fill: Fill): Drafts {
  return Object.fromEntries(
    form.parameters.map((parameter) => [parameter.name, filled(parameter, fill) ?? blankField(parameter)]),
  );
}

/** `drafts` after the ids changed: fields that still hold the old one, or nothing, get the new one. */
export function refill(form: Form, drafts: Drafts, before: Fill, now: Fill): Drafts {
  const changes = form.parameters.flatMap((parameter) => {
    const next = filled(parameter, now);
    const current = drafts[parameter.name];
    const untouched = current === '' || current === filled(parameter, before);
    return next !== undefined && untouched ? [[parameter.name, next] as const] : [];
  });
  return { ...drafts, ...Object.fromEntries(changes) };
}

function filled({ fill: whose }: FormParameter, { user, channel }: Fill): string | undefined {
  return whose === 'channel' ? (channel ?? user) : whose === 'user' ? user : undefined;
}

/** What the control of a field starts with. */
function blankField({ node, required }: FormField): Draft {
  // A list that may be left out starts without items, so that it is left out.
  return !required && node.kind === 'list' ? [] : blankDraft(node);
}

/** What a control starts with. */
export function blankDraft(node: FormNode): Draft {
  switch (node.kind) {
    case 'group':
      return Object.fromEntries(node.fields.map((field) => [field.name, blankField(field)]));
    case 'list':
      return Array.from({ length: node.minItems ?? 1 }, () => blankDraft(node.of));
    case 'map':
      return [];
    default:
      return '';
  }
}

/** The input that `drafts` mean; what was left empty is left out. */
export function inputOf(form: Form, drafts: Drafts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    form.parameters.flatMap(({ name, node, required }) => {
      const value = valueOf(node, memberOf(drafts, name), required);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function valueOf(node: FormNode, draft: Draft, required: boolean): unknown {
  switch (node.kind) {
    case 'text':
      if (draft === null) return '';
      return filledText(draft, node.trims);
    case 'choice':
    case 'number': {
      const typed = filledText(draft, true);
      return typed === undefined || (node.kind === 'choice' && !node.numeric) ? typed : numberIn(typed);
    }
    case 'flag':
      return draft === 'true' ? true : draft === 'false' ? false : undefined;
    case 'date': {
      const typed = filledText(draft, true);
      return typed === undefined ? undefined : momentIn(typed);
    }
    case 'lines': {
      const items = linesOf(draft).map((line) => valueOf(node.of, line, true));
      return items.length === 0 ? undefined : items;
    }
    case 'list': {
      const items = itemsOf(draft).map((item) => valueOf(node.of, item, true));
      return items.length === 0 && !required ? undefined : items;
    }
    case 'group': {
      const fields = node.fields.flatMap((field) => {
        const value = valueOf(field.node, memberOf(draft, field.name), field.required);
        return value === undefined ? [] : [[field.name, value] as const];
      });
      return fields.length === 0 && !required ? undefined : Object.fromEntries(fields);
    }
    case 'map': {
      const entries = itemsOf(draft).flatMap((entry) => {
        const key = filledText(memberOf(entry, 'key'), true);
        return key === undefined ? [] : [[key, valueOf(node.of, memberOf(entry, 'value'), true) ?? '']];
      });
      return entries.length === 0 && !required ? undefined : Object.fromEntries(entries);
    }
  }
}

function filledText(draft: Draft, trims: boolean): string | undefined {
  if (typeof draft !== 'string') return undefined;
  const typed = trims ? draft.trim() : draft;
  return typed === '' ? undefined : typed;
}

function numberIn(typed: string): number | string {
  const number = Number(typed);
  return Number.isFinite(number) ? number : typed;
}

/** The browser's date field gives local time without a zone; the platform wants a moment. */
function momentIn(typed: string): string {
  const moment = new Date(/^\d{4}-\d\d-\d\d/.test(typed) ? typed : NaN);
  return Number.isNaN(moment.getTime()) ? typed : moment.toISOString().replace('.000Z', 'Z');
}

/** The filled lines of a `lines` control. */
export function linesOf(draft: Draft): string[] {
  if (typeof draft !== 'string') return [];
  return draft
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The items of a list or the entries of a map. */
export function itemsOf(draft: Draft): readonly Draft[] {
  return Array.isArray(draft) ? (draft as readonly Draft[]) : [];
}

/** What a group holds under `name`. */
export function memberOf(draft: Draft, name: string): Draft {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return '';
  const member = Object.hasOwn(draft, name) ? (draft as Drafts)[name] : undefined;
  // An empty text on purpose is `null`.
  return member === undefined ? '' : member;
}

/** The drafts that would have meant `input`; for opening an earlier call again. */
export function draftsOf(form: Form, input: Readonly<Record<string, unknown>>): Drafts {
  return Object.fromEntries(
    form.parameters.map((parameter) => [parameter.name, draftOfField(parameter, input)]),
  );
}

function draftOfField(field: FormField, input: Readonly<Record<string, unknown>>): Draft {
  const { name, node } = field;
  return Object.hasOwn(input, name) ? draftOf(node, input[name]) : blankField(field);
}

function draftOf(node: FormNode, value: unknown): Draft {
  switch (node.kind) {
    case 'text':
      return value === '' && node.mayBeEmpty ? null : textOf(value);
    case 'date':
      return localTime(textOf(value));
    case 'lines':
      return Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value);
    case 'list':
      return Array.isArray(value) ? value.map((item) => draftOf(node.of, item)) : [];
    case 'group':
      return Object.fromEntries(
        node.fields.map((field) => [field.name, draftOfField(field, isObject(value) ? value : {})]),
      );
    case 'map':
      return isObject(value)
        ? Object.entries(value).map(([key, item]) => ({ key, value: draftOf(node.of, item) }))
        : [];
    default:
      return textOf(value);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** A moment as the browser's date field takes it; what is none stays as it is. */
function localTime(moment: string): string {
  const at = new Date(moment);
  if (moment === '' || Number.isNaN(at.getTime())) return moment;
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
