import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Something went wrong that the user can read and act on; no stack is shown. */
export class Sorry extends Error {}

const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Does one thing and says so: its name at once, a sign of life now and then, its time at the end.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} act what it returns is shown if it is a text
 * @returns {Promise<T>}
 */
export async function step(name, act) {
  const begun = performance.now();
  console.log(`· ${name}`);
  const life = setInterval(() => console.log(`  … ${name}: ${seconds(begun)}`), 20_000);
  try {
    const result = await act();
    console.log(`✓ ${name}${typeof result === 'string' ? `: ${result}` : ''} (${seconds(begun)})`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${seconds(begun)})`);
    throw error;
  } finally {
    clearInterval(life);
  }
}

/**
 * Runs a program and keeps what it says.
 *
 * @param {readonly string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, log?: string, limitMs?: number }} [options] `log`: a file for what it says
 * @returns {Promise<{ ok: boolean, said: string }>}
 */
export function run([program = '', ...args], { env = process.env, log, limitMs = 600_000 } = {}) {
  return new Promise((resolve) => {
    // npm and the package managers are scripts on Windows, which only its shell runs.
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const child = spawn(program, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    if (log) mkdirSync(dirname(log), { recursive: true });
    const file = log ? createWriteStream(log) : undefined;
    const hear = (/** @type {Buffer} */ data) => {
      said += data.toString();
      file?.write(data);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const limit = setTimeout(() => {
      hear(Buffer.from(`\nIt did not end within ${limitMs / 1000} s and was stopped.\n`));
      child.kill('SIGKILL');
    }, limitMs);
    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      file?.end();
      resolve({ ok, said });
    };
    child.on('error', (error) => {
      hear(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * Runs a command line's work; prints what went wrong, and ends the process with the right status.
 *
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Sorry ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
