import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { viewer } from '../stage/chzzk/manage/state.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { openChzzk } from './manager.ts';
import { permit, unasked } from './permit.ts';
import { savedFrom } from './saved.ts';
import { violations } from './violations.ts';

/** Who follows and subscribes to a channel on CHZZK, its videos, and how it broadcasts. */
describe('a channel’s audience and broadcasts on CHZZK', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let page: Surface;

  const own = () => on.stage.manage.of('방송인01');
  const row = (name: string): Locator => page.byRole('rowheader', name);
  const press = (name: string): Promise<void> => page.byRole('button', name).click();
  const says = (words: RegExp | string): Promise<unknown> => page.byText(words).appears();
  /** Chooses once it is offered. The list of a select opens outside the page, where no hand of ours reaches. */
  const choose = (select: Locator, words: string): Promise<void> =>
    expect
      .poll(() =>
        select.evaluate((element, wanted) => {
          const list = element as HTMLSelectElement;
          const index = [...list.options].findIndex(({ text }) => text === wanted);
          if (index === -1) return false;
          list.selectedIndex = index;
          list.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        }, words),
      )
      .toBe(true);

  beforeAll(async () => {
    await permit(on.session, chzzkManageOrigins);
    const site = await openChzzk(on);
    await site.goto('https://studio.chzzk.naver.com/');
    page = await on.session.openExtensionPage('options.html#chzzk');
    await press('Allow on CHZZK');
    await row('이용자02').appears();
  });

  it('changes a restriction from its row, and takes that back', async () => {
    const change = 'Change the restriction of “이용자02”';
    const now = () => own().restrictions.find(({ user }) => user.nickname === '이용자02');
    await on.step('change it', async () => {
      await press(change);
      const form = page.byRole('form', change);
      await choose(form.byRole('combobox', 'How long'), '30 days');
      await form.byRole('textbox', 'Reason from now on').fill('spam');
      await form.byRole('button', 'Save').click();
    });
    await says('The restriction of “이용자02” is changed.');
    await says('spam');
    expect(now()).toMatchObject({ memo: 'spam', releaseDate: expect.any(String) as string });
    expect(await violations(page)).toEqual([]);
    await on.step('take that back', () => press('Undo'));
    await expect.poll(now).toMatchObject({ memo: '', releaseDate: null });
    await page.byText('spam').disappears();
  });

  it('restricts several, then lifts several, each once it was shown whom', async () => {
    const names = () => own().restrictions.map(({ user }) => user.nickname);
    await on.step('restrict three, one of whom nobody knows', async () => {
      await press('Several at once…');
      const dialog = page.byRole('dialog', 'Restrict these viewers?');
      await dialog.byRole('textbox', 'Nicknames').fill('이용자05\n이용자06\nnobody');
      await dialog.byText('Viewers that this is about: 3').appears();
      expect(await violations(page)).toEqual([]);
      await dialog.byRole('button', 'Yes, restrict 3').click();
    });
    await says('2 of 3 done.');
    await page
      .byRole('list', 'What CHZZK refused')
      .byText(/nobody/)
      .appears();
    expect(names().toSorted()).toEqual(['이용자01', '이용자02', '이용자05', '이용자06']);
    await row('이용자06').appears();
    expect(await violations(page)).toEqual([]);
    await on.step('lift two of them', async () => {
      await page.byRole('checkbox', 'Choose “이용자02”').click();
      await page.byRole('checkbox', 'Choose “이용자05”').click();
      await press('Lift the chosen (2)');
      await page.byRole('dialog').byRole('button', 'Yes, lift 2').click();
    });
    await says('2 of 2 done.');
    await row('이용자02').disappears();
    expect(names().toSorted()).toEqual(['이용자01', '이용자06']);
    await on.step('take back what can be', () => press('Restrict 2 again'));
    await row('이용자02').appears();
    await says('2 of 2 done.');
    expect(names().toSorted()).toEqual(['이용자01', '이용자02', '이용자05', '이용자06']);
  });

  it('lists the followers part by part, sorts and finds them, and tells how often they chatted', async () => {
    own().followers = Array.from({ length: 60 }, (_, index) => ({
      user: viewer(index + 1),
      followDate: new Date(Date.UTC(2026, 5, 1 + index)).toISOString().slice(0, 19).replace('T', ' '),
    }));
    await page.byRole('tab', 'Followers').click();
    await row('이용자60').appears();
    await says('Followers: 60');
    await on.step('bring the rest', () => press('Show more (10 left)'));
    await row('이용자01').appears();
    const saved = await savedFrom(page);
    await on.step('save them all', async () => {
      await press('Save as a file');
      await page.byRole('menuitem', 'CSV').click();
    });
    await expect.poll(saved).toMatch(/^id,name,at\r\n/);
    expect((await saved()).trimEnd().split('\r\n')).toHaveLength(61);
    await on.step('save them as JSON', async () => {
      await press('Save as a file');
      await page.byRole('menuitem', 'JSON').click();
    });
    await expect.poll(saved).toMatch(/^\[/);
    const rows = JSON.parse(await saved()) as unknown[];
    expect(rows).toHaveLength(60);
    expect(rows).toContainEqual({
      id: viewer(1).userIdHash,
      name: '이용자01',
      at: expect.stringMatching(/^2026-0\d-\d\dT\d\d:00:00\.000Z$/) as string,
    });
    await on.step('begin with the oldest', () => choose(page.byRole('combobox', 'Sort by'), 'Longest first'));
    await row('이용자60').disappears();
    await on.step('ask how often one chatted', () => press('How often “이용자01” chatted'));
    await says(/Messages in this channel: 42/);
    expect(await violations(page)).toEqual([]);
    await on.step('find one', () => page.byRole('searchbox', 'Find a nickname').fill('이용자05'));
    await says('Followers: 1');
  });

  it('narrows the subscribers down', async () => {
    await page.byRole('tab', 'Subscribers').click();
    await row('이용자03').appears();
    await on.step('choose a tier', () => choose(page.byRole('combobox', 'Tier'), 'Tier 2'));
    await row('이용자03').disappears();
    await says('14 months');
    await on.step('choose any tier, and those who paid for a month', async () => {
      await choose(page.byRole('combobox', 'Tier'), 'All tiers');
      await row('이용자03').appears();
      await choose(page.byRole('combobox', 'Paid for'), '1 month');
    });
    await row('이용자04').disappears();
    await row('이용자03').appears();
    await on.step('choose those who paid for three', () =>
      choose(page.byRole('combobox', 'Paid for'), '3 months'),
    );
    await says('Nothing found');
    await on.step('choose any, and find one by name', async () => {
      await choose(page.byRole('combobox', 'Paid for'), 'Paid for any time');
      await row('이용자04').appears();
      await page.byRole('searchbox', 'Find a nickname').fill('자04');
    });
    await row('이용자03').disappears();
    await says('Subscribers: 1');
    // What is not chosen is not asked for: CHZZK refuses what is empty.
    const asked = on.stage.requests.filter(({ path }) => path.endsWith('/subscribers'));
    expect(asked.map(({ query }) => query).filter((query) => /(=&|=$)/.test(query))).toEqual([]);
    await on.step('begin with those who stay longest', async () => {
      await press('Clear search');
      await choose(page.byRole('combobox', 'Sort by'), 'Longest first');
      await row('이용자03').appears();
    });
    await expect
      .poll(async () => (await page.byRole('rowheader').texts()).join(' '))
      .toMatch(/이용자04.*이용자03/);
    await on.step('restrict one of them', async () => {
      await page.byRole('checkbox', 'Choose “이용자04”').click();
      await press('Restrict the chosen (1)');
      await page.byRole('dialog').byRole('button', 'Yes, restrict 1').click();
    });
    await says('1 of 1 done.');
    expect(own().restrictions[0]).toMatchObject({ user: { nickname: '이용자04' } });
    await on.step('take that back', () => press('Lift 1 again'));
    await expect.poll(() => own().restrictions.map(({ user }) => user.nickname)).not.toContain('이용자04');
    await says('1 of 1 done.');
  });

  it('lists replays and clips, and asks before it removes one', async () => {
    await page.byRole('tab', 'Videos').click();
    await row('다시보기').appears();
    await says('3:48:19');
    await on.step('look at the videos', () => choose(page.byRole('combobox', 'Kind'), 'Videos'));
    await row('하이라이트').appears();
    await on.step('look at what others made', () =>
      choose(page.byRole('combobox', 'Kind'), 'Clips by others'),
    );
    await row('이 장면').appears();
    await on.step('look at the clips', () => choose(page.byRole('combobox', 'Kind'), 'Clips that you made'));
    await row('하이라이트 3').appears();
    expect(await violations(page)).toEqual([]);
    await on.step('remove one', async () => {
      await press('Remove the clip “하이라이트 2”');
      await page.byRole('dialog').byRole('button', 'Yes, remove it').click();
    });
    await says('The clip “하이라이트 2” is removed.');
    expect(own().madeClips.map(({ clipTitle }) => clipTitle)).toEqual(['하이라이트 3']);
    await on.step('remove the chosen ones', async () => {
      await page.byRole('checkbox', 'Choose “하이라이트 3”').click();
      await press('Remove the chosen (1)');
      await page.byRole('dialog').byRole('button', 'Yes, remove 1').click();
    });
    await says('1 of 1 done.');
    expect(own().madeClips).toEqual([]);
  });

  it('keeps the live settings, and shows the stream key by a press alone', async () => {
    const before = { ...own().settings };
    await page.byRole('tab', 'Broadcast').click();
    await on.step('set them', async () => {
      await page.byRole('textbox', 'Find a category').fill('마인');
      await choose(page.byRole('combobox', 'Category'), '마인크래프트');
      await page.byRole('textbox', 'Title').fill('Tonight');
      await press('Save');
    });
    await says('The live settings are saved.');
    expect(own().settings).toEqual({
      ...before,
      defaultLiveTitle: 'Tonight',
      category: { categoryType: 'GAME', categoryId: 'Minecraft', categoryValue: '마인크래프트' },
    });
    await on.step('take that back', () => press('Undo'));
    await expect.poll(() => own().settings).toEqual(before);
    await expect
      .poll(() => page.byRole('textbox', 'Title').evaluate((field) => (field as HTMLInputElement).value))
      .toBe(before.defaultLiveTitle);
    await on.step('read the key', () => press('Read the stream key'));
    await says(/^•+$/);
    expect(await page.evaluate(() => document.body.textContent)).not.toContain(own().streamKey);
    expect(await violations(page)).toEqual([]);
    await on.step('show it, copy it, and take it away', async () => {
      await press('Show');
      await says(own().streamKey);
      await press('Copy: Stream key');
      await says('Copied');
      await press('Take it away');
      await page.byText(own().streamKey).disappears();
    });
    await page.byRole('button', 'Read the stream key').appears();
  });

  it('has the change of a restriction in the action log, from where it can be taken back as well', async () => {
    const now = () => own().restrictions.find(({ user }) => user.nickname === '이용자02');
    await page.byRole('tab', 'Restricted viewers').click();
    const change = 'Change the restriction of “이용자02”';
    await on.step('change it', async () => {
      await press(change);
      const form = page.byRole('form', change);
      await choose(form.byRole('combobox', 'How long'), '90 days');
      await form.byRole('textbox', 'Reason from now on').fill('scam');
      await form.byRole('button', 'Save').click();
    });
    await says('The restriction of “이용자02” is changed.');
    expect(now()).toMatchObject({ memo: 'scam' });
    await page.byRole('link', 'Action log').click();
    await page.byRole('searchbox', 'Search the log').fill('이용자02');
    await page.byRole('row', /Restriction changed: 30 days.*spam.*Undone/).appears();
    await page.byRole('row', /Restriction changed: 90 days.*scam/).appears();
    await page.screenshot('chzzk/log-changed');
    expect(await violations(page)).toEqual([]);
    await on.step('take it back from there', () => press('Undo: Restriction changed: 90 days, 이용자02'));
    await page.byRole('row', /Restriction changed: 90 days.*scam.*Undone/).appears();
    expect(now()).toMatchObject({ memo: '', releaseDate: null });
  });

  it('has lists of more than 500, part by part, and finds whoever stands at their end', async () => {
    const createdDate = '2026-07-02 12:00:00';
    const people = Array.from({ length: 520 }, (_, index) => ({ user: viewer(index + 1), seq: index + 1 }));
    Object.assign(own(), {
      restrictions: people.map((one) => ({
        ...one,
        executeNickname: '방송인01',
        createdDate,
        releaseDate: null,
        memo: '',
      })),
      requests: people.map(({ user, seq }) => ({
        user,
        requestNo: seq,
        restrictSeq: seq,
        vindication: '…',
        createdDate,
      })),
      followers: people.map(({ user }) => ({ user, followDate: createdDate })),
      subscribers: people.map(({ user }) => ({
        user,
        totalMonth: 3,
        tier: 'TIER_1',
        publishPeriod: 1,
        createdDate,
      })),
    } as const satisfies Partial<ReturnType<typeof own>>);
    await page.byRole('link', 'CHZZK channels').click();
    for (const [list, all, one] of [
      ['Requests', '520 waiting', '1 waiting'],
      ['Restricted viewers', '520 restricted', '1 restricted'],
      ['Followers', 'Followers: 520', 'Followers: 1'],
      ['Subscribers', 'Subscribers: 520', 'Subscribers: 1'],
    ] as const) {
      await on.step(`look at ${list}`, () => page.byRole('tab', list).click());
      await says(all);
      await on.step('bring more', () => press('Show more (470 left)'));
      await page.byRole('button', 'Show more (420 left)').appears();
      await expect.poll(() => page.byRole('rowheader').count()).toBe(100);
      await on.step('find the one at the end', () =>
        page.byRole('searchbox', 'Find a nickname').fill('이용자520'),
      );
      await says(one);
      await row('이용자520').appears();
    }
  });

  it('says that no page of CHZZK’s is open, and goes on with what was asked once it has opened one', async () => {
    own().restrictions = [];
    for (const tab of await on.session.tabs())
      if ((await tab.url())?.includes('chzzk.naver.com')) await tab.close();
    await page.byRole('tab', 'Restricted viewers').click();
    await on.step('restrict somebody', async () => {
      await page.byRole('textbox', 'Nickname').fill('nightowl');
      await press('Restrict');
    });
    await says('No page of CHZZK’s is open.');
    expect(own().restrictions).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await on.step('let it open one', () => press('Open it and continue'));
    await says('“nightowl” is restricted.');
    await row('nightowl').appears();
    expect(own().restrictions).toHaveLength(1);
  });
});
