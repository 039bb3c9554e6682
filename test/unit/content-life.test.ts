import { expect, it } from 'vitest';

import { beginLife } from '../../entrypoints/stream-page/life.ts';

it('goes on while the window stands, and ends for good with it', () => {
  const window = { closed: false };
  const life = beginLife(window);
  expect(life.goesOn()).toBe(true);
  expect(life.signal.aborted).toBe(false);
  window.closed = true;
  expect(life.goesOn()).toBe(false);
  expect(life.signal.aborted).toBe(true);
  window.closed = false;
  expect(life.goesOn()).toBe(false);
});
