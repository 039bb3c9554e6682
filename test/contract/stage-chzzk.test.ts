import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readSession } from '../../lib/chzzk/session.ts';
import { chzzkHost } from '../stage/chzzk/host.ts';
import { Naver } from '../stage/chzzk/naver.ts';
import type { Asked } from '../stage/server/http.ts';

const examples = new URL('../../../shared/platforms/chzzk/examples/', import.meta.url);
const example = (name: string): string => readFileSync(new URL(name, examples), 'utf8');

/** Asks the stage's host, without a socket in between. */
function ask(naver: Naver, path: string, how: { cookie?: string; origin?: string; method?: string } = {}) {
  const headers = new Map<string, unknown>();
  let status = 0;
  let body = '';
  const response = {
    setHeader: (name: string, value: unknown) => headers.set(name, value),
    writeHead: (code: number) => (status = code),
    end: (text: string) => (body = text),
  };
  const { method = 'GET', ...sent } = how;
  const url = new URL(path);
  chzzkHost({ host: url.host, method, url, headers: sent, body: '', response } as unknown as Asked, naver);
  return { status, body, headers };
}

const status = 'https://comm-api.game.naver.com/nng_main/v1/user/getUserStatus';
const cookieOf = (set: readonly string[]): string => set.map((each) => each.split(';')[0]).join('; ');

describe('CHZZK on the stage', () => {
  it('says who is logged in, by both cookies', () => {
    const naver = new Naver();
    const set = naver.logIn();
    expect(set.every((cookie) => /; Domain=\.naver\.com;.*HttpOnly/.test(cookie))).toBe(true);
    const loggedIn = (cookie?: string): unknown => {
      const { content } = JSON.parse(ask(naver, status, { ...(cookie && { cookie }) }).body) as {
        content: { loggedIn: unknown };
      };
      return content.loggedIn;
    };
    expect(loggedIn(cookieOf(set))).toBe(true);
    expect(loggedIn(cookieOf(set.slice(1)))).toBe(false);
    expect(loggedIn()).toBe(false);
    naver.logOut();
    expect(loggedIn(cookieOf(set))).toBe(false);
  });

  it('lets only Naver’s own pages read it', () => {
    const allowed = (origin: string): unknown =>
      ask(new Naver(), status, { origin }).headers.get('access-control-allow-origin');
    expect(allowed('https://chzzk.naver.com')).toBe('https://chzzk.naver.com');
    expect(allowed('https://www.twitch.tv')).toBeUndefined();
    expect(ask(new Naver(), status, { method: 'POST' }).status).toBe(404);
  });

  describe.skipIf(!existsSync(examples))('(the reference data stand beside this checkout)', () => {
    it.each([
      ['constructed_user_status_logged_in.json', true],
      ['constructed_user_status_logged_out.json', false],
    ] as const)('answers as %s, which our client reads', async (name, isIn) => {
      const naver = new Naver();
      const cookie = cookieOf(naver.logIn());
      const { body } = ask(naver, status, isIn ? { cookie } : {});
      expect(JSON.parse(body)).toEqual(JSON.parse(example(name)));
      const session = await readSession(() => Promise.resolve(new Response(example(name))));
      expect(session.loggedIn).toBe(isIn);
    });
  });
});
