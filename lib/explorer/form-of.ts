/** Makes forms from the Helix table. */
import type { Endpoint } from '../twitch/helix/endpoint.ts';
import type { Fields, Spec, TextSpec } from '../twitch/helix/spec.ts';
import type { Form, FormField, FormNode, FormParameter, Place } from './form.ts';

/** Texts that may be longer than this get several lines. */
const longText = 150;

/** The form of `endpoint`. */
export function formOf(endpoint: Endpoint): Form {
  const parameters = [
    ...parametersOf(endpoint, 'query', endpoint.query),
    ...parametersOf(endpoint, 'body', endpoint.body),
  ];
  return { parameters: parameters.toSorted((one, other) => Number(other.required) - Number(one.required)) };
}

function parametersOf(endpoint: Endpoint, place: Place, fields: Fields): FormParameter[] {
  return Object.entries(fields).map(([name, spec]) => {
    const field: FormParameter = { ...fieldOf(name, spec, place), place };
    const fill = fillOf(endpoint, field);
    return fill === undefined ? field : { ...field, fill };
  });
}

/** Channels go by these names; all other ids are somebody else's. */
const channelNames = ['broadcaster_id', 'from_broadcaster_id'];

function fillOf({ self, selfIfGiven }: Endpoint, { name, required }: FormField): FormParameter['fill'] {
  if (name === self && !selfIfGiven) return 'user';
  return required && channelNames.includes(name) ? 'channel' : undefined;
}

function fieldOf(name: string, spec: Spec, place: Place): FormField {
  return {
    name,
    required: spec.optional !== true,
    node: nodeOf(spec, place),
    ...(spec.default === undefined ? {} : { standard: String(spec.default) }),
    ...(spec.token === 'app' ? { appOnly: true as const } : {}),
  };
}

function nodeOf(spec: Spec, place: Place): FormNode {
  switch (spec.type) {
    case 'string':
      return textNode(spec, place);
    case 'integer':
    case 'number': {
      const { choices, min, max, step, unit, type } = spec;
      if (choices) return { kind: 'choice', choices: choices.map(String), numeric: true, ...given({ unit }) };
      return { kind: 'number', whole: type === 'integer', ...given({ min, max, step, unit }) };
    }
    case 'boolean':
      return { kind: 'flag' };
    case 'date':
      return { kind: 'date' };
    case 'array': {
      const of = nodeOf(spec.of, place);
      const kind = of.kind === 'text' || of.kind === 'number' || of.kind === 'choice' ? 'lines' : 'list';
      return { kind, of, ...given({ minItems: spec.minItems, maxItems: spec.maxItems }) };
    }
    case 'object':
      return {
        kind: 'group',
        fields: Object.entries(spec.fields).map(([name, field]) => fieldOf(name, field, place)),
      };
    case 'map':
      return { kind: 'map', of: nodeOf(spec.of, place) };
    case 'union': {
      // No request of the table has one; were there one, its first shape is what a form can offer.
      const [first] = spec.of;
      return first === undefined ? { kind: 'group', fields: [] } : nodeOf(first, place);
    }
  }
}

function textNode(spec: TextSpec, place: Place): FormNode {
  const { choices, open, or, format, minLength, maxLength, maxBytes, min, max, unit } = spec;
  if (choices && !open && or === undefined) return { kind: 'choice', choices, numeric: false };
  return {
    kind: 'text',
    trims: format !== undefined && format !== 'ascii' && format !== 'blocked-term',
    // In an address an empty value says the same as none.
    mayBeEmpty: place === 'body' && format === undefined && minLength === undefined && !choices,
    long: (maxLength ?? maxBytes ?? 0) > longText,
    ...given({ minLength, maxLength, maxBytes, format: format ?? or, min, max, unit }),
    ...(choices ? { suggestions: choices } : {}),
  };
}

/** `values` without what is not there. */
function given<T extends object>(values: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}
