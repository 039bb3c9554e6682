import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Sorry } from './steps.mjs';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The first version that runs TypeScript by itself and that all tools take. */
const needed = [22, 18];

const isEnough = (/** @type {string} */ version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
};

/**
 * The Node that runs the tools: the one among the dependencies, else the user's own if it is new enough.
 *
 * @returns {string}
 */
export function projectNode() {
  const ours = join(root, 'node_modules', 'node', 'bin', `node${suffix}`);
  for (const node of [ours, process.execPath]) {
    if (!existsSync(node)) continue;
    const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (status === 0 && isEnough(stdout.trim())) return node;
  }
  throw new Sorry(
    `Node ${needed.join('.')} or later is needed. The "node" package should have brought it, but its install script ` +
      'did not run. Install a newer Node from https://nodejs.org and run this again.',
  );
}

/**
 * The user's own Node, which stays where it is while the dependencies are installed anew.
 *
 * @returns {string}
 */
export function systemNode() {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  return (
    folders.map((folder) => join(folder, `node${suffix}`)).find((path) => existsSync(path)) ??
    process.execPath
  );
}

/**
 * The command that runs a tool from the dependencies under {@link projectNode}.
 *
 * @param {string} name the package's name; of several programs in it, the one of that name or the first
 * @param {readonly string[]} args
 * @returns {string[]}
 */
export function tool(name, ...args) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [
    projectNode(),
    join(folder, typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])),
    ...args,
  ];
}

/**
 * The environment in which the tools run: they, too, find the project's Node first.
 *
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(more = {}) {
  const path = [dirname(projectNode()), join(root, 'node_modules', '.bin'), process.env['PATH']];
  return { ...process.env, ...more, PATH: path.join(delimiter) };
}
