/**
 * A browser that is closed and opened again: the list is there before Twitch has answered, and the hourly check goes on.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { pageHandler } from '../stage/page/serve.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { crowd } from './crowd.ts';
import { launch } from './drive/launch.ts';
import type { Session, Surface } from './drive/session.ts';
import { browserName, builtFor } from './drive/suite.ts';
import { ringLive } from './live-alarm.ts';
import { stored } from './stored.ts';

/**
 * The browser's own alarm for the hourly check: looks at its period in minutes (0: there is none), sets it so that it rings
 * now, or forgets it.
 */
const alarm = (page: Surface, what: 'look' | 'ring' | 'forget'): Promise<number> =>
  page.evaluate(async (what: string) => {
    interface Alarm {
      readonly periodInMinutes?: number;
    }
    interface Extension {
      readonly alarms: {
        get(name: string): Promise<Alarm | undefined>;
        create(name: string, how: Alarm & { readonly when: number }): Promise<void>;
        clear(name: string): Promise<boolean>;
      };
    }
    const { alarms } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
    if (what === 'ring') await alarms.create('validate', { when: Date.now(), periodInMinutes: 60 });
    if (what === 'forget') await alarms.clear('validate');
    return (await alarms.get('validate'))?.periodInMinutes ?? 0;
  }, what);

/** Asks the background something that needs no account; nothing is asked of Twitch for it. */
const wake = (page: Surface): Promise<void> =>
  page.evaluate(async () => {
    interface Extension {
      readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    }
    const { runtime } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
    await runtime.sendMessage({ ask: 'background.ping', request: {} });
  });

describe('the next evening', () => {
  let stage: Stage | undefined;
  let session: Session | undefined;
  let profile: string | undefined;

  afterEach(async () => {
    await session?.close();
    await stage?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = async (at: Stage, profile: string): Promise<Session> => {
    session = await launch({
      browser: browserName,
      stage: at,
      extensionDir: builtFor(browserName),
      profile,
      granted: ['notifications'],
    });
    return session;
  };

  it('begins with the list of the last one, while Twitch says nothing', async () => {
    profile = await mkdtemp(join(tmpdir(), 'sidestage-'));
    stage = await startStage({ follows: crowd });
    stage.setPages(pageHandler(stage.world));
    const first = await open(stage, profile);
    const before = await first.openExtensionPage('popup.html');
    await before.byRole('button', 'Sign in to Twitch').click();
    await first.consent('Authorize');
    await before.byText('314 live').appears();
    const options = await first.openExtensionPage('options.html#live');
    await options.byRole('radio', 'Everybody I follow').click();
    await stored(options, 'settings', '"notifications.of":"everybody"');
    await first.close();
    // While the browser is closed somebody goes live, which is no news to whoever opens it.
    const overnight = stage.world.addUser(
      { login: 'overnight', displayName: 'Overnight' },
      { title: 'Soon', categoryId: '509658' },
    );
    stage.world.follow(stage.world.user('stagehand').id, overnight.id, 1_600_000_000_000);
    stage.drive.goLive('overnight');

    const held = stage.drive.hold('helix');
    const second = await open(stage, profile);
    const page = await second.openExtensionPage('popup.html');
    await page.byText('314 live').appears();
    await page
      .byRole('list', 'Live channels')
      .byRole('link', /^MainStage/)
      .appears();
    await page.screenshot('popup-next-evening');
    held.release();
    await page.byText(/^Updated (now|\d+s ago)/).appears();
    // The first look of this run of the browser.
    await ringLive(page);
    await page.byText('315 live').appears();

    await asksEveryHour(second, stage, page);
    expect(await second.around.notifications()).toEqual([]);
    expect((await second.problems()).take()).toEqual([]);
  });

  /** The hourly alarm in the browser that was opened again: it stands, wakes a stopped background, and comes back. */
  async function asksEveryHour(session: Session, stage: Stage, page: Surface): Promise<void> {
    const asked = (): number => stage.requests.filter(({ path }) => path === '/oauth2/validate').length;
    // Once after signing in, and once at this start of the browser.
    await expect.poll(asked).toBe(2);
    await expect.poll(() => alarm(page, 'look')).toBe(60);

    await session.killWorker();
    await alarm(page, 'ring');
    await expect.poll(asked).toBe(3);
    await expect.poll(() => alarm(page, 'look')).toBe(60);

    await alarm(page, 'forget');
    expect(await alarm(page, 'look')).toBe(0);
    await session.killWorker();
    await wake(page);
    await expect.poll(() => alarm(page, 'look')).toBe(60);

    stage.drive.disconnectApp('stagehand');
    await session.killWorker();
    await alarm(page, 'ring');
    await expect.poll(asked).toBe(4);
    await page.byText('Your Twitch sign-in has expired').appears();
  }
});
