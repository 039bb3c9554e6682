/**
 * The API explorer, as a user works with it: every endpoint of the table is chosen, filled in and sent through the page.
 */
import { beforeAll, describe, expect, it } from 'vitest';

import { catalogue } from '../../lib/explorer/catalogue.ts';
import { clients } from '../stage/world/seed.ts';
import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { typingFor, type Typing } from './explorer/inputs.ts';
import { violations } from './violations.ts';

/** What the page shows after a call. */
interface Shown {
  readonly said: string;
  /** The field that was refused, if one was. */
  readonly field: string;
}

/**
 * Runs in the page: chooses the endpoint in the list, types, presses Send, confirms if asked, and waits for the answer.
 * All of it through the page's own controls, at the page's own speed.
 */
async function sendThere(
  name: string,
  typing: Record<string, string>,
): Promise<{ said: string; field: string }> {
  const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
    const end = performance.now() + 10_000;
    for (;;) {
      const seen = look();
      if (seen) return seen;
      if (performance.now() > end)
        throw new Error(`Waited in vain on the page of ${name}: ${look.toString()}`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const type = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void => {
    control.value = text;
    control.dispatchEvent(
      new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  };
  const link = [...document.querySelectorAll<HTMLAnchorElement>('nav a.ss-row-main')].find(
    (each) => each.querySelector('.ss-cut')?.textContent === name,
  );
  link?.click();
  const form = await until(() =>
    document.querySelector<HTMLFormElement>(`form[aria-label="Parameters of ${name}"]`),
  );
  for (const [path, text] of Object.entries(typing)) {
    const find = () =>
      [...form.elements].find((each): each is HTMLInputElement => (each as HTMLInputElement).name === path);
    if (!find()) {
      const list = path.replace(/\[\d+\].*$/, '');
      [...form.querySelectorAll('button')].find((each) => each.textContent === `Add to ${list}`)?.click();
    }
    type(await until(find), text);
  }
  // What was typed is drawn before it is sent.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  form.requestSubmit();
  const answered = await until(() => {
    const confirm = [...document.querySelectorAll('dialog button')].find(
      (each) => each.textContent === 'Send it',
    );
    (confirm as HTMLButtonElement | undefined)?.click();
    const invalid = form.querySelector<HTMLInputElement>('[aria-invalid=true]');
    if (invalid) return { said: 'refused before it was sent', field: invalid.name };
    const answer = document.querySelector('.ss-answer[data-shown]');
    return answer && { said: (answer as HTMLElement).innerText.replace(/\s+/g, ' '), field: '' };
  });
  return answered;
}

const send = (page: Surface, name: string, typing: Typing): Promise<Shown> =>
  page.evaluate(sendThere, name, typing);

describe.runIf(browserName === 'chromium')('the API explorer', () => {
  const on = suite();
  let page: Surface;

  beforeAll(async () => {
    page = await on.session.openExtensionPage('options.html');
    await page.byRole('textbox', 'Client id').fill(clients.confidential);
    await page.byRole('button', 'Save').click();
    await page.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    await page.byRole('link', 'API').click();
    await page.byRole('heading', 'API explorer').appears();
  });

  it('is found by searching, and says what a call needs', async () => {
    await page.byRole('searchbox', 'Search endpoints').fill('start commercial');
    await page.byRole('link', /^Start Commercial/).click();
    await page.byRole('heading', 'Start Commercial').appears();
    await page.byRole('heading', 'Start Commercial').takesFocus();
    await page.byText('channel:edit:commercial').appears();
    expect(await violations(page)).toEqual([]);
  });

  it('refuses bad input at its field, and keeps what was typed', async () => {
    await page.byRole('textbox', 'length').fill('thirty');
    await page.byRole('button', 'Send').click();
    await page.byText('A whole number').appears();
    await page.css('input[name=length]').takesFocus();
    expect(await page.css('input[name=length]').evaluate((input) => (input as HTMLInputElement).value)).toBe(
      'thirty',
    );
    expect(await violations(page)).toEqual([]);
  });

  it('asks for the scope that is missing', async () => {
    await page.byRole('textbox', 'length').fill('30');
    await page.byRole('button', 'Send').click();
    await page.byRole('button', 'Send it').click();
    await page.byText(/asks for your permission/).appears();
    expect(await violations(page)).toEqual([]);
    await page.byRole('button', 'Grant').nth(0).click();
    await on.session.consent('Authorize');
    await page.byRole('button', 'Grant').disappears();
  });

  it('says which token is missing, and where to paste it', async () => {
    await page.byRole('searchbox', 'Search endpoints').fill('get conduits');
    await page.byRole('link', /^Get Conduits/).click();
    await page.byRole('button', 'Send').click();
    await page.byText('Needs a token of another kind: App token').appears();
    expect(await violations(page)).toEqual([]);
    await page.byRole('button', 'Paste a token').nth(1).click();
    await page.byRole('heading', 'App and extension tokens').appears();
  });

  it('can be given all scopes, and tokens that are the user’s own', async () => {
    await page.byRole('button', 'Clear search').click();
    await page.byRole('link', 'API').click();
    await page.byRole('button', 'Grant all scopes').click();
    await on.session.consent('Authorize');
    await page.byRole('button', 'Grant all scopes').disappears();
    const tokens = [
      ['App token', on.stage.drive.appToken().token],
      ['Extension JWT', on.stage.drive.extensionJwt({ role: 'external', user_id: '128393656' })],
    ] as const;
    for (const [kind, token] of tokens) {
      await page.byRole('radio', kind).click();
      await page.css('input[type=password]').fill(token);
      await page.byRole('textbox', /Client id/).fill(clients.confidential);
      await page.byRole('button', 'Use for this session').click();
      await page.byRole('button', `Forget: ${kind}`).appears();
      expect(await page.evaluate(() => new XMLSerializer().serializeToString(document))).not.toContain(token);
      expect(
        await page.css('input[type=password]').evaluate((input) => (input as HTMLInputElement).value),
      ).toBe('');
    }
    await page.byText(/of 149 endpoints/).appears();
    expect(await violations(page)).toEqual([]);
  });

  it('calls every endpoint', async () => {
    const { world } = on.stage;
    const cast = {
      me: world.user('stagehand').id,
      other: world.user('mainstage').id,
      chatter: world.user('plainviewer').id,
    };
    const wrong: string[] = [];
    let answered = 0;
    for (const { id, name, method, path, state } of catalogue.cards) {
      const before = on.stage.requests.length;
      const { said, field } = await send(page, name, typingFor(id, cast));
      if (said.startsWith('Answered')) answered++;
      const arrived = on.stage.requests
        .slice(before)
        .some((request) => request.method === method && request.path === `/helix${path}`);
      const isAnswer =
        state === 'retired'
          ? said.includes('switched this off')
          : /^(Answered|Not done .*Twitch refused)/.test(said);
      if (!arrived || !isAnswer) wrong.push(`${id}: ${arrived ? '' : 'not sent, '}${said} ${field}`);
    }
    expect(wrong).toEqual([]);
    // The others say that there is no such poll, clip or session; which is an answer too.
    expect(answered).toBeGreaterThanOrEqual(100);
    await page.screenshot('explorer-last');
  });

  it('keeps the calls, but neither answers nor tokens', async () => {
    await page.byRole('link', 'API').click();
    await expect.poll(() => page.byRole('list', 'Recent calls').byRole('button').count()).toBe(50);
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(kept).not.toContain('secret of the test');
    expect(kept).not.toMatch(/token|bearer/i);
    await page.byRole('button', 'Clear history').click();
    await page.byText('No calls yet.').appears();
  });

  it('shows a list as a table and as JSON, page by page', async () => {
    await page.byRole('link', /^Get Followed Channels/).click();
    await page.byRole('textbox', 'first').fill('5');
    await page.byRole('button', 'Send').click();
    await page.css('.ss-answer th').says('broadcaster_login');
    await expect.poll(() => page.css('.ss-answer tbody tr').count()).toBe(5);
    const first = await page.css('.ss-answer tbody tr').text();
    await page.byRole('button', 'Next page').click();
    await page.waitUntil(
      'the next page',
      (before) =>
        document.querySelector<HTMLElement>('.ss-answer tbody tr')?.innerText.replace(/\s+/g, ' ').trim() !==
        before,
      first,
    );
    await page.byRole('tab', 'JSON').click();
    await page.byText(/"broadcaster_login"/).appears();
    expect(await violations(page)).toEqual([]);
    await page.screenshot('explorer-json');
  });
});
