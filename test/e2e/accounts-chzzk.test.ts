import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkOrigins } from '../../lib/policy.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { logIn } from './manager.ts';
import { signIn } from './moderator.ts';
import { permit, unasked } from './permit.ts';
import { stored } from './stored.ts';

const apis = new Set(chzzkOrigins.map((origin) => new URL(origin.replace('*', '')).host));

/** CHZZK has no token of ours: it is asked who is logged in, once the user has permitted that. */
describe('an account on CHZZK', () => {
  const on = suite({ stage: { firefoxPrefs: unasked }, granted: ['notifications'] });
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
    await logIn(chzzk);
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
    await expect
      .poll(() => list(popup).byRole('link').texts())
      .toEqual([
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
    const details = (): readonly string[] =>
      on.stage.requests.filter(({ path }) => path.endsWith('/live-detail')).map(({ path }) => path);
    const rows = (): number => new Set(details()).size;
    const popup = await on.step('open the popup', () => on.session.openExtensionPage('popup.html'));
    // In the order of the list, which is that of viewers.
    for (const [index, hours] of [1, 3, 5].entries())
      await popup.css(`[data-index="${index}"] .ss-row-aside time`).says(new RegExp(`^${hours} ?hr?`));
    // A background that ended before it had kept an answer has asked once more; what is shown is kept.
    const { length: asked } = details();
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
    expect(rows()).toBe(3);
    expect(details()).toHaveLength(asked);
    await on.step('show who is offline', async () => {
      await popup.byRole('button', 'Which channels').click();
      await popup.byRole('menu', 'Which channels').byText('Offline channels').click();
    });
    const offline = popup.byRole('list', 'Offline channels');
    await offline.byRole('link', /부엌의참새.*Last live .*먹방/).appears();
    await offline.byRole('link', 'Last video of 부엌의참새, 2:00:00').appears();
    await expect.poll(() => offline.byRole('link', /^골목기타/).count()).toBe(1);
    expect(rows()).toBe(5);
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
    Object.assign(last, { live: before.last });

    const page = await on.session.openExtensionPage('options.html#live');
    await on.step('ask to be told of everybody', () => page.byRole('radio', 'Everybody I follow').click());
    await stored(page, 'settings', '"notifications.of":"everybody"');
    await page.close();
    Object.assign(gone, { live: before.gone });
    const { around } = on.session;
    await on.step('ask, and be told', () => around.pressShortcut('refresh'));
    const notice = `live:channel:chzzk:${gone.channelId}:${gone.channelId}`;
    await expect.poll(() => around.notifications()).toEqual([notice]);
    const told = on.session.tabAt(`https://chzzk.naver.com/live/${gone.channelId}`);
    await on.step('press the notification', () => around.pressNotification(notice));
    await (await told).close();
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
