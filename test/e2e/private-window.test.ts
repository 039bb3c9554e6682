import { describe, expect, it } from 'vitest';

import { browserName, suite } from './drive/suite.ts';
import { aimAt, banOf, home, signIn } from './moderator.ts';
import { readable } from './readable.ts';

/**
 * A private window of Firefox, where the user has let Sidestage in. Its pages have storages of their own, which end with it;
 * accounts are the background's, which there is one of. (Chrome shows no page of ours in such a window.)
 */
describe.runIf(browserName === 'firefox')('in a private window', () => {
  const on = suite({ privateWindows: true });

  it('the account of the other windows acts, and leaves no token', async () => {
    const { session, stage } = on;
    await signIn(on, 'https://www.twitch.tv/gta_gran');
    const opener = await session.openExtensionPage('options.html');
    await on.step('open a private window', () =>
      opener.evaluate(async (url: string) => {
        interface Extension {
          readonly windows: { create(how: { incognito: boolean; url: string }): Promise<unknown> };
        }
        const { windows } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
        await windows.create({ incognito: true, url });
      }, home),
    );
    const tab = await session.tabAt(home);
    await tab.activate();

    stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await on.step('press the timeout', async () => {
      await aimAt(tab, 'plainviewer');
      await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    await tab.ours.byRole('status').says(/Timed out plainviewer/);
    expect(banOf(on, 'plainviewer')?.moderatorId).toBe(stage.world.user('stagehand').id);

    const popup = await on.step('open the popup', () => session.openPopup());
    expect(
      await popup.evaluate(
        () =>
          (globalThis as unknown as { chrome: { extension: { inIncognitoContext: boolean } } }).chrome
            .extension.inIncognitoContext,
      ),
    ).toBe(true);
    await popup.css('.ss-popup-account').byText('Stagehand').appears();
    await popup.byRole('list', 'Live channels').byRole('link').appears();
    await popup.screenshot('private-popup');

    const tokens = [...stage.world.issuedTokens];
    expect(tokens.length).toBeGreaterThan(0);
    for (const [where, part] of Object.entries({ popup, page: tab.page })) {
      const text = await readable(part);
      expect(text.length, where).toBeGreaterThan(1);
      expect(
        tokens.filter((token) => text.includes(token)),
        where,
      ).toEqual([]);
      expect(text, where).not.toMatch(/"sealed"/);
    }
  });
});
