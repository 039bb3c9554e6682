import { describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { nightOwl, viewer } from '../stage/chzzk/manage/state.ts';
import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { allowChzzk, logIn } from './manager.ts';
import { aimAt, banOf, linesOf, signIn } from './moderator.ts';
import { permit, unasked } from './permit.ts';

/** The same for many at once, in the page: found, looked at, confirmed, done one after the other, and taken back. */
describe('the sweep', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  const bots = ['mothlamp', 'bramble_b', 'quietquarry', 'spotlight_sam'];
  let tab: Tab;

  const panel = () => tab.ours.byRole('dialog', 'Sweep');
  const button = (name: string | RegExp) => panel().byRole('button', name);
  const choose = (list: string, words: string): Promise<unknown> => {
    const select: Locator = panel().byRole('combobox', list);
    return select.evaluate((element, wanted) => {
      const options = element as HTMLSelectElement;
      options.selectedIndex = [...options.options].findIndex(({ text }) => text === wanted);
      options.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    }, words);
  };
  const banned = () => bots.filter((login) => banOf(on, login) !== undefined);

  it('finds who says the same on Twitch, leaves out whom it must not hit, times them out, and takes it back', async () => {
    tab = await signIn(on);
    for (const [place, from] of bots.entries())
      on.stage.drive.say('mainstage', {
        from,
        text: `${place % 2 === 0 ? 'Free' : 'F R E E'} skins at example`,
      });
    on.stage.drive.say('mainstage', { from: 'usher_uma', text: 'free skins at example' });
    on.stage.drive.say('mainstage', { from: 'orlathebard', text: 'what a lovely song' });
    await on.step('sweep lines like one of them', async () => {
      await aimAt(tab, 'mothlamp');
      await tab.page.hand.press('s');
    });
    await panel().byText('Chatters: 3 · lines: 3').appears();
    await panel().byText('VIP').appears();
    await panel().byText('Moderator').appears();
    on.stage.drive.say('mainstage', { from: 'mothlamp', text: 'free skins at example, again' });
    await panel().byText('Lines that came since: 1').appears();
    await on.step('choose what is done, and look at it', async () => {
      await choose('What to do', 'Timeout');
      await panel().byRole('textbox', 'Reason').fill('the same spam');
      await tab.screenshot('sweep/preview');
      await button('Continue with 3').click();
    });
    expect(banned()).toEqual([]);
    await tab.screenshot('sweep/sure');
    on.stage.drive.fault('ban-user', { kind: 'status', status: 400, message: 'Not this one' });
    await on.step('be sure', () => button('Time out all of them for 10 minutes: 3').click());
    await panel().byText('Done · Failed: 1').appears(20_000);
    await panel()
      .byText(/Not this one/)
      .appears();
    await tab.screenshot('sweep/failed');
    await on.step('try again what failed', () => button('Try those again').click());
    await panel().byText('Done').appears(20_000);
    expect(banned()).toEqual(['mothlamp', 'bramble_b', 'quietquarry']);
    expect(banOf(on, 'mothlamp')).toMatchObject({ reason: 'the same spam' });
    await tab.screenshot('sweep/done');
    await on.step('take it back', () => button('Take all of it back').click());
    await panel().byText('Taken back').appears(20_000);
    expect(banned()).toEqual([]);
    await on.step('let it go', () => button('New sweep').click());
    await button('Show whom it finds').appears();
    const options = await on.session.openExtensionPage('options.html');
    await options.evaluate(async () => {
      interface Extension {
        readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
      }
      const { runtime } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      const request = { key: 'moderation.nameOpens', value: 'ours' };
      await runtime.sendMessage({ ask: 'settings.write', request });
    });
    await options.close();
    await tab.activate();
    await on.step('choose somebody in chat, where such a press opens our card', async () => {
      await choose('Whom', 'People I click in chat');
      await linesOf(tab, 'orlathebard').css('[data-a-target="chat-message-username"]').click();
      await button('Show whom it finds').click();
    });
    await panel().byText('what a lovely song').appears();
    expect(await tab.ours.byRole('dialog', 'OrlaTheBard').count()).toBe(0);
    await panel().byRole('button', 'Close').click();
    await panel().disappears();
    await on.step('open it by a key, with no line in mind', () => tab.page.hand.press('Shift+S'));
    await panel().appears();
    await panel().byRole('button', 'Close').click();
    await panel().disappears();
  });

  it('hides many messages on CHZZK, one a second, whatever becomes of the background meanwhile', async () => {
    const { channelId } = on.stage.manage.of('달밤라디오');
    const hidden = () => on.stage.chzzkChat.lines(channelId).filter((line) => line.hidden);
    await permit(on.session, chzzkManageOrigins);
    await tab.goto('https://chzzk.naver.com/');
    await logIn(tab);
    for (const from of [nightOwl, viewer(3), viewer(4), viewer(5)])
      on.stage.chzzkChat.say(channelId, { from, text: '팔로워 늘려드립니다' });
    await tab.goto(`https://chzzk.naver.com/live/${channelId}`);
    await allowChzzk(on, tab);
    const open = tab.ours.byRole('button', 'Sweep: the same for many at once');
    await open.appears();
    await on.step('open it from the page, and say what to look for', async () => {
      await open.click();
      await choose('Whom', 'Lines with words in them');
      await panel().byRole('textbox', 'Words').fill('팔로워*드립니다');
      await button('Show whom it finds').click();
    });
    await panel().byText('Chatters: 4 · lines: 4').appears();
    await on.step('hide them', async () => {
      await button('Continue with 4').click();
      await button('Hide all of these messages: 4').click();
    });
    await panel()
      .byText(/^(Under way|Done)$/)
      .appears();
    await on.step('look on', () => panel().byText('Done').appears(20_000));
    expect(hidden()).toHaveLength(4);
    await tab.screenshot('sweep/chzzk');
  });
});
