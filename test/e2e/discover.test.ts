import { describe, expect, it } from 'vitest';

import { chzzkOrigins } from '../../lib/policy.ts';
import { crowd } from './crowd.ts';
import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import type { Locator } from './drive/surface.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** Somebody who looks for something new. */
describe('discovery', () => {
  const on = suite({ granted: chzzkOrigins, stage: { follows: crowd } });
  let popup: Surface;

  const pick = (select: string, value: string) => () =>
    popup.byRole('combobox', select).evaluate((element, value) => {
      (element as HTMLSelectElement).value = value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  /** What was asked of `path`, in order. */
  const asked = (path: string): readonly string[] =>
    on.stage.requests.filter((request) => request.path === path).map(({ query }) => query);
  /** The clips of KnightFork: of this month, and of this week. */
  const [older, newer] = ['Stalemate on move nine', 'The queen goes for a walk'];
  const titles = (list: Locator): Promise<readonly string[]> => list.css('.ss-row-title').texts();
  /** How many days the newest question for clips is about; `undefined`: about all time. */
  const daysOfClips = (): number | undefined => {
    const [from, to] = ['started_at', 'ended_at'].map((end) =>
      new URLSearchParams(asked('/helix/clips').at(-1)).get(end),
    );
    return from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : undefined;
  };

  it('lists what is live, page after page', async () => {
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    if (!(await popup.isOpen())) popup = await on.session.openPopup();
    await popup.byText('Stagehand').appears();
    await on.step('choose the tab', () => popup.byRole('tab', 'Discover').click());
    const list = popup.byRole('list', 'Live now');
    await list.byRole('link', /MainStage/).appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover');
    await on.step('go to the end, by keys', async () => {
      await list.byRole('link').nth(0).tabTo();
      await expect
        .poll(async () => {
          await popup.hand.press('End');
          return popup.evaluate(() =>
            Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index']),
          );
        })
        .toBeGreaterThan(30);
    });
    const names = await list.byRole('link').names();
    expect(new Set(names).size).toBe(names.length);
    // Of all of them only those in view are in the document.
    expect(names.length).toBeLessThan(30);
  });

  it('finds a channel as one types, and shows its page', async () => {
    const { world } = on.stage;
    const { id } = world.user('knightfork');
    const now = Math.floor(world.clock.now() / 1_000) * 1_000;
    const plan = (title: string, days: number) =>
      world.schedules.add(id, {
        startAt: now + days * 86_400_000,
        duration: 120,
        timezone: 'Europe/Berlin',
        title,
        categoryId: '743',
        recurring: false,
      });
    const soon = plan('Endgames only', 1);
    const { segment, startAt } = plan('Blitz with viewers', 2);
    segment.canceled.add(startAt);
    world.office.teams.push({
      id: '1203',
      name: 'rookery',
      displayName: 'The Rookery',
      info: '',
      createdAt: now,
      memberIds: [id],
    });
    for (const [title, days, views] of [
      [older, 20, 900],
      [newer, 2, 40],
    ] as const) {
      const createdAt = now - days * 86_400_000;
      const by = world.user('mothlamp').id;
      world.recordings.clip({ channelId: id, creatorId: by, title, duration: 30, createdAt, views });
    }
    await on.step('search', async () => {
      await popup.byRole('searchbox', 'Search channels and categories').fill('knight');
      await popup
        .byRole('list', 'Search results')
        .byRole('button', /KnightFork/)
        .appears();
    });
    await on.step('go into the results by keys', async () => {
      await popup.hand.press('ArrowDown');
      await popup.hand.press('Enter');
      await popup.byText('The channel of KnightFork.').appears();
    });
    const planned = popup.byRole('list', 'Schedule').css('li');
    await planned.says(/Endgames only · Chess$/);
    await planned.says(/Blitz with viewers · Chess\s*Canceled$/);
    expect(await planned.css('time').attribute('datetime')).toBe(new Date(soon.startAt).toISOString());
    const team = popup.byRole('list', 'Teams').byRole('link', 'The Rookery');
    expect(await team.attribute('href')).toBe('https://www.twitch.tv/team/rookery');
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover-channel');
    await on.step('look at the videos', async () => {
      await popup.byRole('radio', 'Videos').click();
      await popup.byRole('combobox', 'Order').appears();
    });
    await on.step('only highlights', pick('Type', 'highlight'));
    await on.step('of the last week', pick('Period', 'week'));
    await on.step('the most seen first', pick('Order', 'views'));
    const wanted = { user_id: id, type: 'highlight', period: 'week', sort: 'views' };
    await expect
      .poll(() => asked('/helix/videos').map((query) => Object.fromEntries(new URLSearchParams(query))))
      .toContainEqual(expect.objectContaining(wanted));
    await on.step('of all time', pick('Period', 'all'));
    await on.step('look at the clips', () => popup.byRole('radio', 'Clips').click());
    const clips = popup.byRole('list', 'Clips');
    await expect.poll(() => titles(clips)).toEqual([older, newer]);
    expect(daysOfClips()).toBeUndefined();
    await on.step('of the last week', pick('Period', 'week'));
    await expect.poll(() => titles(clips)).toEqual([newer]);
    expect(daysOfClips()).toBe(7);
    await on.step('of the last day', pick('Period', 'day'));
    await popup.byText('Nothing found').appears();
    expect(daysOfClips()).toBe(1);
    await on.step('go back, and clear the search', async () => {
      await popup.byRole('button', 'Back').click();
      await popup.byRole('list', 'Search results').appears();
      await popup.byRole('button', 'Clear search').click();
      await popup.byRole('list', 'Live now').appears();
      await popup.byRole('group', 'Recent searches').byText('knight').appears();
    });
  });

  it('finds CHZZK’s channels too, and says when CHZZK does not answer', async () => {
    const results = () => popup.byRole('list', 'Search results');
    const search = (words: string) => () =>
      popup.byRole('searchbox', 'Search channels and categories').fill(words);
    await on.step('search', search('게이머'));
    await results()
      .byRole('button', /한강게이머/)
      .appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover-chzzk');
    await on.step('search for the title of a stream', search('랭크'));
    await results()
      .byRole('link', /한강게이머.*랭크 올리는 날/)
      .appears();
    await on.step('search for a channel that is not live', search('참새'));
    await on.step('look at it', () =>
      results()
        .byRole('button', /부엌의참새.*CHZZK/)
        .click(),
    );
    await popup.byText('부엌에서 천천히 끓입니다.').appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover-chzzk-channel');
    await on.step('look at its videos', () => popup.byRole('radio', 'Videos').click());
    await popup
      .byRole('list', 'Videos')
      .byRole('link', /국수 삶는 저녁/)
      .appears();
    await on.step('look at its clips', () => popup.byRole('radio', 'Clips').click());
    const clips = popup.byRole('list', 'Clips');
    await clips.byRole('link', /숨은 비법/).appears();
    await on.step('of the last week', pick('Period', 'week'));
    await clips.byRole('link', /숨은 비법/).disappears();
    await clips.byRole('link', /면이 끓어 넘친 순간/).appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover-chzzk-clips');
    await on.step('open a clip’s menu, by keys', async () => {
      await clips.byRole('link').nth(0).tabTo();
      // Of the keys that WebDriver presses, Firefox's window does not hear this one.
      if (browserName === 'chromium') await popup.hand.press('Shift+F10');
      else {
        await popup.hand.press('Tab');
        await popup.hand.press('Enter');
      }
      await popup.byRole('menu', 'Actions for 면이 끓어 넘친 순간').appears();
    });
    const lines = await popup.byRole('menuitem').names();
    expect(lines.filter((line) => /chat|player|videos|side/i.test(line))).toEqual([]);
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('discover-clip-menu');
    await on.step('open it in the background', async () => {
      await popup.hand.press('ArrowDown');
      await popup.hand.press('Enter');
      await popup.byRole('menu').disappears();
    });
    await (await on.session.tabAt(/^https:\/\/chzzk\.naver\.com\/clips\//)).close();
    await clips.byRole('link').nth(0).takesFocus();
    await on.step('have it in the background again, without the menu', () =>
      popup.hand.press('Control+Enter'),
    );
    await (await on.session.tabAt(/^https:\/\/chzzk\.naver\.com\/clips\//)).close();
    await on.step('go back', () => popup.byRole('button', 'Back').click());
    on.stage.drive.fault('api.chzzk.naver.com/service/v1/search/channels', { kind: 'status', status: 503 });
    await on.step('search while CHZZK is down', search('knight'));
    await popup.byText('CHZZK was not searched.').appears();
    await results()
      .byRole('button', /KnightFork/)
      .appears();
    await popup.screenshot('discover-chzzk-down');
    await on.step('clear the search', () => popup.byRole('button', 'Clear search').click());
    await popup.byRole('list', 'Live now').appears();
  });

  it('finds a category of CHZZK’s, and watches it', async () => {
    const results = () => popup.byRole('list', 'Search results');
    await on.step('search for a category', () =>
      popup.byRole('searchbox', 'Search channels and categories').fill('리그'),
    );
    await on.step('look at it', () =>
      results()
        .byRole('button', /리그 오브 레전드.*CHZZK/)
        .click(),
    );
    const lives = popup.byRole('list', '리그 오브 레전드');
    await lives.byRole('link', /한강게이머/).appears();
    await on.step('watch it', async () => {
      await popup.byRole('button', 'Watch this category').click();
      await stored(popup, 'settings', '"live.categories":[{"id":"chzzk:GAME:League_of_Legends"');
    });
    expect(await violations(popup)).toEqual([]);
    await on.step('see it among the watched ones', async () => {
      await popup.byRole('tab', 'Following').click();
      await popup.byRole('button', 'Which channels').click();
      await popup.byRole('menu', 'Which channels').byText('Watched categories').click();
    });
    await popup
      .byRole('region', '리그 오브 레전드')
      .byRole('link', /한강게이머/)
      .appears();
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('lists-watched-chzzk');
    await on.step('come back', () => popup.byRole('tab', 'Discover').click());
    await on.step('go back, and clear the search', async () => {
      await popup.byRole('button', 'Back').click();
      await results().appears();
      await popup.byRole('button', 'Clear search').click();
      await popup.byRole('list', 'Live now').appears();
    });
  });

  it('goes into a category', async () => {
    await on.step('choose the categories', () => popup.byRole('radio', 'Categories').click());
    await on.step('choose one', () =>
      popup
        .byRole('list', 'Categories')
        .byRole('button', /^Chess/)
        .click(),
    );
    await popup
      .byRole('list', 'Chess')
      .byRole('link', /KnightFork/)
      .appears();
    await expect.poll(() => popup.byRole('list', 'Chess').byRole('link').count()).toBe(1);
    await on.step('only in Korean', pick('Language of the streams', 'ko'));
    await popup.byText('Nothing found').appears();
    await on.step('in every language', pick('Language of the streams', ''));
    await popup
      .byRole('list', 'Chess')
      .byRole('link', /KnightFork/)
      .appears();
    await on.step('look at its videos', async () => {
      await popup.byRole('radio', 'Videos').click();
      await popup.byRole('combobox', 'Order').appears();
      await popup.byRole('list', 'Chess').byRole('link').appears();
    });
    await on.step('only uploads', pick('Type', 'upload'));
    await popup.byText('Nothing found').appears();
    await on.step('all of the last month', pick('Period', 'month'));
    await on.step('of any type', pick('Type', 'all'));
    await on.step('the newest first', pick('Order', 'time'));
    await popup.byRole('list', 'Chess').byRole('link').appears();
    // A question whose answer was lost is asked again, and may come after this one.
    const newestOfMonth = { game_id: '743', type: 'all', period: 'month', sort: 'time' };
    await expect
      .poll(() => asked('/helix/videos').map((query) => Object.fromEntries(new URLSearchParams(query))))
      .toContainEqual(expect.objectContaining(newestOfMonth));
    expect(asked('/helix/videos').some((query) => query.includes('type=upload'))).toBe(true);
    await popup.screenshot('discover-category');
    await on.step('look at its clips', () => popup.byRole('radio', 'Clips').click());
    const clips = popup.byRole('list', 'Chess');
    await expect.poll(() => titles(clips)).toEqual([older, newer]);
    expect(daysOfClips(), 'the period of the videos stays').toBe(30);
    await on.step('of the last week', pick('Period', 'week'));
    await expect.poll(() => titles(clips)).toEqual([newer]);
    expect(daysOfClips()).toBe(7);
    await on.step('of all time', pick('Period', 'all'));
    await expect.poll(() => titles(clips)).toEqual([older, newer]);
    expect(daysOfClips()).toBeUndefined();
  });
});
