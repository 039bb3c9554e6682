import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { clients } from '../stage/world/seed.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { stored } from './stored.ts';

/** Signing in by code, for an application that the user has registered as Public and entered in the options. */
describe('an account that signs in by code', () => {
  const on = suite({ fresh: 'test' });
  let popup: Surface;

  const hours = 3_600_000;
  /** Twitch's page while it still asks. */
  const codePage = /^https:\/\/www\.twitch\.tv\/activate\?/;

  async function shown(): Promise<Surface> {
    if (!(await popup.isOpen())) popup = await on.session.openPopup();
    return popup;
  }

  async function press(name: string): Promise<void> {
    await on.step(`press ${name}`, async () => (await shown()).byRole('button', name).click());
  }

  /**
   * Asks for the list, and waits for it. No step in between: while Twitch's answer is on its way, the spent pair is all
   * that we have, and a background that is stopped just then must sign in again (`accounts-kill.test.ts` cuts there).
   */
  async function refresh(): Promise<void> {
    await press('Refresh');
    await (await shown()).byText(/^Updated/).appears();
  }

  /** No step of its own: the background may not have heard the answer yet, and nobody else has. */
  async function says(words: string): Promise<void> {
    await (await shown()).byText(words).appears();
  }

  /** What the user does on Twitch's own page. */
  async function decide(button: 'Activate' | 'Cancel'): Promise<void> {
    const twitch = await on.session.tabAt(codePage);
    await twitch.activate();
    await twitch.page.byRole('button', button).click();
    await twitch.page.byRole('status').appears();
  }

  async function signIn(): Promise<void> {
    await press('Sign in with a code');
    await on.step('compare the code', async () => {
      const code = await (await shown()).byRole('status', 'Code').text();
      expect(code).toMatch(/^[A-Z]{8}$/);
      await popup.screenshot('code');
      const twitch = await on.session.tabAt(codePage);
      expect(await twitch.url()).toContain(code);
    });
    await decide('Activate');
    await says('Stagehand');
    // A list that is being asked for is not asked for again.
    await on.step('see that the list is fresh', async () => {
      await (await shown()).byText(/^Updated/).appears();
    });
  }

  const good = (): string[] => {
    const { auth } = on.stage.world;
    return [...auth.issued].filter((token) => auth.token(token) !== undefined);
  };

  beforeEach(async () => {
    on.stage.drive.setLifetimes({ interval: 1 });
    const options = await on.session.openExtensionPage('options.html');
    // The page grows when it has heard of the accounts, and a press meant for the field would hit something else.
    await options.byRole('button', 'Sign in to Twitch').appears();
    await on.step('enter the client id', async () => {
      await options.byRole('textbox', 'Client id').fill(clients.public);
      await options.hand.press('Enter');
      await options.byRole('radio', 'Public').click();
    });
    await stored(options, 'settings', clients.public);
    await stored(options, 'settings', '"twitch.clientKind":"public"');
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    popup = await on.session.openPopup();
  });

  afterEach(async () => {
    if (await popup.isOpen()) await popup.close();
  });

  it('compares the code, confirms it on Twitch, and is signed in', async () => {
    await signIn();
    await on.step('see the list', () => popup.byRole('list', 'Live channels').byRole('link').appears());
  });

  it('may say no, wait too long, or cancel, and get a new code', async () => {
    await press('Sign in with a code');
    await decide('Cancel');
    await says('Twitch did not accept the code');
    const { deviceCode } = on.stage.world.auth.lifetimes;
    on.stage.drive.setLifetimes({ deviceCode: 3 });
    await press('Sign in with a code');
    await says('The code has run out');
    on.stage.drive.setLifetimes({ deviceCode });
    await press('Sign in with a code');
    await on.step('see the code', async () => {
      await (await shown()).byRole('status', 'Code').appears();
    });
    await press('Cancel');
    await on.step('see the welcome', async () => {
      await (await shown()).byRole('button', 'Sign in with a code').appears();
    });
    expect(good()).toEqual([]);
  });

  it('stays signed in over eight hours of sleep: the spent pair is replaced by one new pair', async () => {
    await signIn();
    const before = on.stage.world.issuedTokens.size;
    on.stage.drive.advance(8 * hours);
    await refresh();
    expect(on.stage.world.issuedTokens.size).toBe(before + 2);
    await on.step('see the list', () => popup.byRole('list', 'Live channels').byRole('link').appears());
    expect(good()).toHaveLength(1);
    on.stage.drive.advance(8 * hours);
    await refresh();
    expect(on.stage.world.issuedTokens.size).toBe(before + 4);
  });

  it('must sign in again after a month of silence, and after the app was disconnected', async () => {
    await signIn();
    on.stage.drive.advance(31 * 24 * hours);
    await press('Refresh');
    await says('Your Twitch sign-in has expired');
    await signIn();
    on.stage.drive.disconnectApp('stagehand', clients.public);
    await press('Refresh');
    await says('Your Twitch sign-in has expired');
  });

  it('gives every token back when it signs out', async () => {
    await signIn();
    await on.step('sign out', async () => {
      await (await shown()).byRole('button', 'Menu').click();
      await popup.byRole('menu', 'Menu').byText('Sign out').click();
    });
    await on.step('see the welcome', () => popup.byRole('button', 'Sign in with a code').appears());
    await expect.poll(good).toEqual([]);
  });
});
