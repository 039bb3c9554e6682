import { describe, expect, it } from 'vitest';

import { crowd } from './crowd.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { allowIn, linesOf } from './moderator.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** What a moderator does from the popup for the channel in the tab. */
describe('the tab’s channel', () => {
  const on = suite({ reducedMotion: true, stage: { follows: crowd } });
  let popup: Surface;

  const here = () => popup.byRole('region', /This tab/);
  const room = () => on.stage.world.settingsOf(on.stage.world.user('mainstage').id);

  const asksFor = (wanted: string): number => on.stage.requests.filter(({ path }) => path === wanted).length;

  /** Whether the toolbar button says so while the tab with that address is in front. */
  const numberOn = async (address: string, words: string): Promise<boolean> => {
    interface Api {
      readonly tabs: {
        query(of: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
      };
      readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
    }
    const { tabs, action } = (globalThis as unknown as { readonly chrome: Api }).chrome;
    const tab = (await tabs.query({})).find(({ url }) => url === address);
    return tab !== undefined && (await action.getBadgeText({ tabId: tab.id })) === words;
  };

  async function reopen(): Promise<void> {
    if (await popup.isOpen()) return;
    popup = await on.session.openPopup();
  }

  /** Presses `name`, and allows what it needs the first time. Firefox closes the popup meanwhile. */
  async function allowing(name: string): Promise<void> {
    await on.step(`press ${name}`, () => here().byRole('button', name).click());
    await allowIn(on, here());
    if (await popup.isOpen()) return;
    await reopen();
    await on.step(`press ${name} again`, () => here().byRole('button', name).click());
  }

  it('says what one is there, and since when one follows', async () => {
    await on.session.openTab('https://www.twitch.tv/mainstage');
    popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    await reopen();
    await popup.byText('Stagehand').appears();
    await on.step('choose the tab', () => popup.byRole('tab', 'Channel').click());
    await here().byText('MainStage').appears();
    await here().byText('Moderator').appears();
    await here()
      .byText(/^Following for \d+ year/)
      .appears();
  });

  it('counts who asks to be unbanned, once that is allowed, and shows it on the tab', async () => {
    for (const login of ['plainviewer', 'mothlamp'])
      on.stage.world.safety.requestUnban('mainstage', login, 'sorry');
    await here().byText('Needs your permission').appears();
    expect(asksFor('/helix/moderation/unban_requests')).toBe(0);
    await on.step('allow it', () => here().byRole('button', 'Allow').click());
    await on.session.consent('Authorize');
    if (!(await popup.isOpen())) {
      await reopen();
      await on.step('choose the tab again', () => popup.byRole('tab', 'Channel').click());
    }
    await here()
      .byText(/^2 are waiting/)
      .appears();
    await popup.screenshot('channel-queue');
    expect(await violations(popup)).toEqual([]);
    on.stage.world.safety.requestUnban('mainstage', 'teapot_tyrant', 'me too');
    await on.step('count again', () => here().byRole('button', 'Count again').click());
    await here()
      .byText(/^3 are waiting/)
      .appears();

    const options = await on.session.openExtensionPage('options.html#live');
    await on.step('have it on the button', () =>
      options.byRole('radio', 'Requests in the tab’s channel').click(),
    );
    await stored(options, 'settings', '"live.badgeOf":"queues"');
    await options.waitUntil('the tab’s own number', numberOn, 'https://www.twitch.tv/mainstage', '3');
    await on.step('have live channels on it', () => options.byRole('radio', 'Live channels').click());
    await stored(options, 'settings', '"live.badgeOf":"live"');
    await options.waitUntil('the tab’s own number to go', numberOn, 'https://www.twitch.tv/mainstage', '314');
    await options.close();
    await reopen();
  });

  it('switches a mode, once it is allowed, and takes it back', async () => {
    await allowing('Emotes only');
    await here().byText('The chat mode is changed.').appears();
    expect(room().emoteOnly).toBe(true);
    await popup.screenshot('channel-tools');
    await on.step('undo', () => here().byRole('button', 'Undo').click());
    await expect.poll(() => room().emoteOnly).toBe(false);
  });

  it('puts up the shield, and takes it down', async () => {
    const shield = () => on.stage.world.safety.shieldOf(on.stage.world.user('mainstage').id)?.active ?? false;
    await allowing('Shield mode');
    await here().byText('Shield mode is on.').appears();
    expect(shield()).toBe(true);
    await on.step('press it once more', () => here().byRole('button', 'Shield mode').click());
    await here().byText('Shield mode is off.').appears();
    expect(shield()).toBe(false);
  });

  it('makes a clip', async () => {
    await allowing('Clip');
    await here().byText('The clip is made.').appears(20_000);
    await here().byRole('button', 'Edit clip').appears();
  });

  it('marks a moment of one’s own stream', async () => {
    const { id } = on.stage.world.user('stagehand');
    on.stage.drive.goLive('stagehand');
    await popup.close();
    await on.session.openTab('https://www.twitch.tv/stagehand');
    popup = await on.session.openPopup();
    await allowing('Set marker');
    await here()
      .byText(/^Marked at/)
      .appears();
    expect(on.stage.world.recordings.running(id)?.markers).toHaveLength(1);
  });

  it('knows a VIP and an editor by what the page says, and lets an editor mark', async () => {
    const { id } = on.stage.world.user('gta_gran');
    on.stage.drive.goLive('gta_gran');
    on.stage.drive.say('gta_gran', { from: 'plainviewer', text: 'hello' });
    on.stage.world.setVip('gta_gran', 'stagehand');
    on.stage.world.setEditor('gta_gran', 'stagehand');
    await popup.close();
    const page = await on.session.openTab('https://www.twitch.tv/gta_gran');
    await linesOf(page, 'plainviewer').appears();
    popup = await on.session.openPopup();
    await here().byText('Editor').appears();
    await here().byText('VIP').appears();
    expect(await here().byRole('button', 'Shield mode').count()).toBe(0);
    await popup.screenshot('channel-editor');
    await on.step('mark it', () => here().byRole('button', 'Set marker').click());
    await here()
      .byText(/^Marked at/)
      .appears();
    expect(on.stage.world.recordings.running(id)?.markers).toHaveLength(1);
  });
});
