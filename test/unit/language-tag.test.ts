import { describe, expect, it } from 'vitest';

import { tagFor } from '../../lib/options/language-tag.ts';

describe('the language of numbers and times', () => {
  it.each([
    ['en-GB', 'en', 'en-GB'],
    ['ko', 'ko', 'ko'],
    // Firefox takes words by the languages that the user wants, whatever its own face speaks.
    ['en-US', 'ko', 'ko'],
    // A language that we do not speak: the words are English.
    ['de', 'en', 'en'],
  ])('browser %s, words %s: %s', (browser, words, tag) => expect(tagFor(browser, words)).toBe(tag));
});
