/**
 * The colours hold what they promise: computed here for every theme, since an eye gets used to anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../components/tokens.css', import.meta.url), 'utf8').replace(
  /\s+/g,
  ' ',
);

/** The switches of tokens.css, and what they stand for. */
const themes = {
  l: 'light',
  d: 'dark',
  lm: 'light with more contrast',
  dm: 'dark with more contrast',
} as const;
type Theme = keyof typeof themes;

/** Each colour token's four values. */
const colours = new Map<string, Record<Theme, string>>();
for (const [, name = '', l = '', d = '', lm = '', dm = ''] of css.matchAll(
  /--ss-([\w-]+): var\(--ss-l, (#\w{6})\) var\(--ss-d, (#\w{6})\) var\(--ss-lm, (#\w{6})\) var\(--ss-dm, (#\w{6})\);/g,
)) {
  colours.set(name, { l, d, lm, dm });
}

/** Everything that is written with, and the grounds on which it may stand. */
const written: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  [
    'ink',
    [
      'ground',
      'surface',
      'raised',
      'sunken',
      'hover',
      'press',
      'lamp-soft',
      'info-soft',
      'danger-soft',
      'warning-soft',
      'success-soft',
    ],
  ],
  ['ink-2', ['ground', 'surface', 'raised', 'sunken', 'hover', 'press', 'lamp-soft']],
  ['ink-3', ['ground', 'surface', 'raised', 'sunken', 'hover', 'lamp-soft']],
  ['lamp-ink', ['ground', 'surface', 'raised', 'hover', 'lamp-soft']],
  ['on-lamp', ['lamp', 'lamp-hover']],
  ['live', ['ground', 'surface', 'raised']],
  ['danger', ['ground', 'surface', 'raised', 'hover', 'danger-soft']],
  ['warning', ['ground', 'surface', 'raised', 'warning-soft']],
  ['success', ['ground', 'surface', 'raised', 'success-soft']],
  ['info', ['ground', 'surface', 'raised', 'info-soft']],
  ['#ffffff', ['danger-fill', 'danger-hover']],
  // The tooltip turns the two round.
  ['ground', ['ink']],
];

/** Everything that must be seen, though not read. */
const drawn: readonly (readonly [line: string, grounds: readonly string[]])[] = [
  ['edge', ['ground', 'surface', 'raised']],
  ['focus', ['ground', 'surface', 'raised', 'hover', 'lamp-soft']],
  ['live', ['hover', 'lamp-soft']],
];

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, two: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, theme: Theme): string {
  const value = name.startsWith('#') ? name : colours.get(name)?.[theme];
  if (value === undefined) throw new Error(`No colour token is called ${name}`);
  return value;
}

/** The pairs that stand out less than `least`, in words. */
function tooFaint(pairs: typeof written, theme: Theme, least: number): string[] {
  return pairs.flatMap(([ink, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(colour(ink, theme), colour(ground, theme));
      return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
    }),
  );
}

it('measures as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('reads every colour token', () => {
  expect(colours.size).toBeGreaterThanOrEqual(29);
});

describe.each(Object.entries(themes) as [Theme, string][])('%s: %s', (theme) => {
  it('can be read everywhere', () => {
    expect(tooFaint(written, theme, theme.endsWith('m') ? 7 : 4.5)).toEqual([]);
  });

  it('shows what can be pressed and what has the focus', () => {
    expect(tooFaint(drawn, theme, theme.endsWith('m') ? 4.5 : 3)).toEqual([]);
  });
});

it('has every property that a stylesheet takes a value from', () => {
  const sources = ['components', 'entrypoints', 'lib']
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((name) => /\.(?:css|tsx?)$/.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const given = new Set([...sources.matchAll(/(--ss-[\w-]+)['"]?\s*:/g)].map(([, name]) => name));
  const taken = [...sources.matchAll(/var\(\s*(--ss-[\w-]+)/g)].map(([, name]) => name);
  expect(taken.length).toBeGreaterThan(500);
  expect([...new Set(taken)].filter((name) => !given.has(name))).toEqual([]);
});
