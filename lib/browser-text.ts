/** The browser's own catalogue as the source of texts. */
import { browser } from './browser.ts';
import type { TextSource } from './text.ts';

/** What stands in a text for `$1`, `$2` … until it is filled in: letters that no text has. */
const firstMark = 0xe001;
const marks = Array.from({ length: 9 }, (_gap, place) => String.fromCharCode(firstMark + place));
const anyMark = /[\ue001-\ue009]/g;

/** Asking the browser is dear where every row of a list has several texts, so each is asked for once. */
const known = new Map<string, string>();

/** Texts in the language of the browser. @see https://developer.chrome.com/docs/extensions/reference/api/i18n */
export const browserTexts: TextSource = (key, substitutions) => {
  let words = known.get(key);
  if (words === undefined) {
    words = browser.i18n.getMessage(key, marks);
    known.set(key, words);
  }
  return words.replace(anyMark, (mark) => substitutions[mark.charCodeAt(0) - firstMark] ?? '');
};
