import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { nightOwl, viewer } from '../stage/chzzk/manage/state.ts';
import type { ChzzkUser } from '../stage/chzzk/naver.ts';
import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { allowChzzk, openChzzk } from './manager.ts';
import { aimAt } from './moderator.ts';
import { permit, unasked } from './permit.ts';

/** CHZZK's chat in a page whose props tell nothing that we know: whose lines they are, our own reading of the chat says. */
describe('lines of CHZZK’s that the page does not tell of', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let tab: Tab;

  const channelId = (): string => on.stage.manage.of('달밤라디오').channelId;
  const say = (from: ChzzkUser, text: string) => on.stage.chzzkChat.say(channelId(), { from, text });
  const line = (text: string): Locator => tab.page.byText(text);
  const readers = () => on.stage.chzzkSockets.readers(channelId());
  const status = () => tab.ours.byRole('status');
  const restricted = () => on.stage.manage.of('달밤라디오').restrictions.map(({ user }) => user.nickname);

  /** Points at a line, and waits until it is known whose it is. */
  async function knownAt(from: ChzzkUser, text: string): Promise<Locator> {
    const tools = await aimAt(tab, from.nickname, line(text));
    await tools.byRole('button', 'Restrict').appears();
    return aimAt(tab, from.nickname, line(text));
  }

  beforeAll(async () => {
    await permit(on.session, chzzkManageOrigins);
    on.stage.chzzkChat.options = { ...on.stage.chzzkChat.options, named: false };
    tab = await openChzzk(on);
    await allowChzzk(on, tab);
  });

  it('are known by a socket of our own, and a restriction hits whoever wrote the line', async () => {
    say(viewer(3), 'hello there');
    say(nightOwl, 'buy followers');
    say(viewer(4), 'hello there');
    await tab.goto(`https://chzzk.naver.com/live/${channelId()}`);
    await expect.poll(readers).toHaveLength(1);
    await on.step('restrict the second of three', async () => {
      const tools = await knownAt(nightOwl, 'buy followers');
      await tools.byRole('button', 'Restrict').click();
      await tab.ours.byRole('menuitem', '7 days').click();
      await tab.ours.byRole('combobox', 'Reason').fill('advertising');
      await tab.page.hand.press('Enter');
    });
    await status().says(/Restricted nightowl \(7 days\)/);
    expect(restricted()).toContain('nightowl');
  });

  it('are known again after the line broke, and a message is hidden once the user has said which', async () => {
    // The next broadcast has another chat, in which alone the message can be hidden.
    on.stage.chzzkSockets.renew(channelId());
    on.stage.chzzkSockets.drop();
    await expect.poll(readers).toHaveLength(0);
    await expect.poll(readers).toHaveLength(1);
    const { at } = say(viewer(5), 'said after the break');
    await on.step('hide it', async () => {
      const tools = await knownAt(viewer(5), 'said after the break');
      await tools.byRole('button', 'Hide message').click();
      await tab.ours.byRole('dialog').byRole('button', 'Hide message').click();
    });
    await status().says(/Hid the message by 이용자05/);
    const hidden = on.stage.chzzkChat.lines(channelId()).filter((one) => one.hidden);
    expect(hidden.map((one) => one.at)).toEqual([at]);
  });

  it('are said to be nobody’s, in the page and in the options, where the chat may not be read either', async () => {
    on.stage.chzzkChat.adult.add(channelId());
    await on.step('open the chat’s own window', () =>
      tab.goto(`https://chzzk.naver.com/live/${channelId()}/chat`),
    );
    await tab.ours.byRole('button', /partly off here: everything at a line but copying/).appears();
    const options = await on.session.openExtensionPage('options.html#health');
    const chat = options.byRole('region', 'CHZZK: chat window');
    await chat.byText('Our own reading of the chat').appears();
    await expect
      .poll(() => chat.css('dd').texts())
      .toEqual([
        expect.stringMatching(/^Works/),
        expect.stringMatching(/^Missing/),
        expect.stringMatching(/^Missing/),
      ]);
    await options.close();
  });
});
