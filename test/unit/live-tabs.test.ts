import { describe, expect, it } from 'vitest';

import { tabNames, tabOf, tabOfKey } from '../../lib/live/tabs.ts';

describe('the popup’s tabs', () => {
  it('opens on the remembered tab, and on the first when what is remembered is none', () => {
    expect(tabOf('discover')).toBe('discover');
    for (const name of [null, undefined, '', 'toString', '__proto__']) expect(tabOf(name)).toBe('following');
  });

  it('is chosen by the digit of its place', () => {
    expect(tabNames.map((_tab, place) => tabOfKey(String(place + 1)))).toEqual([...tabNames]);
    for (const key of ['0', '9', '10', 'a', '1a', ' ']) expect(tabOfKey(key)).toBeUndefined();
  });
});
