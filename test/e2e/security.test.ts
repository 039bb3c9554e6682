import { beforeAll, describe, expect, it } from 'vitest';

import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt } from './moderator.ts';

/** A page script that is against us: it gets nothing, and causes nothing. */
describe('a hostile page script', () => {
  const on = suite();
  const chatter = 'plainviewer';
  let tab: Tab;

  const line = () => tab.page.css(`[data-a-target="chat-line-message"][data-a-user="${chatter}"]`);
  const changes = () =>
    on.stage.requests.filter(({ host, method }) => host === 'api.twitch.tv' && method !== 'GET').length;

  beforeAll(async () => {
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    const popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    tab = await on.session.openTab('https://www.twitch.tv/mainstage');
    on.stage.drive.say('mainstage', { from: chatter, text: 'hello' });
    await line().hover();
    await tab.ours.byRole('toolbar', `Moderate ${chatter}`).appears();
  });

  it('finds our roots closed, and none of our words', async () => {
    const seen = await tab.page.evaluate(() => {
      const hosts = [...document.querySelectorAll('*')].filter(({ localName }) =>
        localName.startsWith('sidestage'),
      );
      return {
        hosts: hosts.length,
        open: hosts.filter(({ shadowRoot }) => shadowRoot !== null).length,
        words: document.documentElement.textContent.includes('Timeout 10 minutes'),
      };
    });
    expect(seen).toEqual({ hosts: seen.hosts, open: 0, words: false });
    expect(seen.hosts).toBeGreaterThan(0);
  });

  it('cannot press our buttons', async () => {
    const before = changes();
    await tab.page.evaluate(() => {
      const hosts = [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) =>
        localName.startsWith('sidestage'),
      );
      for (const host of hosts) {
        const { x, y, width, height } = host.getBoundingClientRect();
        const where = { bubbles: true, composed: true, clientX: x + width / 2, clientY: y + height / 2 };
        host.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          host.dispatchEvent(new MouseEvent(type, where));
        }
        for (const key of ['Enter', ' '])
          host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }
    });
    expect(changes()).toBe(before);
  });

  it('is not heard when it shouts facts that nobody asked for', async () => {
    const before = changes();
    await tab.page.evaluate(() => {
      const line = document.querySelector('[data-a-target="chat-line-message"]') ?? document;
      const lies = [
        '[{"line":{"id":"0f2a1b3c-0000-4000-8000-000000000001","userId":"2"}}]',
        '[{"__proto__":{"login":"x"}}]',
        'x'.repeat(100_000),
        '[',
        'null',
      ];
      for (let turn = 0; turn < 10_000; turn++) {
        const data = lies[turn % lies.length] ?? '';
        const target = turn % 2 === 0 ? window : line;
        target.dispatchEvent(new InputEvent('sidestage:fact', { data, bubbles: true }));
        if (turn % 100 === 0) postMessage({ type: 'sidestage:fact', data }, '*');
      }
    });
    await line().hover();
    await tab.ours.byRole('toolbar', `Moderate ${chatter}`).appears();
    expect(changes()).toBe(before);
  });

  it('cannot fetch a file of ours', async () => {
    const answers = await tab.page.evaluate(async (origin) => {
      const files = [
        'manifest.json',
        'popup.html',
        'background.js',
        'icon/16.png',
        'content-scripts/twitch.js',
        'content-scripts/twitch-tools.js',
      ];
      return Promise.all(
        files.map((file) =>
          fetch(`${origin}/${file}`).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      );
    }, on.session.origin);
    expect(answers).toEqual(answers.map(() => false));
  });

  it('cannot make us hit somebody else: an id that is not the login’s is refused', async () => {
    on.stage.drive.say('mainstage', { from: chatter, text: 'the forged one' });
    await tab.page.evaluate((login) => {
      const lines = document.querySelectorAll(`[data-a-target="chat-line-message"][data-a-user="${login}"]`);
      const target = [...lines].at(-1);
      const key = Object.keys(target ?? {}).find((name) => name.startsWith('__reactFiber$'));
      interface Fiber {
        return: Fiber | null;
        memoizedProps: { message?: { user?: { userID?: string } } } | null;
      }
      let fiber = key === undefined ? null : (target as unknown as Record<string, Fiber | null>)[key];
      for (; fiber; fiber = fiber.return) {
        const user = fiber.memoizedProps?.message?.user;
        if (user) user.userID = '999999';
      }
    }, chatter);
    const before = changes();
    await on.step('press the timeout', async () => {
      await aimAt(tab, chatter);
      await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    });
    await tab.ours.byRole('status').says(/was not timed out/);
    expect(changes()).toBe(before);
  });

  it('cannot end our script by saying what its framework listens to', async () => {
    await tab.page.evaluate((id) => {
      const names = ['wxt:content-script-started', 'wxt:locationchange'];
      for (const type of names.flatMap((name) => [`${id}:${name}`, `${id}:twitch:${name}`])) {
        const detail = { contentScriptName: 'twitch', messageId: 'another' };
        postMessage({ type, ...detail }, '*');
        for (const target of [document, window]) target.dispatchEvent(new CustomEvent(type, { detail }));
      }
      for (const type of ['online', 'visibilitychange', 'pagehide'])
        for (const target of [document, window]) target.dispatchEvent(new Event(type));
    }, on.session.extensionId);
    on.stage.drive.say('mainstage', { from: 'mothlamp', text: 'still here' });
    await on.step('point at another line', () => tab.page.byText('still here').hover());
    await tab.ours.byRole('toolbar', 'Moderate mothlamp').appears();
  });

  it('sees no token in the page', async () => {
    const words = await tab.page.evaluate(
      () =>
        new XMLSerializer().serializeToString(document) +
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) +
        document.cookie,
    );
    const tokens = [...on.stage.world.issuedTokens];
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(words.includes(token)).toBe(false);
  });
});
