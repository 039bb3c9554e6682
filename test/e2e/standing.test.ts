import { beforeAll, describe, expect, it } from 'vitest';

import { features } from '../../lib/features.ts';
import type { Locator } from './drive/surface.ts';
import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { aimAt, allowIn, banOf, leaveChat, linesOf, signIn } from './moderator.ts';
import { stored } from './stored.ts';

/** Pinning, lifting bans, roles and suspicion: from the line, by key and from the card, up to what the stage then knows. */
describe('the standing of chatters and messages', () => {
  const on = suite();
  let tab: Tab;

  const say = (from: string, channel = 'mainstage') =>
    on.stage.drive.say(channel, { from, text: `${from} says something` });
  const status = () => tab.ours.byRole('status');
  const card = (name: string): Locator => tab.ours.byRole('dialog', name);
  const idOf = (login: string): string => on.stage.world.user(login).id;
  const pinned = () => on.stage.world.pins.of(idOf('mainstage'))?.line.id;
  const suspicion = (login: string) =>
    on.stage.world.safety.suspicionOf(idOf('mainstage'), idOf(login))?.status;
  const isMod = (login: string) => on.stage.world.isModerator(idOf('stagehand'), idOf(login));
  const isVip = (login: string) => on.stage.world.isVip(idOf('stagehand'), idOf(login));
  const undo = () => tab.page.hand.press('z');

  const openCard = async (login: string, name: string): Promise<void> => {
    await leaveChat(tab);
    await aimAt(tab, login);
    await tab.ours.byRole('button', 'User card').click();
    await card(name).appears();
  };
  /** What can be done about somebody's standing, as the card offers it; nothing while its answer is on the way. */
  const offered = async (name: string): Promise<readonly string[]> => {
    await card(name).byRole('button', 'Role').click();
    const names = await card(name).byRole('menuitem').names();
    await tab.page.hand.press('Escape');
    await card(name).byRole('menuitem').disappears();
    return names;
  };
  const choose = async (name: string, what: string): Promise<void> => {
    await card(name).byRole('button', 'Role').click();
    await card(name).byRole('menuitem', what).click();
  };

  beforeAll(async () => {
    for (const from of ['mothlamp', 'bramble_b', 'quietquarry']) say(from);
    for (const from of ['mothlamp', 'bramble_b']) say(from, 'stagehand');
    tab = await signIn(on, undefined, [...features.moderators.scopes]);
  });

  it('pin a message by key, say which, and take it down again', async () => {
    const { id } = say('bramble_b');
    await linesOf(tab, 'bramble_b').nth(1).appears();
    await on.step('pin the newest of two', async () => {
      await aimAt(tab, 'bramble_b');
      await tab.page.hand.press('p');
    });
    await status().says(/Pinned the message by bramble_b/);
    expect(pinned()).toBe(id);
    await on.step('take it down', undo);
    await status().says(/Took down the pinned message by bramble_b/);
    expect(pinned()).toBeUndefined();
  });

  it('say in Twitch’s words why a message was not pinned', async () => {
    await leaveChat(tab);
    const { id } = say('quietquarry');
    await linesOf(tab, 'quietquarry').nth(1).appears();
    const line = on.stage.world.lineOf(idOf('mainstage'), id);
    if (line) on.stage.world.pins.pin(line, idOf('second_fiddle'), undefined);
    await on.step('pin what hangs there already', async () => {
      await aimAt(tab, 'quietquarry');
      await tab.page.hand.press('p');
    });
    await status().says(/The message by quietquarry was not pinned.*already pinned/);
    await tab.screenshot('standing/pin-refused');
    expect(pinned()).toBe(id);
  });

  it('lift what another moderator did: from the line by key, and from the card', async () => {
    await leaveChat(tab);
    on.stage.drive.ban('mainstage', 'bramble_b', { by: 'second_fiddle' });
    await on.step('lift the ban by key', async () => {
      await aimAt(tab, 'bramble_b');
      await tab.page.hand.press('u');
    });
    await status().says(/Lifted the ban or timeout of bramble_b/);
    expect(banOf(on, 'bramble_b')).toBeUndefined();
    on.stage.drive.timeout('mainstage', 'quietquarry', 600, { by: 'second_fiddle' });
    await on.step('open the card', () => openCard('quietquarry', 'QuietQuarry'));
    await on.step('lift the timeout there', () =>
      card('QuietQuarry').byRole('button', 'Lift ban or timeout').click(),
    );
    await status().says(/Lifted the ban or timeout of quietquarry/);
    expect(banOf(on, 'quietquarry')).toBeUndefined();
  });

  it('mark as suspicious from the card, once that is allowed, change one’s mind, and lift it', async () => {
    // Roles are the broadcaster's to give.
    await on.step('look at what is offered', async () =>
      expect(await offered('QuietQuarry')).toEqual([
        'Monitor as suspicious',
        'Restrict as suspicious',
        'No longer suspicious',
      ]),
    );
    await on.step('monitor', () => choose('QuietQuarry', 'Monitor as suspicious'));
    await allowIn(on, status());
    await tab.activate();
    await status().says(/quietquarry: Monitored as suspicious/);
    expect(suspicion('quietquarry')).toBe('ACTIVE_MONITORING');
    await tab.screenshot('standing/monitored');
    await on.step('restrict instead', () => choose('QuietQuarry', 'Restrict as suspicious'));
    await status().says(/quietquarry: Restricted as suspicious/);
    expect(suspicion('quietquarry')).toBe('RESTRICTED');
    await on.step('lift it', () => choose('QuietQuarry', 'No longer suspicious'));
    await status().says(/quietquarry: Suspicion lifted/);
    expect(suspicion('quietquarry')).toBeUndefined();
    await card('QuietQuarry')
      .byText(/Restricted as suspicious/)
      .appears();
    await on.step('close the card', () => card('QuietQuarry').byRole('button', 'Close').click());
    await card('QuietQuarry').disappears();
  });

  it('monitor from a button of the line, and take that back', async () => {
    const options = await on.session.openExtensionPage('options.html#moderation');
    await on.step('put a button into the line', async () => {
      await options.byRole('button', 'Add a button').click();
      await options.byRole('menuitem', 'Monitor as suspicious').click();
      await stored(options, 'settings', '"do":"monitor"');
    });
    await options.close();
    await tab.activate();
    await leaveChat(tab);
    await on.step('press it', async () => {
      const tools = await aimAt(tab, 'mothlamp');
      await tools.byRole('button', 'Monitor as suspicious').click();
    });
    await status().says(/mothlamp: Monitored as suspicious/);
    expect(suspicion('mothlamp')).toBe('ACTIVE_MONITORING');
    await on.step('take it back', undo);
    await status().says(/Taken back for mothlamp/);
    expect(suspicion('mothlamp')).toBeUndefined();
  });

  it('make moderators in one’s own channel, and take that back', async () => {
    await on.step('go to one’s own channel', () => tab.goto('https://www.twitch.tv/stagehand'));
    await linesOf(tab, 'bramble_b').appears();
    await on.step('open the card', () => openCard('bramble_b', 'Bramble_B'));
    await on.step('make them a moderator', () => choose('Bramble_B', 'Make moderator'));
    await status().says(/bramble_b: Made moderator/);
    expect(isMod('bramble_b')).toBe(true);
    await on.step('look at what is offered now', () =>
      expect.poll(() => offered('Bramble_B')).toContain('Remove as moderator'),
    );
    expect(await offered('Bramble_B')).not.toContain('Make moderator');
    await tab.screenshot('standing/moderator');
    await on.step('take the role away', () => choose('Bramble_B', 'Remove as moderator'));
    await status().says(/bramble_b: Removed as moderator/);
    expect(isMod('bramble_b')).toBe(false);
    await on.step('give it back by undoing', undo);
    await status().says(/Taken back for bramble_b/);
    expect(isMod('bramble_b')).toBe(true);
  });

  it('make VIPs, who cannot be moderators as well', async () => {
    await on.step('open another card', () => openCard('mothlamp', 'MothLamp'));
    await on.step('make them a VIP', () => choose('MothLamp', 'Make VIP'));
    await allowIn(on, status());
    await tab.activate();
    await status().says(/mothlamp: Made VIP/);
    expect(isVip('mothlamp')).toBe(true);
    // Whoever is a VIP cannot be made a moderator: what Twitch would refuse is not offered.
    await on.step('look at what is offered now', () =>
      expect.poll(() => offered('MothLamp')).not.toContain('Make moderator'),
    );
    await tab.screenshot('standing/vip');
    await on.step('take the VIP away', () => choose('MothLamp', 'Remove as VIP'));
    await status().says(/mothlamp: Removed as VIP/);
    expect(isVip('mothlamp')).toBe(false);
  });
});
