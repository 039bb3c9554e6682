import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { viewer } from '../stage/chzzk/manage/state.ts';
import type { ChzzkUser } from '../stage/chzzk/naver.ts';
import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Box, Locator } from './drive/surface.ts';
import { allowChzzk, openChzzk } from './manager.ts';
import { aimAt, toolsFor } from './moderator.ts';
import { permit, unasked } from './permit.ts';
import { readable } from './readable.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** What one has chosen for CHZZK's pages: where the panel stands, whether the chat is read along, which tools a channel has. */
describe('CHZZK’s page, as its user has it', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let tab: Tab;

  const helped = () => on.stage.manage.of('달밤라디오');
  const say = (from: ChzzkUser, text: string) => on.stage.chzzkChat.say(helped().channelId, { from, text });
  const line = (text: string): Locator => tab.page.byText(text);
  const status = () => tab.ours.byRole('status');
  const aim = (from: ChzzkUser, text: string): Promise<Locator> => aimAt(tab, from.nickname, line(text));
  const readers = () => on.stage.chzzkSockets.readers(helped().channelId);

  beforeAll(async () => {
    await permit(on.session, chzzkManageOrigins);
    tab = await openChzzk(on);
    await allowChzzk(on, tab);
    await tab.goto(`https://chzzk.naver.com/live/${helped().channelId}`);
    say(viewer(4), 'good evening');
    await line('good evening').appears();
  });

  it('has a panel that is moved by its head and by the arrow keys, and opens where it was left', async () => {
    const panel = tab.ours.byRole('dialog', 'CHZZK channels');
    const opener = tab.ours.byRole('button', 'Manage this channel');
    const title = panel.byRole('heading', 'CHZZK channels');
    const box = async (): Promise<Box> => {
      const { x, y, width, height } = await panel.box();
      return { x: Math.round(x), y: Math.round(y), width, height };
    };
    const look = await on.session.openExtensionPage('options.html#about');
    await tab.activate();
    await on.step('open it', () => opener.click());
    await panel.byRole('rowheader', '이용자02').appears();
    const first = await box();
    const { hand } = tab.page;
    await on.step('drag it by its head', async () => {
      const { x, y, width, height } = await title.box();
      const [fromX, fromY] = [x + width / 2, y + height / 2];
      await hand.move(fromX, fromY);
      await hand.down();
      await hand.move(fromX - 60, fromY + 15);
      await hand.move(fromX - 120, fromY + 30);
      await hand.up();
    });
    await expect.poll(box).toMatchObject({ x: first.x - 120, y: first.y + 30 });
    await on.step('move it on by key', async () => {
      await panel.byRole('button', 'Move with the arrow keys').tabTo();
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await hand.press(key);
    });
    const left = { x: first.x - 160, y: first.y + 10 };
    await expect.poll(box).toMatchObject(left);
    await on.step('drag it beyond the window', async () => {
      const { x, y, width, height } = await title.box();
      await hand.move(x + width / 2, y + height / 2);
      await hand.down();
      await hand.move(2, 2);
      await hand.up();
    });
    // It stays where a hand can get it back.
    await expect.poll(async () => (await box()).y).toBe(0);
    expect((await box()).x + first.width).toBeGreaterThan(0);
    await tab.screenshot('chzzk/panel-moved');
    await on.step('bring it back', async () => {
      await panel.byRole('button', 'Move with the arrow keys').tabTo();
      for (let press = 0; press < 20; press += 1) await hand.press('ArrowRight');
      await hand.press('ArrowDown');
    });
    const kept = await box();
    await look.waitUntil(
      'the place to be kept',
      async (x: number, y: number) => {
        interface Extension {
          readonly storage: { readonly session: { get(key: string): Promise<Record<string, unknown>> } };
        }
        const { storage } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
        const place = (await storage.session.get('panelPlace'))['panelPlace'];
        const { x: keptX, y: keptY } = (place ?? {}) as { readonly x?: number; readonly y?: number };
        return Math.round(keptX ?? -1) === x && Math.round(keptY ?? -1) === y;
      },
      kept.x,
      kept.y,
    );
    await look.close();
    await tab.activate();
    await on.step('leave it by key', () => hand.press('Escape'));
    await panel.disappears();
    await on.step('load the page anew, and open it', async () => {
      await tab.reload();
      await line('good evening').appears();
      await opener.click();
    });
    await panel.byRole('rowheader', '이용자02').appears();
    expect(await box()).toMatchObject({ x: Math.max(0, kept.x), y: kept.y });
    await on.step('leave it', () => hand.press('Escape'));
    await panel.disappears();
    await on.step('open it by its key', () => hand.press('Shift+M'));
    await panel.byRole('rowheader', '이용자02').appears();
    await on.step('leave it once more', () => hand.press('Escape'));
    await panel.disappears();
  });

  it('hides, pins and restricts temporarily from the card, message by message', async () => {
    const chat = on.stage.chzzkChat;
    say(viewer(4), 'one');
    say(viewer(4), 'two');
    await line('two').appears();
    const card = tab.ours.byRole('dialog', '이용자04');
    await on.step('open the card', async () => {
      const tools = await aim(viewer(4), 'two');
      await tools.byRole('button', 'User card').click();
    });
    await card.byText('one').appears();
    await on.step('pin one of the messages', async () => {
      await card.byText('two').hover();
      await card.byRole('button', 'Pin message').click();
    });
    await status().says(/Pinned the message by 이용자04/);
    expect(chat.pinned(helped().channelId)?.line.content).toBe('two');
    await on.step('hide another', async () => {
      await card.byText('one').hover();
      await card.byRole('button', 'Hide message').click();
    });
    await status().says(/Hid the message by 이용자04/);
    const hidden = () =>
      chat
        .lines(helped().channelId)
        .filter((one) => one.hidden)
        .map(({ content }) => content);
    expect(hidden()).toEqual(['one']);
    await tab.screenshot('chzzk/card-messages');
    await on.step('restrict them temporarily', () => card.byRole('button', 'Restrict temporarily').click());
    await status().says(/Restricted 이용자04 temporarily/);
    expect(helped().quiet).toEqual([viewer(4)]);
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card.disappears();
  });

  it('tells missions and rankings from messages, and keeps nothing of what is secret in these', async () => {
    for (const words of ['1위', '세 판 연속 이기기']) await line(words).hover();
    // Whoever reads here has tools; these lines are nobody's.
    say(viewer(5), 'good night');
    await aim(viewer(5), 'good night');
    expect(await toolsFor(tab, '이용자09').count()).toBe(0);
    const card = tab.ours.byRole('dialog', '이용자05');
    await on.step('keep messages from now on', async () => {
      const tools = await aim(viewer(5), 'good night');
      await tools.byRole('button', 'User card').click();
      await card.byRole('button', 'Keep messages').click();
    });
    await card.byText('Kept on this computer for 14 days.').appears();
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card.disappears();
    say(viewer(5), 'words that are kept');
    await line('words that are kept').appears();
    // In the extras of each stands what its author writes with; CHZZK sends it to everybody.
    const ours = await on.session.openExtensionPage('options.html#about');
    await expect.poll(() => readable(ours), { timeout: 40_000 }).toContain('words that are kept');
    const stores = await ours.evaluate(async () => {
      type Area = Readonly<Record<'get', (keys: null) => Promise<unknown>>>;
      interface Extension {
        readonly storage: { readonly local: Area; readonly session: Area };
      }
      const { storage } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
    });
    expect(`${await readable(ours)}${stores}`).not.toContain('extraToken');
    await ours.close();
    await tab.activate();
  });

  it('keeps the last words before one goes on to another channel', async () => {
    const ours = await on.session.openExtensionPage('options.html#about');
    await tab.activate();
    say(viewer(5), 'the last words before leaving');
    // Lines are gathered for a moment before they are read: what has tools was read.
    await aim(viewer(5), 'the last words before leaving');
    await on.step('go on to another channel', () => tab.page.byRole('link', '방송인01').click());
    await expect.poll(() => readable(ours)).toContain('the last words before leaving');
    await on.step('come back', () => tab.page.byRole('link', '달밤라디오').click());
    await ours.close();
    await tab.activate();
  });

  it('has the user’s own reasons, and those of its channel alone', async () => {
    const everywhere = 'Advertising';
    const here = 'Rule 3: no spoilers';
    const options = await on.session.openExtensionPage('options.html#moderation');
    await on.step(
      'write down a reason for all channels, and one for this channel by its address',
      async () => {
        for (const [reason, channel] of [
          [everywhere, ''],
          [here, `https://chzzk.naver.com/live/${helped().channelId.toUpperCase()}`],
        ] as const) {
          await options.byRole('textbox', 'New reason').fill(reason);
          await options.byRole('textbox', 'Channel').fill(channel);
          await options.byRole('button', 'Add reason').click();
          await options.byRole('button', `Remove ${reason}`).appears();
        }
        await stored(options, 'settings', here);
      },
    );
    await options.byText(`CHZZK ${helped().channelId.slice(0, 6)}…`).appears();
    expect(await violations(options)).toEqual([]);
    await options.screenshot('chzzk/options-reasons');
    await options.close();
    await tab.activate();

    /** Asks for the reason of a restriction, and says which ones are offered. */
    const offered = async (from: ChzzkUser, text: string): Promise<readonly string[]> => {
      const tools = await aim(from, text);
      await tools.byRole('button', 'Restrict').click();
      await tab.ours.byRole('menuitem', '7 days').click();
      const question = tab.ours.byRole('dialog', new RegExp(from.nickname));
      await question.byRole('option', everywhere).appears();
      return question.byRole('option').texts();
    };
    const restricted = () => helped().restrictions.filter(({ user }) => user.nickname === '이용자02');
    const before = restricted();
    say(viewer(6), 'the end is that they all die');
    await on.step('restrict with the channel’s own', async () => {
      expect(await offered(viewer(6), 'the end is that they all die')).toEqual([here, everywhere]);
      await tab.screenshot('chzzk/reasons');
      await tab.ours.byRole('option', here).click();
    });
    await status().says(/Restricted 이용자06 \(7 days\)/);
    expect(helped().restrictions[0]).toMatchObject({ user: { nickname: '이용자06' }, memo: here });
    expect(restricted()).toEqual(before);
    say(viewer(7), 'cheap followers');
    const card = tab.ours.byRole('dialog', '이용자07');
    await on.step('restrict from the card with that for all channels', async () => {
      const tools = await aim(viewer(7), 'cheap followers');
      await tools.byRole('button', 'User card').click();
      await card.byRole('button', 'Reasons').click();
      // What was given last comes first.
      expect(await tab.ours.byRole('menuitem').texts()).toEqual([here, everywhere]);
      await tab.ours.byRole('menuitem', everywhere).click();
      await card.byRole('button', 'Restrict').click();
      await tab.ours.byRole('menuitem', '1 day').click();
    });
    await status().says(/Restricted 이용자07 \(1 day\)/);
    expect(helped().restrictions[0]).toMatchObject({ user: { nickname: '이용자07' }, memo: everywhere });
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card.disappears();
    const own = on.stage.manage.of('방송인01').channelId;
    await on.step('go to another channel', () => tab.goto(`https://chzzk.naver.com/live/${own}`));
    on.stage.chzzkChat.say(own, { from: viewer(3), text: 'good morning' });
    await on.step('be offered there what is for all channels', async () => {
      expect(await offered(viewer(3), 'good morning')).toEqual([everywhere]);
      await tab.page.hand.press('Escape');
    });
    const log = await on.session.openExtensionPage('options.html#log');
    await log.byRole('row', new RegExp(`이용자06.*${here}`)).appears();
    await log.byRole('row', new RegExp(`이용자07.*${everywhere}`)).appears();
    await log.close();
    await tab.activate();
    await on.step('come back', () => tab.goto(`https://chzzk.naver.com/live/${helped().channelId}`));
  });

  it('is read along as long as that is wished for, and not a moment longer', async () => {
    await expect.poll(readers).toHaveLength(1);
    const options = await on.session.openExtensionPage('options.html#moderation');
    const along = options.byRole('switch', 'Read the chat along');
    await on.step('switch it off', () => along.click());
    await expect.poll(readers).toHaveLength(0);
    await stored(options, 'settings', '"moderation.chzzkReadAlong":false');
    await tab.activate();
    await on.step('come to the page anew', () => tab.reload());
    say(viewer(3), 'hello');
    await on.step('find the tools as before', () => aim(viewer(3), 'hello'));
    expect(readers()).toEqual([]);
    await options.close();
    const again = await on.session.openExtensionPage('options.html#moderation');
    await on.step('switch it on', () => again.byRole('switch', 'Read the chat along').click());
    await expect.poll(readers).toHaveLength(1);
    await again.close();
    await tab.activate();
    const room = tab.ours.byRole('dialog', 'This chat');
    await on.step('look at what happened in the chat', () =>
      tab.ours.byRole('button', 'What happened in this chat').click(),
    );
    on.stage.chzzkSockets.restricted(helped().channelId, '방송인01', '이용자08');
    await room.byText(/활동 제한했습니다/).appears();
    await on.step('close it', () => tab.page.hand.press('Escape'));
    await room.disappears();
  });

  it('has the profile that was chosen for this channel in the popup', async () => {
    const buttons = async (): Promise<readonly string[]> => {
      await aim(viewer(3), 'hello');
      return toolsFor(tab, '이용자03').byRole('button').names();
    };
    expect(await buttons()).toContain('Hide message');
    const options = await on.session.openExtensionPage('options.html#moderation');
    await on.step('make a profile', async () => {
      await options.byRole('textbox', 'Name of the new profile').fill('Quiet night');
      await options.byRole('button', 'Add profile').click();
      await options.byRole('button', 'Delete Quiet night').appears();
    });
    await on.step('take a button out of it', async () => {
      const list = options.byRole('region', 'Buttons on CHZZK');
      await list.byRole('button', 'Remove Hide message').click();
      await stored(options, 'settings', 'Quiet night');
    });
    expect(await violations(options)).toEqual([]);
    await options.close();
    await tab.activate();
    // It is in force nowhere yet.
    expect(await buttons()).toContain('Hide message');
    const popup = await on.session.openPopup();
    await popup.byRole('tab', 'Channel').click();
    const profile = popup.byRole('combobox', 'Profile in this channel');
    await profile.appears();
    await on.step('choose it for this channel', async () => {
      await profile.tabTo();
      await popup.hand.press('End');
      await stored(popup, 'settings', `"channel":"${helped().channelId}","profile":"Quiet night"`);
    });
    await popup.screenshot('chzzk/popup-profile');
    await popup.close();
    await tab.activate();
    await expect.poll(buttons).not.toContain('Hide message');
    expect(await buttons()).toContain('User card');
    const own = on.stage.manage.of('방송인01').channelId;
    await on.step('go to one’s own channel', () => tab.goto(`https://chzzk.naver.com/live/${own}`));
    on.stage.chzzkChat.say(own, { from: viewer(3), text: 'hello' });
    await expect.poll(buttons).toContain('Hide message');
  });
});
