import { rm } from 'node:fs/promises';

import { afterAll, describe, expect, it } from 'vitest';

import { features } from '../../lib/features.ts';
import { clients } from '../stage/world/seed.ts';
import type { Surface } from './drive/session.ts';
import { browserName, builtFor, suite } from './drive/suite.ts';
import { aimAt, allowIn, banOf, home } from './moderator.ts';
import { withoutClientId } from './without-client-id.ts';

const extensionDir = await withoutClientId(builtFor(browserName));
afterAll(() => rm(extensionDir, { recursive: true }));

/**
 * What a user decides about applications, permissions, and who acts where; all of it in the options and the popup. The build
 * is made for no application: everything here goes through the user's own.
 */
describe('a user with accounts', () => {
  const on = suite({ extensionDir });
  let options: Surface;

  const check = async (says: RegExp): Promise<void> => {
    await on.step('press Check', () => options.byRole('button', 'Check').click());
    await options.css('.ss-client-check').byRole('status').says(says);
  };

  async function enter(clientId: string): Promise<void> {
    await on.step(`enter the client id ${clientId}`, async () => {
      await options.byRole('textbox', 'Client id').fill(clientId);
      await options.byRole('button', 'Save').click();
      await options.byText('Saved').appears();
    });
  }

  /** The scopes of every token of `login` that still holds. */
  const granted = (login: string): (readonly string[])[] => {
    const { auth } = on.stage.world;
    const { id } = on.stage.world.user(login);
    return [...auth.issued].flatMap((issued) => {
      const token = auth.token(issued);
      return token?.userId === id ? [token.scopes] : [];
    });
  };

  it('is told where to enter an application, when the build is made for none', async () => {
    const popup = await on.session.openExtensionPage('popup.html');
    await popup.byText('Sidestage has no Twitch client id').appears();
    await on.step('open the options', () => popup.byRole('button', 'Open options').click());
    await on.session.tabAt(`${on.session.origin}/options.html`);
    await popup.close();
  });

  it('is told what is wrong with an application, and what is right', async () => {
    options = await on.session.openExtensionPage('options.html');
    await options.byText(/First enter the client id of a Twitch application/).appears();
    await enter('nobody0knows0this0client0id001');
    await check(/Twitch does not know this client id/);
    await enter(clients.public);
    await check(/Choose “Public” here/);
    await enter(clients.confidential);
    await check(/^Twitch knows this application/);
  });

  it('allows a feature ahead of its first use, and takes it away again', async () => {
    await on.step('sign in', () => options.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await options.byRole('button', 'Sign out: Stagehand').appears();
    await options.css('.ss-permissions summary').click();
    await on.step('allow', () => options.byRole('button', 'Allow: Timeouts and bans').click());
    await on.session.consent('Authorize');
    await options.byRole('button', 'Take away: Timeouts and bans').appears();
    const [scope] = features.bans.scopes;
    await expect.poll(() => granted('stagehand').map((scopes) => scopes.includes(scope))).toEqual([true]);

    await on.step('take it away', () => options.byRole('button', 'Take away: Timeouts and bans').click());
    await options.byRole('button', 'Allow: Timeouts and bans').appears();
    await expect.poll(() => granted('stagehand').map((scopes) => scopes.includes(scope))).toEqual([false]);
  });

  it('moderates in one channel as somebody else', async () => {
    const tab = await on.session.openTab(home);
    let popup = await on.session.openPopup();
    const choose = (item: string): Promise<void> =>
      on.step(`choose ${item}`, async () => {
        if (!(await popup.isOpen())) popup = await on.session.openPopup();
        await popup.byRole('button', 'Switch account').click();
        await popup.byRole('menu', 'Switch account').byText(item).click();
      });
    await choose('Sign in to another account');
    const consent = await on.session.consentPage();
    await consent.css('select[name="login"]').evaluate((element) => {
      (element as HTMLSelectElement).value = 'mainstage';
    });
    await on.session.consent('Authorize');
    if (!(await popup.isOpen())) popup = await on.session.openPopup();
    await popup.css('.ss-popup-account').byText('MainStage').appears();
    await choose('Stagehand');
    await popup.css('.ss-popup-account').byText('Stagehand').appears();
    await on.step('let MainStage moderate here', async () => {
      await popup.byRole('button', 'Switch account').click();
      await popup.screenshot('moderate-here-as');
      await popup.byRole('group', 'Moderate mainstage as').byText('MainStage').click();
    });
    // A popup that closes takes its question with it: the choice has to be stored by then, and the menu draws what is.
    await popup.byRole('button', 'Switch account').click();
    await popup.css('[role="menuitemradio"][aria-checked="true"][data-label="MainStage"]').appears();
    await popup.close();

    await tab.activate();
    on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await on.step('point at the line', () => aimAt(tab, 'plainviewer'));
    await on.step('press the timeout', () => tab.ours.byRole('button', 'Timeout 10 minutes').click());
    await allowIn(on, tab.ours.byRole('status'));
    await tab.ours.byRole('status').says(/Timed out plainviewer/);
    expect(banOf(on, 'plainviewer')?.moderatorId).toBe(on.stage.world.user('mainstage').id);

    options = await on.session.openExtensionPage('options.html');
    await options.byRole('list', 'Accounts of single channels').says(/In mainstage, MainStage moderates/);
    await on.step('forget it', () => options.byRole('button', 'Forget: mainstage').click());
    await options.byRole('list', 'Accounts of single channels').disappears();
  });
});
