/**
 * The popup in long use: two thousand channels by keyboard, every state in which its list can be, and who must not wait.
 */
import { describe, expect, it } from 'vitest';

import { tilesIn } from '../../lib/live/tiling.ts';
import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

const follows = 2_000;

describe('the popup of someone who follows two thousand live channels', () => {
  // Colours that are still on their way would fail the contrast.
  const on = suite({ reducedMotion: true });
  let page: Surface;

  /** The name in the row that has the focus. */
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.querySelector('.ss-row-title')?.textContent ?? '');
  /** What changed its place since the page began, without anybody's doing; Firefox does not say. */
  const moved = (on: Surface): Promise<readonly string[]> =>
    on.evaluate(() => {
      const observer = new PerformanceObserver(() => undefined);
      observer.observe({ type: 'layout-shift', buffered: true });
      return observer.takeRecords().flatMap((entry) => {
        const { sources = [] } = entry as unknown as { readonly sources?: readonly { node?: Element }[] };
        return sources.map(({ node }) => node?.className ?? '');
      });
    });
  const list = () => page.byRole('list', 'Live channels');
  const calls = (): number =>
    on.stage.requests.filter(({ path }) => path === '/helix/streams/followed').length;
  const choose = async (menu: string, item: string): Promise<void> => {
    await page.byRole('button', menu).click();
    await page.byRole('menu', menu).byText(item).click();
    await page.byRole('menu').disappears();
  };

  it('is there with all of them, after twenty calls, and draws only what is seen', async () => {
    on.stage.drive.growLiveFollows(follows);
    page = await on.session.openExtensionPage('popup.html');
    await on.step('sign in', () => page.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await page.byText('2,000 live').appears();
    await page.byText(/^Updated/).appears();
    expect(calls()).toBe(follows / 100);
    expect(await list().byRole('link').count()).toBeLessThan(40);
    await page.screenshot('popup-two-thousand');
    expect(await violations(page)).toEqual([]);
  });

  it('is filtered and walked with the keyboard alone', async () => {
    // A tab that has just been signed in from has its focus on the page; a popup opens with it in the filter.
    await page.hand.press('/');
    await page.byRole('searchbox', 'Filter channels').takesFocus();
    await page.hand.press('ArrowDown');
    await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
    expect(await focused()).toBe('MainStage');
    await page.hand.press('End');
    await page.waitUntil('the last row', () => document.activeElement?.matches('[data-index="1999"] a'));
    await page.hand.press('Home');
    await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
    await page.hand.press('ArrowUp');
    await page.byRole('searchbox', 'Filter channels').takesFocus();
    await page.hand.type('gta gran');
    await page.byText('1 of 2,000 live').appears();
    const opened = on.session.tabAt('https://www.twitch.tv/gta_gran');
    await on.step('open it in the background', () => page.hand.press('Control+Enter'));
    await (await opened).close();
    await page.hand.press('Escape');
    await page.byText('2,000 live').appears();
    await page.hand.press('?');
    await page.byRole('dialog', 'Keys of the popup').appears();
    expect(await violations(page)).toEqual([]);
    await page.hand.press('Escape');
    await page.byRole('dialog').disappears();
  });

  it('goes from tab to tab by the digits, of which it has three, and leaves them to whoever writes', async () => {
    const tab = (name: string) => page.css('[role=tab][aria-selected=true]').says(name);
    await on.step('the third', () => page.hand.press('3'));
    await tab('Channel');
    await on.step('none', async () => {
      for (const digit of '456789') await page.hand.press(digit);
    });
    expect(await page.css('[role=tab][aria-selected=true]').texts()).toEqual(['Channel']);
    await on.step('the second', () => page.hand.press('2'));
    await tab('Discover');
    await on.step('the first', () => page.hand.press('1'));
    await tab('Following');
    await on.step('write a name with digits', async () => {
      await page.hand.press('/');
      await page.hand.type('extra_channel_0123');
    });
    await page.byText('1 of 2,000 live').appears();
    await tab('Following');
    await page.hand.press('Escape');
    await page.byText('2,000 live').appears();
  });

  it('is sorted, pinned and drawn as the user likes, and remembers it', async () => {
    await on.step('sort by name', () => choose('Sort and view', 'Name'));
    await page.waitUntil(
      'the order',
      () => !document.querySelector('[data-index="0"]')?.textContent.startsWith('MainStage'),
    );
    await stored(page, 'settings', '"live.sort":"name"');
    await on.step('filter', () => page.byRole('searchbox', 'Filter channels').fill('mainstage'));
    await on.step('pin it', async () => {
      await page.byRole('button', 'Actions for MainStage').click();
      await page.byRole('menuitemcheckbox', 'Pin to the top').click();
    });
    await page.byRole('searchbox', 'Filter channels').fill('');
    await page.hand.press('Backspace');
    await page.waitUntil(
      'the pin to lift it',
      () => document.querySelector('[data-index="0"] .ss-row-title')?.textContent === 'MainStage',
    );
    await stored(page, 'settings', '"live.pinned":["twitch:');
    await on.step('compact', () => choose('Sort and view', 'Compact'));
    await page.css('[data-rows=compact]').appears();
    await stored(page, 'settings', '"live.rows":"compact"');
    await page.close();
    page = await on.step('open it again', () => on.session.openExtensionPage('popup.html'));
    await page.css('[data-rows=compact]').appears();
    await expect.poll(() => page.css('[data-index="0"] .ss-row-title').text()).toBe('MainStage');
    await page.screenshot('popup-compact');
    expect(await violations(page)).toEqual([]);
  });

  it('stands in any order, forwards and back, with whom one does not want to see at the end', async () => {
    const order = (): Promise<readonly string[]> => page.css('[data-index] .ss-row-title').texts();
    const orders: (readonly string[])[] = [await order()];
    for (const [sort, name] of [
      ['category', 'Category'],
      ['uptime', 'Longest live'],
      ['recent', 'Recently started'],
      ['viewers', 'Viewers'],
    ] as const) {
      await on.step(`sort by ${name}`, () => choose('Sort and view', name));
      await stored(page, 'settings', `"live.sort":"${sort}"`);
      orders.push(await order());
    }
    expect(new Set(orders.map((names) => names.join())).size, 'each is another').toBe(orders.length);
    // The pinned one is first in each of them.
    expect(orders.map(([first]) => first)).toEqual(orders.map(() => 'MainStage'));
    await on.step('turn it round', () => choose('Sort and view', 'Reverse order'));
    await page.waitUntil(
      'the other end',
      (before: string) => document.querySelector('[data-index="1"] .ss-row-title')?.textContent !== before,
      orders.at(-1)?.[1] ?? '',
    );
    await stored(page, 'settings', '"live.reversed":true');
    await on.step('turn it back', () => choose('Sort and view', 'Reverse order'));
    await stored(page, 'settings', '"live.reversed":false');
    const second = (await order())[1] ?? '';
    const mute = async (): Promise<void> => {
      await page.byRole('button', `Actions for ${second}`).click();
      await page.byRole('menuitemcheckbox', /^Mute/).click();
      await page.byRole('menu').disappears();
    };
    await on.step('mute the second', mute);
    await stored(page, 'settings', '"live.muted":["twitch:');
    await page.byRole('searchbox', 'Filter channels').click();
    await page.hand.press('ArrowDown');
    await page.hand.press('End');
    await page.waitUntil(
      'the muted one at the end',
      (name: string) =>
        document.querySelector('[data-index="1999"][data-muted] .ss-row-title')?.textContent === name,
      second,
    );
    await on.step('hear of them again', mute);
    await stored(page, 'settings', '"live.muted":[]');
    await page.hand.press('Home');
    await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
  });

  it('draws a picture beside each channel that is seen, each in its place before it comes, and asks for no other', async () => {
    const pictures = () =>
      on.stage.requests.filter(({ path }) => /\/previews-ttv\/.*-256x144\.jpg$/.test(path));
    await on.step('have pictures', () => choose('Sort and view', 'With picture'));
    await page.css('[data-rows=thumbnail]').appears();
    await stored(page, 'settings', '"live.rows":"thumbnail"');
    await page.waitUntil('the pictures in sight', () => {
      const shown = [...document.querySelectorAll<HTMLImageElement>('.ss-live-thumbnail img')].filter(
        (image) => image.getBoundingClientRect().top < innerHeight,
      );
      return shown.length > 3 && shown.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
    });
    const measures = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.ss-live-thumbnail img')].map((image) => {
        const { width, height } = image.getBoundingClientRect();
        return [image.loading, image.alt, Math.round((width / height) * 9)].join();
      }),
    );
    expect(new Set(measures)).toEqual(new Set(['lazy,,16']));
    expect(pictures().length).toBeLessThan(40);
    // A new address every five minutes: Twitch keeps the old one.
    expect(pictures().filter(({ query }) => !/^\?t=\d+$/.test(query))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot('popup-pictures');
    await on.step('compact again', () => choose('Sort and view', 'Compact'));
    await stored(page, 'settings', '"live.rows":"compact"');
  });

  it('shows a picture of the stream that one rests on, and takes it away', async () => {
    await on.step('rest on a row', () =>
      list()
        .byRole('link', /^MainStage/)
        .hover(),
    );
    await page.css('.ss-live-preview img').appears();
    await on.step('leave it', () => page.byRole('tab', 'Following').hover());
    await page.css('.ss-live-preview img').disappears();
  });

  it.each(['window', 'side'])('has the same where it stands in another place: %s', async (place) => {
    const there = await on.step('open it there', () =>
      on.session.openExtensionPage(`popup.html?in=${place}`),
    );
    await there.byText('2,000 live').appears();
    await expect.poll(() => there.css('[data-index="0"] .ss-row-title').text()).toBe('MainStage');
    await expect.poll(() => there.css('[role=tab]').count()).toBe(3);
    const unused = await there.evaluate(
      () => innerHeight - (document.querySelector('.ss-popup')?.getBoundingClientRect().bottom ?? 0),
    );
    expect(Math.abs(unused), 'it fills what room there is').toBeLessThan(2);
    await there.close();
  });

  it('opens a channel as it is pressed, and as its menu says', async () => {
    const row = () => list().byRole('link', /^MainStage/);
    const opens = async (address: string | RegExp, name: string, act: () => Promise<void>): Promise<void> => {
      await on.step(name, act);
      await (await on.session.tabAt(address)).close();
    };
    const channel = 'https://www.twitch.tv/mainstage';
    await opens(channel, 'by the middle button', () => row().click({ button: 'middle' }));
    await opens(channel, 'with Shift, in a window', () => row().click({ hold: 'Shift' }));
    const options = await on.session.openExtensionPage('options.html#live');
    for (const script of ['javascript:alert(document.domain)', 'data:text/html,{login}'])
      await on.step('have an action that is a script', async () => {
        await options.byRole('textbox', 'Name').fill('About them');
        await options.byRole('textbox', 'Address').fill(script);
        await options.byRole('button', 'Add').click();
        await options.byText(/^Enter an address that begins with https/).appears();
        const typed = await options
          .css('.ss-own-form')
          .evaluate((form) => [...form.querySelectorAll('input')].map(({ value }) => value));
        expect(typed, 'nothing is lost').toEqual(['About them', script]);
        expect(await options.byRole('list', 'Your actions').count()).toBe(0);
      });
    await on.step('have an action of one’s own', async () => {
      await options.byRole('textbox', 'Address').fill('https://www.twitch.tv/{login}/about?of={id}');
      await options.byRole('button', 'Add').click();
      await stored(options, 'settings', '"live.actions":[{"name":"About them"');
    });
    await on.step('have another of the same name', async () => {
      await options.byRole('textbox', 'Name').fill('About them');
      await options.byRole('textbox', 'Address').fill('https://example.org/{login}');
      await options.byRole('button', 'Add').click();
      await options.byText('About them is in the list already.').appears();
      await options.byRole('textbox', 'Name').fill('Elsewhere');
      await options.byRole('button', 'Add').click();
      await stored(options, 'settings', '"name":"Elsewhere"');
    });
    await on.step('call the first otherwise, and have it stand last', async () => {
      await options.byRole('button', 'Edit About them').click();
      await options.byRole('textbox', 'Name').takesFocus();
      await options.screenshot('own-actions');
      await options.byRole('textbox', 'Name').fill('All about them');
      await options.byRole('region', 'Your actions').byRole('button', 'Save').click();
      await options.byRole('list', 'Your actions').byText('All about them').appears();
      await options.byRole('button', 'Move All about them down').click();
      await stored(options, 'settings', '{login}"},{"name":"All about them"');
    });
    await options.close();
    const choose = (item: string | RegExp) => async (): Promise<void> => {
      await page.byRole('button', 'Actions for MainStage').click();
      await page.byRole('menuitem', item).click();
    };
    const { id } = on.stage.world.user('mainstage');
    await opens(`${channel}/about?of=${id}`, 'by one’s own action', choose('All about them'));
    await opens(/\/popout\/mainstage\/chat/, 'its chat alone', choose(/^Open chat/));
    await opens(/\/moderator\/mainstage/, 'moderator view', choose('Open moderator view'));
    await opens(/\/mainstage\/videos/, 'its videos', choose('Open the videos'));
    await opens(/\/popout\/mainstage\/chat/, 'its chat, by Alt+Enter', async () => {
      await page.byRole('searchbox', 'Filter channels').click();
      await page.hand.press('ArrowDown');
      await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
      await page.hand.press('Alt+Enter');
    });
    await on.step('go to Discover by its digit', () => page.hand.press('2'));
    const found = page.byRole('list', 'Live now').byRole('link', /^MainStage/);
    await opens(channel, 'with Ctrl, in the background', () => found.click({ hold: 'Control' }));
    await on.step('look at it', choose('About the channel'));
    await page.byRole('link', 'MainStage').appears();
    await on.step('come back', async () => {
      await page.byRole('button', 'Back').click();
      await page.byRole('list', 'Live now').appears();
      await page.hand.press('1');
      await list().appears();
    });
  });

  it('opens channels side by side, which share the screen', async () => {
    const bar = () => page.byRole('region', 'Side by side');
    await on.step('choose two, by keys', async () => {
      await page.byRole('searchbox', 'Filter channels').click();
      await page.hand.press('ArrowDown');
      await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
      await page.hand.press(' ');
      await bar().byRole('button', 'Take out MainStage').appears();
      await page.hand.press('ArrowDown');
      await page.hand.press(' ');
      await bar().byRole('button', 'Open 2').appears();
    });
    expect(await violations(page)).toEqual([]);
    await page.screenshot('popup-side-by-side');
    await page.close();
    page = await on.step('open the popup again', () => on.session.openExtensionPage('popup.html'));
    await bar().byRole('button', 'Open 2').appears();
    await page.byText('2,000 live').appears();
    expect(await moved(page), 'nothing moves when the bar comes').toEqual([]);
    await on.step('see their chats', async () => {
      await bar()
        .byRole('combobox', 'What the windows show')
        .evaluate((element) => {
          (element as HTMLSelectElement).value = 'chat';
          element.dispatchEvent(new Event('change', { bubbles: true }));
        });
      await stored(page, 'settings', '"live.sideShows":"chat"');
    });
    const logins = await page.evaluate(() =>
      [...document.querySelectorAll('[data-selected] a')].map(
        (link) => link.getAttribute('href')?.split('/').pop() ?? '',
      ),
    );
    await on.step('open them', () => bar().byRole('button', 'Open 2').click());
    const windows = await Promise.all(
      logins.map((login) => on.session.tabAt(`https://www.twitch.tv/popout/${login}/chat?popout=`)),
    );
    await bar().disappears();
    const area = await page.evaluate(() => {
      const { availLeft = 0, availTop = 0 } = screen as { availLeft?: number; availTop?: number };
      return { left: availLeft, top: availTop, width: screen.availWidth, height: screen.availHeight };
    });
    // What a page says of its own place is the driver's word; so is the size that Chromium's windows have in the end.
    const corners = (): Promise<readonly Pick<typeof area, 'left' | 'top'>[]> =>
      page.evaluate(async (logins) => {
        interface Api {
          readonly windows: {
            getAll(of: object): Promise<
              readonly {
                left: number;
                top: number;
                tabs: { url?: string }[];
              }[]
            >;
          };
        }
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        const all = await chrome.windows.getAll({ populate: true, windowTypes: ['popup'] });
        return logins.flatMap((login) =>
          all
            .filter(({ tabs: [tab] }) => tab?.url?.includes(`/popout/${login}/chat`))
            .map(({ left, top }) => ({ left, top })),
        );
      }, logins);
    await expect.poll(corners).toEqual(tilesIn('grid', 2, area).map(({ left, top }) => ({ left, top })));
    for (const window of windows) await window.close();
  });

  it('says what is wrong, keeps the list, and comes back', async () => {
    await page.byText(/^Updated/).appears();
    on.stage.drive.fault('helix', { kind: 'status', status: 503 }, 12);
    await on.step('refresh while Twitch is down', () => page.byRole('button', 'Refresh').click());
    await page.byText('Twitch has trouble right now').appears();
    await page.byText('2,000 live').appears();
    await page.screenshot('popup-down');
    expect(await violations(page)).toEqual([]);
    on.stage.drive.faults.clear();
    await on.step('try again', () => page.byRole('button', 'Try again').click());
    await page.byText('Twitch has trouble right now').disappears();
    // What is over sooner is waited for, and nothing is said.
    const headers = { 'retry-after': '90' };
    on.stage.drive.fault('helix', { kind: 'status', status: 429, headers }, 12);
    await on.step('refresh too often', () => page.byRole('button', 'Refresh').click());
    await page.byText(/Try again in (90|8\d) seconds/).appears();
    await page.byText('2,000 live').appears();
    expect(await violations(page)).toEqual([]);
    on.stage.drive.faults.clear();
    on.stage.drive.disconnectApp('stagehand');
    await on.step('refresh after the app was disconnected', () => page.byRole('button', 'Refresh').click());
    await page.byRole('button', 'Sign in to Twitch').appears();
    await page.byText('2,000 live').appears();
    expect(await violations(page)).toEqual([]);
  });

  it('looks as the settings say', async () => {
    /** A page behind another one is slow: the options are closed before the popup is looked at. */
    const prefer = async (choice: string, written: string): Promise<void> => {
      const options = await on.session.openExtensionPage('options.html#appearance');
      await options.byRole('radio', choice).click();
      await stored(options, 'settings', written);
      await options.close();
    };
    for (const [choice, theme] of [
      ['Dark', 'dark'],
      ['High contrast', 'contrast'],
    ] as const) {
      await prefer(choice, `"appearance.theme":"${theme}"`);
      await page.waitUntil(
        'the theme',
        (wanted) => document.documentElement.dataset['theme'] === wanted,
        theme,
      );
      expect(await violations(page)).toEqual([]);
    }
    await prefer('한국어', '"language":"ko"');
    await page.byRole('searchbox', '채널 찾기').appears();
    expect(await violations(page)).toEqual([]);
    if (browserName === 'chromium') await page.screenshot('popup-korean');
  });
});
