import { beforeAll, describe, expect, it } from 'vitest';

import { chzzkManageOrigins } from '../../lib/policy.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { permit, unasked } from './permit.ts';
import { violations } from './violations.ts';

/** The desk: where a channel's managers on CHZZK have room, and from where one gets there. */
describe('the desk', () => {
  const on = suite({ stage: { firefoxPrefs: unasked } });
  let desk: Surface;
  let site: Tab;

  const helped = () => on.stage.manage.of('달밤라디오');
  const row = (name: string) => desk.byRole('rowheader', name);
  const address = async (): Promise<string> => new URL((await desk.url()) ?? '').hash;

  beforeAll(() => permit(on.session, chzzkManageOrigins));

  it('says what is missing: the user’s yes, and a login', async () => {
    desk = await on.session.openExtensionPage(`desk.html#chzzk/${helped().channelId}/words`);
    await on.step('permit it', () => desk.byRole('button', 'Allow on CHZZK').click());
    await desk.byText(/You are not logged in to CHZZK/).appears();
    expect(await violations(desk)).toEqual([]);
    site = await on.session.openTab('https://chzzk.naver.com/');
    await site.page.byRole('button', '로그인').click();
    await site.page.byRole('status').says('방송인01');
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
});
