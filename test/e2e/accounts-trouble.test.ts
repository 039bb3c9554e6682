import { describe, expect, it } from 'vitest';

import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, signIn } from './moderator.ts';

/** What comes in between, in one evening: no network, a sign-in that ends in the middle of an action, damaged data. */
describe('an account in trouble', () => {
  const on = suite();
  const chatter = 'plainviewer';
  const other = 'mothlamp';
  let tab: Tab;
  let options: Surface;

  /** Presses what opens Twitch's page, and agrees there as `login`. */
  async function comeAs(login: string, press: () => Promise<void>): Promise<void> {
    await on.step(`agree as ${login}`, press);
    const page = await on.session.consentPage();
    await page.css('select[name="login"]').evaluate((element, login: string) => {
      (element as HTMLSelectElement).value = login;
    }, login);
    await on.session.consent('Authorize');
  }

  it('is told that there is no network, before a window opens', async () => {
    options = await on.session.openExtensionPage('options.html');
    const connect = (online: boolean): Promise<void> =>
      on.session.inWorker((online: boolean) => {
        Object.defineProperty(navigator, 'onLine', { get: () => online, configurable: true });
      }, online);
    await options.byRole('button', 'Sign in to Twitch').appears();
    // Not in steps: the background that is cut off must live on.
    await connect(false);
    await options.byRole('button', 'Sign in to Twitch').click();
    await options.byText(/You are offline/).appears();
    expect(on.stage.requests.filter(({ path }) => path === '/oauth2/authorize')).toEqual([]);
    await connect(true);
  });

  it('signs in again from the line whose action was held up, and the action goes on', async () => {
    tab = await signIn(on);
    on.stage.drive.say('mainstage', { from: chatter, text: 'first!!!1' });
    await aimAt(tab, chatter);
    on.stage.drive.disconnectApp('stagehand');
    await on.step('press the timeout', async () => {
      await aimAt(tab, chatter);
      await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    const status = tab.ours.byRole('status');
    await status.says(/was not timed out.*Sign in again as stagehand to go on/);
    await tab.screenshot('sign-in-again');
    // The options were open all the time, and heard of it.
    await options.css('.ss-accounts').byText('Sign-in expired').appears();
    expect(banOf(on, chatter)).toBeUndefined();

    await on.step('press Sign in again, and say no', () => status.byRole('button', 'Sign in again').click());
    await on.session.consent('Cancel');
    await status.says(/You said no to Twitch/);
    await on.step('press Sign in again', () => status.byRole('button', 'Sign in again').click());
    await on.session.consent('Authorize');
    await status.says(/Timed out plainviewer/);
    expect(banOf(on, chatter)?.moderatorId).toBe(on.stage.world.user('stagehand').id);
    await options.css('.ss-accounts').byText('Sign-in expired').disappears();
  });

  it('takes back what it did while another account acts, once its user has allowed that', async () => {
    const status = tab.ours.byRole('status');
    on.stage.drive.say('mainstage', { from: other, text: 'second!!!1' });
    await on.step('time somebody else out', async () => {
      await aimAt(tab, other);
      await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    await status.says(/Timed out mothlamp/);
    await comeAs('mainstage', () => options.byRole('button', 'Sign in to another account').click());
    await options.byRole('button', 'Sign out: MainStage').appears();
    await options.css('.ss-permissions summary').click();
    // Twitch has MainStage before it, and must ask who it is.
    await comeAs('stagehand', () => options.byRole('button', 'Take away: Timeouts and bans').click());
    await options.byRole('button', 'Take away: Timeouts and bans').disappears();

    // On Twitch itself the user is again who acts in Sidestage.
    on.stage.world.auth.signedIn = 'mainstage';
    await tab.activate();
    await on.step('take the first timeout back', async () => {
      await aimAt(tab, chatter);
      await tab.ours.css('.ss-line-tools').byRole('button', 'Undo').click();
    });
    await status.says(/stagehand did this, and may not any more.*Allow it for stagehand to go on/);
    await tab.screenshot('actor-not-allowed');
    await comeAs('stagehand', () => status.byRole('button', 'Allow and continue').click());
    await status.says(/Lifted the timeout of plainviewer/);
    expect(banOf(on, chatter)).toBeUndefined();
    expect(banOf(on, other)?.moderatorId).toBe(on.stage.world.user('stagehand').id);
  });

  it('comes back to take it back in the log, after it has signed out', async () => {
    await on.step('sign out', () => options.byRole('button', 'Sign out: Stagehand').click());
    await options.byRole('button', 'Sign out: Stagehand').disappears();
    const log = await on.step('open the log', () => on.session.openExtensionPage('options.html#log'));
    await on.step('undo', () => log.byRole('button', 'Undo: Timeout, 10 minutes, mothlamp').click());
    await log.byText(/Sign in as stagehand to go on/).appears();
    await log.screenshot('actor-signed-out');
    await comeAs('stagehand', () => log.byRole('button', 'Sign in again').click());
    // The permission went with the account. Twitch remembers it, and asks nobody.
    const allow = log.byRole('button', 'Allow and continue');
    await allow.appears();
    await on.step('allow it again', () => allow.click());
    await expect.poll(() => banOf(on, other)).toBeUndefined();
    await log.byRole('button', 'Undo: Timeout, 10 minutes, mothlamp').disappears();
    await log.close();
  });

  it('goes on without its settings when they are damaged, and is told once', async () => {
    await options.evaluate(async () => {
      interface Extension {
        readonly storage: { readonly local: { set(items: object): Promise<void> } };
      }
      const { storage } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      await storage.local.set({ settings: 'not what we wrote' });
    });
    // What is stored is looked over when the background starts.
    await on.session.killWorker();
    let popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    await popup.byText('Something stored was damaged.').appears();
    await popup.screenshot('damaged');
    await on.step('close the note', () => popup.byRole('button', 'Close').click());
    await popup.byText('Something stored was damaged.').disappears();
    await popup.close();
    popup = await on.step('open it again', () => on.session.openExtensionPage('popup.html'));
    await popup.css('.ss-popup-account').byText('MainStage').appears();
    expect(await popup.byText('Something stored was damaged.').count()).toBe(0);
  });
});
