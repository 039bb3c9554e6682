import { describe, expect, it } from 'vitest';

import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, allowIn } from './moderator.ts';

/**
 * The main job, as a moderator does it: sign in, see who is live, open a channel, time somebody out, take it back.
 */
describe('a moderator', () => {
  const on = suite();
  let popup: Surface;
  let tab: Tab;

  const banOf = (login: string) => {
    const { world } = on.stage;
    return world.banOf(world.user('mainstage').id, world.user(login).id);
  };

  it('signs in with Twitch from the popup', async () => {
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    popup = await on.session.openPopup();
    await on.step('press the button', () => popup.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await on.step('look at the popup, which Firefox closed meanwhile', async () => {
      if (!(await popup.isOpen())) popup = await on.session.openPopup();
      await popup.byText('Stagehand').appears();
    });
  });

  it('sees who is live', async () => {
    await on.step('read the list', async () => {
      const list = popup.byRole('list', 'Live channels');
      await list.byRole('link').appears();
      await popup.byText('14 live').appears();
      await popup.screenshot('popup-live');
    });
  });

  it('opens a channel from the list', async () => {
    await on.step('press the row', () =>
      popup
        .byRole('list', 'Live channels')
        .byRole('link', /MainStage/)
        .click(),
    );
    tab = await on.session.tabAt('https://www.twitch.tv/mainstage');
  });

  it('times a chatter out from the line, and takes it back', async () => {
    on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await on.step('point at the line', async () => {
      await aimAt(tab, 'plainviewer');
      await tab.screenshot('line-hover');
    });
    await on.step('press the timeout', () => tab.ours.byRole('button', 'Timeout 10 minutes').click());
    await allowIn(on, tab.ours.byRole('status'));
    await tab.ours.byRole('status').says(/Timed out plainviewer for 10 minutes/);
    await tab.screenshot('timed-out');
    expect(banOf('plainviewer')).toMatchObject({ moderatorId: on.stage.world.user('stagehand').id });

    await on.step('undo', () => tab.ours.byRole('status').byRole('button', 'Undo').click());
    await tab.screenshot('undone');
    await expect.poll(() => banOf('plainviewer')).toBeUndefined();
  });
});
