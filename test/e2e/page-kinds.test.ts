import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Clip, Video } from '../stage/world/recordings.ts';
import { until } from './drive/deadline.ts';
import type { Tab } from './drive/session.ts';
import type { Locator } from './drive/surface.ts';
import { suite } from './drive/suite.ts';
import { aimAt, banOf, linesOf, signIn, toolsFor } from './moderator.ts';

/** A kind of page, and a way in which Twitch or another extension has been seen to change it. */
interface Row {
  readonly page: string;
  /** Default: `www`. */
  readonly host?: 'dashboard';
  readonly path: string;
  /** How a chatter's line is found there. */
  readonly line?: (login: string) => string;
  /** What the other extension has put into a line, to be pressed. */
  readonly theirs?: string;
  /** No reader says which message it is there. */
  readonly isNameless?: true;
}

const ffz = (login: string): string => `.chat-line__message[data-user="${login}"]`;
const sevenTv = (login: string): string =>
  `.seventv-message:has(.seventv-chat-user-username[data-stage="${login}"])`;

const rows: readonly Row[] = [
  {
    page: 'a channel in theatre mode, beside BetterTTV',
    path: 'mainstage?theatre=1&foreign=bttv',
    theirs: '.bttv-message-emote',
  },
  {
    page: 'popout chat, in the markup of 2024 and with function components of React 17',
    path: 'popout/mainstage/chat?markup=2024&component=function&react=17',
  },
  {
    page: 'the dashboard’s stream manager',
    host: 'dashboard',
    path: 'u/mainstage/stream-manager',
  },
  {
    page: 'the popout of its chat, with function components',
    host: 'dashboard',
    path: 'popout/u/mainstage/stream-manager/chat?component=function',
  },
  {
    page: 'moderator view, made with React 16',
    path: 'moderator/mainstage?react=16',
  },
  {
    page: 'embedded chat, made with React 19, beside FrankerFaceZ',
    path: 'embed/mainstage/chat?foreign=ffz&react=19',
    line: ffz,
    theirs: '.ffz--inline-action',
  },
  {
    page: 'popout chat, beside 7TV',
    path: 'popout/mainstage/chat?foreign=7tv',
    line: sevenTv,
    theirs: '.seventv-button',
  },
  {
    page: 'popout chat beside FrankerFaceZ, without React’s keys: it says whose a message is, not which',
    // What is FrankerFaceZ's in a line is made by React, which hears no press without its keys.
    path: 'popout/mainstage/chat?foreign=ffz&fiberKeys=removed',
    line: ffz,
    isNameless: true,
  },
  {
    page: 'popout chat beside 7TV, without React’s keys: it says which message',
    path: 'popout/mainstage/chat?foreign=7tv&fiberKeys=removed',
    line: sevenTv,
    theirs: '.seventv-button',
  },
  {
    page: 'popout chat beside BetterTTV, without React’s keys: nobody says which message',
    path: 'popout/mainstage/chat?foreign=bttv&fiberKeys=removed',
    theirs: '.bttv-message-emote',
    isNameless: true,
  },
];

/**
 * A timeout hits the right person on every kind of page, whatever has changed there. Which kind meets which change does not
 * matter to the adapter, so that each row has one of both.
 */
describe('the tools on every kind of page', () => {
  const on = suite();
  let tab: Tab;
  let people = 0;
  let recorded: { readonly video: Video; readonly clip: Clip };

  const deletion = (tools: Locator): Promise<number> => tools.byRole('button', 'Delete message').count();
  /** Somebody new says something, between two lines of somebody else. */
  const victim = (): { readonly login: string; readonly other: string; readonly id: string } => {
    const { world } = on.stage;
    people += 1;
    const [login, other] = [`victim_${people}`, `other_${people}`];
    const { id } = world.addUser({ login, displayName: login });
    world.addUser({ login: other, displayName: other });
    for (const from of [other, login, other]) world.say('mainstage', { from, text: 'well' });
    return { login, other, id };
  };
  const open = async (path: string, host = 'www'): Promise<void> => {
    await tab.goto(`https://${host}.twitch.tv/${path}`);
    // The line may stand where one of the page before stood, and only a pointer that moves points at anything.
    await tab.page.hand.move(5, 5);
  };
  /** Waits until all is done and kept: until then the background may not be stopped, nor the page left. */
  const timedOut = async (login: string, id: string): Promise<void> => {
    await tab.ours.byRole('status').says(new RegExp(`Timed out ${login} for 10 minutes`));
    expect(banOf(on, login)?.userId).toBe(id);
  };

  beforeAll(async () => {
    const { world } = on.stage;
    const { recordings } = world;
    const channelId = world.user('mainstage').id;
    const video = recordings.add({
      channelId,
      streamId: undefined,
      title: 'Yesterday',
      createdAt: world.clock.now() - 86_400_000,
      type: 'archive',
      duration: 3_600,
      views: 12,
    });
    const creatorId = world.user('stagehand').id;
    const clip = recordings.clip({
      channelId,
      creatorId,
      title: 'Well said',
      duration: 30,
      video,
      offset: 60,
    });
    recorded = { video, clip };
    tab = await signIn(on, 'about:blank');
  });
  afterAll(() => tab.close());

  it.each(rows)('$page', async ({ host, path, line, theirs, isNameless = false }) => {
    const { login, other, id } = victim();
    await on.step('open it and time out', async () => {
      await open(path, host);
      const tools = await aimAt(tab, login, line?.(login));
      await expect.poll(() => deletion(tools)).toBe(isNameless ? 0 : 1);
      await tab.page.hand.press('t');
      await timedOut(login, id);
    });
    expect(banOf(on, other)).toBeUndefined();
    if (theirs === undefined) return;
    await on.step('press what is theirs, on a line that has our tools', async () => {
      await aimAt(tab, other, line?.(other));
      const lines = line?.(other) ?? `[data-a-target="chat-line-message"][data-a-user="${other}"]`;
      const part = tab.page.css(`${lines} ${theirs}`).nth(-1);
      // A line that comes meanwhile pushes it away: whoever sees that presses again.
      await expect
        .poll(async () => {
          await part.click();
          return part.evaluate((element) => Number((element as HTMLElement).dataset['presses'] ?? 0));
        })
        .toBeGreaterThan(0);
    });
    expect(banOf(on, other)).toBeUndefined();
  });

  it('a channel whose player fills the screen: what we show over the page stays in sight', async () => {
    const { login } = victim();
    const card = tab.ours.byRole('dialog', login);
    const isFull = () => tab.page.evaluate(() => document.fullscreenElement !== null);
    await on.step('open a card, and fill the screen', async () => {
      await open('mainstage');
      await aimAt(tab, login);
      await tab.ours.byRole('button', 'User card').click();
      await card.appears();
      // The card lies over that button; the keyboard gets there.
      await tab.page.byRole('button', /^Fullscreen/).evaluate((button) => (button as HTMLElement).focus());
      await tab.page.hand.press('Enter');
      await expect.poll(isFull).toBe(true);
    });
    // A press gets through only to what lies on top.
    await on.step('press on the card', () => card.byRole('button', 'Keep this card open').click());
    await tab.screenshot('page-kinds/full-screen');
    const ban = card.byRole('button', 'Ban');
    await on.step('act from it', async () => {
      await ban.click();
      await tab.ours.byRole('status').says(new RegExp(`Banned ${login}`));
      expect(banOf(on, login)).toBeDefined();
    });
    await on.step('leave full screen', async () => {
      await tab.page.evaluate(() => document.exitFullscreen());
      await expect.poll(isFull).toBe(false);
      // Wherever the card is put, the keyboard stays on it.
      await ban.takesFocus();
    });
    await on.step('close the card', () => card.byRole('button', 'Close').click());
    await card.disappears();
  });

  it('chat inside another site: its tools come once the user lets that site have them', async () => {
    const { login, other, id } = victim();
    const frame = () => tab.frameAt(/\/embed\/mainstage\/chat/);
    await on.step('open it, and ask why there are none', async () => {
      await tab.goto('https://chat-wall.example/?channel=mainstage');
      const { ours } = await frame();
      await ours.byRole('button', /off inside chat-wall\.example/).click();
    });
    const options = await on.session.tabAt(/\/options\.html#moderation\/chat-wall\.example$/);
    await on.step('let it have them', () => options.page.byRole('button', 'Allow the tools there').click());
    await options.page.byRole('button', 'No tools on chat-wall.example').appears();
    await options.page.byText('Saved').nth(0).appears();
    await options.close();
    await tab.activate();
    const { page, ours } = await frame();
    await on.step('time out', async () => {
      const tools = await aimAt({ page, ours }, login);
      await expect.poll(() => deletion(tools)).toBe(1);
      await ours.byRole('button', 'Timeout 10 minutes').click();
      await ours.byRole('status').says(new RegExp(`Timed out ${login} for 10 minutes`));
      expect(banOf(on, login)?.userId).toBe(id);
    });
    expect(banOf(on, other)).toBeUndefined();
    const card = ours.byRole('dialog', login);
    await on.step('open the card, which fits', async () => {
      await aimAt({ page, ours }, login);
      await ours.byRole('button', 'User card').click();
      await card.appears();
      await card.byText(/^What happened here/).appears();
      const { x, y, width, height } = await card.box();
      const frameSize = await page.evaluate(() => [innerWidth, innerHeight] as const);
      expect([x, y].every((place) => place >= 0)).toBe(true);
      expect(x + width).toBeLessThanOrEqual(frameSize[0]);
      expect(y + height).toBeLessThanOrEqual(frameSize[1]);
    });
    await tab.screenshot('page-kinds/embedded');
    await on.step('ban from it', async () => {
      await card.byRole('button', 'Ban').click();
      await ours.byRole('status').says(new RegExp(`Banned ${login}`));
      expect(banOf(on, login)?.until).toBeUndefined();
    });
    expect(banOf(on, other)).toBeUndefined();
  });

  it.each([
    ['a video of an earlier stream', () => `videos/${recorded.video.id}`],
    ['a clip', () => `mainstage/clip/${recorded.clip.id}`],
    ['a clip at its own address', () => recorded.clip.id, 'clips'],
  ])('%s: its author can be met, the message cannot', async (_page, path, host = 'www') => {
    // What is said of an action lies over the first lines.
    for (let line = 0; line < 4; line += 1)
      on.stage.world.say('mainstage', { from: 'mothlamp', text: 'hello' });
    const { login, other, id } = victim();
    const { recordings } = on.stage.world;
    // Twitch needs a while to make a clip.
    await expect.poll(() => recordings.clips.length).toBeGreaterThan(0);
    const line = `.video-chat__message:has([data-a-user="${login}"])`;
    const card = tab.ours.byRole('dialog', login);
    await on.step('open it, and the card of an author', async () => {
      await open(path(), host);
      await aimAt(tab, login, line);
      await tab.ours.byRole('button', 'User card').click();
      await card.byText('well').appears();
      await card.css('.ss-card-facts time').nth(0).appears();
    });
    await on.step('watch them', async () => {
      await card.byRole('button', 'Watch for 10 minutes').click();
      await tab.ours.byRole('img', 'Being watched').appears();
      await card.byRole('button', 'Close').click();
    });
    await on.step('time out', async () => {
      expect(await deletion(await aimAt(tab, login, line))).toBe(0);
      await tab.page.hand.press('t');
      await timedOut(login, id);
    });
    expect(banOf(on, other)).toBeUndefined();
    await on.step('take it back from the line', async () => {
      const mark = tab.ours.css('.ss-line-tools');
      await mark.byRole('button', 'Undo').click();
      await mark.css('[data-status="undone"]').appears();
      expect(banOf(on, login)).toBeUndefined();
    });
  });

  it('popout chat that is built anew all the time, with orphan lines', async () => {
    const { login, other, id } = victim();
    // The line may go at any moment, also while the pointer is on its way to it.
    const aim = (): Promise<Locator> =>
      until(`the tools of ${login}`, async () => {
        await tab.page.hand.move(5, 5);
        await linesOf(tab, login).nth(-1).hover();
        return toolsFor(tab, login).appears(1_000);
      });
    await on.step('open it, and see the tools go with their line', async () => {
      await open('popout/mainstage/chat?remountMs=2000&orphanMs=300');
      await (await aim()).disappears();
    });
    await on.step('point anew and time out', async () => {
      await until('the timeout', async () => {
        if (banOf(on, login)) return true;
        await aim();
        // Where the line has gone meanwhile the key is nobody's.
        await tab.page.hand.press('t');
        return undefined;
      });
      await timedOut(login, id);
    });
    expect(banOf(on, other)).toBeUndefined();
  });

  it('a moderator’s popout, where readers contradict each other: it asks first, and says why', async () => {
    const { login, other, id } = victim();
    const question = tab.ours.byRole('dialog', new RegExp(`^${login}: `));
    const card = tab.ours.byRole('dialog', login);
    await on.step('open it', async () => {
      await open('popout/moderator/mainstage/chat?foreign=ffz');
      const stranger = on.stage.world.user(other).id;
      await tab.page
        .css(ffz(login))
        .evaluate((line, id: string) => line.setAttribute('data-user-id', id), stranger);
    });
    await on.step('press, and think better of it', async () => {
      expect(await deletion(await aimAt(tab, login, ffz(login)))).toBe(0);
      await tab.page.hand.press('t');
      await question.byText(/does not fit together/).appears();
      await tab.page.hand.press('Escape');
      await question.disappears();
    });
    expect(banOf(on, login)).toBeUndefined();
    await on.step('choose from the menu, and confirm', async () => {
      await aimAt(tab, login, ffz(login));
      await tab.ours.byRole('button', 'More timeouts').click();
      await tab.ours.byRole('menuitem', '10 minutes').click();
      await question.byText(/does not fit together/).appears();
      await tab.page.hand.press('Enter');
      await timedOut(login, id);
    });
    expect(banOf(on, other)).toBeUndefined();
    await on.step('press on the card, think better of it, and then confirm', async () => {
      await aimAt(tab, login, ffz(login));
      await tab.ours.byRole('button', 'User card').click();
      const ban = card.byRole('button', 'Ban');
      await ban.click();
      await question.byText(/does not fit together/).appears();
      await tab.screenshot('page-kinds/card-doubt');
      await tab.page.hand.press('Escape');
      await question.disappears();
      await ban.takesFocus();
      expect(banOf(on, login)?.until).toBeDefined();
      // The card's own hotkey asks the same.
      await tab.page.hand.press('b');
      await question.byText(/does not fit together/).appears();
      await tab.page.hand.press('Enter');
      await tab.ours.byRole('status').says(new RegExp(`Banned ${login}`));
      expect(banOf(on, login)).toMatchObject({ userId: id });
      expect(banOf(on, login)?.until).toBeUndefined();
    });
    expect(banOf(on, other)).toBeUndefined();
  });

  it('popout chat without React’s keys: what needs an id is off, and it says so in the page and in the options', async () => {
    const { login, other, id } = victim();
    await on.step('open it and time out', async () => {
      await open('popout/mainstage/chat?fiberKeys=removed');
      expect(await deletion(await aimAt(tab, login))).toBe(0);
      await tab.page.hand.press('t');
      await timedOut(login, id);
    });
    expect(banOf(on, other)).toBeUndefined();
    await tab.ours.byRole('button', /partly off here: deleting and pinning messages/).appears();
    const options = await on.session.openExtensionPage('options.html#health');
    const popout = options.byRole('region', 'Popout chat');
    await popout
      .byText(/deleting and pinning messages/)
      .nth(0)
      .appears();
    await expect
      .poll(() => popout.css('dd').texts())
      .toEqual([
        // Since when.
        expect.stringMatching(/^Works (?:now|\d+s ago)$/),
        expect.stringMatching(/^Missing (?:now|\d+s ago)$/),
        'Not connected in this version',
      ]);
    await options.byRole('button', 'Copy report').click();
    await options.byText('Copied').nth(0).appears();
    const pasted = await on.step('paste it', async () => {
      await options.evaluate(() => {
        const field = document.createElement('textarea');
        document.body.append(field);
        field.focus();
      });
      await options.hand.press('Control+v');
      return options.evaluate(() => document.querySelector('textarea')?.value ?? '');
    });
    expect(pasted).toMatch(/^Sidestage [\d.]+; /);
    expect(pasted).toMatch(
      /^popout, seen [\d-]+T[\d:]+Z\n {2}dom: works since [\d-]+T[\d:]+Z\n {2}probe: off since/m,
    );
    for (const said of [login, other, 'mainstage', 'stagehand', 'well']) expect(pasted).not.toContain(said);
    await options.close();
  });
});
