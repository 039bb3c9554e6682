import { expect, test, vi } from 'vitest';

import { createWriteQueue, type Locks } from '../../lib/store/write-queue.ts';

test.each([
  ['with locks', navigator.locks as Locks],
  ['without', null],
])('jobs run one after the other, in order, %s', async (_how, locks) => {
  const queue = createWriteQueue('test', locks);
  const log: string[] = [];
  const job = (name: string): Promise<string> =>
    queue.run(async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all([job('a'), job('b'), job('c')])).toEqual(['a', 'b', 'c']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test.each([
  ['with locks', navigator.locks as Locks],
  ['without', null],
])('a job that fails, at once or later, fails alone, %s', async (_how, locks) => {
  const queue = createWriteQueue('test', locks);
  const later = queue.run(() => Promise.reject(new Error('later')));
  const atOnce = queue.run(() => {
    throw new Error('at once');
  });
  const after = queue.run(() => Promise.resolve('after'));
  await expect(later).rejects.toThrow('later');
  await expect(atOnce).rejects.toThrow('at once');
  expect(await after).toBe('after');
});

test('two queues of the same store exclude each other through the lock', async () => {
  const release = Promise.withResolvers<undefined>();
  const second = vi.fn(() => Promise.resolve());
  const holding = createWriteQueue('shared').run(() => release.promise);
  const waiting = createWriteQueue('shared').run(second);
  await createWriteQueue('another store').run(() => Promise.resolve());
  expect(second).not.toHaveBeenCalled();
  release.resolve(undefined);
  await Promise.all([holding, waiting]);
  expect(second).toHaveBeenCalledOnce();
});
