import type { Browser, Target } from 'puppeteer';

import type { Sound } from '../around.ts';

/** Listens to the pages that nobody sees and that are there to be heard, from their beginning to their end. */
export function listen(browser: Browser): readonly Sound[] {
  const sounds: Sound[] = [];
  const hear = async (target: Target): Promise<void> => {
    const states: string[] = [];
    const heard = (state: string): void => {
      if (state !== 'suspended' && state !== states.at(-1)) states.push(state);
    };
    sounds.push({ page: new URL(target.url()), states });
    const session = await target.createCDPSession();
    session.on('WebAudio.contextCreated', ({ context }) => heard(context.contextState));
    session.on('WebAudio.contextChanged', ({ context }) => heard(context.contextState));
    await session.send('WebAudio.enable');
  };
  browser.on('targetchanged', (target) => {
    if (target.url().includes('/sound.html')) void hear(target).catch(() => undefined);
  });
  return sounds;
}
