import { beforeAll, describe, expect, it } from 'vitest';

import { startTraffic } from '../stage/chat/traffic.ts';
import { ChromiumSession } from './drive/chromium/session.ts';
import type { Tab } from './drive/session.ts';
import { browserName, builtFor, suite } from './drive/suite.ts';
import type { Box } from './drive/surface.ts';
import { aimAt, apiCalls, banOf, home, leaveChat, linesOf, signIn, toolsFor } from './moderator.ts';

/** The tools in Twitch's own page: where they come, where they must not, and what they do and say. */
describe('the tools in the page', () => {
  const on = suite();
  let tab: Tab;

  const status = () => tab.ours.byRole('status');
  const say = (from: string, text = `${from} says something`, channel = 'mainstage') =>
    on.stage.drive.say(channel, { from, text });
  const press = (name: string) => tab.ours.byRole('button', name).click();
  const leave = () => leaveChat(tab);
  /** Puts the extension in anew while its page is open, as an update does. */
  const update = async () => {
    const { session } = on;
    if (session instanceof ChromiumSession) {
      await session.puppeteer.installExtension(builtFor('chromium'));
      return;
    }
    const page = await session.openExtensionPage('popup.html');
    await page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      // The page goes with the extension, so its answer must be on its way first.
      setTimeout(() => chrome.runtime.reload(), 50);
    });
    await expect.poll(() => page.isOpen(), { timeout: 10_000 }).toBe(false);
  };
  const noTools = async () => {
    expect(await tab.ours.byRole('toolbar').count()).toBe(0);
  };

  beforeAll(() => {
    // Said before anybody looked.
    on.stage.drive.say('mainstage', { from: 'mothlamp', text: 'early bird' });
    on.stage.drive.say('gta_gran', { from: 'mothlamp', text: 'wrong bus' });
    on.stage.drive.say('orlathebard', { from: 'mothlamp', text: 'nice harp' });
  });

  it('are not there while nobody is signed in', async () => {
    tab = await on.session.openTab(home);
    const before = apiCalls(on);
    await on.step('point at a line', () => linesOf(tab, 'mothlamp').hover());
    await noTools();
    expect(apiCalls(on)).toBe(before);
  });

  it('come with the sign-in, to lines already there and to lines to come', async () => {
    await signIn(on, 'about:blank');
    await tab.activate();
    await on.step('point at an old line', () => aimAt(tab, 'mothlamp'));
    say('bramble_b');
    await on.step('point at a new line', () => aimAt(tab, 'bramble_b'));
    expect(await toolsFor(tab, 'mothlamp').count()).toBe(0);
  });

  it('do not move a line', async () => {
    for (const from of ['quietquarry', 'jiwoo_87', 'amal_reads', 'rocketradish']) {
      say(
        from,
        `${from} writes a line that is long enough to be wrapped once or twice in the narrow column of chat`,
      );
    }
    await linesOf(tab, 'rocketradish').appears();
    const boxes = () =>
      tab.page.evaluate(() =>
        [...document.querySelectorAll('.chat-line__message')].map((line) => {
          const { x, y, width, height } = line.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    await on.step('point beside chat', () => tab.page.hand.move(5, 5));
    await toolsFor(tab, 'bramble_b').disappears();
    const before = await boxes();
    for (const login of ['quietquarry', 'amal_reads', 'rocketradish']) {
      await on.step(`point at ${login}`, () => aimAt(tab, login));
      expect(await boxes()).toEqual(before);
    }
  });

  it('stand wholly inside the window', async () => {
    const box: Box = await toolsFor(tab, 'rocketradish').box();
    const width = await tab.page.evaluate(() => document.documentElement.clientWidth);
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await tab.screenshot('in-page/toolbar-dark');
  });

  it('time out from the menu of lengths, by mouse', async () => {
    await on.step('open the menu', async () => {
      await aimAt(tab, 'quietquarry');
      await press('More timeouts');
    });
    const menu = tab.ours.byRole('menu', 'More timeouts');
    await menu.appears();
    await tab.screenshot('in-page/menu-dark');
    await on.step('choose 1 hour', () => menu.byRole('menuitem', '1 hour').click());
    await status().says(/Timed out quietquarry for 1 hour/);
    await tab.screenshot('in-page/done-dark');
    const ban = banOf(on, 'quietquarry');
    expect((ban?.until ?? 0) - (ban?.at ?? 0)).toBe(3_600_000);
  });

  it('time out from the menu of lengths, and take it back, by keyboard alone', async () => {
    await on.step('put the mouse away', leave);
    say('yusuf_k');
    await on.step('walk to the line', () => linesOf(tab, 'yusuf_k').tabTo());
    await toolsFor(tab, 'yusuf_k').appears();
    await on.step('walk on to the toolbar and open the menu', async () => {
      await tab.ours.byRole('button', 'Timeout 10 minutes').tabTo();
      await tab.page.hand.press('ArrowRight');
      await tab.ours.byRole('button', 'More timeouts').takesFocus();
      await tab.page.hand.press('Enter');
    });
    await tab.ours.byRole('menuitem', '1 minute').appears();
    await on.step('choose 1 day', async () => {
      await tab.page.hand.press('End');
      // Over "Other length…" and "1 week".
      await tab.page.hand.press('ArrowUp');
      await tab.page.hand.press('ArrowUp');
      await tab.ours.byRole('menuitem', '1 day').takesFocus();
      await tab.page.hand.press('Enter');
    });
    await status().says(/Timed out yusuf_k for 1 day/);
    const ban = banOf(on, 'yusuf_k');
    expect((ban?.until ?? 0) - (ban?.at ?? 0)).toBe(86_400_000);
    await on.step('walk to Undo and press it', async () => {
      await status().byRole('button', 'Undo').nth(1).tabTo();
      await tab.page.hand.press('Enter');
    });
    await status().says(/Lifted the timeout of yusuf_k/);
    expect(banOf(on, 'yusuf_k')).toBeUndefined();
    expect(banOf(on, 'quietquarry')).toBeDefined();
  });

  it('ban', async () => {
    await leave();
    say('buy_followers_4u', 'cheap viewers here');
    await on.step('press Ban', async () => {
      await aimAt(tab, 'buy_followers_4u');
      await press('Ban');
    });
    await status().says(/Banned buy_followers_4u/);
    expect(banOf(on, 'buy_followers_4u')).toMatchObject({
      moderatorId: on.stage.world.user('stagehand').id,
    });
    expect(banOf(on, 'buy_followers_4u')?.until).toBeUndefined();
  });

  it('delete a message, and no other one', async () => {
    await leave();
    const kept = say('seoyeon_cat', 'a good line');
    const bad = say('seoyeon_cat', 'a bad line');
    await linesOf(tab, 'seoyeon_cat').nth(1).appears();
    await on.step('press Delete', async () => {
      await aimAt(tab, 'seoyeon_cat');
      await press('Delete message');
    });
    await status().says(/Deleted a message by seoyeon_cat/);
    expect(on.stage.world.deleted.has(bad.id)).toBe(true);
    expect(on.stage.world.deleted.has(kept.id)).toBe(false);
    await tab.ours.byRole('button', 'Delete message').disappears();
  });

  it('protect the user, the broadcaster and other moderators', async () => {
    for (const [login, word, buttons] of [
      // What one wrote oneself can be deleted.
      ['stagehand', 'You', ['Delete message', 'User card']],
      ['mainstage', 'Broadcaster', ['User card']],
      ['second_fiddle', 'Moderator', ['User card']],
    ] as const) {
      await leave();
      say(login);
      const tools = await on.step(`point at ${login}`, () => aimAt(tab, login));
      await expect.poll(() => tools.text()).toContain(word);
      await expect.poll(() => tools.byRole('button').names()).toEqual(buttons);
    }
    await tab.screenshot('in-page/protected-dark');
  });

  describe('when it does not work', () => {
    const timeOut = async (login: string) => {
      await leave();
      say(login);
      await on.step('press the timeout', async () => {
        await aimAt(tab, login);
        await press('Timeout 10 minutes');
      });
    };
    it('show that they wait, and then that it is done', async () => {
      const held = on.stage.drive.hold('ban-user');
      await timeOut('taeyang_p');
      await held.arrived;
      await tab.ours.byText('Timing out…').appears();
      await tab.screenshot('in-page/pending-dark');
      expect(
        await status()
          .byText(/taeyang_p/)
          .count(),
      ).toBe(0);
      held.release();
      await status().says(/Timed out taeyang_p for 10 minutes/);
    });

    it('say what Twitch said when the role was withdrawn', async () => {
      on.stage.world.setModerator('mainstage', 'stagehand', false);
      try {
        await timeOut('shira_b');
        await status().says(/shira_b was not timed out/);
        await tab.screenshot('in-page/refused-dark');
        expect(banOf(on, 'shira_b')).toBeUndefined();
      } finally {
        on.stage.world.setModerator('mainstage', 'stagehand');
      }
    });

    it('let the user wait and try again when Twitch asks to slow down', async () => {
      on.stage.drive.fault('ban-user', { kind: 'status', status: 429, message: 'Too Many Requests' });
      await timeOut('hokkaido_hiro');
      await status().says(/hokkaido_hiro was not timed out.*Twitch asks to slow down/);
      await tab.screenshot('in-page/failed-dark');
      await on.step('press Retry', () =>
        linesOf(tab, 'hokkaido_hiro')
          .hover()
          .then(() => tab.ours.css('.ss-line-tools').byRole('button', 'Retry').click()),
      );
      await status().says(/Timed out hokkaido_hiro/);
      expect(banOf(on, 'hokkaido_hiro')).toBeDefined();
    });

    it('say that they do not know when the answer was lost, whether it was done or not', async () => {
      // Browsers themselves send once more when a connection that they had used before breaks.
      on.stage.drive.fault('ban-user', { kind: 'drop', when: 'before' }, Infinity);
      await timeOut('eleni_mou');
      await status().says(/Not sure whether it worked for eleni_mou/);
      expect(banOf(on, 'eleni_mou')).toBeUndefined();
      on.stage.drive.faults.clear();
      on.stage.drive.fault('ban-user', { kind: 'drop', when: 'after' }, Infinity);
      await timeOut('mei_lan_');
      await status().says(/Not sure whether it worked for mei_lan_/);
      expect(banOf(on, 'mei_lan_')).toBeDefined();
      on.stage.drive.faults.clear();
      on.stage.drive.fault('ban-user', { kind: 'status', status: 500 });
      await timeOut('doriantheslow');
      const said = await status().says(/Not sure whether it worked for doriantheslow/);
      expect(said).not.toContain('was not timed out');
    });

    it('say what Twitch said when somebody else was quicker', async () => {
      await leave();
      say('rudeboy_1999');
      await linesOf(tab, 'rudeboy_1999').appears();
      on.stage.drive.ban('mainstage', 'rudeboy_1999', { by: 'usher_uma' });
      await on.step('press Ban', async () => {
        await aimAt(tab, 'rudeboy_1999');
        await press('Ban');
      });
      await status().says(/rudeboy_1999 was not banned.*already banned/);
    });

    it('keep the undo when it failed', async () => {
      await timeOut('copypasta_pete');
      await status().says(/Timed out copypasta_pete/);
      on.stage.drive.fault('unban-user', { kind: 'status', status: 403, message: 'Not now.' });
      const inLine = tab.ours.css('.ss-line-tools');
      await on.step('press Undo', () => inLine.byRole('button', 'Undo').click());
      await status().says(/could not be undone for copypasta_pete.*Not now\./);
      expect(banOf(on, 'copypasta_pete')).toBeDefined();
      await on.step('press Retry', () => inLine.byRole('button', 'Retry').click());
      await status().says(/Lifted the timeout of copypasta_pete/);
      expect(banOf(on, 'copypasta_pete')).toBeUndefined();
    });

    it('know that the browser is offline', async () => {
      const connect = (online: boolean) =>
        on.session.inWorker((online: boolean) => {
          Object.defineProperty(navigator, 'onLine', { get: () => online, configurable: true });
        }, online);
      await leave();
      say('ladyoflag');
      await aimAt(tab, 'ladyoflag');
      // Not in steps: the background that is cut off must live on.
      await connect(false);
      await press('Timeout 10 minutes');
      await status().says(/ladyoflag was not timed out.*You are offline/);
      await connect(true);
      await tab.ours.css('.ss-line-tools').byRole('button', 'Retry').click();
      await status().says(/Timed out ladyoflag/);
    });
  });

  it('take their messages away again', async () => {
    await leave();
    await on.step('wait until the time of the messages is up', async () => {
      await tab.ours.css('.ss-toast').appears();
      await expect
        .poll(() =>
          status().evaluate((region) => {
            for (const bar of region.querySelectorAll('.ss-toast-bar'))
              for (const animation of bar.getAnimations()) animation.finish();
            return region.childElementCount;
          }),
        )
        .toBe(0);
    });
    await expect.poll(() => status().text()).toBe('');
  });

  it('hit whom they name when chat runs at 20 lines a second', async () => {
    const traffic = startTraffic(on.stage.world, { channel: 'mainstage', linesPerSecond: 20 });
    const bannedNow = () =>
      on.stage.world.bansOf(on.stage.world.user('mainstage').id).map(({ userId }) => userId);
    const before = new Set(bannedNow());
    const named = new Set<string>();
    try {
      // A press that comes too soon after chat has moved is refused, so some of them hit nobody.
      const hasHit = () => bannedNow().some((id) => !before.has(id));
      for (let round = 0; round < 25 && !hasHit(); round += 1) {
        await on.step('press whatever stands under the pointer', async () => {
          const { hand } = tab.page;
          const y0 = 400 + 30 * (round % 6);
          await hand.move(1100, y0);
          await hand.move(1105, y0 + 2);
          const button = tab.ours.byRole('button', 'Timeout 10 minutes');
          const isThere = await button.appears(1_000).then(
            () => true,
            () => false,
          );
          if (!isThere) return;
          const { x, y, width, height } = await button.box();
          // Chat may have carried it out of the window since it was seen.
          if (y < 0) return;
          await hand.move(x + width / 2, y + height / 2);
          const shown = () => tab.ours.byRole('toolbar').names();
          const before = await shown();
          await hand.down();
          await hand.up();
          for (const name of [...before, ...(await shown())]) {
            named.add(on.stage.world.user(name.replace('Moderate ', '')).id);
          }
        });
      }
      await expect.poll(hasHit).toBe(true);
    } finally {
      traffic.stop();
    }
    await status().says(/Timed out/);
    expect([...named]).toEqual(expect.arrayContaining(bannedNow().filter((id) => !before.has(id))));
    await leave();
  });

  it('follow the user to another channel, and stay away where nothing is moderated', async () => {
    const go = (name: RegExp) => tab.page.css('.side-nav').byRole('link', name).click();
    await on.step('go to another channel of ours', () => go(/OrlaTheBard/));
    await on.step('time out there', async () => {
      await aimAt(tab, 'mothlamp');
      await press('Timeout 10 minutes');
    });
    await status().says(/Timed out mothlamp/);
    expect(banOf(on, 'mothlamp', 'orlathebard')).toBeDefined();
    expect(banOf(on, 'mothlamp')).toBeUndefined();

    const before = apiCalls(on);
    await on.step('go to a channel of somebody else', () => go(/GTA_Gran/));
    await on.step('point at a line there', async () => {
      await tab.page.byText('wrong bus').appears();
      await linesOf(tab, 'mothlamp').hover();
    });
    await noTools();
    await on.step('go back', () => tab.page.evaluate(() => history.back()));
    await on.step('point at a line', async () => {
      await tab.page.byText('nice harp').appears();
      await aimAt(tab, 'mothlamp');
    });
    expect(apiCalls(on)).toBe(before);
  });

  it('stand in popout chat, in its theme', async () => {
    const popout = await on.session.openTab('https://www.twitch.tv/popout/mainstage/chat?theme=light');
    say('penny_farthing');
    await on.step('press the timeout', async () => {
      await aimAt(popout, 'penny_farthing');
      await popout.screenshot('in-page/popout-light');
      await popout.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    await popout.ours.byRole('status').says(/Timed out penny_farthing/);
    await popout.screenshot('in-page/popout-done-light');
    expect(banOf(on, 'penny_farthing')).toBeDefined();
    await popout.close();
    await tab.activate();
  });

  it('leave nothing behind when the extension is updated', async () => {
    const hosts = tab.page.css('sidestage-tools, sidestage-notices, sidestage-mark');
    await hosts.appears();
    await update();
    await tab.activate();
    await expect
      .poll(
        async () => {
          await tab.page.hand.move(600, 300);
          await linesOf(tab, 'mothlamp').hover();
          return hosts.count();
        },
        { timeout: 10_000 },
      )
      // Firefox puts the new version's scripts into pages that are open, with tools of their own.
      .toBeLessThanOrEqual(browserName === 'firefox' ? 2 : 0);
    const fresh = await on.session.openTab('https://www.twitch.tv/orlathebard');
    await aimAt(fresh, 'mothlamp');
  });
});
