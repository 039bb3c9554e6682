/**
 * Where channels open: from the popup at the toolbar button, from the side panel, from the browser's menu, on both platforms, and
 * side by side. The stage has two thousand whom the user follows.
 */
import { beforeAll, describe, expect, it } from 'vitest';

import { type Area, roomIn, tilesIn } from '../../lib/live/tiling.ts';
import type { Tiling } from '../../lib/live/side-choices.ts';
import { chzzkOrigins } from '../../lib/policy.ts';
import type { Locator } from './drive/surface.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { logIn } from './manager.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

const follows = 2_000;
/** Others who are live, by name. */
const others = [
  ...['KnightFork', 'OrlaTheBard', 'BoxOfMoss', 'Captain_Lowtide'],
  ...Array.from({ length: 4 }, (_, index) => `Extra_Channel_010${index}`),
];
const mainstage = 'https://www.twitch.tv/mainstage';
const player = (login: string): string => `https://player.twitch.tv/?channel=${login}&parent=twitch.tv`;

/** A window of the browser's, as its extensions see it. */
interface SeenWindow {
  readonly type: string;
  readonly left: number;
  readonly top: number;
  readonly tabs: readonly { readonly url?: string; readonly pendingUrl?: string }[];
}

const windows = (page: Surface): Promise<readonly SeenWindow[]> =>
  page.evaluate(async () => {
    interface Api {
      readonly windows: { getAll(of: object): Promise<SeenWindow[]> };
    }
    const { chrome } = globalThis as unknown as { readonly chrome: Api };
    const all = await chrome.windows.getAll({ populate: true });
    return all.map(({ type, left, top, tabs }) => ({
      type,
      left,
      top,
      tabs: tabs.map(({ url = '' }) => ({ url })),
    }));
  });

const screenOf = (page: Surface): Promise<Area> =>
  page.evaluate(() => {
    const { availLeft = 0, availTop = 0 } = screen as { availLeft?: number; availTop?: number };
    return { left: availLeft, top: availTop, width: screen.availWidth, height: screen.availHeight };
  });

const chooseFrom = (select: Locator, value: string): Promise<void> =>
  select.evaluate((element, value) => {
    (element as HTMLSelectElement).value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);

describe('opening channels', () => {
  const on = suite({ reducedMotion: true, granted: chzzkOrigins });
  /** The tab in front, and a page of ours behind it, which asks the browser for its windows. */
  let tab: Tab;
  let options: Surface;

  const row = (on: Surface, name = /^MainStage/): Locator =>
    on.byRole('list', 'Live channels').byRole('link', name);
  /** The popup at the toolbar button, over the tab in front. */
  const openPopup = async (): Promise<Surface> => {
    const popup = await on.session.openPopup();
    await popup.byText('2,000 live').appears();
    // It opens with the keyboard in the filter.
    await popup.byRole('searchbox', 'Filter channels').takesFocus();
    await popup.hand.type('mainstage');
    await popup.byText('1 of 2,000 live').appears();
    return popup;
  };
  const closes = (popup: Surface): Promise<void> => expect.poll(() => popup.isOpen()).toBe(false);
  const choose = async (popup: Surface, name: string, item: string | RegExp): Promise<void> => {
    await popup.byRole('button', `Actions for ${name}`).click();
    await popup.byRole('menuitem', item).click();
  };
  const prefer = (legend: string, choice: string, written: string): Promise<void> =>
    on.step(`prefer ${choice}`, async () => {
      const shown = await on.session.openExtensionPage('options.html#live');
      await shown.byRole('group', legend).byRole('radio', choice).click();
      await stored(shown, 'settings', written);
      await shown.close();
    });
  /** The corners of the windows without bars that show these addresses. */
  const corners = async (urls: readonly string[]): Promise<readonly Pick<Area, 'left' | 'top'>[]> => {
    const all = await windows(options);
    return urls.flatMap((url) =>
      all
        .filter(({ type, tabs: [first] }) => type === 'popup' && first?.url === url)
        .map(({ left, top }) => ({ left, top })),
    );
  };
  const tabsAt = async (wanted: string): Promise<number> =>
    (await windows(options)).flatMap(({ tabs }) => tabs).filter(({ url }) => url === wanted).length;
  const places = (tiling: Tiling, count: number, area: Area) =>
    tilesIn(tiling, count, area).map(({ left, top }) => ({ left, top }));

  beforeAll(async () => {
    on.stage.drive.growLiveFollows(follows);
    options = await on.session.openExtensionPage('options.html#live');
    tab = await on.session.openTab('https://www.twitch.tv/gta_gran');
    const popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    if (await popup.isOpen()) {
      await popup.byText('2,000 live').appears();
      await popup.close();
    }
  });

  it('in the tab in front, or the player alone, as a row’s menu says', async () => {
    await tab.activate();
    let popup = await on.step('open the popup', openPopup);
    await on.step('open it in this tab', () => choose(popup, 'MainStage', 'Open in this tab'));
    await expect.poll(() => tab.url()).toBe(mainstage);
    await closes(popup);
    popup = await on.step('open the popup again', openPopup);
    await on.step('open its player', () => choose(popup, 'MainStage', 'Open the player'));
    const alone = await on.session.tabAt(player('mainstage'));
    // Of its address the browser tells us nothing: it is no page that we may act in.
    expect((await windows(options)).map(({ type }) => type)).toContain('popup');
    await alone.close();
  });

  it('as the user always wants it', async () => {
    const inFront = (): Promise<boolean> => tab.page.evaluate(() => document.visibilityState === 'visible');
    await prefer('Open in', 'Background tab', '"live.openIn":"background"');
    await tab.activate();
    let popup = await on.step('open the popup', openPopup);
    await on.step('press the row', () => row(popup).click());
    await expect.poll(() => tabsAt(mainstage)).toBe(2);
    expect(await popup.isOpen()).toBe(true);
    expect(await inFront()).toBe(true);
    await popup.close();

    await prefer('Open in', 'Window', '"live.openIn":"window"');
    await tab.activate();
    popup = await on.step('open the popup for a window', openPopup);
    const before = (await windows(options)).length;
    await on.step('press the row for a window', () => row(popup).click());
    await expect.poll(async () => (await windows(options)).length).toBe(before + 1);
    await closes(popup);

    await prefer('Open in', 'Current tab', '"live.openIn":"current"');
    await tab.goto('https://www.twitch.tv/gta_gran');
    await tab.activate();
    popup = await on.step('open the popup for this tab', openPopup);
    await on.step('press the row for this tab', () => row(popup).click());
    await expect.poll(() => tab.url()).toBe(mainstage);
  });

  it('in a panel beside what is browsed, which stays', async () => {
    await prefer('Open in', 'New tab', '"live.openIn":"tab"');
    await tab.activate();
    const popup = await on.step('open the popup', openPopup);
    await on.step('open it beside the tab', async () => {
      await popup.byRole('button', 'Menu').click();
      await popup.byRole('menuitem', 'Open in the side panel').click();
    });
    const panel = await on.session.sidePanel();
    await closes(popup);
    await panel.byText('2,000 live').appears();
    expect(await violations(panel)).toEqual([]);
    await panel.screenshot('side-panel');
    await on.step('filter', () => panel.byRole('searchbox', 'Filter channels').fill('gta gran'));
    await panel.byText('1 of 2,000 live').appears();
    await on.step('open the first by Enter', () => panel.hand.press('Enter'));
    await expect.poll(() => tabsAt('https://www.twitch.tv/gta_gran')).toBe(1);
    await (await on.session.tabAt('https://www.twitch.tv/gta_gran')).close();
    expect(await panel.isOpen()).toBe(true);
    await on.step('go to Discover', async () => {
      await panel.byRole('searchbox', 'Filter channels').fill(' ');
      await panel.byRole('tab', 'Discover').click();
      await panel
        .byRole('list', 'Live now')
        .byRole('link', /^MainStage/)
        .appears();
    });
    const here = panel.byRole('region', /This tab/);
    await on.step('go to the channel', () => panel.byRole('tab', 'Channel').click());
    await tab.activate();
    await here.byText('MainStage').appears();
    await on.step('go on to another in the tab', () => tab.goto('https://www.twitch.tv/gta_gran'));
    await here.byText('GTA_Gran').appears();
    await on.step('leave Twitch', () => tab.goto('https://www.twitch.tv/directory'));
    await here.disappears();
    await tab.goto(mainstage);
    await here.byText('MainStage').appears();
    await panel.byRole('tab', 'Following').click();
    await panel.close();
  });

  it('side by side from the browser’s menu, joined by others from the popup, as far as there is room', async () => {
    const chat = (login: string): string => `https://www.twitch.tv/popout/${login}/chat?popout=`;
    const openPage = (): Promise<Surface> =>
      on.step('open the popup in a tab', () => on.session.openExtensionPage('popup.html'));
    let page = await openPage();
    const bar = (): Locator => page.byRole('region', 'Side by side');
    const mark = async (name: string): Promise<void> => {
      await page.byRole('searchbox', 'Filter channels').fill(name);
      await page.byRole('button', `Actions for ${name}`).click();
      await page.byRole('menuitemcheckbox', /^Add to side by side/).click();
      await bar().byRole('button', `Take out ${name}`).appears();
    };
    await on.step('choose one, to see how', () => mark('MainStage'));
    await on.step('see chats in columns', async () => {
      await chooseFrom(bar().byRole('combobox', 'What the windows show'), 'chat');
      await stored(page, 'settings', '"live.sideShows":"chat"');
      await chooseFrom(bar().byRole('combobox', 'Arrangement'), 'columns');
      await stored(page, 'settings', '"live.sideTiling":"columns"');
    });
    await on.step('choose nobody', () => bar().byRole('button', 'Choose none').click());
    await bar().disappears();
    const area = await screenOf(page);
    const room = roomIn('columns', area);

    await page.close();

    const { around } = on.session;
    await tab.activate();
    for (const login of ['mainstage', 'gta_gran'])
      await on.step(`open ${login} by the browser’s menu`, async () => {
        await around.chooseLine('link:side', { page: mainstage, link: `https://www.twitch.tv/${login}` });
        await on.session.tabAt(chat(login));
      });
    const open = ['mainstage', 'gta_gran'].map(chat);
    await expect.poll(() => corners(open)).toEqual(places('columns', 2, area));

    page = await openPage();
    // A screen may have room for no more than two: then it is said, and nothing opens.
    await on.step('choose more than there is room for', async () => {
      for (const name of others.slice(0, room - 1)) await mark(name);
    });
    await on.step('try to open them', () =>
      bar()
        .byRole('button', `Open ${room - 1}`)
        .click(),
    );
    await bar().byText(`Your screen has room for ${room} like this, and 2 are open already.`).appears();
    expect((await windows(options)).filter(({ type }) => type === 'popup').length).toBe(2);
    await page.screenshot('side-by-side-no-room');
    await on.step('have them in a grid', async () => {
      await chooseFrom(bar().byRole('combobox', 'Arrangement'), 'grid');
      await stored(page, 'settings', '"live.sideTiling":"grid"');
    });
    const third = others.slice(0, 1);
    await on.step('take out all but one', async () => {
      for (const name of others.slice(1, room - 1)) await bar().byRole('button', `Take out ${name}`).click();
    });
    await on.step('open it beside the two', () => bar().byRole('button', 'Open 1').click());
    open.push(...third.map((name) => chat(name.toLowerCase())));
    await expect.poll(() => corners(open)).toEqual(places('grid', 3, area));
    await bar().disappears();
    for (const url of open) await (await on.session.tabAt(url)).close();
  });

  it('on CHZZK, from its row and from the browser’s menu', async () => {
    const site = await on.session.openTab('https://chzzk.naver.com/');
    await on.step('log in there', () => logIn(site));
    await site.close();
    const page = await on.step('open the popup in a tab', () => on.session.openExtensionPage('popup.html'));
    await page.byRole('tab', 'Following').click();
    await on.step('ask who is live', () => page.byRole('button', 'Refresh').click());
    await page.byText('2,003 live').appears();
    const show = (platform: string, written: string): Promise<void> =>
      on.step(`show ${platform}`, async () => {
        await page.byRole('button', 'Sort and view').click();
        await page.byRole('menu', 'Sort and view').byText(platform).click();
        await page.byRole('menu').disappears();
        await stored(page, 'settings', `"live.platform":"${written}"`);
      });
    await show('CHZZK', 'chzzk');
    await page.byText('3 of 2,003 live').appears();
    await show('All', 'all');
    await page.byText('2,003 live').appears();
    await page.byRole('searchbox', 'Filter channels').fill('한강게이머');
    await page.byText('1 of 2,003 live').appears();
    const live = `https://chzzk.naver.com/live/c${'12'.padStart(31, '0')}`;
    await on.step('open its menu', () => page.byRole('button', 'Actions for 한강게이머').click());
    await page.byRole('menuitem', /^Open chat/).appears();
    const lines = await page.byRole('menuitem').names();
    expect(lines.filter((line) => /player|moderator/.test(line))).toEqual([]);
    await on.step('open its chat', () => page.byRole('menuitem', /^Open chat/).click());
    await (await on.session.tabAt(`${live}/chat`)).close();
    await on.step('copy its link', () => choose(page, '한강게이머', 'Copy the link'));
    await page.byRole('menu').disappears();
    await on.step('paste that', async () => {
      await page.byRole('searchbox', 'Filter channels').fill(' ');
      await page.hand.press('Control+a');
      await page.hand.press('Control+v');
      await page.waitUntil(
        'the link',
        (live: string) => document.querySelector<HTMLInputElement>('[type=search]')?.value === live,
        live,
      );
    });
    await page.close();
    const { around } = on.session;
    await on.step('open a link’s chat by the browser’s menu', () =>
      around.chooseLine('link:chat', { page: 'https://chzzk.naver.com/', link: live }),
    );
    await (await on.session.tabAt(`${live}/chat`)).close();
    await on.step('open a page’s channel in a window', () =>
      around.chooseLine('page:window', { page: live }),
    );
    await (await on.session.tabAt(live)).close();
  });
});
