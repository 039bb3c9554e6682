import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkOrigins } from '../../lib/policy.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, signIn } from './moderator.ts';
import { permit, unasked } from './permit.ts';
import { stored } from './stored.ts';

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

const apis = new Set(chzzkOrigins.map((origin) => new URL(origin.replace('*', '')).host));

/** CHZZK has no token of ours: it is asked who is logged in, once the user has permitted that. */
describe('an account on CHZZK', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let options: Surface;

  const asked = (): number => on.stage.requests.filter(({ host }) => apis.has(host)).length;
  const list = (popup: Surface) => popup.byRole('list', 'Live channels');

  beforeAll(() => permit(on.session, chzzkOrigins));

  it('is asked for only when the user wants it, and shows the way to log in', async () => {
    options = await on.session.openExtensionPage('options.html');
    await options.byRole('button', 'Show my CHZZK account').appears();
    expect(asked()).toBe(0);
    await on.step('show the account', () => options.byRole('button', 'Show my CHZZK account').click());
    await options.byText(/You are not logged in to CHZZK/).appears();
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    const way = popup.byRole('region', 'CHZZK');
    await way.byText(/You are not logged in to CHZZK/).appears();
    await way.byRole('link', 'Log in to CHZZK').appears();
    await popup.screenshot('chzzk-popup');
    await popup.close();
    await on.step('go and log in', () => options.byRole('link', 'Log in to CHZZK').click());
    const chzzk = await on.session.tabAt('https://chzzk.naver.com/');
    await chzzk.activate();
    await chzzk.page.byRole('button', '로그인').click();
    await chzzk.page.byRole('status').says('방송인01');
    await on.step('come back', async () => {
      for (const tab of await on.session.tabs())
        if ((await tab.url())?.includes('/options.html')) await tab.activate();
    });
    await options.byText('Logged in as 방송인01').appears();
    await options.screenshot('chzzk-options');
  });

  it('brings whom the user follows there, without an account on Twitch', async () => {
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    await popup.byText('3 live').appears();
    expect(await list(popup).byRole('link').texts()).toEqual([
      expect.stringContaining('한강게이머'),
      expect.stringContaining('달밤라디오'),
      expect.stringContaining('느린그림'),
    ]);
    await popup.byRole('button', 'Sign in to Twitch').appears();
    await popup.css('.ss-popup-account').byText('방송인01').appears();
    await popup.screenshot('chzzk-alone');
    const opened = on.session.tabAt(/^https:\/\/chzzk\.naver\.com\/live\/c0+12$/);
    await on.step('open a channel', () =>
      list(popup)
        .byRole('link', /한강게이머/)
        .click(),
    );
    await (await opened).close();
    await popup.close();
  });

  it('says since when they stream and how that looks, and lists who is offline', async () => {
    const details = (): number =>
      on.stage.requests.filter(({ path }) => path.endsWith('/live-detail')).length;
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    // In the order of the list, which is that of viewers.
    for (const [index, hours] of [1, 3, 5].entries())
      await popup.css(`[data-index="${index}"] .ss-row-aside time`).says(new RegExp(`^${hours} ?hr?`));
    await on.step('rest on a row', () => popup.css('[data-index="0"] .ss-row-main').hover());
    expect(await popup.css('.ss-live-preview img').attribute('src')).toMatch(
      /^https:\/\/livecloud-thumb\.akamaized\.net\/.+\/image_270\.jpg\?t=/,
    );
    await popup.screenshot('chzzk-preview');
    const sortBy = async (words: string): Promise<void> => {
      await popup.byRole('button', 'Sort and view').click();
      await popup.byRole('menu', 'Sort and view').byText(words).click();
    };
    await on.step('sort by it', () => sortBy('Longest live'));
    const first = popup.css('[data-index="0"] .ss-row-title');
    await first.says('느린그림');
    await on.step('sort by viewers again', () => sortBy('Viewers'));
    await first.says('한강게이머');
    // Every row was asked about once, and nobody who is not live.
    expect(details()).toBe(3);
    await on.step('show who is offline', async () => {
      await popup.byRole('button', 'Which channels').click();
      await popup.byRole('menu', 'Which channels').byText('Offline channels').click();
    });
    const offline = popup.byRole('list', 'Offline channels');
    await offline.byRole('link', /부엌의참새.*Last live .*먹방/).appears();
    await offline.byRole('link', 'Last video of 부엌의참새, 2:00:00').appears();
    expect(await offline.byRole('link', /^골목기타/).count()).toBe(1);
    expect(details()).toBe(5);
    await popup.screenshot('chzzk-offline');
    await popup.close();
  });

  it('lets nobody change places under the hand', async () => {
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    const row = (index: number) => popup.css(`[data-index="${index}"] .ss-row-title`);
    await row(1).says('달밤라디오');
    await popup.byText(/^Updated/).appears();
    const { x, y, width, height } = await row(1).box();
    const place = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    await popup.hand.move(place.x, place.y);
    const [gone, last] = [on.stage.chzzk.named('한강게이머'), on.stage.chzzk.named('느린그림')];
    const before = { gone: gone.live, last: last.live };
    gone.live = undefined;
    if (last.live) last.live = { ...last.live, viewers: 90_000 };
    await on.step('ask anew, with a key', () => on.session.around.pressShortcut('refresh'));
    await popup.byText('New order waits').appears();
    await popup.byText('2 live').appears();
    await row(0).says('한강게이머');
    await row(2).says('느린그림');
    await popup.screenshot('chzzk-held');
    const opened = on.session.tabAt(/^https:\/\/chzzk\.naver\.com\/live\/c0+11$/);
    await on.step('press where the hand was', async () => {
      await popup.hand.down();
      await popup.hand.up();
    });
    await (await opened).close();
    await popup.hand.move(2, 2);
    await row(0).says('느린그림');
    await row(1).says('달밤라디오');
    await popup.byText('New order waits').disappears();
    Object.assign(gone, { live: before.gone });
    Object.assign(last, { live: before.last });
    await popup.close();
  });

  it('puts them among those on Twitch, of which either can be shown alone, and fails alone', async () => {
    await signIn(on, 'https://www.twitch.tv/gta_gran');
    let popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    await list(popup).byText('MainStage').appears();
    await list(popup).byText('한강게이머').appears();
    await popup.screenshot('chzzk-beside');
    await popup.byText(/^Updated/).appears();
    await on.step('show CHZZK alone', async () => {
      await popup.byRole('button', 'Sort and view').click();
      await popup.byRole('menu', 'Sort and view').byText('CHZZK').click();
    });
    await popup.byText(/^3 of \d+ live$/).appears();
    await stored(popup, 'settings', '"live.platform":"chzzk"');
    await popup.close();
    const place = 'api.chzzk.naver.com/service/v1/channels/followings/live';
    on.stage.drive.fault(place, { kind: 'status', status: 503 }, Infinity);
    popup = await on.step('open it again while CHZZK is down', () =>
      on.session.openExtensionPage('popup.html'),
    );
    await popup.byText('CHZZK could not be asked.').appears();
    await popup.byText(/^3 of \d+ live$/).appears();
    await popup.screenshot('chzzk-down');
    on.stage.drive.faults.clear();
    await on.step('try again', () => popup.byRole('button', 'Try again').click());
    await popup.byText('CHZZK could not be asked.').disappears();
    await on.step('show all again', () => popup.byRole('button', 'CHZZK').click());
    await list(popup).byText('MainStage').appears();
    await stored(popup, 'settings', '"live.platform":"all"');
    await popup.close();
  });

  it('stands in the popup’s menu beside the others', async () => {
    const popup = await on.session.openPopup();
    await on.step('open the menu', () => popup.byRole('button', 'Switch account').click());
    await popup.byRole('group', 'CHZZK').byText('방송인01').appears();
    await popup.screenshot('chzzk-menu');
    on.stage.naver.logOut();
    await popup.hand.press('Escape');
    await on.step('open it after logging out', () => popup.byRole('button', 'Switch account').click());
    await popup.byRole('group', 'CHZZK').byText('Log in to CHZZK').appears();
    await on.step('go and log in', () => popup.byRole('group', 'CHZZK').byText('Log in to CHZZK').click());
    await expect
      .poll(
        async () =>
          (await Promise.all((await on.session.tabs()).map((tab) => tab.url()))).filter(
            (url) => url === 'https://chzzk.naver.com/',
          ).length,
      )
      .toBe(2);
  });

  it('is not asked any more once the user says so', async () => {
    const page = await on.step('open the options', () => on.session.openExtensionPage('options.html'));
    await page.byText(/You are not logged in to CHZZK/).appears();
    await on.step('stop', () => page.byRole('button', 'Stop asking CHZZK').click());
    await page.byRole('button', 'Show my CHZZK account').appears();
    const before = asked();
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    await popup.byText(/^Updated/).appears();
    expect(asked()).toBe(before);
  });
});
