import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Traffic, startTraffic } from '../stage/chat/traffic.ts';
import type { Tab } from './drive/session.ts';
import { killing } from './drive/step.ts';
import { browserName, suite } from './drive/suite.ts';
import { aimAt, home, signIn } from './moderator.ts';

/** How many lines are to be hit, by each way. */
const wanted = 200;

/**
 * The usability run: chat at 60 lines a second, and a moderator who deletes line after line in it. Each line has a text of
 * its own; what was deleted must be what stood beside the tools when they were pressed, every time.
 *
 * Only in Chromium and with a background that lives: what is proven here is in the page, and the other runs would take
 * minutes for the same. They hold the same guard at 20 lines a second (`in-page.test.ts`).
 */
describe.runIf(browserName === 'chromium' && !killing)('aiming at 60 lines a second', () => {
  const on = suite();
  let tab: Tab;
  let traffic: Traffic;
  const hit: string[] = [];
  /** The middle of the button, from where the tools are tied to the line. */
  let button = { x: 0, y: 0 };

  /** The line that has the tools: its text, and where the tools are tied to it. */
  const seen = (): Promise<{ readonly text: string; readonly x: number; readonly y: number } | undefined> =>
    tab.page.evaluate(() => {
      const tools = document.querySelector('sidestage-tools');
      const line = tools?.closest('[data-a-target="chat-line-message"]');
      if (!tools || !line) return undefined;
      const { right: x, bottom: y } = tools.getBoundingClientRect();
      const text = line.querySelector('[data-a-target="chat-line-message-body"]')?.textContent ?? '';
      return { text, x, y };
    });
  /** Every press that counts deletes one message; `meant` are those that were in sight when something was pressed. */
  const judge = async (meant: ReadonlySet<string>): Promise<void> => {
    await expect.poll(() => hit.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(wanted);
    expect(hit.filter((text) => !meant.has(text))).toEqual([]);
    expect(new Set(hit).size).toBe(hit.length);
    hit.length = 0;
  };
  /** Lets chat go on to its newest line. */
  const letGo = async (): Promise<void> => {
    const { hand } = tab.page;
    await hand.move(1100, 400);
    await hand.wheel(9_000);
    await hand.move(600, 620);
  };

  beforeAll(async () => {
    tab = await signIn(on, home);
    on.stage.drive.say('mainstage', { from: 'mothlamp', text: 'first' });
    await aimAt(tab, 'mothlamp');
    const { x, y, width, height } = await tab.ours.byRole('button', 'Delete message').box();
    const tied = await seen();
    button = { x: x + width / 2 - (tied?.x ?? 0), y: y + height / 2 - (tied?.y ?? 0) };
    let number = 0;
    traffic = startTraffic(on.stage.world, {
      channel: 'mainstage',
      linesPerSecond: 60,
      source: {
        next() {
          number += 1;
          const login = `runner_${number % 100}`;
          const chatter = { login, displayName: login, color: '#888888' };
          return { chatter, saying: { from: login, text: `line ${number}` } };
        },
      },
    });
    on.stage.world.events.on('deleted', ({ line }) => void hit.push(line.text));
  });
  afterAll(() => traffic.stop());

  it('hits whom the pointer was at', async () => {
    const { hand } = tab.page;
    const meant = new Set<string>();
    for (let round = 0; hit.length < wanted && round < 400; round += 1) {
      if (round % 12 === 0) {
        on.stage.world.buckets.refill();
        await letGo();
      }
      const y = 660 - 42 * (round % 12);
      await hand.move(1000, y);
      const there = await seen();
      if (!there) continue;
      await hand.move(there.x + button.x, there.y + button.y);
      const before = await seen();
      await Promise.all([hand.down(), hand.up()]);
      // The tools may go to another line meanwhile; then the press must not count.
      if (before) meant.add(before.text);
    }
    await judge(meant);
  }, 120_000);

  it('hits what the keyboard is on', async () => {
    const { hand } = tab.page;
    const pointedAt = new Set<string>();
    // Where the keyboard goes only the page can tell: it has moved on when we are told. No line is deleted twice, so each
    // that is deleted is the one that the keyboard was on.
    await tab.page.evaluate(() => {
      const meant: string[] = [];
      Object.assign(globalThis, { meant });
      const note = ({ target }: FocusEvent): void => {
        const line = (target as Element).closest('[data-a-target="chat-line-message"]');
        const text = line?.querySelector('[data-a-target="chat-line-message-body"]')?.textContent;
        if (text) meant.push(text);
      };
      addEventListener('focusin', note, { capture: true });
    });
    for (let round = 0; hit.length < wanted && round < 400; round += 1) {
      if (round % 12 === 0) {
        on.stage.world.buckets.refill();
        await letGo();
        await hand.press('j');
        // The tools may still be where the pointer was; then the walk begins there.
        const there = await seen();
        if (there) pointedAt.add(there.text);
      }
      // Fast fingers: the next key comes before anything has come of this one.
      await Promise.all([hand.press('d'), hand.press(round % 12 === 11 ? 'Escape' : 'k')]);
    }
    const meant = await tab.page.evaluate(() => (globalThis as unknown as { meant: string[] }).meant);
    await judge(new Set([...pointedAt, ...meant]));
  }, 120_000);
});
