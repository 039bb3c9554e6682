/**
 * The ways to us from around the page: the browser's menu, address bar, shortcuts and notifications, each of them also
 * when it has to wake the background; and two accounts whose lists are one.
 *
 * What is real here and what is told to the extension in the browser's place is said in {@link Around}. The browsers' own
 * pictures of notifications, and the question for their permission, are out of every driver's reach; what a notification
 * says is held by the unit tests of news and notices.
 */
import { describe, expect, it } from 'vitest';

import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { stored } from './stored.ts';

describe('around the page', () => {
  const on = suite({ reducedMotion: true, granted: ['notifications'] });
  let page: Surface;

  const asked = (): number =>
    on.stage.requests.filter(({ path }) => path === '/helix/streams/followed').length;

  it('chooses in the browser’s menu', async () => {
    page = await on.session.openExtensionPage('popup.html');
    await page.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    await page.byText('14 live').appears();
    // The background is through with its first look when its button says so: from then on there is news.
    await page.waitUntil('the number on the button', async () => {
      interface Api {
        readonly action: { getBadgeText(of: object): Promise<string> };
      }
      const { chrome } = globalThis as unknown as { readonly chrome: Api };
      return (await chrome.action.getBadgeText({})) === '14';
    });
    const { around } = on.session;
    await expect.poll(() => around.hasLine('link:chat')).toBe(true);
    expect(await around.hasLine('page:pin')).toBe(true);
    expect(await around.hasLine('page:nothing')).toBe(false);
    const spot = { page: 'https://www.twitch.tv/', link: 'https://www.twitch.tv/mainstage' };
    await on.step('the chat of a link', () => around.chooseLine('link:chat', spot));
    const chat = await on.session.tabAt('https://www.twitch.tv/popout/mainstage/chat');
    await chat.close();
    await on.step('pin the page’s channel', () =>
      around.chooseLine('page:pin', { page: 'https://www.twitch.tv/gta_gran' }),
    );
    await stored(page, 'settings', '"live.pinned":["twitch:');
  });

  it('suggests who is live in the address bar, and opens it', async () => {
    const { around } = on.session;
    const found = await on.step('type a name', () => around.suggestions('mainst'));
    expect(found).toEqual(['https://www.twitch.tv/mainstage']);
    await on.step('press Enter on somebody else', () => around.enter('gta_gran'));
    const tab = await on.session.tabAt('https://www.twitch.tv/gta_gran');
    await tab.close();
  });

  it('hears its shortcuts, and tells of whoever goes live', async () => {
    const { around } = on.session;
    const names = await page.evaluate(async () => {
      interface Api {
        readonly commands: { getAll(): Promise<readonly { readonly name: string }[]> };
      }
      const { chrome } = globalThis as unknown as { readonly chrome: Api };
      return (await chrome.commands.getAll()).map(({ name }) => name).sort();
    });
    expect(names).toEqual(['_execute_action', 'refresh', 'window']);
    const options = await on.session.openExtensionPage('options.html#live');
    await on.step('ask to be told of everybody', async () => {
      await options.byRole('radio', 'Everybody I follow').click();
      await stored(options, 'settings', '"notifications.of":"everybody"');
    });
    await options.close();
    const follow = on.stage.world.user('stagehand').id;
    const late = on.stage.world.addUser(
      { login: 'latecomer', displayName: 'Latecomer' },
      { title: 'Soon', categoryId: '509658' },
    );
    on.stage.world.follow(follow, late.id, 1_600_000_000_000);
    on.stage.drive.goLive('latecomer');
    const before = asked();
    await on.step('press the shortcut', () => around.pressShortcut('refresh'));
    await expect.poll(asked).toBeGreaterThan(before);
    const id = `live:channel:twitch:${late.id}:latecomer`;
    await expect.poll(() => around.notifications()).toEqual([id]);
    await on.step('press the notification', () => around.pressNotification(id));
    const tab = await on.session.tabAt('https://www.twitch.tv/latecomer');
    await tab.close();
    await expect.poll(() => around.notifications()).toEqual([]);
  });

  it('lists the channels of two accounts as one, nobody twice', async () => {
    const { world } = on.stage;
    const { id } = world.user('mainstage');
    const other = world.addUser(
      { login: 'otherside', displayName: 'OtherSide' },
      { title: 'Over there', categoryId: '509658' },
    );
    world.follow(id, other.id, 1_600_000_000_000);
    world.follow(id, world.user('gta_gran').id, 1_600_000_000_000);
    on.stage.drive.goLive('otherside');
    await on.step('sign in to another account', async () => {
      await page.byRole('button', 'Switch account').click();
      await page.byRole('menu').byText('Sign in to another account').click();
    });
    const consent = await on.session.consentPage();
    await consent.css('select[name="login"]').evaluate((element) => {
      (element as HTMLSelectElement).value = 'mainstage';
    });
    await on.session.consent('Authorize');
    await page.byText('2 live').appears();
    await on.step('list both', async () => {
      await page.byRole('button', 'Which channels').click();
      await page.byRole('menu', 'Which channels').byText('All accounts').click();
      await stored(page, 'settings', '"live.whose":"all"');
    });
    await page.byText('16 live').appears();
    await on.step('find one whom both follow', () =>
      page.byRole('searchbox', 'Filter channels').fill('gta gran'),
    );
    await page.byText('1 of 16 live').appears();
    await page.screenshot('lists-two-accounts');
  });
});
