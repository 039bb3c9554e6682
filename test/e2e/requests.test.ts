import { describe, expect, it } from 'vitest';

import type { Tab } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { allowIn, banOf, signIn } from './moderator.ts';

const path = '/helix/moderation/unban_requests';

/** Who asks to be unbanned, in Twitch's page: read, walked through and answered by keys, with all that can go wrong. */
describe('the queue of unban requests', () => {
  const on = suite();
  let tab: Tab;

  const ask = (login: string, words: string) => {
    on.stage.drive.ban('mainstage', login, { reason: 'spam' });
    return on.stage.world.safety.requestUnban('mainstage', login, words);
  };
  const mainstage = () => on.stage.world.user('mainstage').id;
  const requests = () => on.stage.world.safety.requestsOf(mainstage());
  const asksFor = (method: string) =>
    on.stage.requests.filter((request) => request.path.startsWith(path) && request.method === method).length;
  const panel = () => tab.ours.byRole('dialog', 'Unban requests');
  const row = (name: string) => panel().byRole('listitem', name);
  const button = (name: string | RegExp) => panel().byRole('button', name);
  const field = (name: string) => panel().byRole('textbox', `Reply to ${name}, if you like`);
  const key = (name: string) => tab.page.hand.press(name);

  it('asks for the permission to read them when it is opened first, and says who asks what', async () => {
    ask('bramble_b', '');
    ask('jiwoo_87', '죄송합니다. 다시는 그러지 않겠습니다. 한 번만 더 기회를 주시면 조용히 보기만 할게요.');
    ask('mothlamp', 'I am sorry for the spam.\nIt was my little brother.');
    tab = await signIn(on);
    await on.step('open it', async () => {
      await tab.ours.byRole('button', 'Unban requests').click();
    });
    await allowIn(on, panel());
    await row('MothLamp')
      .byText(/It was my little brother/)
      .appears();
    await row('지우87').appears();
    await row('Bramble_B').byText('They wrote nothing.').appears();
    await tab.screenshot('requests/list');
  });

  it('is walked through by keys, and answered with a reply, once that is allowed', async () => {
    await expect.poll(() => row('MothLamp').isFocused()).toBe(true);
    await on.step('walk', async () => {
      await key('j');
      await expect.poll(() => row('지우87').isFocused()).toBe(true);
      await key('k');
      await expect.poll(() => row('MothLamp').isFocused()).toBe(true);
    });
    await on.step('say what goes with it', async () => {
      await key('a');
      await field('MothLamp').takesFocus();
      await tab.page.hand.type('Be kind jjk');
      await tab.screenshot('requests/reply');
      await key('Enter');
    });
    // Reading was allowed; answering is asked for now.
    expect(asksFor('PATCH')).toBe(0);
    await allowIn(on, row('MothLamp'));
    await row('MothLamp').byText('Approved: the ban is lifted').appears();
    expect(banOf(on, 'mothlamp')).toBeUndefined();
    const [request] = requests();
    expect(request).toMatchObject({ status: 'approved', resolution: 'Be kind jjk' });
    await expect.poll(() => row('지우87').isFocused()).toBe(true);
  });

  it('says in place why an answer did not go, and sends it again', async () => {
    on.stage.drive.fault('resolve-unban-requests', { kind: 'status', status: 400, message: 'Not now' });
    await on.step('deny it', async () => {
      await button('Deny: 지우87').click();
      await field('지우87').takesFocus();
      await key('Enter');
    });
    await row('지우87')
      .byText(/Not now/)
      .appears();
    await tab.screenshot('requests/refused');
    await on.step('try again', () => row('지우87').byRole('button', 'Retry').click());
    await row('지우87').byText('Denied').appears();
    expect(banOf(on, 'jiwoo_87')).toBeDefined();
    expect(requests().map(({ status }) => status)).toEqual(['approved', 'denied', 'pending']);
  });

  it('does not answer what another moderator has answered meanwhile', async () => {
    const waiting = requests().find(({ status }) => status === 'pending');
    if (!waiting) throw new Error('nobody waits');
    on.stage.world.safety.resolve(mainstage(), waiting, 'denied', on.stage.world.user('usher_uma').id, '');
    await on.step('approve it', async () => {
      await button('Approve: Bramble_B').click();
      await field('Bramble_B').takesFocus();
      await key('Enter');
    });
    await row('Bramble_B').byText('The request of bramble_b waits no more.').appears();
    expect(waiting.status).toBe('denied');
    expect(banOf(on, 'bramble_b')).toBeDefined();
    // Once more would be of no use: what is offered leads on.
    expect(await row('Bramble_B').byRole('button', 'Retry').count()).toBe(0);
    await tab.screenshot('requests/gone');
    await on.step('load anew', () => row('Bramble_B').byRole('button', 'Load the requests anew').click());
    await panel().byText('Nobody asks to be unbanned').appears();
    await tab.screenshot('requests/none');
  });

  it('reads on through many, and keeps what it has when that fails', async () => {
    const logins = [...on.stage.world.users.values()]
      .map(({ login }) => login)
      .filter((login) => login !== 'stagehand');
    for (const [place, login] of logins.slice(-45).entries())
      on.stage.world.safety.requestUnban('mainstage', login, `request number ${place + 1}`);
    ask('amal_reads', 'لم أكن أعرف القواعد. أعتذر من الجميع، ولن يتكرر ذلك أبدا.');
    ask('wwwwwwwwwwwwwwwwwwwwwwwww', 'w'.repeat(400));
    await on.step('load anew by key', () => key('r'));
    await panel().byText('request number 45').appears();
    await expect.poll(() => panel().byRole('listitem').count()).toBe(20);
    on.stage.drive.fault('get-unban-requests', { kind: 'status', status: 400, message: 'Lost my place' });
    await on.step('read on', () => button('Show more requests').click());
    await panel()
      .byText(/Lost my place/)
      .appears();
    expect(await panel().byRole('listitem').count()).toBe(20);
    await on.step('try again', () => button('Retry').click());
    await expect.poll(() => panel().byRole('listitem').count()).toBe(40);
    await tab.screenshot('requests/many');
  });

  it('opens the card of whoever asks, the list of all keys, and gives the keyboard back in the end', async () => {
    const [first = ''] = await panel().byRole('listitem').names();
    await on.step('open the card', async () => {
      await row(first).click();
      await key('o');
    });
    await tab.ours.byRole('dialog', first).appears();
    await on.step('close it', async () => {
      await key('Escape');
      await tab.ours.byRole('dialog', first).disappears();
      await expect.poll(() => row(first).isFocused()).toBe(true);
    });
    await on.step('look at the keys', async () => {
      await key('?');
      await tab.ours.byRole('dialog', 'Keys').appears();
    });
    await tab.ours.byText('Approve it').appears();
    await tab.screenshot('requests/keys');
    await on.step('close all', async () => {
      await key('Escape');
      await expect.poll(() => row(first).isFocused()).toBe(true);
      await key('q');
    });
    await panel().disappears();
    await expect.poll(() => tab.ours.byRole('button', 'Unban requests').isFocused()).toBe(true);
  });

  it('opens by a key from anywhere in the page, and gives the keyboard back to where it was', async () => {
    await tab.page.css('[data-a-target="chat-input"]').click();
    await on.step('type it into chat', () => tab.page.hand.type('Q'));
    await expect.poll(() => tab.page.css('[data-a-target="chat-input"]').text()).toContain('Q');
    expect(await panel().count()).toBe(0);
    const link = tab.page.css('.side-nav').byRole('link', /OrlaTheBard/);
    await link.evaluate((element) => (element as HTMLElement).focus());
    await on.step('press it', () => key('Shift+Q'));
    await panel().appears();
    await on.step('close it', async () => {
      await expect.poll(() => link.isFocused()).toBe(false);
      await key('q');
    });
    await panel().disappears();
    await expect.poll(() => link.isFocused()).toBe(true);
  });

  it('stands in the action log with what became of it', async () => {
    const options = await on.session.openExtensionPage('options.html#log');
    await options.byText('Unbanned: request approved').appears();
    await options.byText('Request turned down').appears();
    await options.close();
  });
});
