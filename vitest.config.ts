import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Vitest leaves one free, which on two is half of them. */
const processors = '100%';

/** Files that take long for their size, by which Vitest guesses: one of them at the end keeps the other processor waiting. */
const long = /\/e2e\/(?:accounts-(?:code|leaks|trouble|window)|aim|channel-tools|explorer)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        // Properties are tried on hundreds of examples: on a busy machine that may take a while, and is no failure.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          maxWorkers: processors,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          maxWorkers: processors,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'gallery',
          include: ['test/e2e/gallery*.test.ts'],
          maxWorkers: processors,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/gallery*.test.ts'],
          // The stage builds its page as it does for users; Vitest's own value would make a development build of it.
          env: { NODE_ENV: 'production' },
          // Each file has a browser and a stage of its own. Mostly they wait for each other, so two share two processors well.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
