import { access, cp, mkdir, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A profile that is thrown away. */
export interface Profile {
  readonly dir: string;
  /** The browser must be gone. */
  readonly remove: () => Promise<void>;
}

const shelf = join(import.meta.dirname, '../../../../.output/e2e/profiles');

/**
 * A new profile, which Firefox has started in once before, and nothing more: to make all the databases and caches of one from
 * nothing takes as long again as to start. It is made when there is none yet for this very program.
 *
 * @param executable Firefox's program
 * @param startIn starts Firefox in a folder, and ends it
 */
export async function newProfile(
  executable: string,
  startIn: (dir: string) => Promise<void>,
): Promise<Profile> {
  const pattern = join(shelf, await edition(executable));
  const isMade = await access(pattern).then(
    () => true,
    () => false,
  );
  if (!isMade) await make(pattern, startIn);
  const dir = await mkdtemp(join(tmpdir(), 'sidestage-profile-'));
  await cp(pattern, dir, { recursive: true });
  // Puppeteer still tidies up in there when the program has ended, and whoever deletes meanwhile stumbles over it.
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 10 }) };
}

/** A name that another version of the program does not have: one does not start in a newer one's profile. */
async function edition(executable: string): Promise<string> {
  const program = await realpath(executable);
  const { size, mtimeMs } = await stat(program);
  return `${size}-${Math.round(mtimeMs)}`;
}

async function make(pattern: string, startIn: (dir: string) => Promise<void>): Promise<void> {
  await mkdir(shelf, { recursive: true });
  const draft = await mkdtemp(join(shelf, 'draft-'));
  await startIn(draft);
  // Two tests may have made one at once: the first one stands.
  await rename(draft, pattern).catch(() => rm(draft, { recursive: true, force: true }));
}
