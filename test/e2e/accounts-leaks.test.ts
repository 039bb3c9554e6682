import { describe, expect, it } from 'vitest';

import { clients } from '../stage/world/seed.ts';
import type { Surface, Tab } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { aimAt } from './moderator.ts';
import { readable } from './readable.ts';

/**
 * Every token, refresh token and device code that the stage has handed out is looked for in everything that can be read
 * outside the background. The background itself must hold them, which shows that the search can find something.
 */
describe('no token', () => {
  const on = suite();

  /** The areas of the extension's storage that a content script may read, and what was told while we listened. */
  const told = (page: Surface): Promise<string> =>
    page.evaluate(async () => {
      interface Reading {
        readonly storage: Record<'local' | 'sync', { get: (keys: null) => Promise<unknown> }>;
      }
      const world = globalThis as unknown as { chrome: Reading; heard?: unknown[] };
      const { local, sync } = world.chrome.storage;
      return JSON.stringify([await local.get(null), await sync.get(null).catch(() => null), world.heard]);
    });

  const listen = (page: Surface): Promise<void> =>
    page.evaluate(() => {
      const world = globalThis as unknown as {
        chrome: {
          runtime: {
            onMessage: { addListener: (hear: (message: unknown) => void) => void };
            sendMessage: (message: unknown) => Promise<unknown>;
          };
        };
        heard?: unknown[];
      };
      world.heard = [];
      world.chrome.runtime.onMessage.addListener((message) => void world.heard?.push(message));
    });

  /** What a content script of ours can get at, in its own world. Firefox lets no test in there. */
  const inContentScript = (tab: Tab): Promise<string> =>
    tab.ours.evaluate(async () => {
      interface Reading {
        readonly storage: Record<string, { get?: (keys: null) => Promise<unknown> } | undefined>;
      }
      const { storage } = (globalThis as unknown as { chrome: Reading }).chrome;
      const areas = ['local', 'session', 'sync', 'managed'];
      const got = areas.map(async (area) =>
        storage[area]?.get?.(null).catch((error: unknown) => String(error)),
      );
      const globals = Object.getOwnPropertyNames(globalThis).map((name) => {
        const value = (globalThis as unknown as Record<string, unknown>)[name];
        return typeof value === 'string' ? value : name;
      });
      return JSON.stringify([await Promise.all(got), globals, location.href, document.cookie]);
    });

  /** What the background answers to questions about accounts. */
  const answers = (page: Surface): Promise<string> =>
    page.evaluate(async () => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
        }
      ).chrome;
      const plain = ['accounts.read', 'settings.read', 'live.refresh', 'helix.tokens', 'background.ping'];
      // What is saved to files and kept in step with other browsers is made of these.
      const saved = ['people.written', 'notices.read', 'settings.last', 'sync.read', 'health.read'];
      const log = { ask: 'moderation.log', request: { limit: 100 } };
      const asked = [...[...plain, ...saved].map((ask) => ({ ask, request: {} })), log];
      return JSON.stringify(await Promise.all(asked.map((question) => runtime.sendMessage(question))));
    });

  it('is anywhere but in the background', async () => {
    const { session, stage } = on;
    stage.drive.setLifetimes({ interval: 1 });
    const options = await session.openExtensionPage('options.html');
    await listen(options);
    const tab = await session.openTab('https://www.twitch.tv/mainstage');

    let popup = await session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await session.consent('Authorize');
    if (!(await popup.isOpen())) popup = await session.openPopup();
    await popup.byText('Stagehand').appears();
    await popup.close();

    // An action that misses a scope, and a refused one: their words must not quote anything.
    stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await aimAt(tab, 'plainviewer');
    await tab.ours.byRole('button', 'Timeout 10 minutes').click();
    await tab.ours.byRole('status').byRole('button', 'Allow and continue').click();
    await session.consent('Authorize');
    await tab.ours.byRole('status').says(/Timed out plainviewer/);

    await options.byRole('textbox', 'Client id').fill(clients.public);
    await options.hand.press('Enter');
    await options.byRole('radio', 'Public').click();
    await options.byRole('button', 'Sign in with a code').click();
    const twitch = await session.tabAt(/^https:\/\/www\.twitch\.tv\/activate\?/);
    await twitch.activate();
    await twitch.page.byRole('button', 'Activate').click();
    await twitch.page.byRole('status').appears();
    await expect.poll(() => stage.requests.filter(({ path }) => path === '/oauth2/validate').length).toBe(3);
    stage.drive.advance(8 * 3_600_000);
    await answers(options);

    const found: Record<string, string> = {
      'a page of ours': await readable(options),
      'the storage and the news': await told(options),
      'the answers of the background': await answers(options),
      'Twitch’s page': await readable(tab.page),
      'our tools in the page': await tab.ours
        .css('*')
        .texts()
        .then((texts) => texts.join('\n')),
      ...(browserName === 'chromium' ? { 'the content script': await inContentScript(tab) } : {}),
      'the console': JSON.stringify((await session.problems()).take()),
    };
    // The session's area, where the tokens in use lie, is closed to content scripts.
    if ('the content script' in found) expect(found['the content script']).toMatch(/not allowed/i);
    const tokens = [...stage.world.issuedTokens];
    expect(tokens.length).toBeGreaterThan(5);
    for (const [where, text] of Object.entries(found)) {
      expect(text.length, where).toBeGreaterThan(1);
      expect(
        tokens.filter((token) => text.includes(token)),
        where,
      ).toEqual([]);
    }
    const held = await session.inWorker(async () =>
      JSON.stringify(
        await (
          globalThis as unknown as {
            chrome: { storage: { session: { get: (keys: null) => Promise<unknown> } } };
          }
        ).chrome.storage.session.get(null),
      ),
    );
    expect(tokens.some((token) => held.includes(token))).toBe(true);
  });
});
