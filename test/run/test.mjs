/**
 * `npm test`: sets everything up, then runs every check and every test. A failed check or build ends it; a failed test does
 * not, so that one run tells of all that fail.
 * With names of groups (`unit`, `contract`, `e2e`, `firefox`) only those, and what they need.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { installDependencies } from './dependencies.mjs';
import { ensureBrowser } from './install-browser.mjs';
import { root, tool, toolEnv } from './node.mjs';
import { Sorry, main, run, step } from './steps.mjs';

/** The client that the stage knows: the tested builds are made for it. */
const stageClient = {
  WXT_TWITCH_CLIENT_ID: 'stage0confidential0client0000001',
  WXT_TWITCH_CLIENT_KIND: 'confidential',
};

/** A part that takes longer hangs. */
const limitMs = 1_200_000;

const reports = join(root, '.output', 'test');
const pageTypes = join(root, 'test', 'stage', 'page', 'tsconfig.json');

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} groups
 * @property {() => string[]} command
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [counts] whether it is a Vitest run, whose tests are counted
 */

/** @returns {Part} */
const check = (
  /** @type {string} */ name,
  /** @type {readonly string[]} */ groups,
  /** @type {() => string[]} */ command,
) => ({ name, groups, command, env: stageClient });

/** @returns {Part} */
const tests = (
  /** @type {string} */ name,
  /** @type {string} */ group,
  /** @type {string} */ project,
  /** @type {NodeJS.ProcessEnv} */ env = {},
  /** @type {readonly string[]} */ files = [],
) => ({
  name,
  groups: [group],
  counts: true,
  env,
  command: () => {
    const gone = files.find((file) => !existsSync(join(root, file)));
    if (gone) throw new Sorry(`test/run/test.mjs names ${gone}, which is not there.`);
    return tool(
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report(name)}`,
      ...files,
    );
  },
});

const report = (/** @type {string} */ name) => join(reports, `${name.replaceAll(' ', '-')}.json`);

/**
 * Every file of e2e runs in both browsers with a background that is stopped before each step, which is the harder way.
 * With a background that lives only these run as well: what is told of such a background, the main path in both browsers, and
 * in one of them where a state that is kept in memory could differ from the stored one. All files do in `npm run test:e2e`
 * and `npm run test:firefox`.
 */
const alsoAlive = {
  chromium: ['aim', 'in-page', 'main-path', 'popup', 'security', 'smoke'],
  firefox: ['aim', 'main-path', 'page-kinds', 'private-window', 'security', 'smoke'],
};

/** All groups are run. */
const isWhole = process.argv.length === 2;

const alive = (/** @type {'chromium' | 'firefox'} */ browser) =>
  !isWhole ? [] : alsoAlive[browser].map((name) => `test/e2e/${name}.test.ts`);

/** @type {readonly Part[]} */
const parts = [
  check('generated types', ['unit', 'contract', 'e2e', 'firefox'], () => tool('wxt', 'prepare')),
  check('format', [], () => tool('prettier', '--check', '--log-level', 'warn', '.')),
  check('lint', [], () => tool('eslint', '.')),
  check('types', [], () => tool('typescript', '--noEmit')),
  ...(existsSync(pageTypes)
    ? [check('types of the stage page', [], () => tool('typescript', '--noEmit', '-p', pageTypes))]
    : []),
  check('build for Chrome', ['contract', 'e2e'], () => tool('wxt', 'build')),
  check('build for Firefox', ['contract', 'firefox'], () => tool('wxt', 'build', '-b', 'firefox')),
  check('add-on rules', ['firefox'], () =>
    tool(
      'web-ext',
      'lint',
      '--source-dir',
      join(root, '.output', 'firefox-mv3'),
      '--warnings-as-errors',
      '--boring',
    ),
  ),
  tests('unit', 'unit', 'unit'),
  tests('contract', 'contract', 'contract'),
  tests('design system', 'e2e', 'gallery', { SIDESTAGE_BROWSER: 'chromium' }),
  tests('e2e in Chromium', 'e2e', 'e2e', { SIDESTAGE_BROWSER: 'chromium' }, alive('chromium')),
  tests('e2e in Chromium with kills', 'e2e', 'e2e', { SIDESTAGE_BROWSER: 'chromium', SIDESTAGE_KILL: '1' }),
  tests(
    'e2e in Firefox',
    'firefox',
    'e2e',
    { SIDESTAGE_BROWSER: 'firefox', ...(isWhole && { SIDESTAGE_AIMS: '40' }) },
    alive('firefox'),
  ),
  tests('e2e in Firefox with kills', 'firefox', 'e2e', { SIDESTAGE_BROWSER: 'firefox', SIDESTAGE_KILL: '1' }),
];

/** The longest of those that need no browser: it has a processor of its own, beside all others of them. */
const longest = 'lint';

const total = { passed: 0, failed: 0 };

/** What went wrong in parts that did not end the run. */
/** @type {string[]} */
const sorrows = [];

/** @param {Part} part */
async function runPart(part) {
  const log = join(reports, `${part.name.replaceAll(' ', '-')}.log`);
  const { ok, said } = await run(part.command(), {
    env: toolEnv({ NO_COLOR: '1', ...part.env }),
    log,
    limitMs,
  });
  const counted = part.counts ? count(report(part.name)) : undefined;
  total.passed += counted?.passed ?? 0;
  total.failed += counted?.failed ?? 0;
  if (!ok) {
    console.log(said.split('\n').slice(-200).join('\n'));
    throw new Sorry(`${part.name} failed. All that it said is in ${log}`);
  }
  return counted && `${counted.passed} passed`;
}

/** Runs lanes of parts side by side, each in its order, until they are done, or a part fails that others stand upon. */
async function takeTurns(/** @type {readonly Part[][]} */ ...lanes) {
  let isOver = false;
  await Promise.all(
    lanes.map(async (lane) => {
      for (const part of lane) {
        if (isOver) return;
        try {
          await step(part.name, () => runPart(part));
        } catch (error) {
          if (!part.counts || !(error instanceof Sorry)) {
            isOver = true;
            throw error;
          }
          sorrows.push(error.message);
        }
      }
    }),
  );
}

/** @returns {{ passed: number, failed: number } | undefined} */
function count(/** @type {string} */ path) {
  if (!existsSync(path)) return undefined;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

await main(async () => {
  process.chdir(root);
  rmSync(reports, { recursive: true, force: true });
  const groups = process.argv.slice(2);
  const chosen = parts.filter(
    (part) => groups.length === 0 || part.groups.some((group) => groups.includes(group)),
  );
  try {
    await installDependencies();
    for (const browser of /** @type {const} */ (['chromium', 'firefox'])) {
      if (chosen.some(({ env }) => env?.['SIDESTAGE_BROWSER'] === browser))
        console.log(`  ${browser}: ${await ensureBrowser(browser)}`);
    }
    const [first, ...others] = chosen;
    if (first) await takeTurns([first]);
    const isDriven = (/** @type {Part} */ { env }) => env?.['SIDESTAGE_BROWSER'] !== undefined;
    const quiet = others.filter((part) => !isDriven(part));
    await takeTurns(
      quiet.filter(({ name }) => name === longest),
      quiet.filter(({ name }) => name !== longest),
    );
    await takeTurns(others.filter(isDriven));
    if (sorrows.length > 0) throw new Sorry(sorrows.join('\n'));
  } catch (error) {
    if (total.failed === 0) total.failed = 1;
    throw error;
  } finally {
    // The last line, after whatever `main` has to say of a failure.
    process.once('exit', () => console.log(`${total.passed} passed, ${total.failed} failed`));
  }
});
