import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { viewer } from '../stage/chzzk/manage/state.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { logIn, openChzzk } from './manager.ts';
import { permit, unasked } from './permit.ts';
import { violations } from './violations.ts';

/** The desk: where a channel's managers on CHZZK have room, and from where one gets there. */
describe('the desk', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let desk: Surface;
  let site: Tab;

  const helped = () => on.stage.manage.of('달밤라디오');
  const row = (name: string) => desk.byRole('rowheader', name);
  const deskOf = (channelId: string): RegExp => new RegExp(`/desk\\.html#chzzk/${channelId}/restrictions$`);
  const address = async (): Promise<string> => new URL((await desk.url()) ?? '').hash;

  beforeAll(() => permit(on.session, chzzkManageOrigins));

  it('says what is missing: the user’s yes, and a login', async () => {
    desk = await on.session.openExtensionPage(`desk.html#chzzk/${helped().channelId}/words`);
    await on.step('permit it', () => desk.byRole('button', 'Allow on CHZZK').click());
    await desk.byText(/You are not logged in to CHZZK/).appears();
    expect(await violations(desk)).toEqual([]);
    site = await openChzzk(on);
  });

  it('opens at the place that its address names, and the address follows', async () => {
    await on.step('come back', async () => {
      for (const tab of await on.session.tabs())
        if ((await tab.url())?.includes('/desk.html')) await tab.activate();
    });
    await row('바보').appears();
    expect(await address()).toBe(`#chzzk/${helped().channelId}/words`);
    await on.step('go to the requests', () => desk.byRole('link', 'Requests').click());
    await desk.byText('죄송합니다.').appears();
    expect(await address()).toBe(`#chzzk/${helped().channelId}/requests`);
    await on.step('go to one’s own channel', () => desk.byRole('link', '방송인01 (yours)').click());
    await desk.byRole('heading', '방송인01').appears();
    await desk.byText('죄송합니다.').appears();
    expect(await violations(desk)).toEqual([]);
  });

  it('answers several requests at once, each once it was shown whose', async () => {
    const own = on.stage.manage.of('방송인01');
    const createdDate = '2026-07-04 12:00:00';
    for (const number of [2, 3, 4])
      own.requests.push({
        requestNo: 10 + number,
        restrictSeq: 20 + number,
        user: viewer(number),
        vindication: '…',
        createdDate,
      });
    await on.step('look again', () => desk.byRole('button', 'Check again').click());
    await desk.byText('4 waiting').appears();
    const dialog = desk.byRole('dialog');
    await on.step('turn two down', async () => {
      await desk.byRole('checkbox', 'Choose “이용자03”').click();
      await desk.byRole('checkbox', 'Choose “이용자04”').click();
      await desk.byRole('button', 'Turn down the chosen (2)').click();
      await dialog.byText('Viewers that this is about: 2').appears();
      await dialog.byRole('textbox', 'Why you turn them down').fill('not yet');
      expect(await violations(desk)).toEqual([]);
      await dialog.byRole('button', 'Yes, turn down 2').click();
    });
    await desk.byText('CHZZK’s studio is not open.').appears();
    expect(own.requests).toHaveLength(4);
    await on.step('open the studio', () => desk.byRole('button', 'Open it and continue').click());
    await desk.byText('2 of 2 done.').appears();
    await desk.byText('2 waiting').appears();
    expect(own.requests.map(({ user }) => user.nickname).toSorted()).toEqual(['이용자01', '이용자02']);
    await on.step('accept the rest', async () => {
      await desk.byRole('checkbox', 'Choose all that are in sight').click();
      await desk.byRole('button', 'Accept the chosen (2)').click();
      await dialog.byRole('button', 'Yes, accept 2').click();
    });
    await desk.byText('Nobody asks to be let in').appears();
    await desk.byText('2 of 2 done.').appears();
    expect(own.restrictions).toEqual([]);
  });

  it('is one press away in the popup, which has what is used most for the channel of the tab', async () => {
    await site.goto(`https://chzzk.naver.com/live/${helped().channelId}`);
    await site.activate();
    const popup = await on.session.openPopup();
    await popup.byRole('tab', 'Channel').click();
    await popup.byText('2 restricted').appears();
    await popup.byText(/^1 is waiting/).appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('chzzk-queue');
    const createdDate = '2026-07-04 12:00:00';
    helped().requests.push({
      requestNo: 30,
      restrictSeq: 40,
      user: viewer(6),
      vindication: '…',
      createdDate,
    });
    await on.step('count anew', () => popup.byRole('button', 'Count again').click());
    await popup.byText(/^2 are waiting/).appears();
    await on.step('go to them', () => popup.byRole('button', 'Show them').click());
    await on.step('turn one down', async () => {
      await popup.byRole('button', 'Turn down: 이용자06').click();
      await popup.byRole('textbox', 'Why you turn “이용자06” down').fill('not yet');
      await popup.byRole('button', 'Turn down').click();
    });
    await popup.byText(/^1 is waiting/).appears();
    expect(helped().requests).toHaveLength(1);
    await on.step('come back to the restricted', () => popup.byRole('tab', 'Restricted viewers').click());
    await popup.byText('2 restricted').appears();
    await on.step('restrict somebody', async () => {
      await popup.byRole('textbox', 'Nickname').fill('nightowl');
      await popup.byRole('button', 'Restrict').click();
    });
    await popup.byText('“nightowl” is restricted.').appears();
    expect(helped().restrictions[0]?.user.nickname).toBe('nightowl');
    await on.step('look at a list of the others', async () => {
      await popup.byRole('button', 'More lists').click();
      await popup.byRole('menuitemradio', 'Chat rule').click();
    });
    await popup.byRole('textbox', 'Chat rule').appears();
    await expect
      .poll(() => popup.byRole('tablist', 'CHZZK channels').byRole('tab').texts())
      .toEqual(['Restricted viewers', 'Requests', 'Prohibited words', 'Chat rule']);
    expect(await violations(popup)).toEqual([]);
    await on.step('come back', () => popup.byRole('tab', 'Restricted viewers').click());
    await popup.byText('3 restricted').appears();
    await on.step('go on at the desk', () => popup.byRole('button', 'Open the desk').click());
    // The desk of one's own channel is left alone: something may be under way there.
    const other = await on.session.tabAt(deskOf(helped().channelId));
    await other.page.byRole('rowheader', 'nightowl').appears();
    expect(await address()).toBe(`#chzzk/${on.stage.manage.of('방송인01').channelId}/requests`);
    await other.close();
  });

  it('does many at once from the popup, which may be closed meanwhile', async () => {
    const names = [4, 5, 6, 7, 8, 9].map((index) => viewer(index).nickname);
    const ours = () =>
      helped()
        .restrictions.map(({ user }) => user.nickname)
        .filter((name) => names.includes(name));
    const open = async (): Promise<Surface> => {
      const popup = await on.session.openPopup();
      await popup.byRole('tab', 'Channel').click();
      await popup.byText(/\d+ restricted$/).appears();
      return popup;
    };
    await site.activate();
    let popup = await open();
    const dialog = () => popup.byRole('dialog');
    await on.step('restrict six', async () => {
      await popup.byRole('button', 'Several at once…').click();
      await dialog().byRole('textbox', 'Nicknames').fill(names.join('\n'));
      await dialog().byText('Viewers that this is about: 6').appears();
      expect(await violations(popup)).toEqual([]);
      await popup.screenshot('chzzk-popup-many');
      await dialog().byRole('button', 'Yes, restrict 6').click();
    });
    await popup.byRole('progressbar').appears();
    await popup.screenshot('chzzk-popup-runs');
    await popup.close();
    await expect.poll(ours).not.toEqual([]);
    await on.session.killWorker();
    popup = await open();
    // It went on without anybody who looked on, and shows how far it is.
    await on.step('stop it', async () => {
      await popup.byRole('progressbar').appears();
      await popup.byRole('button', 'Stop').click();
    });
    const over = popup.byText(/^\d of 6 done\.$/);
    await over.appears();
    // One that the background died over may have happened, which is found out when it goes on.
    const stopped = Number.parseInt((await over.texts())[0] ?? '', 10);
    expect([ours().length, ours().length - 1]).toContain(stopped);
    expect(stopped).toBeLessThan(6);
    await popup.byText('You stopped it.').appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('chzzk-popup-stopped');
    await on.step('go on, and close the popup', async () => {
      await popup.byRole('button', `Go on with the other ${6 - stopped}`).click();
      await popup.byRole('progressbar').appears();
      await popup.close();
    });
    await expect.poll(ours, { timeout: 30_000 }).toHaveLength(6);
    popup = await open();
    await popup.byText('6 of 6 done.').appears();
    expect(ours().toSorted()).toEqual(names.toSorted());
    await on.step('take it back', () => popup.byRole('button', 'Lift 6 again').click());
    await expect.poll(ours, { timeout: 30_000 }).toEqual([]);
    await popup.byText('6 of 6 done.').appears();
    await on.step('have read it', () => popup.byRole('button', 'Close').click());
    await popup.byText('6 of 6 done.').disappears();
    await popup.close();
  });

  it('says in the popup while it counts, when CHZZK does not answer, and when nobody is logged in', async () => {
    const { channelId } = on.stage.manage.of('방송인01');
    const place = `api.chzzk.naver.com/manage/v1/channels/${channelId}/restrict-release-requests` as const;
    const waiting = () => popup.css('.ss-queue').byRole('status');
    await site.goto(`https://chzzk.naver.com/live/${channelId}`);
    await site.activate();
    const held = on.stage.drive.hold(place);
    let popup = await on.step('open the popup', () => on.session.openPopup());
    await popup.byRole('tab', 'Channel').click();
    await waiting().says('Counting…');
    expect(await violations(popup)).toEqual([]);
    held.release();
    await waiting().says(/^Nobody is waiting/);
    on.stage.drive.fault(place, { kind: 'status', status: 503 }, Infinity);
    await on.step('count while CHZZK is down', () => popup.byRole('button', 'Count again').click());
    await waiting().says('CHZZK could not be asked.');
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('chzzk-queue-down');
    on.stage.drive.faults.clear();
    await on.step('count again', () => popup.byRole('button', 'Count again').click());
    await waiting().says(/^Nobody is waiting/);
    on.stage.naver.logOut();
    await on.step('count when nobody is logged in', () => popup.byRole('button', 'Count again').click());
    await waiting().says('You are not logged in to CHZZK in this browser.');
    await popup.screenshot('chzzk-queue-signed-out');
    await popup.close();
    // Nobody is signed in to Twitch either: there is only the way in.
    popup = await on.step('open the popup again', () => on.session.openPopup());
    await popup.byText(/You are not logged in to CHZZK/).appears();
    expect(await popup.css('.ss-queue').count()).toBe(0);
    await popup.screenshot('chzzk-panel-signed-out');
    await popup.close();
    await on.step('log in again', async () => {
      await site.goto('https://chzzk.naver.com/');
      await logIn(site);
    });
    await site.goto(`https://chzzk.naver.com/live/${helped().channelId}`);
  });

  it('stands in CHZZK’s page as a panel, for those who have a role there', async () => {
    const before = helped().restrictions.length;
    const button = site.ours.byRole('button', 'Manage this channel');
    const panel = site.ours.byRole('dialog', 'CHZZK channels');
    const has = (words: string | RegExp) => panel.byText(words).appears();
    await site.activate();
    await on.step('open it', () => button.click());
    await panel.byRole('rowheader', 'nightowl').appears();
    await on.step('restrict somebody', async () => {
      await panel.byRole('textbox', 'Nickname').fill('이용자05');
      await panel.byRole('textbox', 'Reason').fill('spam');
      await panel.byRole('button', 'Restrict').click();
    });
    await has('“이용자05” is restricted.');
    await on.step('take it back', () => panel.byRole('button', 'Undo').click());
    await has('“이용자05” is free again.');
    await panel.byRole('rowheader', '이용자05').disappears();
    expect(helped().restrictions).toHaveLength(before);
    await on.step('go to another list', async () => {
      await panel.byRole('button', 'More lists').click();
      await site.ours.byRole('menuitemradio', 'Chat rule').click();
    });
    await panel.byRole('textbox', 'Chat rule').appears();
    await site.screenshot('chzzk/panel');
    await on.step('leave it by key', () => site.page.hand.press('Escape'));
    await panel.disappears();
    await on.step('come back by key, to where one was', () => site.page.hand.press('Enter'));
    await panel.byRole('textbox', 'Chat rule').appears();
    await on.step('go on at the desk', () => panel.byRole('button', 'Open the desk').click());
    const other = await on.session.tabAt(new RegExp(`/desk\\.html#chzzk/${helped().channelId}/rule$`));
    await other.close();
    await site.activate();
    await on.step('go to a channel where one has no role', () =>
      site.goto(`https://chzzk.naver.com/live/${on.stage.manage.of('한강게이머').channelId}`),
    );
    await site.page.byRole('link', '달밤라디오').appears();
    await button.disappears();
    expect(await panel.count()).toBe(0);
  });

  it('opens a window of ours for the stream key, which never comes into CHZZK’s page', async () => {
    const own = () => on.stage.manage.of('방송인01');
    const panel = site.ours.byRole('dialog', 'CHZZK channels');
    const has = (words: string | RegExp) => panel.byText(words).appears();
    await site.goto(`https://chzzk.naver.com/live/${own().channelId}`);
    await on.step('open the panel', () => site.ours.byRole('button', 'Manage this channel').click());
    await panel.byRole('button', 'More lists').appears();
    await on.step('ask for the stream key', async () => {
      await panel.byRole('button', 'More lists').click();
      await site.ours.byRole('menuitemradio', 'Broadcast').click();
      await has('CHZZK’s page cannot see what stands there.');
      await site.screenshot('chzzk/panel-key');
      await panel.byRole('button', 'Read it in a window of its own').click();
    });
    const key = await on.session.tabAt(new RegExp(`/desk\\.html\\?key#chzzk/${own().channelId}/settings$`));
    const asked = () =>
      on.stage.requests.filter(({ path }) => /\/(?:streams|streaming-info)$/.test(path)).length;
    await key.page.byRole('button', 'Read the stream key').appears();
    expect(asked()).toBe(0);
    await on.step('read it there', () => key.page.byRole('button', 'Read the stream key').click());
    await key.page.byText(/^•+$/).appears();
    expect(await violations(key.page)).toEqual([]);
    await key.page.screenshot('chzzk/key-window');
    await on.step('show it', () => key.page.byRole('button', 'Show').click());
    await key.page.byText(own().streamKey).appears();
    expect(asked()).toBeGreaterThan(0);
    await key.close();
    await site.activate();
    expect(await panel.byText(own().streamKey).count()).toBe(0);
    expect(await site.page.evaluate(() => document.documentElement.textContent)).not.toContain(
      own().streamKey,
    );
  });

  it('saves a list as a file from the popup, or on the desk where it must be read first', async () => {
    const own = () => on.stage.manage.of('방송인01');
    own().followers = Array.from({ length: 60 }, (_, index) => ({
      user: viewer(index + 1),
      followDate: '2026-06-01 12:00:00',
    }));
    /** Has the files that a page hands over put aside. */
    const catching = (page: Surface): Promise<void> =>
      page.evaluate(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then((words) => Object.assign(globalThis, { saved: words }));
          return make(blob);
        };
      });
    own().restrictions.push(...helped().restrictions);
    await site.goto(`https://chzzk.naver.com/live/${own().channelId}`);
    await site.activate();
    const popup = await on.session.openPopup();
    await popup.byRole('tab', 'Channel').click();
    await popup.byRole('rowheader', 'nightowl').appears();
    await catching(popup);
    await on.step('save who is restricted', async () => {
      await popup.byRole('button', 'Save as a file').click();
      await popup.byRole('menuitem', 'CSV').click();
    });
    const saved = (page: Surface): Promise<string> =>
      page.evaluate(() => (globalThis as unknown as { saved?: string }).saved ?? '');
    await expect.poll(() => saved(popup)).toMatch(/^id,name,at,until,memo,by\r\n/);
    expect((await saved(popup)).trimEnd().split('\r\n')).toHaveLength(own().restrictions.length + 1);
    await on.step('go to the followers, of whom only a part is in sight', async () => {
      await popup.byRole('button', 'More lists').click();
      await popup.byRole('menuitemradio', 'Followers').click();
    });
    await popup.byText('Followers: 60').appears();
    // The desk of that channel is open: it is the one that reads.
    await catching(desk);
    await on.step('save them', async () => {
      await popup.byRole('button', 'Save as a file').click();
      await popup.byRole('menuitem', 'JSON').click();
    });
    await expect.poll(() => saved(desk)).toMatch(/^\[/);
    expect(JSON.parse(await saved(desk))).toHaveLength(60);
    // What was wished for once is done once: the address says no more than where one is.
    await expect.poll(address).toBe(`#chzzk/${own().channelId}/followers`);
    await site.activate();
  });
});
