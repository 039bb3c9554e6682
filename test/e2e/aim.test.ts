import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Traffic, startTraffic } from '../stage/chat/traffic.ts';
import type { Tab } from './drive/session.ts';
import { killing } from './drive/step.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, linesOf, signIn, toolsFor } from './moderator.ts';

/** How many lines are to be hit, by each way. In Firefox, whose hand is driven more slowly, `npm test` is content with fewer. */
const wanted = Number(process.env['SIDESTAGE_AIMS'] ?? 200);

/**
 * When to give up. How many tries a hit takes is the machine's matter: a press while chat moves under it does nothing, and the
 * slower the machine, the more of them come then.
 */
const tries = 1_000;

/**
 * The usability run: chat at 60 lines a second, and a moderator who deletes line after line in it. Each line has a text of
 * its own; what was deleted must be what the pointer or the keyboard was at when it was pressed, every time.
 *
 * Only with a background that lives: what is proven here is in the page, and a run that ends it would take minutes for the
 * same. That one holds the same guard at 20 lines a second (`in-page.test.ts`).
 */
describe.runIf(!killing)('aiming at 60 lines a second', () => {
  const on = suite();
  let tab: Tab;
  let traffic: Traffic;
  const hit: string[] = [];
  /** The middle of the button, from where the tools are tied to the line. */
  let button = { x: 0, y: 0 };
  /** How high the window is inside. */
  let height = 0;

  /** Where the tools are tied to a line. */
  const tied = (): Promise<{ readonly x: number; readonly y: number } | undefined> =>
    tab.page.evaluate(() => {
      const tools = document.querySelector('sidestage-tools')?.getBoundingClientRect();
      return tools && { x: tools.right, y: tools.bottom };
    });
  /** Whether a hand can go there: chat may have carried the line over the edge of the window. */
  const isInSight = (y: number): boolean => y > 0 && y < height;
  /** Every press that counts deletes one message: one of those that were meant by a press. */
  const judge = async (): Promise<void> => {
    await expect.poll(() => hit.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(wanted);
    // The last presses may still be on their way; the next run must not count them as its own.
    await tab.ours.css('[data-status="pending"]').disappears();
    const meant = new Set(
      await tab.page.evaluate(() => (globalThis as unknown as { meant: string[] }).meant.splice(0)),
    );
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
    tab = await signIn(on, 'https://www.twitch.tv/');
    on.stage.drive.say('mainstage', { from: 'mothlamp', text: 'first' });
    // Only the page can tell where the user was at a press; it hears of it before the tools, because it listens first.
    await tab.page.evaluate(() => {
      const meant: string[] = [];
      Object.assign(globalThis, { meant });
      const textAt = (at: EventTarget | null): string | undefined => {
        const line = at instanceof Element ? at.closest('[data-a-target="chat-line-message"]') : null;
        return line?.querySelector('[data-a-target="chat-line-message-body"]')?.textContent ?? undefined;
      };
      const note = (text: string | undefined): unknown => text && meant.push(text);
      const first = { capture: true } as const;
      // Where the hand came to rest is what is meant, whatever chat has put there by the time of the press.
      let aimed: string | undefined;
      addEventListener('pointermove', ({ target }) => void (aimed = textAt(target)), first);
      addEventListener('pointerdown', () => note(aimed), first);
      addEventListener('keydown', ({ key }) => key === 'd' && note(textAt(document.activeElement)), first);
    });
    await tab.page
      .css('.side-nav')
      .byRole('link', /Mainstage/i)
      .click();
    await aimAt(tab, 'mothlamp');
    const box = await tab.ours.byRole('button', 'Delete message').box();
    const from = await tied();
    button = { x: box.x + box.width / 2 - (from?.x ?? 0), y: box.y + box.height / 2 - (from?.y ?? 0) };
    height = await tab.page.evaluate(() => window.innerHeight);
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
    for (let round = 0; hit.length < wanted && round < tries; round += 1) {
      if (round % 12 === 0) {
        on.stage.world.buckets.refill();
        await letGo();
      }
      const y = 660 - 42 * (round % 12);
      await hand.move(1000, y);
      const there = await tied();
      if (!there || !isInSight(there.y + button.y)) continue;
      await hand.move(there.x + button.x, there.y + button.y);
      await Promise.all([hand.down(), hand.up()]);
    }
    await judge();
  }, 240_000);

  it('hits what the keyboard is on', async () => {
    const { hand } = tab.page;
    for (let round = 0; hit.length < wanted && round < tries; round += 1) {
      if (round % 12 === 0) {
        on.stage.world.buckets.refill();
        await letGo();
        await hand.press('j');
      }
      // Fast fingers: the next key comes before anything has come of this one.
      await Promise.all([hand.press('d'), hand.press(round % 12 === 11 ? 'Escape' : 'k')]);
    }
    await judge();
  }, 240_000);
});

/** What the user meant may go away, move, or turn into something else before the key comes down. */
describe('aiming while chat changes under the hand', () => {
  const on = suite();
  let tab: Tab;

  const key = (name: string) => tab.page.hand.press(name);
  const say = (from: string, text = `${from} says something`) =>
    on.stage.drive.say('mainstage', { from, text });
  const refused = () => tab.ours.byRole('status').says(/Chat moved just then/);
  /** Lets chat go on to its newest line. */
  const letGo = () =>
    expect
      .poll(async () => {
        const { hand } = tab.page;
        await hand.move(1100, 400);
        await hand.wheel(9_000);
        await hand.move(600, 620);
        return tab.page.css('.chat-paused-footer').count();
      })
      .toBe(0);
  /** Login of the chatter in whose line the keyboard is. */
  const focused = () =>
    tab.page.evaluate(() => document.activeElement?.closest('[data-a-user]')?.getAttribute('data-a-user'));

  beforeAll(async () => {
    // More than fits, so that chat can move.
    for (let line = 0; line < 30; line += 1) say('mothlamp', `line ${line}`);
    tab = await signIn(on);
  });

  it('a key does not hit a line that has left the pointer', async () => {
    say('bramble_b');
    await on.step('rest on a line until chat has gone on', async () => {
      await aimAt(tab, 'bramble_b');
      for (let line = 0; line < 5; line += 1) say('quietquarry', `line ${line}`);
      // Held at first, it jumps to its end when the pointer has rested for a while.
      await tab.page.waitUntil('chat to go on', () => {
        const end = document.querySelector('.simplebar-scroll-content')?.getBoundingClientRect().bottom ?? 0;
        const [newest] = [...document.querySelectorAll('[data-a-user="quietquarry"]')].slice(4);
        return newest !== undefined && newest.getBoundingClientRect().bottom < end + 12;
      });
    });
    await toolsFor(tab, 'bramble_b').appears();
    await on.step('press a key', () => key('t'));
    await refused();
    expect(banOf(on, 'bramble_b')).toBeUndefined();
    expect(banOf(on, 'quietquarry')).toBeUndefined();
  });

  it('a walk by keyboard does not move chat', async () => {
    await on.step('go to the newest line', async () => {
      await tab.page.hand.move(600, 620);
      await toolsFor(tab, 'bramble_b').disappears();
      await key('j');
      await expect.poll(focused).toBe('quietquarry');
    });
    const place = async () => (await linesOf(tab, 'quietquarry').nth(4).box()).y;
    const before = await place();
    await on.step('walk on while chat runs', async () => {
      for (let line = 0; line < 20; line += 1) say('penny_farthing', `line ${line}`);
      await tab.page.css('.chat-paused-footer').appears();
      await key('k');
      await key('k');
    });
    await linesOf(tab, 'quietquarry').nth(2).takesFocus();
    expect(await place()).toBeCloseTo(before, 0);
  });

  it('a key does not hit what was scrolled out of sight, and brings it back', async () => {
    await on.step('scroll away and press', async () => {
      await tab.page.hand.move(1100, 400);
      await tab.page.hand.wheel(-900);
      await tab.page.waitUntil('the line to be out of sight', () => {
        const frame = document.querySelector('.simplebar-scroll-content')?.getBoundingClientRect();
        return (document.activeElement?.getBoundingClientRect().top ?? 0) > (frame?.bottom ?? Infinity);
      });
      await tab.page.hand.move(600, 620);
      // The pointer has been over other lines meanwhile: the walk goes on where the keyboard is.
      await linesOf(tab, 'quietquarry')
        .nth(2)
        .evaluate((line) => (line as HTMLElement).blur());
      await linesOf(tab, 'quietquarry')
        .nth(2)
        .evaluate((line) => (line as HTMLElement).focus({ preventScroll: true }));
      await toolsFor(tab, 'quietquarry').appears();
      await key('t');
    });
    await refused();
    expect(banOf(on, 'quietquarry')).toBeUndefined();
  });

  it('nothing is meant when the line is gone, wherever the pointer was left', async () => {
    await on.step('leave the pointer on one line and go to another', async () => {
      await key('Escape');
      await linesOf(tab, 'quietquarry').nth(0).hover();
      await toolsFor(tab, 'quietquarry').appears();
      await key('j');
      await linesOf(tab, 'quietquarry').nth(1).takesFocus();
    });
    await on.step('take that line away', () =>
      linesOf(tab, 'quietquarry')
        .nth(1)
        .evaluate((line) => line.remove()),
    );
    await toolsFor(tab, 'quietquarry').disappears();
    await on.step('press a key', () => key('t'));
    say('yusuf_k');
    await on.step('point anew and press', async () => {
      await letGo();
      await aimAt(tab, 'yusuf_k');
      await key('t');
    });
    await tab.ours.byRole('status').says(/Timed out yusuf_k/);
    expect(banOf(on, 'quietquarry')).toBeUndefined();
  });

  it('nothing is done about a message that took the place of the one that was meant', async () => {
    await letGo();
    say('jiwoo_87');
    await on.step('point, and let another message stand there', async () => {
      await aimAt(tab, 'jiwoo_87');
      await linesOf(tab, 'jiwoo_87').evaluate((line) => {
        const name = line.querySelector('[data-a-target="chat-message-username"]');
        line.setAttribute('data-a-user', 'mei_lan_');
        name?.setAttribute('data-a-user', 'mei_lan_');
        if (name) name.textContent = 'mei_lan_';
      });
      await key('t');
    });
    await refused();
    await on.step('press the button of the tools that came instead', async () => {
      const tools = await aimAt(tab, 'mei_lan_');
      await tools.byRole('button', 'Timeout 10 minutes').click();
      // React still speaks of the message that stood there, so it asks first.
      await tab.ours.byRole('dialog', /mei_lan_/).appears();
      await key('Enter');
    });
    await tab.ours.byRole('status').says(/Timed out mei_lan_/);
    expect(banOf(on, 'jiwoo_87')).toBeUndefined();
  });

  it('a menu that is open holds chat, however long the pointer rests', async () => {
    const menu = tab.ours.byRole('menu', 'More timeouts');
    const place = async () => (await linesOf(tab, 'taeyang_p').box()).y;
    await on.step('open the menu of lengths', async () => {
      await letGo();
      say('taeyang_p');
      const tools = await aimAt(tab, 'taeyang_p');
      await tools.byRole('button', 'More timeouts').click();
      await menu.appears();
    });
    const before = await place();
    await on.step('let chat run for longer than a hand that rests on the tools holds it', async () => {
      for (let line = 0; line < 30; line += 1) say('penny_farthing', `line ${line} under the menu`);
      await tab.page.css('.chat-paused-footer').appears();
      const since = await tab.page.evaluate(() => performance.now());
      await tab.page.waitUntil(
        'the patience to be over',
        (since: number) => performance.now() - since > 5_500,
        since,
      );
    });
    expect(await place()).toBeCloseTo(before, 0);
    await on.step('choose from it', () => menu.byRole('menuitem', '1 minute').click());
    await tab.ours.byRole('status').says(/Timed out taeyang_p for 1 minute/);
    expect(banOf(on, 'penny_farthing')).toBeUndefined();
  });
});
