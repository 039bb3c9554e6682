import { describe, expect, it } from 'vitest';

import { isSameWord, longestWord, sortPasted } from '../../lib/managing/pasted.ts';

describe('words that are pasted', () => {
  it('are sorted into new ones, known ones and those that are too long, each once', () => {
    const long = 'x'.repeat(longestWord + 1);
    expect(sortPasted(` casino \r\n\nCasino\n바보\n${long}\nspam`, ['바보', '도배'])).toEqual({
      fresh: ['Casino', 'spam'],
      known: ['바보'],
      tooLong: [long],
    });
    expect(sortPasted('', ['바보'])).toEqual({ fresh: [], known: [], tooLong: [] });
  });

  it('are the same whatever their case, and what stands around them', () => {
    expect([isSameWord(' Casino', 'casino'), isSameWord('casino', 'casinos')]).toEqual([true, false]);
  });
});
