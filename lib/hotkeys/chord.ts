/**
 * Keys pressed together, written as one word: `t`, `Shift+J`, `Ctrl+Alt+k`, `?`. Pure.
 */

/** What of a keyboard event decides. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

/** Keys that only go with others. */
const modifiers: ReadonlySet<string> = new Set([
  'Control',
  'Alt',
  'Shift',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Fn',
]);

/** Keys that belong to the browser, to the page's own controls, or to nobody. */
const kept: ReadonlySet<string> = new Set(['Tab', 'Enter', ' ', 'Dead', 'Process', 'Unidentified']);

/**
 * The chord of a key press, or `undefined` when it can be none. Letters go by what the key writes; where that is no Latin
 * letter (a Korean keyboard in Hangul mode, ⌥ on a Mac) by where the key is.
 */
export function chordOf(press: KeyPress): string | undefined {
  if (press.isComposing === true || press.keyCode === 229) return undefined;
  const key = keyOf(press);
  if (key === undefined || modifiers.has(key) || kept.has(key)) return undefined;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key);
  const parts = [
    press.ctrlKey && 'Ctrl',
    press.altKey && 'Alt',
    press.metaKey && 'Meta',
    // A sign says itself whether Shift was held.
    press.shiftKey && !isSign && 'Shift',
    key.length === 1 ? key.toLowerCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

function keyOf({ key, code, altKey, shiftKey }: KeyPress): string | undefined {
  const isLatin = key.length > 1 || (key >= ' ' && key <= '~');
  // Shift turns a digit into a sign that every keyboard has elsewhere; `?` and its like are meant as they are.
  if (isLatin && !(altKey && key.length === 1)) return key === 'Dead' ? letterAt(code) : key;
  return letterAt(code) ?? (shiftKey && code === 'Slash' ? '?' : undefined);
}

const letterAt = (code: string): string | undefined =>
  /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).join('').toLowerCase();

/** Whether `value` is a chord, or empty: no key. */
export function isChord(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (value === '') return true;
  return /^(?:Ctrl\+)?(?:Alt\+)?(?:Meta\+)?(?:Shift\+)?(?:[!-~]|[A-Z][A-Za-z0-9]{1,15})$/.test(value);
}

/** The chord as it is shown: `Shift+T`. */
export function chordText(chord: string): string {
  return chord.replace(/[a-z]$/, (letter) =>
    chord.length === 1 || chord.at(-2) === '+' ? letter.toUpperCase() : letter,
  );
}
