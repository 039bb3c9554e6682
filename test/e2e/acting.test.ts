import { beforeAll, describe, expect, it } from 'vitest';

import { features } from '../../lib/features.ts';
import type { Surface, Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, leaveChat, linesOf, signIn, toolsFor } from './moderator.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** Buttons, keys, reasons and the ladder that the user chose, from the options page to the chatter whom they hit. */
describe('acting in the way of one’s own', () => {
  const on = suite();
  let page: Surface;
  let tab: Tab;
  let popup: Surface;

  const status = () => tab.ours.byRole('status');
  const say = (from: string, text = `${from} says something`) =>
    on.stage.drive.say('mainstage', { from, text });
  const key = (name: string) => tab.page.hand.press(name);
  const lengthOf = (login: string): number | undefined => {
    const ban = banOf(on, login);
    return ban?.until === undefined ? undefined : (ban.until - ban.at) / 1000;
  };
  const leave = () => leaveChat(tab);
  const focusedLogin = () =>
    tab.page.evaluate(() => document.activeElement?.closest('[data-a-user]')?.getAttribute('data-a-user'));

  beforeAll(() => {
    // More than fits, so that chat can be held.
    for (let line = 0; line < 30; line += 1) say('mothlamp', `line ${line}`);
    for (const from of ['bramble_b', 'quietquarry', 'jiwoo_87']) say(from);
  });

  it('sets up buttons, reasons and keys', async () => {
    await signIn(on, 'about:blank', [...features.warnings.scopes, ...features.chatWriting.scopes]);
    page = await on.session.openExtensionPage('options.html');
    await on.step('open the section', () => page.byRole('link', 'Moderation').click());
    const preview = page.byRole('group', 'Preview');
    await on.step('add the warning', async () => {
      await page.byRole('button', 'Add a button').click();
      await page.byRole('menuitem', 'Warn').click();
    });
    await preview.byRole('button', 'Warn').appears();
    await on.step('add the next step', async () => {
      await page.byRole('button', 'Add a button').click();
      await page.byRole('menuitem', 'Next step').click();
    });
    await preview.byRole('button', 'Next step: Warn').appears();
    await on.step('make a button of one’s own', async () => {
      await page.byRole('button', 'Add a button').click();
      await page.byRole('menuitem', /A button of your own/).click();
      const form = page.byRole('dialog', 'Edit the button');
      await form.byRole('textbox', 'Name').fill('Spam');
      await form.byRole('button', /^Then/).click();
      await form.byRole('textbox', 'Write in chat').fill('@{user} no ads here');
      await form.byRole('radio', 'Red').click();
      await page.screenshot('acting/button-form');
      expect(await violations(page)).toEqual([]);
      await form.byRole('button', 'Save').click();
      await form.disappears();
    });
    await on.step('move it up, by keyboard', async () => {
      await page.byRole('button', 'Move Spam up').click();
      await page.waitUntil(
        'the move',
        () => document.querySelector('.ss-row:nth-child(7)')?.textContent === 'Spam',
      );
      await page.byRole('button', 'Move Spam up').takesFocus();
    });
    expect(await preview.byRole('button').names()).toEqual([
      'Timeout 10 minutes',
      'More timeouts',
      'Ban',
      'Delete message',
      'User card',
      'Warn',
      'Spam',
      'Next step: Warn',
    ]);
    await on.step('let an offence count for a week', async () => {
      await page.byRole('spinbutton', 'An offence counts for').fill('7');
      await stored(page, 'settings', '"moderation.ladderDays":7');
    });
    await on.step('write down two reasons', async () => {
      for (const [reason, channel] of [
        ['Be kind', ''],
        ['Rule 3: no spoilers', 'mainstage'],
      ] as const) {
        await page.byRole('textbox', 'New reason').fill(reason);
        await page.byRole('textbox', 'Channel').fill(channel);
        await page.byRole('button', 'Add reason').click();
        await page.byRole('button', `Remove ${reason}`).appears();
      }
    });
    await page.screenshot('acting/options-moderation');
    expect(await violations(page)).toEqual([]);

    await on.step('open the keys', () => page.byRole('link', 'Keys').click());
    await on.step('give the ban the key of the timeout', async () => {
      await page.byRole('button', 'Change: Ban').click();
      await page.byText('Press a key…').appears();
      await page.hand.press('t');
    });
    await page.byText('Same key: Ban').appears();
    await page.byText('Same key: Timeout 10 minutes').appears();
    await on.step('give it another', async () => {
      await page.byRole('button', 'Change: Ban').click();
      await page.hand.press('Shift+B');
    });
    await page.byText(/Same key/).disappears();
    await on.step('give the button of one’s own a key', async () => {
      await page.byRole('button', 'Choose: Spam').click();
      await page.hand.press('s');
      await page.byRole('button', 'Change: Spam').appears();
    });
    await page.screenshot('acting/options-keys');
    expect(await violations(page)).toEqual([]);
  });

  /** Puts the script of the tools beside the one that is there. */
  const bringToolsTo = (url: string): Promise<void> =>
    page.evaluate(async (url: string) => {
      interface Extension {
        readonly tabs: { query(wish: object): Promise<readonly { readonly id: number }[]> };
        readonly scripting: { executeScript(wish: object): Promise<unknown> };
      }
      const { tabs, scripting } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      const [found] = await tabs.query({ url });
      const files = ['content-scripts/twitch-tools.js'];
      await scripting.executeScript({ target: { tabId: found?.id }, files });
    }, url);

  it('walks through lines and acts by single keys', async () => {
    tab = await on.session.openTab('https://www.twitch.tv/mainstage');
    await linesOf(tab, 'jiwoo_87').appears();
    await tab.ours.byRole('button', /^Sweep/).appears();
    // Before a line is meant, which brings the cards and the list of keys.
    await on.step('bring the tools once more, as where the background died before it had answered', () =>
      bringToolsTo('https://www.twitch.tv/mainstage'),
    );
    await on.step('into chat', async () => {
      await aimAt(tab, 'jiwoo_87');
      await tab.page.hand.move(5, 5);
      await key('j');
    });
    await toolsFor(tab, 'jiwoo_87').appears();
    await on.step('up twice, down once', async () => {
      await key('k');
      await key('k');
      await key('j');
    });
    await toolsFor(tab, 'quietquarry').appears();
    await expect.poll(focusedLogin).toBe('quietquarry');
    await on.step('chat holds still meanwhile', async () => {
      const top = () => linesOf(tab, 'quietquarry').box();
      const before = await top();
      for (let line = 0; line < 30; line += 1) say('penny_farthing', `line ${line}`);
      await tab.page.css('.chat-paused-footer').appears();
      expect((await top()).y).toBeCloseTo(before.y, 0);
    });
    await tab.screenshot('acting/toolbar');
    await on.step('show the keys', () => key('?'));
    const sheet = tab.ours.byRole('dialog', 'Keys');
    await sheet.byText('Spam').appears();
    await sheet.byText(/On a user card/).appears();
    await tab.screenshot('acting/cheat-sheet');
    await key('Escape');
    await sheet.disappears();
    // The keyboard is back where it was.
    await expect.poll(focusedLogin).toBe('quietquarry');
    await on.step('time out', () => key('t'));
    await status().says(/Timed out quietquarry for 10 minutes/);
    expect(lengthOf('quietquarry')).toBe(600);
    // For how long it can be taken back yet.
    const left = tab.ours.css('.ss-line-tools .ss-left');
    await left.says(/^(?:10:00|9:[0-5]\d)$/);
    const before = await left.text();
    await expect.poll(() => left.text()).not.toBe(before);
    await on.step('undo', () => key('z'));
    await status().says(/Lifted the timeout of quietquarry/);
    expect(banOf(on, 'quietquarry')).toBeUndefined();
    await on.step('leave', () => key('Escape'));
    await toolsFor(tab, 'quietquarry').disappears();
  });

  it('does nothing while somebody types', async () => {
    await leave();
    const line = say('mei_lan_');
    await aimAt(tab, 'mei_lan_');
    await on.step('type into chat', async () => {
      await tab.page.css('[data-a-target="chat-input"]').click();
      await linesOf(tab, 'mei_lan_').hover();
      await toolsFor(tab, 'mei_lan_').appears();
      await tab.page.hand.type('dbt');
    });
    await expect.poll(() => tab.page.css('[data-a-target="chat-input"]').text()).toContain('dbt');
    expect(banOf(on, 'mei_lan_')).toBeUndefined();
    expect(on.stage.world.deleted.has(line.id)).toBe(false);
    await tab.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  });

  it('does several things in one press, and takes them back', async () => {
    await leave();
    say('copypasta_pete', 'buy viewers');
    await on.step('press the button of one’s own', async () => {
      const tools = await aimAt(tab, 'copypasta_pete');
      await tools.byRole('button', 'Spam').click();
    });
    await status().says(/Wrote in chat about copypasta_pete/);
    expect(lengthOf('copypasta_pete')).toBe(600);
    await linesOf(tab, 'stagehand').byText('@copypasta_pete no ads here').appears();
    await tab.ours.byRole('button', 'Next step: Timeout 10 minutes').appears();
    await tab.screenshot('acting/done');
    await on.step('undo what can be undone', () =>
      tab.ours.css('.ss-line-tools').byRole('button', 'Undo').click(),
    );
    await status().says(/Lifted the timeout of copypasta_pete/);
    expect(banOf(on, 'copypasta_pete')).toBeUndefined();
  });

  it('asks for a length of one’s own, and says when it is none', async () => {
    await leave();
    say('seoyeon_cat');
    await on.step('right-click the timeout', async () => {
      const tools = await aimAt(tab, 'seoyeon_cat');
      await tools.byRole('button', 'Timeout 10 minutes').click({ button: 'right' });
    });
    const question = tab.ours.byRole('dialog', /seoyeon_cat/i);
    const field = question.byRole('textbox', 'How long');
    await on.step('type what is no length', async () => {
      await field.fill('soon');
      await key('Enter');
    });
    await question.byText(/Enter a length/).appears();
    await tab.screenshot('acting/length');
    const slide = question.byRole('slider');
    const confirm = question.byRole('button', /^Timeout/);
    await on.step('slide it to another', async () => {
      await slide.evaluate((slider) => (slider as HTMLElement).focus());
      for (const way of ['Home', 'ArrowRight', 'ArrowRight']) await key(way);
      await expect.poll(() => confirm.text()).toBe('Timeout 10 seconds');
    });
    await on.step('type one', async () => {
      await field.fill('2h');
      await key('Enter');
    });
    await status().says(/Timed out seoyeon_cat for 2 hours/);
    expect(lengthOf('seoyeon_cat')).toBe(7_200);
  });

  it('climbs the ladder: a warning with a reason, then a timeout', async () => {
    await leave();
    say('hokkaido_hiro');
    await on.step('ask for the next step by its key', async () => {
      await aimAt(tab, 'hokkaido_hiro');
      await tab.ours.byRole('button', 'Next step: Warn').appears();
      await key('n');
    });
    const question = tab.ours.byRole('dialog', /hokkaido_hiro: Warn/i);
    await question.byText(/Offence number 1 in 7 days/).appears();
    // What was written down for the channel first; what the channel itself shows its chatters last.
    await expect
      .poll(() => question.byRole('option').texts())
      .toEqual([
        'Rule 3: no spoilers',
        'Be kind',
        'English only Channel rule',
        'No spoilers, not even hints Channel rule',
      ]);
    await tab.screenshot('acting/reasons');
    await on.step('choose the second reason, by keyboard', async () => {
      await key('ArrowDown');
      await key('Enter');
    });
    await status().says(/Warned hokkaido_hiro/);
    expect(on.stage.requests.filter(({ path }) => path.endsWith('/moderation/warnings'))).toHaveLength(1);
    await on.step('the button says what comes next, and does it', async () => {
      await tab.ours.byRole('button', 'Next step: Timeout 10 minutes').appears();
      await aimAt(tab, 'hokkaido_hiro');
      await tab.ours.byRole('button', 'Next step: Timeout 10 minutes').click();
    });
    await status().says(/Timed out hokkaido_hiro for 10 minutes/);
    expect(lengthOf('hokkaido_hiro')).toBe(600);
  });

  it('does not go without a reason where it must have one, and offers the one used last before all others', async () => {
    const options = await on.session.openExtensionPage('options.html#moderation');
    await on.step('require a reason', async () => {
      await options.byRole('button', 'Edit Spam').click();
      const form = options.byRole('dialog', 'Edit the button');
      await form.byRole('radio', 'Required').click();
      await form.byRole('button', 'Save').click();
      await form.disappears();
    });
    await stored(options, 'settings', '"ask":"must"');
    await options.close();
    await tab.activate();
    await leave();
    say('quillandink');
    await on.step('ask for it by its key', async () => {
      await aimAt(tab, 'quillandink');
      await key('s');
    });
    const question = tab.ours.byRole('dialog', /quillandink: Spam/i);
    await question.appears();
    await expect
      .poll(() => question.byRole('option').texts())
      .toEqual([
        'Be kind',
        'Rule 3: no spoilers',
        'English only Channel rule',
        'No spoilers, not even hints Channel rule',
      ]);
    await on.step('give none', async () => {
      // Enter alone would take the first of the list.
      await question.byRole('combobox', 'Reason').takesFocus();
      await key('x');
      await expect.poll(() => question.byRole('option').count()).toBeLessThan(4);
      await key('Backspace');
      await key('Enter');
    });
    await question.byText('Give a reason, or choose one from the list.').appears();
    expect(banOf(on, 'quillandink')).toBeUndefined();
    await tab.screenshot('acting/reason-required');
    await on.step('choose the newest', async () => {
      await key('ArrowDown');
      await key('Enter');
    });
    await status().says(/Wrote in chat about quillandink/);
    expect(banOf(on, 'quillandink')).toMatchObject({ reason: 'Be kind' });
  });

  it('has buttons that are there only for some, or while a key is held', async () => {
    const options = await on.session.openExtensionPage('options.html#moderation');
    const form = options.byRole('dialog', 'Edit the button');
    /** Opens the button `name`, has `change` made in it, and saves. */
    const edit = async (name: string, change: () => Promise<unknown>, kept: string): Promise<void> => {
      await on.step(`say when ${name} is there`, async () => {
        await options.byRole('button', `Edit ${name}`).click();
        await change();
        await form.byRole('button', 'Save').click();
        await form.disappears();
      });
      await stored(options, 'settings', kept);
    };
    /** Chooses in a list by the first letter of the choice. */
    const choose = async (list: string, letter: string): Promise<void> => {
      await form.byRole('combobox', list).evaluate((select) => (select as HTMLElement).focus());
      await options.hand.press(letter);
    };
    await edit('Spam', () => choose('While a key is held', 's'), '"held":"shift"');
    await edit('Warn', () => choose('On which messages', 'd'), '"deleted":"only"');
    await edit(
      'Next step',
      () => form.byRole('checkbox', 'First-time chatters only').click(),
      '"newcomers":true',
    );
    await options.close();

    await tab.activate();
    await leave();
    const shown = async (login: string): Promise<readonly string[]> => {
      await aimAt(tab, login);
      const names = await toolsFor(tab, login).byRole('button').names();
      return names.map((name) => name.replace(/:.*/, '')).filter((name) => /^(?:Spam|Warn|Next)/.test(name));
    };
    const line = say('knightfork', 'nothing special');
    await linesOf(tab, 'knightfork').appears();
    expect(await shown('knightfork')).toEqual([]);
    await tab.page.hand.hold('Shift');
    await toolsFor(tab, 'knightfork').byRole('button', 'Spam').appears();
    await tab.page.hand.release('Shift');
    await toolsFor(tab, 'knightfork').byRole('button', 'Spam').disappears();
    await leave();
    on.stage.world.deleteMessage('mainstage', line.id);
    await linesOf(tab, 'knightfork')
      .byText(/Deleted by/)
      .appears();
    expect(await shown('knightfork')).toEqual(['Warn']);
    await leave();
    on.stage.drive.say('mainstage', { from: 'boxofmoss', text: 'new here', isFirst: true });
    await linesOf(tab, 'boxofmoss').appears();
    expect(await shown('boxofmoss')).toEqual(['Next step']);
  });

  it('has another profile in one channel, which says so, and is chosen from the popup', async () => {
    const buttonsOf = async (login: string): Promise<readonly string[]> => {
      await aimAt(tab, login);
      return toolsFor(tab, login).byRole('button').names();
    };
    const popupSays = async (): Promise<string> =>
      popup
        .byRole('combobox', 'Profile in this channel')
        .evaluate((select) => (select as HTMLSelectElement).value);

    const options = await on.session.openExtensionPage('options.html#moderation');
    await on.step('make a profile', async () => {
      await options.byRole('textbox', 'Name of the new profile').fill('Raid night');
      await options.byRole('button', 'Add profile').click();
      await options.byRole('button', 'Delete Raid night').appears();
    });
    await on.step('take a button out of it', async () => {
      const buttons = options.byRole('region', 'Buttons of a chat line');
      await buttons.byText(/As in “Usual”/).appears();
      await buttons.byRole('button', 'Remove Ban').click();
      await buttons.byText('This profile has its own.').appears();
      await buttons.byText('Saved').appears();
    });
    await on.step('use it in one channel', async () => {
      const channel = options.byRole('textbox', 'Channel with a profile of its own');
      await channel.fill('mainstage');
      await options.hand.press('Enter');
      await options.byRole('combobox', 'Profile in mainstage').appears();
      await stored(options, 'settings', '"channel":"mainstage","profile":"Raid night"');
    });
    await options.screenshot('acting/options-profiles');
    expect(await violations(options)).toEqual([]);
    await options.close();

    await on.step('look at the channel', async () => {
      await tab.activate();
      await tab.reload();
      await linesOf(tab, 'hokkaido_hiro').appears();
      await expect.poll(() => buttonsOf('hokkaido_hiro')).not.toContain('Ban');
      expect(await buttonsOf('hokkaido_hiro')).toContain('User card');
      await key('?');
      await tab.ours.byRole('dialog', 'Keys').byText('Profile: Raid night').appears();
      await tab.screenshot('acting/profile-sheet');
      await key('Escape');
    });
    await on.step('put the usual one back from the popup', async () => {
      popup = await on.session.openPopup();
      await popup.byRole('tab', 'Channel').click();
      await expect.poll(popupSays).toBe('Raid night');
      await popup.screenshot('acting/popup-profile');
      await popup
        .byRole('combobox', 'Profile in this channel')
        .evaluate((select) => (select as HTMLElement).focus());
      await popup.hand.press('Home');
      await expect.poll(popupSays).toBe(' ');
      await stored(popup, 'settings', '"moderation.channelProfiles":[]');
      await popup.close();
    });
    await tab.activate();
    await expect.poll(() => buttonsOf('hokkaido_hiro')).toContain('Ban');
  });
});
