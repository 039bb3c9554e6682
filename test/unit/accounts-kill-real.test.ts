/**
 * The same as `accounts-kill.test.ts`, over the real vault, the browser's locks and the stage's authority: the worker is
 * stopped at every read and write of the disk and of the session, at every commit, and at every question to Twitch.
 */
import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import type { Cut } from './accounts-world.ts';
import { Browser, type RealLife, Twitch } from './accounts-real.ts';

interface Path {
  readonly name: string;
  readonly kind: 'confidential' | 'public';
  readonly signedIn: boolean;
  readonly act: (life: RealLife, id: string, refused: string) => Promise<unknown>;
  readonly gone?: true;
}

const paths: readonly Path[] = (['confidential', 'public'] as const).flatMap((kind) => [
  {
    name: `signing in, ${kind}`,
    kind,
    signedIn: false,
    act: ({ accounts }, id) => accounts.signIn({ id }),
  },
  {
    name: `renewing, ${kind}`,
    kind,
    signedIn: true,
    act: ({ accounts }, _id, refused) => accounts.renew(account, refused),
  },
  {
    name: `signing out, ${kind}`,
    kind,
    signedIn: true,
    act: ({ accounts }) => accounts.signOut(account),
    gone: true,
  },
]);

let account = '';

/** The user agrees to whatever is asked, and time passes, until `done`. */
async function agreeing<T>(twitch: Twitch, life: RealLife, done: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    twitch.confirm();
    life.tick();
  }, 0);
  return done.finally(() => clearInterval(timer));
}

/** Every token that can be read from the disk now. */
async function written(browser: Browser): Promise<string[]> {
  const vault = browser.vault();
  const grants = await Promise.all((await vault.accounts()).map(({ id }) => vault.grant(id)));
  const held = (await vault.held()).map(({ grant }) => grant);
  return [...grants, ...held].flatMap((grant) =>
    grant ? [grant.accessToken, ...(grant.kind === 'device' ? [grant.refreshToken] : [])] : [],
  );
}

async function run(path: Path, cut?: Cut) {
  indexedDB = new IDBFactory();
  const twitch = new Twitch(path.kind);
  const browser = new Browser();
  account = `twitch:${twitch.userId}`;
  if (path.signedIn) {
    const life = browser.live(twitch);
    await agreeing(twitch, life, life.accounts.signIn());
  }
  const refused = (await browser.vault().access(account))?.accessToken ?? '';
  const before = { good: new Set(twitch.good()), windows: twitch.windows };

  const first = browser.live(twitch, cut);
  const done = path.act(first, 'first', refused).catch(() => undefined);
  await agreeing(twitch, first, cut ? Promise.race([first.ended, done]) : done);
  const known = new Set(await written(browser));
  // Twitch gave it while nobody lived to write it down.
  const isLost = twitch.good().some((token) => !before.good.has(token) && !known.has(token));

  const next = browser.live(twitch);
  await agreeing(twitch, next, next.accounts.resume());
  for (const token of await written(browser)) known.add(token);
  const again = (id: string): Promise<unknown> => agreeing(twitch, next, path.act(next, id, refused));
  await again('first').catch((error: unknown) => (isLost ? again('second') : Promise.reject(error as Error)));
  for (const token of await written(browser)) known.add(token);
  const last = browser.live(twitch);
  await agreeing(twitch, last, last.accounts.resume());
  return { twitch, browser, known, isLost, steps: first.steps, windows: twitch.windows - before.windows };
}

/** What must be true in the end, wherever the worker was stopped. */
async function inOrder(path: Path, ran: Awaited<ReturnType<typeof run>>): Promise<void> {
  const { twitch, browser, known, isLost, windows } = ran;
  const vault = browser.vault();
  const accounts = await vault.accounts();
  const held = await vault.held();
  expect(held.filter(({ why }) => why !== 'renewed')).toEqual([]);
  const kept = await written(browser);
  // Of all tokens that were ever written down only those that are in use hold.
  expect(twitch.good().filter((token) => known.has(token) && !kept.includes(token))).toEqual([]);
  expect(windows, 'windows').toBeLessThanOrEqual(1);
  const twice = twitch.shown.filter((token, index) => twitch.shown.indexOf(token) < index);
  expect(twice.length, 'refresh tokens shown twice').toBeLessThanOrEqual(isLost ? 1 : 0);
  if (path.gone) {
    expect(accounts).toEqual([]);
    expect(await vault.activeId()).toBeUndefined();
    return;
  }
  expect(accounts.map(({ id }) => id)).toEqual([account]);
  expect(await vault.activeId()).toBe(account);
  if (accounts[0]?.state === 'ok') {
    const access = await vault.access(account);
    expect(access).toEqual(
      expect.objectContaining({ accessToken: (await vault.grant(account))?.accessToken }),
    );
    expect(twitch.good()).toContain(access?.accessToken);
  } else expect(isLost, 'must sign in again, though nothing was lost').toBe(true);
}

describe.each(paths)('$name', (path) => {
  it('survives the end of the worker at every step', { timeout: 60_000 }, async () => {
    const whole = await run(path);
    await inOrder(path, whole);
    const { steps } = whole;
    expect(steps.filter((step) => step === 'disk.commit').length).toBeGreaterThan(0);
    const lost: number[] = [];
    for (let at = 1; at <= steps.length; at++) {
      for (const when of ['before', 'after'] as const) {
        try {
          const ran = await run(path, { at, when });
          if (ran.isLost && when === 'after') lost.push(at);
          await inOrder(path, ran);
        } catch (error) {
          const where = `${when} ${at} ${steps[at - 1] ?? ''}`;
          throw new Error(`cut ${where}: ${(error as Error).message}`, { cause: error });
        }
      }
    }
    // One gap alone: it begins with Twitch's answer, and ends with the first thing of it that is written.
    const [first = 0] = lost;
    expect(lost).toEqual(lost.map((_at, index) => first + index));
    if (path.gone) expect(lost).toEqual([]);
    else expect(steps[first - 1]).toMatch(/^(window|fetch \/oauth2\/token)$/);
    expect(lost.slice(1).map((at) => steps[at - 1])).not.toContain('disk.put');
  });
});

it('spends a refresh token once, though two contexts want a new one at the same time', async () => {
  indexedDB = new IDBFactory();
  const twitch = new Twitch('public');
  const browser = new Browser();
  const life = browser.live(twitch);
  const { id } = await agreeing(twitch, life, life.accounts.signIn());
  const refused = (await browser.vault().access(id))?.accessToken ?? '';
  const both = [browser.live(twitch), browser.live(twitch)].map(({ accounts }) =>
    accounts.renew(id, refused),
  );
  const [one, other] = await Promise.all(both);
  expect(twitch.shown).toHaveLength(1);
  expect(one?.accessToken).not.toBe(refused);
  expect(other).toEqual(one);
});
