import { resolve } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { pageHandler } from '../../stage/page/serve.ts';
import { startStage } from '../../stage/stage.ts';
import type { Stage, StageOptions } from '../../stage/stage.ts';
import { forget } from './forget.ts';
import { launch } from './launch.ts';
import type { BrowserName, LaunchOptions, Session } from './session.ts';
import { photograph, step } from './step.ts';

/** The browser that this run is about. */
export const browserName: BrowserName =
  process.env['SIDESTAGE_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/**
 * Where the browsers go on business of their own, whatever one forbids them; and where a sign-in comes back to, which
 * a browser sometimes notices only when it has begun to load it.
 */
const errands: Readonly<Record<BrowserName, RegExp>> = {
  chromium: /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|chromiumapp\.org)(:443)?$/,
  firefox: /(^|\.)(mozilla\.(com|net|org)|firefox\.com|extensions\.allizom\.org)(:443)?$/,
};

/** The folder of the production build for a browser. */
export const builtFor = (name: BrowserName): string =>
  resolve('.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

/** How the tests of a file are set up. */
export interface SuiteOptions extends Partial<Omit<LaunchOptions, 'browser' | 'stage'>> {
  readonly stage?: StageOptions;
  /**
   * For every `file` (default) a new stage and a new browser. For every `test` as well, the extension remembers nothing, and on
   * Twitch nobody has allowed it anything; people, clock and browser are those of the test before.
   */
  readonly fresh?: 'file' | 'test';
}

/** What the tests of a file use; it exists while a test runs. */
export interface Suite {
  readonly session: Session;
  readonly stage: Stage;
  /** One step that the user sees; in kill mode the background is stopped before it. */
  step<T>(name: string, act: () => Promise<T>): Promise<T>;
}

/**
 * Sets up a stage and a browser with the built extension for the tests of this file.
 * After each test: no error of the extension that was not expected, and no request to a host that is not the stage's.
 */
export function suite({ fresh = 'file', stage: stageOptions, ...options }: SuiteOptions = {}): Suite {
  let running: { readonly stage: Stage; readonly session: Session } | undefined;

  const open = async (): Promise<void> => {
    const stage = await startStage(stageOptions);
    stage.setPages(pageHandler(stage.world));
    const extensionDir = builtFor(browserName);
    try {
      running = { stage, session: await launch({ extensionDir, ...options, browser: browserName, stage }) };
    } catch (error) {
      await stage.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const ended = running;
    running = undefined;
    await ended?.session.close();
    await ended?.stage.close();
  };

  beforeAll(open);
  afterAll(close);
  let isFirst = true;
  beforeEach(async () => {
    if (fresh === 'test' && running && !isFirst) await forget(running.session, running.stage);
    isFirst = false;
  });
  afterEach(async ({ task }) => {
    if (!running) return;
    // A picture that cannot be taken must not hide what went wrong.
    if (task.result?.state === 'fail') await photograph(running.session, task.name).catch(() => undefined);
    expect((await running.session.problems()).take(), 'errors of the extension').toEqual([]);
    const strays = running.stage.strays.filter((host) => !errands[browserName].test(host));
    expect(strays, 'hosts that nobody may ask for').toEqual([]);
  });

  const now = (): NonNullable<typeof running> => {
    if (!running) throw new Error('There is a stage and a browser only while a test runs');
    return running;
  };
  return {
    get session() {
      return now().session;
    },
    get stage() {
      return now().stage;
    },
    step: (name, act) => step(now().session, name, act),
  };
}
