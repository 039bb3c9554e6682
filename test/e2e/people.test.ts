import { describe, expect, it } from 'vitest';

import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, leaveChat, linesOf, signIn } from './moderator.ts';
import { stored } from './stored.ts';

/** Knowing people in Twitch's own page: their card, the user's own words about them, marks on their lines, the watch. */
describe('knowing people', () => {
  const on = suite();
  let tab: Tab;

  const say = (from: string, text = `${from} says something`) =>
    on.stage.drive.say('mainstage', { from, text });
  const card = (name: string) => tab.ours.byRole('dialog', name);
  const status = () => tab.ours.byRole('status');
  /** What the marks on a chatter's newest line say. */
  const marksOf = (login: string) => tab.page.css(`[data-a-user="${login}"] > sidestage-person`);

  it('open our card from a line, with who they are and what they said', async () => {
    on.stage.world.setLead('mainstage', 'stagehand');
    on.stage.world.setEditor('mainstage', 'stagehand');
    on.stage.world.setVip('gta_gran', 'stagehand');
    tab = await signIn(on);
    say('mothlamp', 'an early line');
    await on.step('point at the line', () => aimAt(tab, 'mothlamp'));
    const profile = on.stage.drive.faults.hold('get-users');
    await on.step('press the card', async () => {
      await aimAt(tab, 'mothlamp');
      await tab.ours.byRole('button', 'User card').click();
    });
    await card('MothLamp').byText('an early line').appears();
    const ban = card('MothLamp').byRole('button', 'Ban');
    const before = await ban.box();
    profile.release();
    await on.step('read since when the account is there', () =>
      expect.poll(() => card('MothLamp').css('dl time').count()).toBeGreaterThan(0),
    );
    await card('MothLamp').byRole('button', 'Allow and continue').appears();
    // What comes late pushes no button from under a hand.
    expect(await ban.box()).toEqual(before);
    say('mothlamp', 'a later line');
    await card('MothLamp').byText('a later line').appears();
    await on.step('keep messages from now on', () =>
      card('MothLamp').byRole('button', 'Keep messages').click(),
    );
    await card('MothLamp').byText('Kept on this computer for 14 days.').appears();
  });

  it('ask for what a fact needs when it is first wanted', async () => {
    await on.step('allow it', () => card('MothLamp').byRole('button', 'Allow and continue').click());
    await on.session.consent('Authorize');
    await tab.activate();
    const follows = card('MothLamp').css('.ss-card-facts dd').nth(1);
    await follows.says(/^Does not follow$|\d{4}$/);
    await card('MothLamp').byRole('button', 'Allow and continue').disappears();
    await tab.screenshot('people/card');
  });

  it('keep a nickname and a note, which mark the lines', async () => {
    await on.step('write', async () => {
      await card('MothLamp').byRole('button', 'Write a note').click();
      await card('MothLamp').byRole('textbox', 'Nickname').fill('Lampy');
      await card('MothLamp')
        .byRole('textbox', 'Private note')
        .fill('**Friend** of the house, see https://example.com/x');
      await tab.screenshot('people/writing');
    });
    await on.step('save', () => card('MothLamp').byRole('button', 'Save').click());
    await card('MothLamp').byRole('link', 'https://example.com/x').appears();
    await marksOf('mothlamp').appears();
    await tab.ours.byRole('img', 'Note: Friend of the house, see https://example.com/x').appears();
    await tab.ours.byText('Lampy').appears();
    const before = await linesOf(tab, 'mothlamp').nth(0).box();
    expect(before.height).toBeLessThan(40);
  });

  it('act from the card with a reason, and tell what happened', async () => {
    await on.step('warn without a reason', async () => {
      await card('MothLamp').byRole('button', 'Warn').click();
      const field = card('MothLamp').byRole('textbox', 'Reason');
      await field.takesFocus();
      expect(await field.evaluate((input) => (input as HTMLInputElement).placeholder)).toBe(
        'Give a reason first',
      );
      await tab.screenshot('people/reason-missing');
    });
    expect(on.stage.requests.some(({ path }) => path.endsWith('/moderation/warnings'))).toBe(false);
    await on.step('give a reason and a timeout', async () => {
      await card('MothLamp').byRole('button', 'Reasons').click();
      await tab.screenshot('people/reasons');
      await card('MothLamp')
        .byRole('menuitem', /Be kind/)
        .click();
      await card('MothLamp').byRole('button', 'Timeout').click();
      await card('MothLamp').byRole('menuitem', '10 minutes').click();
    });
    await status().says(/Timed out mothlamp for 10 minutes/);
    expect(banOf(on, 'mothlamp')).toMatchObject({ reason: 'Be kind' });
    await card('MothLamp')
      .byText(/Timeout, 10 minutes: Be kind/)
      .appears();
    await tab.ours.byRole('img', /Earlier actions here: 1/).appears();
    await tab.screenshot('people/acted');
  });

  it('tell apart what others did, and delete a message of the list', async () => {
    on.stage.drive.unban('mainstage', 'mothlamp');
    say('mothlamp', 'a line for others');
    await card('MothLamp').byText('a line for others').appears();
    on.stage.drive.timeout('mainstage', 'mothlamp', 300, { by: 'mainstage' });
    await card('MothLamp')
      .byText(/Timed out 5 minutes/)
      .appears();
    on.stage.drive.unban('mainstage', 'mothlamp');
    say('mothlamp', 'a line to delete');
    const line = card('MothLamp').byText('a line to delete');
    await line.appears();
    await on.step('delete it', async () => {
      await line.hover();
      await card('MothLamp').byRole('button', 'Delete message').click();
    });
    await status().says(/Deleted a message by mothlamp/);
    await card('MothLamp')
      .css('[data-line][data-undone]')
      .nth(-1)
      .says(/a line to delete/);
    await tab.screenshot('people/list');
    await on.step('ask for another length', async () => {
      await card('MothLamp').byRole('button', 'Timeout').click();
      await card('MothLamp').byRole('menuitem', 'Other length…').click();
      await tab.ours.byRole('dialog', /Timeout/).appears();
      await tab.page.hand.press('Escape');
    });
    await tab.ours.byRole('dialog', /Timeout/).disappears();
  });

  it('stay several at once when pinned, move by keyboard, and leave with Esc to where one came from', async () => {
    await on.step('pin it', () => card('MothLamp').byRole('button', 'Keep this card open').click());
    say('bramble_b');
    await on.step('open another from the name', () =>
      linesOf(tab, 'bramble_b').css('[data-a-target="chat-message-username"]').click({ hold: 'Alt' }),
    );
    await card('Bramble_B').appears();
    expect(await tab.page.css('.viewer-card').count()).toBe(0);
    expect(await card('MothLamp').count()).toBe(1);
    await on.step('move it', async () => {
      const before = await card('Bramble_B').box();
      await card('Bramble_B').byRole('button', 'Move with the arrow keys').tabTo();
      await tab.page.hand.press('ArrowDown');
      expect((await card('Bramble_B').box()).y).toBe(before.y + 20);
    });
    await on.step('drag it by its head', async () => {
      const { hand } = tab.page;
      const before = await card('Bramble_B').box();
      const { x, y, width, height } = await card('Bramble_B').byRole('heading', 'Bramble_B').nth(0).box();
      const [fromX, fromY] = [x + width / 2, y + height / 2];
      await hand.move(fromX, fromY);
      await hand.down();
      await hand.move(fromX - 40, fromY + 10);
      await hand.move(fromX - 90, fromY + 30);
      await hand.up();
      // Where it was let go it stays.
      await hand.move(fromX, fromY + 200);
      await expect.poll(() => card('Bramble_B').box()).toMatchObject({ x: before.x - 90, y: before.y + 30 });
    });
    await on.step('leave it', () => tab.page.hand.press('Escape'));
    await card('Bramble_B').disappears();
    await linesOf(tab, 'bramble_b').takesFocus();
    expect(await card('MothLamp').count()).toBe(1);
  });

  it('do not take keys that are typed into the card for hotkeys', async () => {
    await aimAt(tab, 'bramble_b');
    await on.step('type', () => card('MothLamp').byRole('textbox', 'Reason').fill('t b d'));
    expect(banOf(on, 'bramble_b')).toBeUndefined();
  });

  it('take hotkeys on the card for its chatter, never for the line under the pointer', async () => {
    const pin = card('MothLamp').byRole('button', 'Keep this card open');
    await on.step('ban by key, with the reason that was typed', async () => {
      await aimAt(tab, 'bramble_b');
      await pin.tabTo({ back: true });
      await tab.page.hand.press('d');
      await tab.page.hand.press('b');
    });
    await status().says(/Banned mothlamp/);
    expect(banOf(on, 'mothlamp')).toMatchObject({ reason: 't b d' });
    await on.step('take it back', async () => {
      await tab.page.hand.press('z');
    });
    await status().says(/Lifted the ban of mothlamp/);
    expect(banOf(on, 'mothlamp')).toBeUndefined();
    await on.step('look at the keys', () => tab.page.hand.press('?'));
    await card('Keys')
      .byText(/On a user card or on the watch/)
      .appears();
    await card('Keys').byText('You act here as stagehand (Lead moderator · Editor).').appears();
    await tab.screenshot('people/keys');
    await tab.page.hand.press('Escape');
    await card('Keys').disappears();
    await pin.takesFocus();
    expect(banOf(on, 'bramble_b')).toBeUndefined();
  });

  it('watch a chatter, also over a visit to another channel', async () => {
    await on.step('watch', () => card('MothLamp').byRole('button', 'Watch for 10 minutes').click());
    await card('Watching').byText('a later line').appears();
    const go = (name: RegExp) => tab.page.css('.side-nav').byRole('link', name).click();
    await on.step('go elsewhere', () => go(/OrlaTheBard/));
    await card('Watching').disappears();
    await on.step('come back', () => tab.page.evaluate(() => history.back()));
    await card('Watching').appears();
    on.stage.drive.unban('mainstage', 'mothlamp');
    say('mothlamp', 'while watched');
    await card('Watching').byText('while watched').appears();
    await tab.ours.byRole('img', /Being watched/).appears();
    await tab.screenshot('people/watch');
    const stop = card('Watching').byRole('button', 'Stop watching MothLamp');
    await on.step('ban whom is watched by key', async () => {
      await stop.evaluate((button) => (button as HTMLElement).focus());
      await tab.page.hand.press('b');
    });
    await status().says(/Banned mothlamp/);
    expect(banOf(on, 'mothlamp')?.until).toBeUndefined();
    await on.step('take it back', () => tab.page.hand.press('z'));
    await status().says(/Lifted the ban of mothlamp/);
    expect(banOf(on, 'mothlamp')).toBeUndefined();
    await on.step('stop', () => stop.click());
    await card('Watching').disappears();
  });

  it('know them again after a reload, and what they said before', async () => {
    // The page itself remembers 150 lines.
    for (let index = 0; index < 160; index++) say('bramble_b', `line ${index}`);
    say('mothlamp', 'a new evening');
    await tab.reload();
    await linesOf(tab, 'mothlamp').appears();
    await marksOf('mothlamp').appears();
    await tab.ours.byText('Lampy').appears();
    await expect.poll(() => linesOf(tab, 'mothlamp').count()).toBe(1);
    await on.step('open the card from the name', () =>
      linesOf(tab, 'mothlamp').css('[data-a-target="chat-message-username"]').click({ hold: 'Alt' }),
    );
    await card('MothLamp').byText('a later line').appears();
    await card('MothLamp').byText('a new evening').appears();
    await tab.screenshot('people/kept');
  });

  it('say why a fact could not be had, and try again', async () => {
    on.stage.drive.fault(
      'get-users',
      { kind: 'status', status: 503, message: 'Service Unavailable' },
      Infinity,
    );
    // Chat stood full under a hand at rest.
    await leaveChat(tab);
    say('quietquarry');
    await on.step('open the card', async () => {
      await aimAt(tab, 'quietquarry');
      await tab.ours.byRole('button', 'User card').click();
    });
    await card('QuietQuarry').byRole('button', 'Retry').appears(15_000);
    await tab.screenshot('people/failed');
    on.stage.drive.faults.clear();
    await on.step('try again', async () => {
      while ((await card('QuietQuarry').byRole('button', 'Retry').count()) > 0) {
        await card('QuietQuarry').byRole('button', 'Retry').click();
        await card('QuietQuarry').css('.ss-spinner').disappears();
      }
    });
    await expect.poll(() => card('QuietQuarry').css('dl time').count()).toBeGreaterThan(0);
  });

  it('follow the newest message in the list of a card, and let the list stand still while the user is in it', async () => {
    const list = card('QuietQuarry').byRole('group', 'Messages here');
    const row = (text: string) => list.css('[data-line]').byText(text);
    /** How far the lower edge of a row lies under that of the list, px. */
    const under = async (text: string): Promise<number> => {
      const [{ y, height }, frame] = [await row(text).box(), await list.box()];
      return y + height - (frame.y + frame.height);
    };
    await tab.page.hand.move(600, 600);
    for (let place = 1; place <= 12; place++) say('quietquarry', `message ${place} of many`);
    await row('message 12 of many').appears();
    await expect.poll(() => under('message 12 of many')).toBeLessThanOrEqual(1);
    expect(await under('message 1 of many')).toBeLessThan(-150);
    await on.step('come into the list', () => row('message 11 of many').hover());
    const before = await row('message 11 of many').box();
    for (const what of ['first', 'then', 'last']) {
      say('quietquarry', `${what} said meanwhile`);
      await row(`${what} said meanwhile`).appears();
    }
    await expect.poll(() => under('last said meanwhile')).toBeGreaterThan(50);
    // The browser scrolls by whole pixels.
    expect(Math.abs((await row('message 11 of many').box()).y - before.y)).toBeLessThan(1);
    await tab.page.hand.move(600, 600);
    say('quietquarry', 'said after that');
    await row('said after that').appears();
    await expect.poll(() => under('said after that')).toBeLessThanOrEqual(1);
  });

  it('show what was done, day by day and to whom, and what was written, in the options', async () => {
    const options = await on.session.openExtensionPage('options.html#log');
    await options.byText('Actions per day, the last two weeks').appears();
    await on.step('ask what happened to one of them', () =>
      options.byRole('button', 'MothLamp').nth(0).click(),
    );
    await options.byText('Only mothlamp').appears();
    await options.byText('Lampy').appears();
    await options.screenshot('people/options-log');
    await on.step('delete the note', () =>
      options.byRole('button', 'Delete what you wrote about MothLamp').click(),
    );
    await options.byText('Lampy').disappears();
    await on.step('look at what is kept', () =>
      options.evaluate(() => {
        location.hash = '#moderation';
      }),
    );
    await options.byRole('button', 'Delete what is kept of mainstage').appears();
    await options.screenshot('people/options-kept');
    await on.step('delete all of it', async () => {
      await options.byRole('button', 'Delete all').click();
      await options.byRole('dialog').byRole('button', 'Delete').click();
    });
    await options.byText('Nothing is kept.').appears();
    await options.close();
    await tab.activate();
    await tab.ours.byText('Lampy').disappears();
    await tab.ours.byRole('img', 'Earlier actions here: 2').appears();
  });

  it('stand with what needs no power where one may do nothing, once that is wanted', async () => {
    const options = await on.session.openExtensionPage('options.html#moderation');
    const choice = options.byRole('switch', 'Show these tools in chats that I do not moderate');
    await on.step('want them', () => choice.click());
    await stored(options, 'settings', '"moderation.quietTools":true');
    await options.screenshot('people/options-quiet');
    await options.close();
    await tab.activate();
    await on.step('go to a channel of somebody else', () =>
      tab.page
        .css('.side-nav')
        .byRole('link', /GTA_Gran/)
        .click(),
    );
    await tab.page.byText('Welcome to the chat room!').appears();
    on.stage.drive.say('gta_gran', { from: 'mothlamp', text: 'wrong bus' });
    await tab.page.byText('wrong bus').appears();
    await on.step('open the card there', async () => {
      const tools = await aimAt(tab, 'mothlamp');
      expect((await tools.byRole('button').names()).toSorted()).toEqual([
        'Copy message',
        'Note',
        'User card',
        'Watch',
      ]);
      await tools.byRole('button', 'User card').click();
    });
    await card('MothLamp')
      .byText(/wrong bus/)
      .appears();
    expect(await card('MothLamp').byRole('button', 'Ban').count()).toBe(0);
    // They are kept where the user moderates, and only there.
    expect(
      await card('MothLamp')
        .byText(/Kept on this computer/)
        .count(),
    ).toBe(0);
    await on.step('watch for half an hour', async () => {
      await card('MothLamp').byRole('button', 'How long to watch').click();
      await tab.ours.byRole('menuitemradio', '30 minutes').click();
    });
    await card('Watching').byText('MothLamp, 30 min left').appears();
    // It is the next one's, too.
    await card('MothLamp').byRole('button', 'Watch 30 minutes longer').appears();
    await tab.screenshot('people/quiet');
    await on.step('look at the keys, and who one is here', async () => {
      await aimAt(tab, 'mothlamp');
      await tab.page.hand.press('?');
    });
    await card('Keys').byText('You act here as stagehand (VIP).').appears();
  });
});
