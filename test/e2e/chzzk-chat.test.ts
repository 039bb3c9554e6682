import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { replayOf } from '../stage/chzzk/broadcast.ts';
import { nightOwl, viewer } from '../stage/chzzk/manage/state.ts';
import type { ChzzkUser } from '../stage/chzzk/naver.ts';
import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { allowChzzk, openChzzk } from './manager.ts';
import { aimAt, toolsFor } from './moderator.ts';
import { permit, unasked } from './permit.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** The tools in CHZZK's own chat, for whoever may manage it, in rows that are used again and again. */
describe('the tools in CHZZK’s chat', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let tab: Tab;

  const helped = () => on.stage.manage.of('달밤라디오');
  const say = (from: ChzzkUser, text: string, channel = helped().channelId) =>
    on.stage.chzzkChat.say(channel, { from, text });
  const status = () => tab.ours.byRole('status');
  const line = (text: string): Locator => tab.page.byText(text);
  const aim = (from: ChzzkUser, text: string): Promise<Locator> => aimAt(tab, from.nickname, line(text));
  const asked = (path: RegExp) => on.stage.requests.filter((request) => path.test(request.path)).length;

  beforeAll(() => permit(on.session, chzzkManageOrigins));

  it('come once the user has permitted it, to pages that were open, for those who have a role', async () => {
    on.stage.chzzkChat.options = { ...on.stage.chzzkChat.options, rows: 8 };
    say(nightOwl, 'buy followers');
    tab = await openChzzk(on);
    await tab.goto(`https://chzzk.naver.com/live/${helped().channelId}`);
    await line('buy followers').appears();
    expect(asked(/my-role/)).toBe(0);
    await allowChzzk(on, tab);
    await on.step('point at a line', () => aim(nightOwl, 'buy followers'));
  });

  it('keep somebody quiet, and say that there is no way back', async () => {
    await on.step('restrict temporarily', async () => {
      const tools = await aim(nightOwl, 'buy followers');
      await tools.byRole('button', 'Restrict temporarily').click();
    });
    await status().says(/Restricted nightowl temporarily.*cannot be undone/);
    expect(helped().quiet).toEqual([nightOwl]);
    await line('메시지가 블라인드 처리되었습니다.').appears();
    expect(await tab.ours.byRole('button', 'Undo').count()).toBe(0);
  });

  it('restrict for days with a reason, and take it back', async () => {
    const restricted = () => helped().restrictions.filter(({ user }) => user.nickname === '이용자03');
    say(viewer(3), 'my own stream is better');
    await on.step('restrict for a week', async () => {
      const tools = await aim(viewer(3), 'my own stream is better');
      await tools.byRole('button', 'Restrict').click();
      await tab.ours.byRole('menuitem', '7 days').click();
      await tab.ours.byRole('combobox', 'Reason').fill('advertising');
      await tab.page.hand.press('Enter');
    });
    await status().says(/Restricted 이용자03 \(7 days\)/);
    expect(restricted()).toMatchObject([{ memo: 'advertising', executeNickname: '방송인01' }]);
    await on.step('take it back', () => status().byRole('button', 'Undo').click());
    await status().says(/Lifted the restriction of 이용자03/);
    expect(restricted()).toEqual([]);
  });

  it('leave a row when another message is drawn into it', async () => {
    await expect.poll(() => tab.page.css('sidestage-mark').count()).toBeGreaterThan(0);
    for (let number = 1; number <= 10; number += 1) say(viewer(4), `line ${number}`);
    await expect.poll(() => tab.page.css('sidestage-mark').count()).toBe(0);
    await on.step('hide the newest', async () => {
      const tools = await aim(viewer(4), 'line 10');
      await tools.byRole('button', 'Hide message').click();
    });
    await status().says(/Hid the message by 이용자04/);
    // The chat itself has told of it, by our own reading of it.
    await tab.ours.byText('Hidden, confirmed by the chat').appears();
    expect(
      on.stage.chzzkChat
        .lines(helped().channelId)
        .filter(({ hidden }) => hidden)
        .map(({ content }) => content),
    ).toEqual(['buy followers', 'line 10']);
  });

  it('show who somebody is, and keep what one writes about them', async () => {
    const card = tab.ours.byRole('dialog', '이용자04');
    await on.step('open the card', async () => {
      const tools = await aim(viewer(4), 'line 9');
      await tools.byRole('button', 'User card').click();
    });
    await card.byText('14 months, tier 2').appears();
    await card.byText('치즈 후원자').appears();
    await card.byText('42').appears();
    await card.byText(/line 8.*line 9/).appears();
    await card.byText(/Message hidden/).appears();
    await on.step('keep messages from now on', () => card.byRole('button', 'Keep messages').click());
    await card.byText('Kept on this computer for 14 days.').appears();
    await tab.screenshot('chzzk/card');
    await on.step('write a note', async () => {
      await card.byRole('button', 'Write a note').click();
      await card.byRole('textbox', 'Nickname').fill('Regular');
      await card.byRole('textbox', 'Private note').fill('Often **late**');
      await card.byRole('button', 'Save').click();
    });
    await card.byText('late').appears();
    await tab.ours.byRole('img', 'Earlier actions here: 1. Note: Often late').appears();
    await on.step('restrict from the card', async () => {
      await card.byRole('textbox', 'Reason').fill('spam');
      await card.byRole('button', 'Restrict').click();
      await card.byRole('menuitem', '3 days').click();
    });
    await card.byText(/Restriction, 3 days: spam/).appears();
    await on.step('take it back by key', () => tab.page.hand.press('z'));
    await status().says(/Lifted the restriction of 이용자04/);
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card.disappears();
  });

  it('say what others did, who gave what, and how the chat is set', async () => {
    const id = helped().channelId;
    await expect.poll(() => on.stage.chzzkSockets.readers(id)).toHaveLength(1);
    say(viewer(2), 'good evening');
    const { at, content, user } = say(viewer(8), 'buy my things');
    on.stage.chzzkChat.say(id, { from: viewer(8), text: 'for the stream', type: 10 });
    await line('for the stream').appears();
    on.stage.chzzkChat.hide(id, user.userIdHash, at, content, viewer(2));
    on.stage.chzzkSockets.restricted(id, '방송인01', '이용자08');
    await tab.ours.byText('Hidden by 이용자02').appears();
    const card = tab.ours.byRole('dialog', '이용자08');
    await on.step('open the card', async () => {
      const tools = await aim(viewer(8), 'for the stream');
      await tools.byRole('button', 'User card').click();
    });
    await card.byText(/Donated 1,000 won: for the stream/).appears();
    await card.byText(/Message hidden: buy my things by 이용자02/).appears();
    await card.byText(/활동 제한했습니다/).appears();
    await tab.screenshot('chzzk/card-happened');
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card.disappears();
    const room = tab.ours.byRole('dialog', 'This chat');
    await on.step('look at what happened in the chat', () =>
      tab.ours.byRole('button', 'What happened in this chat').click(),
    );
    await room.byText('Everybody').appears();
    await room.byText(/이용자08 Donated 1,000 won/).appears();
    on.stage.chzzkChat.modes.set(id, { chatAvailableGroup: 'FOLLOWER', minFollowerMinute: 10 });
    on.stage.chzzkSockets.drop();
    await room.byText('The chat was set: Followers for at least 10 min, subscribers at once').appears();
    // No frame tells of it; but where the site says something about nobody, it is looked at once.
    on.stage.chzzkChat.modes.set(id, { chatAvailableGroup: 'MANAGER' });
    on.stage.chzzkSockets.notice(id, '관리자 전용 채팅이 활성화 되었습니다.');
    await room.byText('The chat was set: Managers').appears();
    await tab.screenshot('chzzk/room');
    await on.step('close it', () => tab.page.hand.press('Escape'));
    await room.disappears();
    await on.step('open it and close it again by its key', async () => {
      await tab.page.hand.press('Shift+H');
      await room.appears();
      await tab.page.hand.press('Escape');
    });
    await room.disappears();
  });

  it('pin a message by key, and take that back', async () => {
    const pinned = () => on.stage.chzzkChat.pinned(helped().channelId)?.line.content;
    const chatId = on.stage.chzzkChat.idOf(helped().channelId);
    const profile =
      `comm-api.game.naver.com/nng_main/v1/chats/${chatId}/users/${viewer(4).userIdHash}/profile` as const;
    // CHZZK is in trouble first, and then slow.
    on.stage.drive.fault(profile, { kind: 'status', status: 503 });
    on.stage.drive.fault(profile, { kind: 'delay', ms: 400 });
    await on.step('pin one', async () => {
      await aim(viewer(4), 'line 9');
      await tab.page.hand.press('p');
    });
    await status().says(/The message by 이용자04 was not pinned/);
    await on.step('try once more', () => status().byRole('button', 'Retry').click());
    await status().says(/Pinned the message by 이용자04/);
    expect(pinned()).toBe('line 9');
    await on.step('take it back', () => status().byRole('button', 'Undo').click());
    await status().says(/Took down the pinned message by 이용자04.*does not come back/);
    expect(pinned()).toBeUndefined();
  });

  it('are not there where one has no role, and come back with the channel', async () => {
    const { channelId } = on.stage.manage.of('한강게이머');
    say(viewer(5), 'good game', channelId);
    await on.step('go to another channel', () => tab.page.byRole('link', '한강게이머').click());
    await line('good game').appears();
    await expect.poll(() => asked(new RegExp(`${channelId}/my-role`))).toBe(1);
    await line('good game').hover();
    expect(await toolsFor(tab, '이용자05').count()).toBe(0);
    await on.step('go back', () => tab.page.byRole('link', '달밤라디오').click());
    await on.step('point at a line', () => aim(viewer(4), 'line 9'));
    expect(asked(new RegExp(`${channelId}/my-role`))).toBe(1);
  });

  it('take down what is pinned, where it stands', async () => {
    const { user, at } = say(viewer(4), 'read the rules');
    on.stage.chzzkChat.pin(helped().channelId, user.userIdHash, at, 'read the rules', user);
    const top = tab.page.css('[class*="_fixed_"] [class*="_chatting_message_"]');
    await on.step('unpin it where it stands', async () => {
      const tools = await aimAt(tab, '이용자04', top);
      expect(await tools.byRole('button', 'Restrict temporarily').count()).toBe(0);
      await tools.byRole('button', 'Unpin').click();
    });
    await top.disappears();
    await status().says(/Took down the pinned message by 이용자04/);
    expect(on.stage.chzzkChat.pinned(helped().channelId)).toBeUndefined();
  });

  it('work by keyboard, in the chat’s own window, with the names of before', async () => {
    on.stage.chzzkChat.options = { ...on.stage.chzzkChat.options, names: 'long', reversed: false, rows: 40 };
    await tab.goto(`https://chzzk.naver.com/live/${helped().channelId}/chat`);
    await on.step('go to the newest line and hide it', async () => {
      // The tools stand once they come to the pointer; a key means them only after that.
      await aim(viewer(4), 'line 9');
      say(viewer(6), 'the very last');
      await line('the very last').appears();
      await tab.page.hand.move(300, 600);
      await toolsFor(tab, '이용자04').disappears();
      await tab.page.hand.press('j');
      await toolsFor(tab, '이용자06').appears();
      await tab.page.hand.press('d');
    });
    await status().says(/Hid the message by 이용자06/);
    await line('the very last').disappears();
    await on.step('show the keys', () => tab.page.hand.press('?'));
    const sheet = tab.ours.byRole('dialog', 'Keys');
    await sheet.byText(/They work on the chat line/).appears();
    await sheet.byText(/user card/).appears();
    await tab.page.hand.press('Escape');
    await sheet.disappears();
  });

  it('know the next step for whoever was restricted before, and watch people', async () => {
    say(nightOwl, 'me again');
    await on.step('ask for the next step by key', async () => {
      await aim(nightOwl, 'me again');
      await tab.page.hand.press('n');
      await tab.ours.byText(/Offence number 2/).appears();
      await tab.ours.byRole('button', 'Restrict for 1 day').click();
    });
    await status().says(/Restricted nightowl \(1 day\)/);
    // What is said aloud lies over the first lines.
    say(viewer(3), 'come and see');
    await on.step('watch somebody from their card', async () => {
      const tools = await aim(viewer(3), 'come and see');
      await tools.byRole('button', 'User card').click();
      await tab.ours.byRole('dialog', '이용자03').byRole('button', 'Watch for 10 minutes').click();
    });
    const watch = tab.ours.byRole('dialog', 'Watching');
    await watch.byText('my own stream is better').appears();
    say(viewer(3), 'now');
    await watch.byText('now').appears();
  });

  it('reach those who wrote beside a replay, and nothing that was for its evening', async () => {
    say(viewer(7), 'nice stream');
    await tab.goto(`https://chzzk.naver.com/video/${replayOf(helped().channelId)}`);
    await on.step('restrict for good', async () => {
      const tools = await aim(viewer(7), 'nice stream');
      expect(await tools.byRole('button', 'Hide message').count()).toBe(0);
      expect(await tools.byRole('button', 'Restrict temporarily').count()).toBe(0);
      await tools.byRole('button', 'Restrict').click();
      await tab.ours.byRole('menuitem', 'for good').click();
      await tab.ours.byRole('combobox', 'Reason').fill('old quarrel');
      await tab.page.hand.press('Enter');
    });
    await status().says(/Restricted 이용자07/);
    expect(helped().restrictions.some(({ user }) => user.nickname === '이용자07')).toBe(true);
  });

  it('have a button of one’s own, which does several things for one reason', async () => {
    const options = await on.session.openExtensionPage('options.html#moderation');
    const list = options.byRole('list', 'Buttons on CHZZK');
    await list.appears();
    await on.step('make it', async () => {
      await options.byRole('button', 'Add a button').nth(-1).click();
      await options.byRole('menuitem', /A button of your own/).click();
      const form = options.byRole('dialog', 'Edit the button');
      await form.byRole('textbox', 'Name').fill('Ads');
      await form.byRole('button', /^Then/).click();
      await form.byRole('textbox', 'Its own reason').fill('advertising');
      expect(await violations(options)).toEqual([]);
      await form.byRole('button', 'Save').click();
      await form.disappears();
    });
    await list.byText('Ads').appears();
    await stored(options, 'settings', '"Ads"');
    await options.close();
    await tab.activate();
    await tab.goto(`https://chzzk.naver.com/live/${helped().channelId}`);
    say(viewer(8), 'ads');
    await on.step('press it', async () => {
      const tools = await aim(viewer(8), 'ads');
      await tools.byRole('button', 'Ads').click();
    });
    await expect
      .poll(() => helped().restrictions.find(({ user }) => user.nickname === '이용자08'))
      .toMatchObject({ memo: 'advertising', releaseDate: expect.any(String) as string });
    await line('ads').disappears();
  });
});
