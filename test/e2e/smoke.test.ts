import { describe, expect, it } from 'vitest';

import { chromeId, geckoId } from '../../lib/identity.ts';
import { browserName, suite } from './drive/suite.ts';

describe('the build', () => {
  const on = suite();

  it('is taken by the browser under its fixed id', () => {
    expect(on.session.extensionId).toBe(browserName === 'firefox' ? geckoId : chromeId);
  });

  it('opens its popup from the toolbar', async () => {
    const popup = await on.step('press the toolbar button', () => on.session.openPopup());
    expect(await popup.url()).toBe(`${on.session.origin}/popup.html`);
    await popup.byRole('button', 'Sign in to Twitch').appears();
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
  });

  it('opens its options in a tab', async () => {
    const options = await on.step('open the options', () => on.session.openExtensionPage('options.html'));
    expect(await options.url()).toBe(`${on.session.origin}/options.html`);
    // An open page of ours would start the background again at once.
    await options.close();
  });

  it('has a background that ends and starts again', async () => {
    // The last question of the page that was just closed may start it once more, and so may what a life that ended in its
    // first moments had just written: each one is given a second.
    const endAndLook = async (): Promise<boolean> => {
      await on.session.killWorker();
      return on.session.workerAlive();
    };
    await expect.poll(endAndLook, { interval: 1_000 }).toBe(false);
    const popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').appears();
    expect(await on.session.workerAlive()).toBe(true);
  });
});
