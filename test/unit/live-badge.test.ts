import { describe, expect, it } from 'vitest';

import { badgeOf } from '../../lib/live/badge.ts';

describe('the toolbar button', () => {
  const facts = { signedIn: true, failed: false, paused: false, live: 12, counts: true };
  it.each([
    [{}, 'live', '12'],
    [{ live: 1_234 }, 'live', '1k'],
    [{ live: 0 }, 'plain', ''],
    [{ live: undefined }, 'plain', ''],
    [{ counts: false }, 'plain', ''],
    [{ paused: true }, 'paused', '||'],
    [{ paused: true, failed: true }, 'failed', '!'],
    [{ signedIn: false, failed: true }, 'signed-out', ''],
  ] as const)('for %j is %s “%s”', (change, state, text) => {
    expect(badgeOf({ ...facts, ...change })).toMatchObject({ state, text });
  });
});
