/**
 * The ways to us from around the page: the browser's menu, address bar, shortcuts and notifications, each of them also
 * when it has to wake the background; and two accounts whose lists are one.
 *
 * What is real here and what is told to the extension in the browser's place is said in {@link Around}. The browsers' own
 * pictures of notifications, and the question for their permission, are out of every driver's reach; what a notification
 * says is held by the unit tests of news and notices.
 */
import { describe, expect, it } from 'vitest';

import { type Circumstances, under } from './circumstances.ts';
import { crowd } from './crowd.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { lookedBefore, ringLive } from './live-alarm.ts';
import { stored } from './stored.ts';

/** Chooses the quiet hours, in minutes after midnight; browsers' own fields for times differ in how they are typed into. */
const setTimes = (options: Surface, minutes: readonly number[]): Promise<void> =>
  options.evaluate((minutes: readonly number[]) => {
    const two = (part: number): string => String(part).padStart(2, '0');
    const fields = document.querySelectorAll<HTMLInputElement>('input[type=time]');
    for (const [index, field] of fields.entries()) {
      const minute = minutes[index] ?? 0;
      field.value = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, minutes);

describe('around the page', () => {
  const on = suite({ reducedMotion: true, granted: ['notifications'], stage: { follows: crowd } });
  let page: Surface;

  const asked = (): number =>
    on.stage.requests.filter(({ path }) => path === '/helix/streams/followed').length;

  /** How loud what was heard so far is, and what it did; `undefined` where nobody can listen. */
  const played = (): readonly string[] | undefined =>
    on.session.around.sounds?.map(({ page, states }) => [page.search, ...states].join(' '));

  /** Whether the toolbar button says so. */
  const says = async (words: string): Promise<boolean> => {
    interface Api {
      readonly action: { getBadgeText(of: object): Promise<string> };
    }
    const { chrome } = globalThis as unknown as { readonly chrome: Api };
    return (await chrome.action.getBadgeText({})) === words;
  };

  /** What it says. */
  const badge = (): Promise<string> =>
    page.evaluate(async () => {
      interface Api {
        readonly action: { getBadgeText(of: object): Promise<string> };
      }
      const { chrome } = globalThis as unknown as { readonly chrome: Api };
      return chrome.action.getBadgeText({});
    });

  /** Whether it says so to whoever rests on it. */
  const explains = async (words: string): Promise<boolean> => {
    interface Api {
      readonly action: { getTitle(of: object): Promise<string> };
    }
    const { chrome } = globalThis as unknown as { readonly chrome: Api };
    return (await chrome.action.getTitle({})) === `Sidestage: ${words}`;
  };

  it('chooses in the browser’s menu', async () => {
    page = await on.session.openExtensionPage('popup.html');
    await page.byRole('button', 'Sign in to Twitch').appears();
    await page.waitUntil('the button to say so', explains, 'nobody is signed in');
    await page.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    await page.byText('314 live').appears();
    // The background is through with its first look when its button says so: from then on there is news.
    await page.waitUntil('the number on the button', says, '314');
    await page.waitUntil('what it counts', explains, '314 channels are live');
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
    await on.step('press the shortcut for a window', () => around.pressShortcut('window'));
    const window = await on.session.tabAt(`${on.session.origin}/popup.html?in=window`);
    await window.page.byText('314 live').appears();
    await window.close();
    const options = await on.session.openExtensionPage('options.html#live');
    await on.step('ask to be told of everybody', async () => {
      await options.byRole('radio', 'Everybody I follow').click();
      await stored(options, 'settings', '"notifications.of":"everybody"');
    });
    await on.step('and to hear it', async () => {
      await options.byRole('switch', 'Play a sound').click();
      await stored(options, 'settings', '"notifications.sound":true');
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
    // It rings, and is gone.
    await expect
      .poll(() => played(), { timeout: 5_000 })
      .toEqual(around.sounds && ['?volume=50 running closed']);
    await on.step('press the notification', () => around.pressNotification(id));
    const tab = await on.session.tabAt('https://www.twitch.tv/latecomer');
    await tab.close();
    await expect.poll(() => around.notifications()).toEqual([]);
  });

  it('notices by its alarm who goes live, and knows whom a button is about in whichever worker it wakes', async () => {
    const { around } = on.session;
    const { world } = on.stage;
    const follow = world.user('stagehand').id;
    const logins = ['latechat', 'latemute'] as const;
    const [chat, mute] = logins.map((login) => {
      const { id } = world.addUser({ login, displayName: login }, { title: 'Soon', categoryId: '509658' });
      world.follow(follow, id, 1_600_000_000_000);
      on.stage.drive.goLive(login);
      return { id, notice: `live:channel:twitch:${id}:${login}` };
    });
    if (!chat || !mute) throw new Error('nobody goes live');
    await on.step('let the alarm ring', () => ringLive(page));
    await expect
      .poll(async () => (await around.notifications()).toSorted())
      .toEqual([chat.notice, mute.notice].toSorted());
    // It rings last.
    await expect.poll(() => played()?.length, { timeout: 5_000 }).toBe(around.sounds && 2);
    await on.step('press “chat”', () =>
      around.pressButton ? around.pressButton(chat.notice, 0) : around.pressNotification(chat.notice),
    );
    const path = around.pressButton ? 'popout/latechat/chat' : 'latechat';
    await (await on.session.tabAt(`https://www.twitch.tv/${path}`)).close();
    if (around.pressButton) {
      const { pressButton } = around;
      await on.step('press “mute”', () => pressButton(mute.notice, 1));
      await stored(page, 'settings', `"live.muted":["twitch:${mute.id}"]`);
    } else {
      await on.step('press the other', () => around.pressNotification(mute.notice));
      await (await on.session.tabAt('https://www.twitch.tv/latemute')).close();
    }
    await expect.poll(() => around.notifications()).toEqual([]);

    for (const login of logins) on.stage.drive.goOffline(login);
    on.stage.drive.fault('helix', { kind: 'status', status: 503 }, Infinity);
    await on.step('let it ring while Twitch is down', () => ringLive(page));
    await page.waitUntil('the button to say that', says, '!');
    on.stage.drive.faults.clear();
    await on.step('let it ring again', () => ringLive(page));
    await page.waitUntil('the number on the button', says, '315');
    expect(await around.notifications()).toEqual([]);
  });

  it('asks half as often while nobody is there or each request costs, and nobody while the screen is locked', async () => {
    /** Lets the list be so many minutes older and the alarm ring, and waits until the background has looked whether to ask. */
    const look = (name: string, how: Circumstances, minutes: number): Promise<void> =>
      on.step(name, async () => {
        const looks = await under(on.session, how);
        await ringLive(page, minutes);
        await expect.poll(looks).toBeGreaterThan(0);
      });
    const away = { presence: 'idle', isMetered: false } as const;
    const saving = { presence: 'active', isMetered: true } as const;
    let live = 315;
    const goes = (login: string): string => {
      on.stage.drive.goOffline(login);
      return String((live -= 1));
    };
    for (const [gone, how] of [
      ['extra_channel_0001', away],
      ['extra_channel_0002', saving],
    ] as const) {
      const before = asked();
      const left = goes(gone);
      await look('ring after three minutes', how, 3);
      expect(await badge()).toBe(String(live + 1));
      await look('ring after a fourth', how, 1);
      // Had it asked before, its list were too young to ask now, and would not know who is gone since.
      await page.waitUntil('the number on the button', says, left);
      expect(asked() - before).toBe(Math.ceil(live / 100));
    }
    await look('ring while the screen is locked', { presence: 'locked', isMetered: false }, 600);
    const before = asked();
    const left = goes('extra_channel_0003');
    await look('ring when somebody is back', { presence: 'active', isMetered: false }, 0);
    await page.waitUntil('the number on the button', says, left);
    expect(asked() - before).toBe(Math.ceil(live / 100));
  });

  it('tells of what the user wants to hear, when they want to, and opens what they wish', async () => {
    const { around } = on.session;
    const { world } = on.stage;
    const user = world.user('stagehand').id;
    const options = await on.session.openExtensionPage('options.html#live');
    /** A channel that the user follows, which is not live yet. */
    const followed = (login: string): string => {
      const { id } = world.addUser({ login, displayName: login }, { title: 'Soon', categoryId: '509658' });
      world.follow(user, id, 1_600_000_000_000);
      return id;
    };
    /** Lets the background ask who is live, and waits until it counts so many. */
    const refresh = async (count: number): Promise<void> => {
      await on.step(`ask, and count ${count}`, () => around.pressShortcut('refresh'));
      await page.byText(`${count} live`).appears();
      // Its button is drawn when it has remembered what it saw.
      await page.waitUntil('the number on the button', says, String(count));
    };
    const noticed = (): Promise<readonly string[]> => around.notifications();

    await on.step('have quiet hours', async () => {
      await options.byRole('switch', 'Quiet hours').click();
      await stored(options, 'settings', '"notifications.quiet":true');
    });
    await on.step('an hour before and after now', async () => {
      const now = new Date();
      const minutes = now.getHours() * 60 + now.getMinutes();
      const times = [minutes + 1_380, minutes + 60].map((minute) => minute % 1_440);
      await setTimes(options, times);
      await stored(options, 'settings', `"notifications.quietFrom":${times[0]}`);
      await stored(options, 'settings', `"notifications.quietTo":${times[1]}`);
    });
    followed('whisperer');
    on.stage.drive.goLive('whisperer');
    await refresh(313);
    // Whoever has quiet hours hears nothing.
    expect(played()?.length).toBe(around.sounds && 2);
    await on.step('have them no longer', async () => {
      await options.byRole('switch', 'Quiet hours').click();
      await stored(options, 'settings', '"notifications.quiet":false');
    });
    followed('rerunner');
    on.stage.drive.goLive('rerunner', { rerun: true });
    await refresh(314);
    for (const login of ['one_of_two', 'two_of_two']) {
      followed(login);
      on.stage.drive.goLive(login);
    }
    await on.step('be told of more than one as one', async () => {
      await options.byRole('spinbutton', 'One notification for more than').fill('1');
      await stored(options, 'settings', '"notifications.batchAbove":1');
    });
    await refresh(316);
    // What came before is told of by now, were it told of.
    await expect.poll(noticed).toEqual(['live:list']);
    await on.step('have nothing asked', () => options.byRole('switch', 'Pause').click());
    await stored(options, 'settings', '"live.paused":true');
    await page.waitUntil('the button to say so', says, '||');
    await on.step('go on', () => options.byRole('switch', 'Pause').click());
    await stored(options, 'settings', '"live.paused":false');
    await page.waitUntil('the number on the button', says, '316');
    await options.close();

    const rowMenu = async (login: string, item: string): Promise<void> => {
      await page.byRole('button', `Actions for ${login}`).click();
      await page.byRole('menuitemcheckbox', item).click();
      await page.byRole('menu').disappears();
    };
    await on.step('want to hear of a new title', async () => {
      await rowMenu('MainStage', 'Notify me of a new title or category');
      await stored(page, 'settings', '"notifications.changes":["twitch:');
    });
    const { id } = world.user('mainstage');
    on.stage.drive.goOffline('one_of_two');
    await refresh(315);
    on.stage.drive.goLive('mainstage', { title: 'Something else entirely' });
    await on.step('ask again', () => around.pressShortcut('refresh'));
    const notice = `live:channel:twitch:${id}:mainstage`;
    await expect.poll(async () => (await noticed()).toSorted()).toEqual([notice, 'live:list']);

    await on.step('let it open by itself', async () => {
      await rowMenu('MainStage', 'Open by itself when live');
      await stored(page, 'settings', '"live.autoOpen":["twitch:');
    });
    on.stage.drive.goOffline('mainstage');
    await refresh(314);
    on.stage.drive.goLive('mainstage');
    await on.step('ask once more', () => around.pressShortcut('refresh'));
    const opened = await on.session.tabAt('https://www.twitch.tv/mainstage');
    await opened.close();
    on.stage.drive.goLive('one_of_two');
  });

  it('tells of the chosen alone, and of whoever begins in a chosen category', async () => {
    const { world, drive } = on.stage;
    await on.step('choose somebody', async () => {
      await page.byRole('button', 'Actions for GTA_Gran').click();
      await page.byRole('menuitemcheckbox', 'Notify me when live').click();
      await page.byRole('menu').disappears();
      await stored(page, 'settings', '"notifications.channels":["twitch:');
    });
    let options = await on.session.openExtensionPage('options.html#live');
    const of = (name: string, written: string) =>
      on.step(`want to hear of ${name}`, async () => {
        await options.byRole('radio', name).click();
        await stored(options, 'settings', `"notifications.of":"${written}"`);
      });
    await of('Chosen channels', 'chosen');
    await on.step('choose a category', async () => {
      await options.byRole('textbox', 'Categories').fill('Music');
      await options.hand.press('Enter');
      await stored(options, 'settings', '"notifications.categories":["');
    });
    // A page behind another one is slow.
    await options.close();
    // The number is another one than before, in which somebody who came last is not counted yet.
    for (const login of ['gta_gran', 'extra_channel_0004']) drive.goOffline(login);
    await on.step('let the alarm ring', () => ringLive(page));
    await page.byText('314 live').appears();
    await page.waitUntil('the number on the button', says, '314');
    const before = await on.session.around.notifications();
    const news = async (login: string): Promise<void> => {
      await on.step(`hear of ${login}`, () => ringLive(page));
      const notice = `live:channel:twitch:${world.user(login).id}:${login}`;
      await expect.poll(() => since(before)).toContain(notice);
    };
    goesLive('not_chosen', { followed: true });
    drive.goLive('gta_gran');
    await news('gta_gran');
    drive.goLive('tubaqueen');
    await news('tubaqueen');
    expect(await since(before)).toHaveLength(2);
    options = await on.session.openExtensionPage('options.html#live');
    await of('Everybody I follow', 'everybody');
    await options.close();
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
    const before = await on.session.around.notifications();
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
    await page.waitUntil('the number on the button', says, '2');
    expect(await since(before), 'nobody of theirs has just gone live').toEqual([]);
    await on.step('list both', async () => {
      await page.byRole('button', 'Which channels').click();
      await page.byRole('menu', 'Which channels').byText('All accounts').click();
      await stored(page, 'settings', '"live.whose":"all"');
    });
    await page.byText('318 live').appears();
    await on.step('find one whom both follow', () =>
      page.byRole('searchbox', 'Filter channels').fill('gta gran'),
    );
    await page.byText('1 of 318 live').appears();
    await page.screenshot('lists-two-accounts');
  });

  /** Somebody with this name, who is live from now on; `followed` by Stagehand. */
  const goesLive = (login: string, how: { followed?: boolean; viewers?: number } = {}): string => {
    const { world } = on.stage;
    const { id } = world.addUser({ login, displayName: login });
    if (how.followed) world.follow(world.user('stagehand').id, id, 1_600_000_000_000);
    on.stage.drive.goLive(login, { category: 'Chess', viewers: how.viewers ?? 300 });
    return `live:channel:twitch:${id}:${login}`;
  };

  /** The notifications that were not there `before`; of those that were, the browser takes some away by itself. */
  const since = async (before: readonly string[]): Promise<readonly string[]> =>
    (await on.session.around.notifications()).filter((id) => !before.includes(id));

  /** Waits until the background has looked who is live in the watched categories, just now. */
  const lookedAtWatched = (): Promise<unknown> =>
    page.waitUntil('the category to be looked at', async () => {
      interface Api {
        readonly storage: {
          readonly session: {
            get(key: string): Promise<Record<string, { readonly at: number } | undefined>>;
          };
        };
      }
      const { chrome } = globalThis as unknown as { readonly chrome: Api };
      const { seenWatched } = await chrome.storage.session.get('seenWatched');
      return seenWatched !== undefined && Date.now() - seenWatched.at < 60_000;
    });

  it('tells of whoever begins in a watched category, followed or not, if enough watch', async () => {
    const { around } = on.session;
    await on.step('watch a category', async () => {
      await page.byRole('tab', 'Discover').click();
      await page.byRole('radio', 'Categories').click();
      await page
        .byRole('list', 'Categories')
        .byRole('button', /^Chess/)
        .click();
      await page.byRole('button', 'Watch this category').click();
      await stored(page, 'settings', '"live.categories":[{"id":"');
    });
    const options = await on.session.openExtensionPage('options.html#live');
    await on.step('want to be told of it', async () => {
      await options.byRole('switch', /^Also of channels I don’t follow/).click();
      await stored(options, 'settings', '"notifications.watched":true');
    });
    await options.close();
    await on.step('let the alarm ring', () => ringLive(page));
    await lookedAtWatched();
    const before = await around.notifications();
    const notice = goesLive('stranger');
    goesLive('unseen', { viewers: 20 });
    await on.step('let it ring again', async () => {
      await lookedBefore(page, 3);
      await ringLive(page);
    });
    await expect.poll(() => since(before)).toContain(notice);
    expect(await since(before)).toEqual([notice]);
    await on.step('press the notification', () => around.pressNotification(notice));
    const tab = await on.session.tabAt('https://www.twitch.tv/stranger');
    await tab.close();
  });

  it('tells nothing of who went live while the machine slept', async () => {
    const { around } = on.session;
    const before = await around.notifications();
    const counted = Number(await badge());
    goesLive('by_night', { followed: true });
    goesLive('stranger_by_night');
    await on.step('wake up', async () => {
      await lookedBefore(page, 480);
      await ringLive(page);
    });
    await page.waitUntil('the number on the button', says, String(counted + 1));
    await lookedAtWatched();
    const notice = goesLive('by_day', { followed: true });
    await on.step('let the alarm ring', () => ringLive(page));
    // What came before is told of by now, were it told of.
    await expect.poll(() => since(before)).toContain(notice);
    expect(await since(before)).toEqual([notice]);
  });

  it('tells nothing of who went live before an update', async () => {
    const { around } = on.session;
    const counted = Number(await badge());
    const before = await around.notifications();
    await on.step('put it in anew', async () => {
      await on.session.update();
      await expect.poll(() => page.isOpen(), { timeout: 10_000 }).toBe(false);
    });
    goesLive('meanwhile', { followed: true });
    page = await on.session.openExtensionPage('popup.html');
    await on.step('let the alarm ring', () => ringLive(page));
    await page.waitUntil('the number on the button', says, String(counted + 1));
    const notice = goesLive('afterwards', { followed: true });
    await on.step('let it ring again', () => ringLive(page));
    await expect.poll(() => since(before)).toContain(notice);
    expect(await since(before)).toEqual([notice]);
  });
});

describe('around the page, where nobody is signed in', () => {
  const on = suite();

  it('sees in the browser’s menu, too, that something needs an account', async () => {
    const { around } = on.session;
    await expect.poll(() => around.hasLine('page:pin')).toBe(true);
    await on.step('pin the page’s channel', () =>
      around.chooseLine('page:pin', { page: 'https://www.twitch.tv/gta_gran' }),
    );
    const opened = await on.session.tabAt(/popup\.html\?in=window$/);
    await opened.page.byRole('button', 'Sign in to Twitch').appears();
    await opened.close();
  });
});
