/** The worker is stopped at every call that it makes to the outside; the next life must find everything in order. */
import { describe, expect, it } from 'vitest';

import { accountOf, Platform } from './accounts-platform.ts';
import { type Cut, Disk, type Life, live } from './accounts-world.ts';

const ann = accountOf('ann', ['a']);

interface Path {
  readonly name: string;
  readonly offer: 'window' | 'code';
  /** What stands before the life that is cut off. */
  readonly before: (life: Life, platform: Platform) => Promise<unknown>;
  /** What a page asks for, under an id; the same again when nobody has answered. */
  readonly act: (life: Life, disk: Disk, id: string) => Promise<unknown>;
  /** What must be true after the next life has started, and the user has done the same once more. */
  readonly after: (disk: Disk, platform: Platform) => void;
}

const signedIn = async (life: Life, platform: Platform): Promise<void> => {
  const done = life.accounts.signIn();
  await agreeing(life, platform, done);
};

/** The user agrees to whatever is asked, and time passes. */
async function agreeing<T>(life: Life, platform: Platform, done: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    platform.decide('agree');
    life.tick();
  }, 0);
  return done.finally(() => clearInterval(timer));
}

const renewing = (life: Life, disk: Disk): Promise<unknown> =>
  life.accounts.renew(ann.id, disk.grants.get(ann.id)?.accessToken ?? '');

/**
 * Of all tokens that we ever wrote down, only those of the accounts hold. A renewal's old access token may hold to its end:
 * the platform may take it for one with the new.
 */
function nothingLeft(disk: Disk, platform: Platform): void {
  const kept = [
    ...disk.grants.values(),
    ...[...disk.held.values()].filter(({ why }) => why === 'renewed').map(({ grant }) => grant),
  ].flatMap((grant) => [grant.accessToken, grant.kind === 'device' ? grant.refreshToken : '']);
  expect(platform.good().filter((token) => disk.written.has(token) && !kept.includes(token))).toEqual([]);
}

/** One account, which works or says plainly that it must sign in again; every token is that account's or given back. */
function inOrder(disk: Disk, platform: Platform): void {
  expect([...disk.accounts.keys()]).toEqual([ann.id]);
  expect(disk.active).toBe(ann.id);
  const grant = disk.grants.get(ann.id);
  if (disk.accounts.get(ann.id)?.state === 'ok') expect(platform.good()).toContain(grant?.accessToken);
  expect([...disk.held.values()].filter(({ why }) => why === 'arrived')).toEqual([]);
}

const paths: readonly Path[] = (['window', 'code'] as const).flatMap((offer) => [
  {
    name: `sign-in by ${offer}`,
    offer,
    before: () => Promise.resolve(),
    act: (life, _disk, id) => life.accounts.signIn({ id, another: true }),
    after: (disk, platform) => {
      inOrder(disk, platform);
      expect(disk.accounts.get(ann.id)?.state).toBe('ok');
    },
  },
  {
    name: `allowing more by ${offer}`,
    offer,
    before: signedIn,
    act: (life, _disk, id) => life.accounts.allow('bans', ann.id, id),
    after: (disk, platform) => {
      inOrder(disk, platform);
      expect(disk.accounts.get(ann.id)?.scopes).toContain('moderator:manage:banned_users');
    },
  },
  {
    name: `dropping a scope by ${offer}`,
    offer,
    before: async (life, platform) => {
      await signedIn(life, platform);
      await agreeing(life, platform, life.accounts.allow('bans', ann.id));
    },
    act: (life) => life.accounts.drop('bans', ann.id),
    after: (disk, platform) => {
      inOrder(disk, platform);
      expect(disk.accounts.get(ann.id)?.scopes).toEqual(['a']);
    },
  },
  { name: `renewal after ${offer}`, offer, before: signedIn, act: renewing, after: inOrder },
  {
    name: `sign-out after ${offer}`,
    offer,
    before: signedIn,
    act: (life) => life.accounts.signOut(ann.id),
    after: (disk, platform) => {
      expect(disk.accounts.size).toBe(0);
      expect(disk.active).toBeUndefined();
      expect(platform.good()).toEqual([]);
      expect(disk.held.size).toBe(0);
    },
  },
]);

/**
 * Whether the life ended between the platform's answer and our first write of it. There is no way to close this gap: the
 * platform has spent the code or the refresh token, and what it gave for it is nowhere.
 */
function isLost(steps: readonly string[], cut: Cut | undefined): boolean {
  if (cut === undefined) return false;
  const answered = steps[cut.when === 'after' ? cut.at - 1 : cut.at - 2];
  return answered === 'way.ask' || answered === 'way.renew';
}

/** Runs `path` with the worker cut off at `cut`, then a life that finishes. Returns the steps of the life that was cut. */
async function run(path: Path, cut?: Cut) {
  const disk = new Disk();
  const platform = new Platform();
  platform.offer = path.offer;
  await path.before(live(disk, platform), platform);
  const opened = platform.windows.opened;

  const first = live(disk, platform, cut);
  const done = path.act(first, disk, 'first').then(
    () => undefined,
    () => undefined,
  );
  await agreeing(first, platform, cut ? first.ended : done);

  // The next life starts; then the page that asked asks again, as it does when nobody has answered.
  const next = live(disk, platform);
  await agreeing(next, platform, next.accounts.resume());
  const again = (id: string): Promise<unknown> => agreeing(next, platform, path.act(next, disk, id));
  // A code whose answer was lost is refused; the user asks for a new one.
  await again('first').catch((error: unknown) =>
    isLost(first.steps, cut) ? again('second') : Promise.reject(error as Error),
  );
  // And so does a life that only looks after what was left.
  const last = live(disk, platform);
  await agreeing(last, platform, last.accounts.resume());
  nothingLeft(disk, platform);
  return { disk, platform, steps: first.steps, windows: platform.windows.opened - opened };
}

describe.each(paths)('$name', (path) => {
  it('survives the end of the worker at every step', async () => {
    const { steps } = await run(path);
    expect(steps.length).toBeGreaterThan(3);
    for (let at = 1; at <= steps.length; at++) {
      for (const when of ['before', 'after'] as const) {
        const { disk, platform, windows } = await run(path, { at, when });
        const where = `${when} ${at} ${steps[at - 1] ?? ''}`;
        try {
          path.after(disk, platform);
        } catch (error) {
          throw new Error(`cut ${where}: ${(error as Error).message}`, { cause: error });
        }
        // A window that the user has answered is not opened again.
        expect(windows, `windows, cut ${where}`).toBeLessThanOrEqual(1);
        // A refresh token is shown a second time only where its answer was lost with the life that asked.
        const twice = platform.shown.filter((token, index) => platform.shown.indexOf(token) < index);
        const mayBeTwice = path.offer === 'code' && isLost(steps, { at, when });
        expect(twice.length, `shown twice, cut ${where}`).toBeLessThanOrEqual(mayBeTwice ? 1 : 0);
      }
    }
  });
});
