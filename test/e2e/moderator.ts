import { expect } from 'vitest';

import { features, firstScopes } from '../../lib/features.ts';
import { settleTime } from '../../lib/pages/press-guard.ts';
import type { Ban } from '../stage/world/records.ts';
import { until } from './drive/deadline.ts';
import type { Locator, Part } from './drive/surface.ts';
import type { Pane, Tab } from './drive/session.ts';
import type { Suite } from './drive/suite.ts';

/** The channel that Stagehand moderates. */
export const home = 'https://www.twitch.tv/mainstage';

/** A chatter's lines in the page. */
export const linesOf = (tab: Pane, login: string): Locator =>
  tab.page.css(`[data-a-target="chat-line-message"][data-a-user="${login}"]`);

/** The tools of a chatter's line, whatever they may do. */
export const toolsFor = (tab: Pane, login: string): Locator =>
  tab.ours.byRole('toolbar', new RegExp(`^(?:Moderate|Tools for) ${login}$`));

/** What a moderator has allowed after a first evening. */
const scopes = [...firstScopes, ...features.bans.scopes, ...features.deletions.scopes];

/** Signs in to Twitch as Stagehand, who allows everything at once (`more` too), and opens `url`. */
export async function signIn(on: Suite, url = home, more: readonly string[] = []): Promise<Tab> {
  const page = await on.session.openExtensionPage('popup.html');
  await page.evaluate(
    (scopes: readonly string[]) => {
      interface Extension {
        readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
      }
      const { runtime } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      // The answer comes when the user has agreed; nobody waits for it here.
      void runtime.sendMessage({ ask: 'accounts.signIn', request: { platform: 'twitch', scopes } });
    },
    [...scopes, ...more],
  );
  await on.session.consent('Authorize');
  await page.byText('Stagehand').appears();
  await page.close();
  return on.session.openTab(url);
}

/**
 * Points at the newest line of `login` and waits for its tools; then a press on them counts. `line` finds lines where they
 * look otherwise.
 */
export async function aimAt(tab: Pane, login: string, line?: string | Locator): Promise<Locator> {
  const named = typeof line === 'string' ? tab.page.css(line) : line;
  const lines = named ?? linesOf(tab, login);
  await lines.appears();
  const tools = toolsFor(tab, login);
  await until(`the tools of ${login}`, async () => {
    // A line that came at the same time pushed this one away from under the pointer: whoever sees that points again.
    await lines.nth(-1).hover();
    return (await tools.count()) > 0 ? true : undefined;
  });
  const since = await tab.page.evaluate(() => performance.now());
  await tab.page.waitUntil(
    'the tools to have stood for a moment',
    (since: number, ms: number) => performance.now() - since > ms,
    since,
    settleTime,
  );
  return tools;
}

/**
 * Allows, in `place`, what an action is missing. It waits for the question before the step begins: a background that is
 * stopped while the action is still under way leaves "not sure", which is right, and told elsewhere.
 */
export async function allowIn(on: Suite, place: Part | Locator): Promise<void> {
  const allow = place.byRole('button', 'Allow and continue');
  await allow.appears();
  await on.step('allow it, as it is the first time', () => allow.click());
  await on.session.consent('Authorize');
}

/** Scrolls chat to its end and clicks beside it, so that neither pointer nor keyboard holds it. */
export async function leaveChat({ page }: Tab): Promise<void> {
  const { hand } = page;
  await expect
    .poll(async () => {
      await hand.move(1100, 400);
      // Lines that waited while chat was paused come below the end that was reached.
      await hand.wheel(9_000);
      await hand.move(600, 620);
      await hand.down();
      await hand.up();
      return page.css('.chat-paused-footer').count();
    })
    .toBe(0);
}

/** How many requests the stage has had to Twitch's API. */
export const apiCalls = (on: Suite): number =>
  on.stage.requests.filter(({ host, method }) => host === 'api.twitch.tv' && method !== 'OPTIONS').length;

/** The ban or timeout of `login` in a channel, if there is one now. */
export const banOf = (on: Suite, login: string, channel = 'mainstage'): Ban | undefined => {
  const { world } = on.stage;
  return world.banOf(world.user(channel).id, world.user(login).id);
};
