/**
 * The code points by which WebDriver names the keys that make no character.
 *
 * @see https://www.w3.org/TR/webdriver2/#keyboard-actions
 */
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F1: '\uE031',
  F2: '\uE032',
  F6: '\uE036',
  F10: '\uE03A',
  Meta: '\uE03D',
};

/** WebDriver's name of a key, given by its DOM name. */
export function webdriverKey(key: string): string {
  const code = codes[key] ?? (key.length === 1 ? key : undefined);
  if (code === undefined) throw new Error(`No such key: ${key}`);
  return code;
}
