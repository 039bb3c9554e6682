import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { clients } from '../stage/world/seed.ts';
import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { aimAt } from './moderator.ts';

/** Signing in by the browser's window, and all that can come in between. */
describe('an account that signs in by window', () => {
  const on = suite({ fresh: 'test' });
  let popup: Surface;

  const day = 86_400_000;
  const redirect = (query: string): string =>
    `${on.stage.world.auth.apps.get(clients.confidential)?.redirectUris[browserName === 'firefox' ? 1 : 0] ?? ''}${query}`;

  /** The popup; Firefox closes it when a window opens. */
  async function shown(): Promise<Surface> {
    if (!(await popup.isOpen())) popup = await on.session.openPopup();
    return popup;
  }

  async function press(name: string): Promise<void> {
    await on.step(`press ${name}`, async () => (await shown()).byRole('button', name).click());
  }

  /**
   * No step of its own: what Twitch sends back to a background that was stopped is lost, and nobody can revoke it
   * (`accounts-kill.test.ts` cuts there).
   */
  async function says(words: string): Promise<void> {
    await (await shown()).byText(words).appears();
  }

  /** Who acts now; a channel of the list may bear the same name. */
  async function acts(name: string): Promise<void> {
    await (await shown()).css('.ss-popup-account').byText(name).appears();
  }

  async function refresh(): Promise<void> {
    await press('Refresh');
    await (await shown()).byText(/^Updated/).appears();
  }

  async function signIn(): Promise<void> {
    await press('Sign in to Twitch');
    await on.session.consent('Authorize');
    await acts('Stagehand');
    // A list that is being asked for is not asked for again.
    await on.step('see that the list is fresh', async () => {
      await (await shown()).byText(/^Updated/).appears();
    });
  }

  async function choose(menu: string, item: string): Promise<void> {
    await on.step(`choose ${item}`, async () => {
      await (await shown()).byRole('button', menu).click();
      await popup.byRole('menu', menu).byText(item).click();
    });
  }

  const requestsOf = (path: string): number =>
    on.stage.requests.filter((request) => request.path === path).length;

  beforeEach(async () => {
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    popup = await on.session.openPopup();
  });

  afterEach(async () => {
    if (await popup.isOpen()) await popup.close();
  });

  it('may say no, close the window, and sign in after all', async () => {
    await press('Sign in to Twitch');
    await on.session.consent('Cancel');
    await says('You said no to Twitch');
    await press('Sign in to Twitch');
    await on.session.closeConsent();
    await says('The sign-in window was closed');
    await signIn();
  });

  it('does not believe an answer to another question', async () => {
    const forged = redirect('#access_token=forged0token&state=another&scope=&token_type=bearer');
    const location = { location: forged };
    const before = requestsOf('/oauth2/validate');
    on.stage.drive.fault('id.twitch.tv/oauth2/authorize', { kind: 'status', status: 302, headers: location });
    await press('Sign in to Twitch');
    await says('That sign-in was not safe');
    expect(requestsOf('/oauth2/validate')).toBe(before);
  });

  it('is told of Twitch’s refusal in Twitch’s words', async () => {
    const app = on.stage.world.auth.apps.get(clients.confidential);
    if (!app) throw new Error('the stage does not know the application');
    const { redirectUris } = app;
    // Registered with one letter too many.
    app.redirectUris = [redirect('s')];
    await press('Sign in to Twitch');
    await (await shown()).byText('Twitch refused the sign-in').appears();
    await (await shown()).byText(/Parameter redirect_uri does not match registered URI/).appears();
    app.redirectUris = redirectUris;
  });

  it('stays signed in when its token has ended, without a window', async () => {
    await signIn();
    const before = on.stage.world.issuedTokens.size;
    on.stage.drive.advance(61 * day);
    await refresh();
    expect(on.stage.world.issuedTokens.size).toBe(before + 1);
    await on.step('see the list', () => popup.byRole('list', 'Live channels').byRole('link').appears());
    expect(await popup.byRole('alert').count()).toBe(0);
  });

  it('is asked to sign in again when the app was disconnected', async () => {
    await signIn();
    on.stage.drive.disconnectApp('stagehand');
    await press('Refresh');
    await says('Your Twitch sign-in has expired');
    await signIn();
  });

  it('shares the browser with another account, and leaves it when it signs out', async () => {
    await signIn();
    await choose('Switch account', 'Sign in to another account');
    const consent = await on.session.consentPage();
    await consent.css('select[name="login"]').evaluate((element) => {
      (element as HTMLSelectElement).value = 'mainstage';
    });
    await on.session.consent('Authorize');
    await acts('MainStage');
    await on.step('look at both', async () => {
      await (await shown()).byRole('button', 'Switch account').click();
      await popup.screenshot('switch-account');
      await popup.hand.press('Escape');
    });
    await choose('Switch account', 'Stagehand');
    await on.step('see who acts', () => acts('Stagehand'));
    await choose('Menu', 'Sign out');
    await on.step('see who is left', () => acts('MainStage'));
    const { auth } = on.stage.world;
    const good = (): string[] => [...auth.issued].flatMap((token) => auth.token(token)?.userId ?? []);
    await expect.poll(good).toEqual([on.stage.world.user('mainstage').id]);
  });
});

describe('a scope that is missing', () => {
  const on = suite();

  it('is not asked for again once the user has said no, and can be allowed later', async () => {
    const { session, stage } = on;
    const tab = await session.openTab('https://www.twitch.tv/mainstage');
    let popup = await session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await session.consent('Authorize');
    if (!(await popup.isOpen())) popup = await session.openPopup();
    await popup.byText('Stagehand').appears();
    await popup.close();

    stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await on.step('press the timeout', async () => {
      await aimAt(tab, 'plainviewer');
      await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    await tab.ours.byRole('status').byRole('button', 'Allow and continue').appears();
    await tab.screenshot('missing-scope');
    await on.step('press allow', () =>
      tab.ours.byRole('status').byRole('button', 'Allow and continue').click(),
    );
    await session.consent('Cancel');
    await tab.ours.byText(/You did not allow this/).appears();
    expect(await tab.ours.byRole('button', 'Allow and continue').count()).toBe(0);
    await tab.screenshot('declined-scope');

    const times = async (answer: RegExp): Promise<void> => {
      stage.drive.say('mainstage', { from: 'mothlamp', text: 'second!!!1' });
      await on.step('press the timeout of another line', async () => {
        await aimAt(tab, 'mothlamp');
        await tab.ours.byRole('button', 'Timeout 10 minutes').click();
      });
      await tab.ours.byRole('status').says(answer);
    };
    const consents = (): number => stage.requests.filter(({ path }) => path === '/oauth2/authorize').length;
    const before = consents();
    await times(/mothlamp was not timed out.*You can allow it in Sidestage’s options, under Accounts/);
    expect(consents()).toBe(before);

    const options = await session.openExtensionPage('options.html');
    await options.css('.ss-permissions summary').click();
    await options.byText(/You did not allow this when you were asked. You can allow it here/).appears();
    await options.screenshot('declined-options');
    await on.step('allow it after all', () => options.byRole('button', 'Allow: Timeouts and bans').click());
    await session.consent('Authorize');
    await options.byRole('button', 'Take away: Timeouts and bans').appears();
    await tab.activate();
    await times(/Timed out mothlamp/);
  });
});
