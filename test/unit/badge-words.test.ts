import { describe, expect, it } from 'vitest';

import { subscriberText } from '../../components/in-page/people/badge-words.ts';
import { speakFrom } from '../../lib/text.ts';

describe('a subscription in words', () => {
  it.each([
    [{}, 'cardUnknown'],
    [{ badges: {} }, 'no'],
    [{ badges: { founder: '0' } }, 'badgeFounder'],
    [{ badges: { subscriber: '3016' } }, 'cardTier(cardAtLeast(cardMonths(16)) 3)'],
    [{ badges: { subscriber: '2003' }, months: 5 }, 'cardTier(cardMonths(5) 2)'],
    [{ badges: { subscriber: '0' } }, 'cardTier(cardAtLeast(cardMonth(1)) 1)'],
    [{ badges: { subscriber: 'odd' } }, 'yes'],
  ])('is %o: %s', (author, words) => {
    speakFrom((key, substitutions) =>
      substitutions.length > 0 ? `${key}(${substitutions.join(' ')})` : key,
    );
    expect(subscriberText(author)).toBe(words);
  });
});
