import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { nightOwl, viewer } from '../stage/chzzk/manage/state.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { openChzzk } from './manager.ts';
import { permit, unasked } from './permit.ts';
import { violations } from './violations.ts';

/** Managing channels on CHZZK: every change goes out from a page of CHZZK's, which refuses it from anywhere else. */
describe('managing a channel on CHZZK', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let page: Surface;
  let chzzk: Tab;

  beforeAll(() => permit(on.session, chzzkManageOrigins));

  const row = (name: string) => page.byRole('rowheader', name);
  const press = (name: string): Promise<void> => page.byRole('button', name).click();
  const turnTo = (tab: string): Promise<void> => page.byRole('tab', tab).click();
  /** The list of a select opens outside the page, where no hand of ours reaches. */
  const choose = (select: Locator, words: string): Promise<void> =>
    select.evaluate((element, wanted) => {
      const list = element as HTMLSelectElement;
      list.selectedIndex = [...list.options].findIndex(({ text }) => text === wanted);
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, words);
  /** The list in sight has come anew, and whoever pressed may press again. */
  const says = (words: RegExp | string): Promise<unknown> => page.byText(words).appears();

  it('begins with the user’s yes and their own login', async () => {
    page = await on.session.openExtensionPage('options.html#chzzk');
    await on.step('permit it', () => press('Allow on CHZZK'));
    await says(/You are not logged in to CHZZK/);
    expect(await violations(page)).toEqual([]);
    chzzk = await openChzzk(on);
    await on.step('come back', async () => {
      for (const tab of await on.session.tabs())
        if ((await tab.url())?.includes('/options.html')) await tab.activate();
    });
    await row('이용자02').appears();
    await page.screenshot('chzzk-manage-restrictions');
    expect(await violations(page)).toEqual([]);
  });

  it('restricts, finds and lifts, from any page of CHZZK’s', async () => {
    const { restrictions } = on.stage.manage.of('방송인01');
    expect(restrictions).toHaveLength(2);
    const now = () => on.stage.manage.of('방송인01').restrictions;
    await on.step('restrict somebody', async () => {
      await page.byRole('textbox', 'Nickname').fill('nightowl');
      await page.byRole('textbox', 'Reason').fill('spam');
      await press('Restrict');
    });
    await says('“nightowl” is restricted.');
    await row('nightowl').appears();
    expect(now()[0]).toMatchObject({ user: { nickname: 'nightowl' }, memo: 'spam' });
    await on.step('find them', () => page.byRole('searchbox', 'Find a nickname').fill('owl'));
    await says('1 restricted');
    await on.step('lift it', () => press('Lift: nightowl'));
    await says('“nightowl” is free again.');
    await says('Nothing found');
    expect(now()).toHaveLength(2);
    await on.step('lift one that is for good', async () => {
      await press('Clear search');
      await press('Lift: 이용자02');
    });
    await row('이용자02').disappears();
    await on.step('take that back', () => press('Undo'));
    await row('이용자02').appears();
    expect(now()[0]).toMatchObject({ user: { nickname: '이용자02' }, releaseDate: null });
    await says('“이용자02” is restricted.');
    await on.step('restrict nobody whom CHZZK knows', async () => {
      await page.byRole('textbox', 'Nickname').fill('nobody');
      await press('Restrict');
    });
    await says(/CHZZK says: “요청한 내용을 찾을 수 없습니다/);
    const { channelId } = on.stage.manage.of('방송인01');
    const held = on.stage.drive.hold(`api.chzzk.naver.com/manage/v1/channels/${channelId}/restrict-users`);
    await on.step('restrict somebody while the background dies', async () => {
      await page.byRole('textbox', 'Nickname').fill('이용자03');
      await press('Restrict');
      await held.arrived;
      await on.session.killWorker();
      held.release();
    });
    await says('“이용자03” is restricted.');
    expect(now().filter(({ user }) => user.nickname === '이용자03')).toHaveLength(1);
    await on.step('take that back', () => press('Undo'));
    await says('“이용자03” is free again.');
    expect(now()).toHaveLength(2);
  });

  it('keeps the prohibited words, from the studio’s page, which it offers to open', async () => {
    const words = (): string[] =>
      on.stage.manage.of('방송인01').words.map(({ prohibitWord }) => prohibitWord);
    await turnTo('Prohibited words');
    await row('바보').appears();
    await on.step('add one', async () => {
      await page.byRole('textbox', 'New word').fill('casino');
      await press('Add');
    });
    await says('CHZZK’s studio is not open.');
    expect(words()).toHaveLength(3);
    await on.step('open the studio', () => press('Open it and continue'));
    await row('casino').appears();
    await says('“casino” is added.');
    expect(words()).toContain('casino');
    await on.step('take that back', () => press('Undo'));
    await says('“casino” is removed.');
    await on.step('add it again', () => press('Undo'));
    await says('“casino” is added.');
    const dialog = page.byRole('dialog');
    await on.step('paste several, one of which is there', async () => {
      await press('Several at once…');
      await dialog.byRole('textbox', 'Words').fill('spam\nCASINO\nscam');
      await dialog.byText('Words that this is about: 2').appears();
      await dialog.byText(/^In the list already \(1\):/).appears();
      expect(await violations(page)).toEqual([]);
      await dialog.byRole('button', 'Add 2').click();
    });
    await says('2 of 2 done.');
    await row('scam').appears();
    await on.step('remove them together', async () => {
      await page.byRole('checkbox', 'Choose “spam”').click();
      await page.byRole('checkbox', 'Choose “scam”').click();
      await press('Remove the chosen (2)');
      await dialog.byRole('button', 'Yes, remove 2').click();
    });
    await row('scam').disappears();
    await says('2 of 2 done.');
    expect(words()).toEqual(['도배', '광고문의', '바보', 'casino']);
    await page.byRole('searchbox', 'Find a word').fill('CAS');
    await says('1 of 4');
    await on.step('change it', async () => {
      await press('Change “casino”');
      await page.byRole('textbox', 'Instead of “casino”').fill('casinos');
      await press('Save');
    });
    await row('casinos').appears();
    await says('“casinos” is saved.');
    await on.step('take that back', () => press('Undo'));
    await row('casino').appears();
    await on.step('and that', () => press('Undo'));
    await row('casinos').appears();
    await press('Clear search');
    const inOrder = async (): Promise<string[]> => [...(await page.byRole('rowheader').texts())];
    await on.step('sort by the word', () => press('Word'));
    await expect.poll(inOrder).toEqual(['casinos', '광고문의', '도배', '바보']);
    await on.step('and the other way round', () => press('Word'));
    await expect.poll(inOrder).toEqual(['바보', '도배', '광고문의', 'casinos']);
    expect(await violations(page)).toEqual([]);
    await on.step('remove it', () => press('Remove “casinos”'));
    await says('“casinos” is removed.');
    await on.step('remove all', async () => {
      await press('Remove all…');
      await dialog.byRole('button', 'Remove all…').click();
      expect(words()).toHaveLength(3);
      await dialog.byRole('button', 'Yes, remove 3 words').click();
    });
    await says('All 3 words are removed.');
    await says('No word is prohibited');
    expect(words()).toEqual([]);
  });

  it('answers those who ask to be let in again', async () => {
    const own = on.stage.manage.of('방송인01');
    const createdDate = '2026-07-04 12:00:00';
    own.requests.push({ requestNo: 8, restrictSeq: 12, user: viewer(2), vindication: '…', createdDate });
    await turnTo('Requests');
    await says('죄송합니다.');
    await says('2 waiting');
    expect(await violations(page)).toEqual([]);
    await on.step('turn one down', async () => {
      await press('Turn down: 이용자02');
      await page.byRole('textbox', 'Why you turn “이용자02” down').fill('not yet');
      await press('Turn down');
    });
    await says('The request of “이용자02” is turned down.');
    await on.step('accept the other', () => press('Accept: 이용자01'));
    await says('“이용자01” is free again.');
    await says('Nobody asks to be let in');
    expect(own.requests).toEqual([]);
    expect(own.restrictions.map(({ user }) => user.nickname)).toEqual(['이용자02']);
  });

  it('keeps the chat rule and the roles, and asks before it gives or takes one', async () => {
    const own = on.stage.manage.of('방송인01');
    await turnTo('Chat rule');
    await page.byRole('textbox', 'Chat rule').appears();
    const written = (): Promise<string> =>
      page.byRole('textbox', 'Chat rule').evaluate((field) => (field as HTMLTextAreaElement).value);
    await on.step('write the rule anew', async () => {
      await page.byRole('textbox', 'Chat rule').fill('Be kind.');
      await press('Save');
    });
    await says('The chat rule is saved.');
    expect(own.rule).toBe('Be kind.');
    expect(await violations(page)).toEqual([]);
    await on.step('take that back', () => press('Undo'));
    // Once it was read anew, it has been answered, too.
    await expect.poll(written).toBe('서로 존중해 주세요.');
    expect(own.rule).toBe('서로 존중해 주세요.');
    await on.step('and that', () => press('Undo'));
    await expect.poll(written).toBe('Be kind.');
    expect(own.rule).toBe('Be kind.');
    await turnTo('Managers');
    await row('방송인01').appears();
    await on.step('give a role', async () => {
      await page.byRole('textbox', 'Nickname').fill('nightowl');
      await press('Give the role');
      const dialog = page.byRole('dialog', 'Give “nightowl” the role “Chat manager”?');
      await dialog.appears();
      expect(own.roles.size).toBe(0);
      await dialog.byRole('button', 'Give the role').click();
    });
    await says('“nightowl” has the role.');
    expect([...own.roles]).toEqual([[nightOwl.userIdHash, 'STREAMING_CHAT_MANAGER']]);
    expect(await violations(page)).toEqual([]);
    await on.step('take it away', async () => {
      await press('Take away: nightowl');
      await page.byRole('dialog').byRole('button', 'Take away').click();
    });
    await says('“nightowl” has no role any more.');
    expect(own.roles.size).toBe(0);
    await on.step('take that back', () => press('Undo'));
    await says('“nightowl” has the role.');
    expect([...own.roles.values()]).toEqual(['STREAMING_CHAT_MANAGER']);
    for (const [name, role] of [
      ['Channel manager', 'STREAMING_CHANNEL_MANAGER'],
      ['Settlement manager', 'STREAMING_SETTLEMENT_MANAGER'],
    ] as const) {
      await on.step(`give another role: ${name}`, async () => {
        await page.byRole('textbox', 'Nickname').fill('nightowl');
        await choose(page.byRole('combobox', 'Role'), name);
        await press('Give the role');
        await page.byRole('dialog').byRole('button', 'Give the role').click();
      });
      await expect.poll(() => [...own.roles.values()]).toEqual([role]);
      await page.byRole('row', new RegExp(`nightowl.*${name}`)).appears();
    }
    await on.step('find who has a role', () =>
      page.byRole('searchbox', 'Find a manager by name or role').fill('settle'),
    );
    await row('방송인01').disappears();
    await row('nightowl').appears();
    // What CHZZK has no name for cannot be chosen.
    const offered = page.byRole('combobox', 'Role');
    expect(await offered.evaluate((list) => (list as HTMLSelectElement).options.length)).toBe(3);
  });

  it('finds the channel of an open tab, and says who may not', async () => {
    await chzzk.goto(`https://chzzk.naver.com/live/${on.stage.manage.of('달밤라디오').channelId}`);
    await on.step('look again', () => press('Check again'));
    await page.byRole('combobox', 'Channel').appears();
    await on.step('choose the other channel', async () => {
      await page.byRole('combobox', 'Channel').tabTo({ back: true });
      await page.hand.press('ArrowDown');
    });
    await says('You may not do this in this channel.');
    await turnTo('Prohibited words');
    await row('바보').appears();
    on.stage.manage.of('달밤라디오').roles.clear();
    await on.step('remove a word without a role any more', () => press('Remove “바보”'));
    await says('You may not do this in this channel.');
    expect(on.stage.manage.of('달밤라디오').words).toHaveLength(3);
  });

  it('has written into the log what was done about viewers', async () => {
    await page.byRole('link', 'Action log').click();
    await page.byRole('searchbox', 'Search the log').fill('nightowl');
    await page.byRole('row', /nightowl.*spam/).appears();
    await page.byRole('searchbox', 'Search the log').fill('이용자01');
    await page.byRole('row', /이용자01/).appears();
  });
});
