/** A limit that an input broke, or that a field has, in words. */
import { text, type TextKey } from '../text.ts';
import type { FormField, FormNode } from './form.ts';

/** The words for a limit without a value. */
const plain: Readonly<Record<string, TextKey>> = {
  required: 'limitRequired',
  unknown: 'limitUnknown',
  'well-formed': 'limitWellFormed',
  finite: 'limitFinite',
  'own-id': 'limitOwnId',
};

/** The words for `name:value`; `$1` is the value. */
const valued: Readonly<Record<string, TextKey>> = {
  min: 'limitMin',
  max: 'limitMax',
  step: 'limitStep',
  'min-length': 'limitMinLength',
  'max-length': 'limitMaxLength',
  'max-bytes': 'limitMaxBytes',
  'min-items': 'limitMinItems',
  'max-items': 'limitMaxItems',
  choices: 'limitChoices',
  'one-of': 'limitOneOf',
  'some-of': 'limitSomeOf',
  'at-most-one': 'limitAtMostOne',
  together: 'limitTogether',
  needs: 'limitNeeds',
  'forbidden-with': 'limitForbiddenWith',
  'required-with': 'limitRequiredWith',
  'not-with': 'limitNotWith',
  'only-with': 'limitOnlyWith',
  after: 'limitAfter',
  'not-before': 'limitNotBefore',
  'differs-from': 'limitDiffersFrom',
  'at-least': 'limitAtLeast',
};

const types: Readonly<Record<string, TextKey>> = {
  integer: 'limitTypeInteger',
  number: 'limitTypeNumber',
  boolean: 'limitTypeBoolean',
  date: 'limitTypeDate',
};

const formats: Readonly<Record<string, TextKey>> = {
  color: 'limitFormatColor',
  tag: 'limitFormatTag',
  'blocked-term': 'limitFormatBlockedTerm',
  digits: 'limitTypeInteger',
  'pubsub-target': 'limitFormatPubsubTarget',
  ascii: 'limitFormatAscii',
  https: 'limitFormatHttps',
};

/** What `limit` (`max-length:500`, `required` …) demands; a limit without words of ours is shown as it is. */
export function limitText(limit: string): string {
  const colon = limit.indexOf(':');
  const name = colon < 0 ? limit : limit.slice(0, colon);
  const value = colon < 0 ? '' : limit.slice(colon + 1);
  if (name === 'token') return text('limitAppOnly');
  if (limit === 'min-length:1') return text('limitRequired');
  const key =
    name === 'type'
      ? (types[value] ?? 'limitType')
      : name === 'format'
        ? (formats[value] ?? 'limitType')
        : (plain[name] ?? valued[name]);
  return key === undefined ? limit : text(key, listed(value));
}

/** `a|b` as "a, b"; `a+b` as "a + b". */
function listed(value: string): string {
  return value.replaceAll('|', ', ').replaceAll('+', ' + ');
}

const units: Readonly<Record<string, TextKey>> = {
  s: 'unitSeconds',
  min: 'unitMinutes',
  bytes: 'unitBytes',
  percent: 'unitPercent',
};

/** The name of `unit` beside a number. */
export function unitText(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  const key = units[unit];
  return key === undefined ? unit : text(key);
}

/** What a field takes, in one line; `undefined` where there is nothing to say. */
export function hintOf({ node, standard, appOnly }: FormField): string | undefined {
  const parts = [
    ...limitsOf(node),
    ...(standard === undefined ? [] : [text('hintStandard', standard)]),
    ...(appOnly === true ? [text('limitAppOnly')] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function limitsOf(node: FormNode): string[] {
  switch (node.kind) {
    case 'text': {
      const { maxLength, maxBytes, format, min, max, unit } = node;
      // That one letter must be there goes without saying.
      const minLength = node.minLength === 1 ? undefined : node.minLength;
      return [
        ...rangeOf(minLength, maxLength, 'hintLength', 'limitMinLength', 'limitMaxLength'),
        ...(maxBytes === undefined ? [] : [text('limitMaxBytes', maxBytes)]),
        ...rangeOf(min, max, 'hintRange', 'limitMin', 'limitMax', unitText(unit)),
        ...(format === undefined || format === 'id' || format === 'digits'
          ? []
          : [limitText(`format:${format}`)]),
      ];
    }
    case 'number': {
      const { min, max, step } = node;
      return [
        ...rangeOf(min, max, 'hintRange', 'limitMin', 'limitMax'),
        ...(step === undefined || step === 1 ? [] : [text('limitStep', step)]),
      ];
    }
    case 'lines':
      return [
        text('hintOneALine'),
        ...rangeOf(node.minItems, node.maxItems, 'hintItems', 'limitMinItems', 'limitMaxItems'),
        ...(node.of.kind === 'choice'
          ? [limitText(`choices:${node.of.choices.join('|')}`)]
          : limitsOf(node.of)),
      ];
    case 'list':
      return rangeOf(node.minItems, node.maxItems, 'hintItems', 'limitMinItems', 'limitMaxItems');
    case 'date':
      return [text('hintLocalTime')];
    default:
      return [];
  }
}

function rangeOf(
  min: number | undefined,
  max: number | undefined,
  both: TextKey,
  least: TextKey,
  most: TextKey,
  unit?: string,
): string[] {
  const after = unit === undefined ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return [text(both, min, max) + after];
  if (min !== undefined) return [text(least, min) + after];
  return max === undefined ? [] : [text(most, max) + after];
}
