import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import { viewer } from '../stage/chzzk/manage/state.ts';
import type { FaultPlace } from '../stage/faults.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { openChzzk } from './manager.ts';
import { permit, unasked } from './permit.ts';

/**
 * Many at once on CHZZK, while the background dies in the middle of one, or CHZZK is in trouble: each is done once, and what is left
 * can be gone on with.
 */
describe('many at once on CHZZK, when something goes wrong', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let page: Surface;

  const own = () => on.stage.manage.of('방송인01');
  const placeOf = (path: string): FaultPlace =>
    `api.chzzk.naver.com/manage/v1/channels/${own().channelId}${path}`;
  const press = (name: string): Promise<void> => page.byRole('button', name).click();
  const says = (words: RegExp | string): Promise<unknown> => page.byText(words).appears();
  const turnTo = (tab: string): Promise<void> => page.byRole('tab', tab).click();
  const row = (name: string): Locator => page.byRole('rowheader', name);
  const dialog = () => page.byRole('dialog');
  const choose = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await page.byRole('checkbox', `Choose “${name}”`).click();
  };
  /** How often that was asked for; a browser's own question beforehand is none. */
  const asked = (method: string, path: string): number =>
    on.stage.requests.filter((one) => one.method === method && one.path.startsWith(path)).length;
  const managed = (path: string): string => `/manage/v1/channels/${own().channelId}${path}`;

  /** Lets the background die while the next call to `path` is under way, which arrives all the same. */
  async function dyingAt(path: string, begin: () => Promise<void>): Promise<void> {
    const held = on.stage.drive.hold(placeOf(path));
    await begin();
    await held.arrived;
    await on.session.killWorker();
    held.release();
  }

  async function addWords(...words: readonly string[]): Promise<void> {
    await press('Several at once…');
    await dialog().byRole('textbox', 'Words').fill(words.join('\n'));
    await dialog().byRole('button', `Add ${words.length}`).click();
  }
  const words = (): string[] => own().words.map(({ prohibitWord }) => prohibitWord);

  beforeAll(async () => {
    await permit(on.session, chzzkManageOrigins);
    const site = await openChzzk(on);
    await site.goto('https://studio.chzzk.naver.com/');
    const number = (index: number): number => 10 + index;
    own().requests = [3, 4, 5, 6, 7, 8].map((index) => ({
      requestNo: number(index),
      restrictSeq: 20 + index,
      user: viewer(index),
      vindication: '…',
      createdDate: '2026-07-04 12:00:00',
    }));
    own().restrictions = [6, 7, 8].map((index) => ({
      seq: 20 + index,
      user: viewer(index),
      executeNickname: '방송인01',
      createdDate: '2026-07-02 12:00:00',
      releaseDate: null,
      memo: '',
    }));
    page = await on.session.openExtensionPage('options.html#chzzk');
    await press('Allow on CHZZK');
    await row('이용자06').appears();
  });

  it('accepts requests, each once, whatever becomes of the background', async () => {
    await turnTo('Requests');
    await says('6 waiting');
    await on.step('accept three, and die at the second', () =>
      dyingAt(`/restrict-users/${viewer(7).userIdHash}`, async () => {
        await choose('이용자06', '이용자07', '이용자08');
        await press('Accept the chosen (3)');
        await dialog().byRole('button', 'Yes, accept 3').click();
      }),
    );
    await says('3 of 3 done.');
    await says('3 waiting');
    expect(own().restrictions).toEqual([]);
    expect(asked('DELETE', managed(`/restrict-users/${viewer(6).userIdHash}`))).toBe(1);
    expect(asked('DELETE', managed(`/restrict-users/${viewer(8).userIdHash}`))).toBe(1);
    await page.byRole('link', 'Action log').click();
    await page.byRole('searchbox', 'Search the log').fill('이용자07');
    await page.byRole('row', /Restriction lifted.*Done/).appears();
    expect(await page.byRole('row', /Restriction lifted/).count()).toBe(1);
    await page.byRole('link', 'CHZZK channels').click();
  });

  it('turns requests down, each once, whatever becomes of the background', async () => {
    await turnTo('Requests');
    await says('3 waiting');
    await on.step('turn three down, and die at the second', () =>
      dyingAt('/restrict-release-requests/14/reject', async () => {
        await choose('이용자03', '이용자04', '이용자05');
        await press('Turn down the chosen (3)');
        await dialog().byRole('textbox', 'Why you turn them down').fill('not yet');
        await dialog().byRole('button', 'Yes, turn down 3').click();
      }),
    );
    await says('3 of 3 done.');
    await says('Nobody asks to be let in');
    expect(own().requests).toEqual([]);
    for (const number of [13, 15])
      expect(asked('PUT', managed(`/restrict-release-requests/${number}/`))).toBe(1);
    await page.byRole('link', 'Action log').click();
    await page.byRole('searchbox', 'Search the log').fill('이용자04');
    await page.byRole('row', /Request turned down.*not yet.*Done/).appears();
    expect(await page.byRole('row', /Request turned down/).count()).toBe(1);
    await page.byRole('searchbox', 'Search the log').fill('이용자08');
    await page.byRole('row', /Restriction lifted: request accepted/).appears();
    await page.byRole('link', 'CHZZK channels').click();
  });

  it('adds words, each once', async () => {
    await turnTo('Prohibited words');
    await row('바보').appears();
    const before = words();
    await on.step('add three, and die at the first', () =>
      dyingAt('/chats/prohibit-words', () => addWords('casino', 'spam', 'scam')),
    );
    await says('0 of 3 done.');
    await says('Not sure whether it worked');
    await expect.poll(words).toContain('casino');
    await on.step('go on', () => press('Go on with the other 3'));
    await row('scam').appears();
    await says('3 of 3 done.');
    expect(words()).toEqual([...before, 'casino', 'spam', 'scam']);
  });

  it('says what trouble CHZZK is in, loses nothing, and goes on once that is over', async () => {
    const before = words();
    const { drive } = on.stage;
    // Another list first: the words come anew.
    await turnTo('Chat rule');
    await page.byRole('textbox', 'Chat rule').appears();
    drive.fault(placeOf('/chats/prohibit-words'), { kind: 'status', status: 500 });
    await on.step('look at the words', () => turnTo('Prohibited words'));
    await says('CHZZK could not be asked.');
    await says(/It has trouble right now \(error 500\)/);
    await row('scam').appears();
    await on.step('look again', () => press('Try again'));
    await page.byText('CHZZK could not be asked.').disappears();
    drive.fault(placeOf('/chats/prohibit-words'), { kind: 'status', status: 500 });
    await on.step('begin while its server is broken', () => addWords('one', 'two'));
    await says('0 of 2 done.');
    await says('Not sure whether it worked');
    expect(words()).toEqual(before);
    // It does what it is asked, and answers with a page for people.
    const page503 = '<!doctype html><title>서비스 점검 중</title>';
    drive.fault(placeOf('/chats/prohibit-words'), { kind: 'body', text: page503, status: 503 });
    await on.step('go on too early', () => press('Go on with the other 2'));
    // The look before it goes on is what meets the page.
    await says(/It has trouble right now \(error 503\)/);
    expect(words()).toEqual(before);
    await on.step('go on', () => press('Go on with the other 2'));
    await row('two').appears();
    await says('2 of 2 done.');
    expect(words()).toEqual([...before, 'one', 'two']);
    expect(asked('POST', managed('/chats/prohibit-words'))).toBe(3 + 3);
  });

  it('stops in the middle at a press, and goes on from there', async () => {
    const before = words();
    await on.step('add three, and stop at the first', async () => {
      const held = on.stage.drive.hold(placeOf('/chats/prohibit-words'));
      await addWords('four', 'five', 'six');
      await held.arrived;
      await press('Stop');
      held.release();
    });
    await says('1 of 3 done.');
    await says('You stopped it.');
    expect(words()).toEqual([...before, 'four']);
    await on.step('go on', () => press('Go on with the other 2'));
    await row('six').appears();
    await says('3 of 3 done.');
    expect(words()).toEqual([...before, 'four', 'five', 'six']);
  });

  it('warms a session that CHZZK refuses, before it says that one may not', async () => {
    const { manage, requests } = on.stage;
    await page.byRole('textbox', 'New word').fill('cold');
    const before = requests.length;
    manage.warm.clear();
    manage.cold = true;
    await on.step('add one', () => press('Add'));
    await says('“cold” is added.');
    manage.cold = false;
    const asked = requests
      .slice(before)
      .filter(({ method, path }) => method !== 'OPTIONS' && path.startsWith(managed('/')))
      .map(({ method, path, status }) => `${method} ${path.split('/').at(-1) ?? ''} ${status}`);
    expect(asked.slice(0, 3)).toEqual([
      'POST prohibit-words 403',
      'GET my-role 200',
      'POST prohibit-words 200',
    ]);
    expect(words().filter((word) => word === 'cold')).toHaveLength(1);
  });

  it('removes clips, each once', async () => {
    await turnTo('Videos');
    await row('다시보기').appears();
    await on.step('look at the clips', () =>
      page.byRole('combobox', 'Kind').evaluate((element) => {
        const list = element as HTMLSelectElement;
        list.selectedIndex = [...list.options].findIndex(({ text }) => text === 'Clips that you made');
        list.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    );
    await row('하이라이트 3').appears();
    await on.step('remove both, and die at the first', () =>
      dyingAt('/clips/clip000002', async () => {
        await choose('하이라이트 2', '하이라이트 3');
        await press('Remove the chosen (2)');
        await dialog().byRole('button', 'Yes, remove 2').click();
      }),
    );
    await says('Not sure whether it worked');
    await expect.poll(() => own().madeClips.map(({ clipTitle }) => clipTitle)).toEqual(['하이라이트 3']);
    await on.step('go on', () => press('Go on with the other 2'));
    await says('2 of 2 done.');
    expect(own().madeClips).toEqual([]);
    for (const number of [2, 3]) expect(asked('DELETE', managed(`/clips/clip00000${number}`))).toBe(1);
  });
});
