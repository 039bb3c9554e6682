/**
 * In which language numbers and times are written (BCP 47), where the browser's face speaks `browser` and its words of ours
 * are those of `words`: as the browser does, with its region, unless the words are in another language.
 */
export const tagFor = (browser: string, words: string): string =>
  browser.split('-')[0] === words ? browser : words;
