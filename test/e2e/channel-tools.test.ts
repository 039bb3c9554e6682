import { describe, expect, it } from 'vitest';

import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { allowIn } from './moderator.ts';

/** What a moderator does from the popup for the channel in the tab. */
describe('the tab’s channel', () => {
  const on = suite();
  let popup: Surface;

  const here = () => popup.byRole('region', /This tab/);
  const room = () => on.stage.world.settingsOf(on.stage.world.user('mainstage').id);

  async function reopen(): Promise<void> {
    if (await popup.isOpen()) return;
    popup = await on.session.openPopup();
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
      .byText(/Followed.*ago/)
      .appears();
  });

  it('switches a mode, once it is allowed, and takes it back', async () => {
    await on.step('press it', () => here().byRole('button', 'Emotes only').click());
    await allowIn(on, here());
    if (!(await popup.isOpen())) {
      await reopen();
      await on.step('press it again', () => here().byRole('button', 'Emotes only').click());
    }
    await here().byText('The chat mode is changed.').appears();
    expect(room().emoteOnly).toBe(true);
    await popup.screenshot('channel-tools');
    await on.step('undo', () => here().byRole('button', 'Undo').click());
    await expect.poll(() => room().emoteOnly).toBe(false);
  });

  it('makes a clip', async () => {
    await on.step('press it', () => here().byRole('button', 'Clip').click());
    await allowIn(on, here());
    if (!(await popup.isOpen())) {
      await reopen();
      await on.step('press it again', () => here().byRole('button', 'Clip').click());
    }
    await here().byText('The clip is made.').appears(20_000);
    await here().byRole('button', 'Edit clip').appears();
  });
});
