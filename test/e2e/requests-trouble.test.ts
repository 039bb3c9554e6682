import { describe, expect, it } from 'vitest';

import { features } from '../../lib/features.ts';
import type { Tab } from './drive/session.ts';
import type { Locator } from './drive/surface.ts';
import { suite } from './drive/suite.ts';
import { banOf, signIn } from './moderator.ts';

/**
 * The queue of unban requests in popout chat, where there is no room beside chat, in an evening on which all goes wrong: no
 * network, Twitch down, an answer that is lost, a sign-in that ends, a role that is withdrawn.
 */
describe('the queue of unban requests, in trouble', () => {
  const on = suite();
  let tab: Tab;

  const ask = (login: string, words: string) => {
    on.stage.drive.ban('mainstage', login, { reason: 'spam' });
    return on.stage.world.safety.requestUnban('mainstage', login, words);
  };
  const requests = () => on.stage.world.safety.requestsOf(on.stage.world.user('mainstage').id);
  const panel = () => tab.ours.byRole('dialog', 'Unban requests');
  const row = (name: string) => panel().byRole('listitem', name);
  const button = (name: string | RegExp) => panel().byRole('button', name);
  const key = (name: string) => tab.page.hand.press(name);
  /** Not in a step: the background that is cut off must live on. */
  const connect = (online: boolean) =>
    on.session.inWorker((online: boolean) => {
      Object.defineProperty(navigator, 'onLine', { get: () => online, configurable: true });
    }, online);
  /** Answers the request of `name`, and sends it without words. */
  const answer = (what: 'Approve' | 'Deny', name: string) =>
    on.step(`${what} ${name}`, async () => {
      await button(`${what}: ${name}`).click();
      await panel().byRole('textbox', `Reply to ${name}, if you like`).takesFocus();
      await key('Enter');
    });

  it('says that there is no network, and reads once there is one', async () => {
    ask('bramble_b', 'please');
    ask('jiwoo_87', '죄송합니다.');
    ask('mothlamp', 'I am sorry.');
    ask('quietquarry', 'It was not me.');
    tab = await signIn(on, 'https://www.twitch.tv/popout/mainstage/chat', [
      ...features.requests.scopes,
      ...features.answers.scopes,
    ]);
    const open = tab.ours.byRole('button', 'Unban requests');
    await open.appears();
    await connect(false);
    await open.click();
    await panel()
      .byText(/You are offline/)
      .appears();
    // What the page of another site draws has fewer icons than our own pages.
    expect(await panel().css('.ss-icon path:not([d])').count()).toBe(0);
    await tab.screenshot('requests-trouble/offline');
    await connect(true);
    await button('Retry').click();
    await row('MothLamp').appears();
    await panel()
      .byText(/You are offline/)
      .disappears();
  });

  it('stands wholly in the window, and the keyboard in it', async () => {
    // The keyboard came with the press that opened it, and stayed where the list came late.
    await expect.poll(() => row('QuietQuarry').isFocused()).toBe(true);
    const { x, y, width, height } = await panel().box();
    const [innerWidth, innerHeight] = await tab.page.evaluate(
      () => [window.innerWidth, window.innerHeight] as const,
    );
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(innerWidth);
    expect(y + height).toBeLessThanOrEqual(innerHeight);
  });

  it('lies over the button that opens it, where it is put there', async () => {
    const middle = async (part: Locator): Promise<readonly [x: number, y: number]> => {
      const { x, y, width, height } = await part.box();
      return [x + width / 2, y + height / 2];
    };
    const [toX, toY] = await middle(tab.ours.byRole('button', 'Unban requests'));
    const onTop = () =>
      tab.page.evaluate((x: number, y: number) => document.elementFromPoint(x, y)?.localName, toX, toY);
    await on.step('drag it there', async () => {
      const { hand } = tab.page;
      await expect.poll(onTop).toBe('sidestage-desk');
      const [fromX, fromY] = await middle(panel().byRole('heading', 'Unban requests'));
      await hand.move(fromX, fromY);
      await hand.down();
      await hand.move(toX, toY - 4);
      await hand.move(toX, toY);
      await hand.up();
      await expect.poll(onTop).toBe('sidestage-requests');
    });
  });

  it('keeps what it has while Twitch is down', async () => {
    on.stage.drive.fault('get-unban-requests', { kind: 'status', status: 503 }, Infinity);
    await on.step('load anew', () => button('Load the requests anew').click());
    await panel()
      .byText(/Twitch has trouble right now/)
      .appears(15_000);
    await row('MothLamp').appears();
    await tab.screenshot('requests-trouble/down');
    on.stage.drive.faults.clear();
    await on.step('try again', () => button('Retry').click());
    await panel()
      .byText(/Twitch has trouble right now/)
      .disappears();
    await row('QuietQuarry').appears();
  });

  it('sends no answer twice where Twitch’s own was lost', async () => {
    on.stage.drive.fault('resolve-unban-requests', { kind: 'drop', when: 'after' }, Infinity);
    await answer('Deny', 'MothLamp');
    // Whether it took effect is found out, here or by the next background.
    await row('MothLamp').byText('Denied').appears(15_000);
    on.stage.drive.faults.clear();
    expect(requests().filter(({ status }) => status === 'denied')).toHaveLength(1);
    expect(banOf(on, 'mothlamp')).toBeDefined();
  });

  it('lets the user sign in again where an answer is held up, and sends it then', async () => {
    on.stage.drive.disconnectApp('stagehand');
    await answer('Approve', '지우87');
    const again = row('지우87').byRole('button', 'Sign in again');
    await again.appears();
    await tab.screenshot('requests-trouble/signed-out');
    expect(banOf(on, 'jiwoo_87')).toBeDefined();
    await on.step('sign in again', () => again.click());
    await on.session.consent('Authorize');
    await row('지우87').byText('Approved: the ban is lifted').appears(15_000);
    expect(banOf(on, 'jiwoo_87')).toBeUndefined();
  });

  it('says who may not any more, and lets them go on once they may', async () => {
    on.stage.world.setModerator('mainstage', 'stagehand', false);
    await answer('Deny', 'Bramble_B');
    await row('Bramble_B').byRole('button', 'Retry').appears();
    await tab.screenshot('requests-trouble/no-moderator');
    expect(requests().filter(({ status }) => status === 'pending')).toHaveLength(2);
    on.stage.world.setModerator('mainstage', 'stagehand');
    await on.step('try again', () => row('Bramble_B').byRole('button', 'Retry').click());
    await row('Bramble_B').byText('Denied').appears();
    expect(requests().filter(({ status }) => status === 'pending')).toHaveLength(1);
  });
});
