/** The lists beside that of the live channels: collections, offline follows, watched categories, and two accounts as one. */
import { describe, expect, it } from 'vitest';

import { crowd } from './crowd.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

describe('the lists of the popup', () => {
  const on = suite({ reducedMotion: true, stage: { follows: crowd } });
  let page: Surface;

  const choose = async (item: string): Promise<void> => {
    await page.byRole('button', 'Which channels').click();
    await page.byRole('menu', 'Which channels').byText(item).click();
  };
  const list = () => page.byRole('list', 'Live channels');
  const calls = (path: string): number => on.stage.requests.filter((asked) => asked.path === path).length;

  it('shows a collection alone, and remembers it', async () => {
    page = await on.session.openExtensionPage('popup.html');
    await on.step('sign in', () => page.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await page.byText('314 live').appears();
    await on.step('put a channel into a new collection', async () => {
      await page.byRole('button', 'Actions for MainStage').click();
      await page.byRole('menuitem', 'Collections…').click();
      await page.byRole('textbox', 'New collection').fill('Friends');
      await page.byRole('button', 'Make').click();
      await page.byRole('checkbox', 'Friends').appears();
      expect(await violations(page)).toEqual([]);
      await page.screenshot('lists-collect');
      await page.hand.press('Escape');
      await page.byRole('dialog').disappears();
      await stored(page, 'settings', '"name":"Friends"');
    });
    await on.step('show it alone', () => choose('Friends'));
    await page.byText('1 of 314 live').appears();
    await stored(page, 'settings', '"live.collection":"Friends"');
    await page.close();
    page = await on.step('open the popup again', () => on.session.openExtensionPage('popup.html'));
    await page.byText('1 of 314 live').appears();
    await page.screenshot('lists-collection');
  });

  it('renames and deletes a collection, and takes the deletion back', async () => {
    await on.step('rename it', async () => {
      await choose('Edit collections…');
      await page.byRole('textbox', 'Name of the collection Friends').fill('Pals');
      await page.hand.press('Enter');
      await page.byRole('button', 'Delete the collection Pals').appears();
      await stored(page, 'settings', '"live.collection":"Pals"');
    });
    await on.step('delete it', async () => {
      await page.byRole('button', 'Delete the collection Pals').click();
      await page.byText('“Pals” is deleted.').appears();
      await stored(page, 'settings', '"live.collections":[]');
    });
    await on.step('take that back', async () => {
      await page.byRole('button', 'Undo').click();
      await page.byRole('button', 'Delete the collection Pals').appears();
      await stored(page, 'settings', '"name":"Pals"');
      expect(await violations(page)).toEqual([]);
      await page.screenshot('lists-collections');
      await page.hand.press('Escape');
      await page.byRole('dialog').disappears();
    });
    await on.step('show everybody', () => page.byRole('button', 'Pals').click());
    await page.byText('314 live').appears();
  });

  it('lists who is offline, when they were live, and when they will be', async () => {
    const { world } = on.stage;
    const first = world.user('quiet_channel_0001').id;
    const now = world.clock.now();
    world.recordings.add({
      channelId: first,
      streamId: undefined,
      title: 'The last evening',
      createdAt: now - 26 * 3_600_000,
      type: 'archive',
      duration: 7_200,
      views: 3,
    });
    world.schedules.add(first, {
      startAt: now + 5 * 3_600_000,
      duration: 60,
      timezone: 'Asia/Seoul',
      title: 'The next evening',
      categoryId: undefined,
      recurring: false,
    });
    expect(calls('/helix/channels/followed')).toBe(0);
    await on.step('show them', () => choose('Offline channels'));
    const list = page.byRole('list', 'Offline channels');
    await list.byRole('link', /^Quiet_Channel_0001/).appears();
    expect(calls('/helix/channels/followed')).toBe(crowd.all / 100);
    expect(await list.byRole('link').count()).toBeLessThan(60);
    await on.step('find one', async () => {
      await page.byRole('searchbox', 'Filter channels').fill('quiet_channel_1499');
      await list.byRole('link', /^Quiet_Channel_1499/).appears();
      await page.byText('1 of 1,686 offline').appears();
    });
    await on.step('see all again', () => page.byRole('searchbox', 'Filter channels').fill(' '));
    await list.byRole('link', 'Last video of Quiet_Channel_0001, 2:00:00').appears();
    await list.byRole('link', /^Quiet_Channel_0001.*Last live .*Next: /).appears();
    // Of them all only those in sight were asked about.
    expect(calls('/helix/videos')).toBeLessThan(40);
    expect(await violations(page)).toEqual([]);
    await page.screenshot('lists-offline');
    await on.step('go back to the live ones', () => page.byRole('button', 'Offline channels').click());
    await page.byText('314 live').appears();
  });

  it('watches a category', async () => {
    await on.step('find nothing watched', () => choose('Watched categories'));
    await page.byText('No watched category yet').appears();
    await on.step('go to Discover', () => page.byRole('button', 'Discover').click());
    await on.step('choose a category', async () => {
      await page.byRole('radio', 'Categories').click();
      await page
        .byRole('list', 'Categories')
        .byRole('button', /^Chess/)
        .click();
    });
    await on.step('watch it', async () => {
      await page.byRole('button', 'Watch this category').click();
      await stored(page, 'settings', '"live.categories":[{"id":"');
    });
    await page.screenshot('lists-watch');
    await on.step('see who is live in it', async () => {
      await page.byRole('tab', 'Following').click();
      await page
        .byRole('region', 'Chess')
        .byRole('link', /KnightFork/)
        .appears();
    });
    expect(await violations(page)).toEqual([]);
    await page.screenshot('lists-watched');
    const row = page.byRole('region', 'Chess').byRole('link', /KnightFork/);
    const { x, y, width, height } = await row.box();
    await page.hand.move(Math.round(x + width / 2), Math.round(y + height / 2));
    on.stage.drive.goOffline('knightfork');
    await on.step('ask anew while the hand is on a row', () =>
      // Not by the hand, which stays where it is.
      page.evaluate(() => document.querySelector<HTMLElement>('footer button')?.click()),
    );
    await page.byText('New order waits').appears();
    await page
      .byRole('region', 'Chess')
      .byRole('link', /KnightFork.*Not live any more/)
      .appears();
    expect(await violations(page)).toEqual([]);
    await page.screenshot('lists-watched-held');
    await page.hand.move(2, 2);
    await page.byRole('region', 'Chess').byText('Nobody is live here.').appears();
    await page.byText('New order waits').disappears();
    await on.step('watch it no longer', async () => {
      await page.byRole('button', 'Stop watching Chess').click();
      await page.byText('“Chess” is no longer watched.').appears();
      await stored(page, 'settings', '"live.categories":[]');
    });
    await on.step('take that back', async () => {
      await page.byRole('button', 'Undo').click();
      await page.byRole('region', 'Chess').appears();
      await stored(page, 'settings', '"live.categories":[{"id":"');
    });
  });

  it('says that there is no network, keeps the list, and comes back by itself', async () => {
    const connect = (online: boolean): Promise<void> =>
      page.evaluate((online: boolean) => {
        Object.defineProperty(navigator, 'onLine', { get: () => online, configurable: true });
        dispatchEvent(new Event(online ? 'online' : 'offline'));
      }, online);
    await on.step('go back to the live ones', () => page.byRole('button', 'Watched categories').click());
    const asked = calls('/helix/streams/followed');
    await on.step('refresh', () => page.byRole('button', 'Refresh').click());
    // Not while that is under way, or it would tell of whoever comes next.
    await expect.poll(() => calls('/helix/streams/followed')).toBeGreaterThanOrEqual(asked + 4);
    await page.byText(/^Updated/).appears();
    await page.byText('313 live').appears();
    await connect(false);
    on.stage.drive.goLive('knightfork', { viewers: 1_844 });
    const before = calls('/helix/streams/followed');
    await on.step('refresh without a network', () => page.byRole('button', 'Refresh').click());
    await page.byText('You are offline').appears();
    await page.byText('313 live').appears();
    await list().byRole('link').appears();
    expect(await violations(page)).toEqual([]);
    await page.screenshot('lists-no-network');
    expect(calls('/helix/streams/followed'), 'nobody was asked').toBe(before);
    await on.step('have a network again', () => connect(true));
    await page.byText('314 live').appears();
    await list()
      .byRole('link', /^KnightFork/)
      .appears();
    await page.byText('You are offline').disappears();
  });

  it('says what is not allowed any more, and has the list once it is', async () => {
    const options = await on.session.openExtensionPage('options.html');
    await options.css('.ss-permissions summary').click();
    await on.step('take it away', () => options.byRole('button', 'Take away: Who is live').click());
    await options.byRole('button', 'Allow: Who is live').appears();
    await options.close();
    // Whoever is unfollowed is on the list no longer, live or not.
    on.stage.world.unfollow('stagehand', 'knightfork');
    const before = calls('/helix/streams/followed');
    await on.step('refresh', () => page.byRole('button', 'Refresh').click());
    await page
      .css('.ss-banner')
      .says(/asks for your permission first.*which of the channels you follow are live/);
    await page.byText('314 live').appears();
    expect(await violations(page)).toEqual([]);
    await page.screenshot('lists-not-allowed');
    expect(calls('/helix/streams/followed'), 'what would be refused is not asked').toBe(before);
    // Twitch remembers the yes of the first sign-in, and asks nobody.
    await on.step('allow it', () => page.byRole('button', 'Allow and continue').click());
    await page.byText('313 live').appears();
    await page.byRole('button', 'Allow and continue').disappears();
  });
});
