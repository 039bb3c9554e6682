import { describe, expect, it, vi } from 'vitest';

import type { Failure } from '../../lib/failure.ts';
import { FailureError } from '../../lib/failure.ts';
import { protocol } from '../../lib/messages/protocol.ts';
import type { CommandName } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/router.ts';
import { createRouter } from '../../lib/messages/router.ts';

const self = { id: 'abc', origin: 'chrome-extension://abc' };
const popup = { id: 'abc', origin: self.origin, url: `${self.origin}/popup.html` };
const twitch = {
  id: 'abc',
  origin: 'https://www.twitch.tv',
  url: 'https://www.twitch.tv/x',
  frameId: 0,
  tab: { id: 1 },
};

function setUp(handlers: Partial<Handlers> = {}, ready: () => Promise<void> = () => Promise.resolve()) {
  const logged: [string, Failure][] = [];
  const missing = new Proxy(handlers, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ?? (() => Promise.reject(new Error('not expected'))),
  }) as Handlers;
  const router = createRouter({
    self,
    handlers: missing,
    ready,
    log: (command, failure) => logged.push([command, failure]),
  });
  return {
    logged,
    route: router,
    ask: async (ask: unknown, request: unknown, stamp = popup) => router({ ask, request }, stamp),
  };
}

describe('the router', () => {
  it('says which questions it is working on, to those who may ask', async () => {
    let answer: (result: { version: string }) => void = () => undefined;
    const working = new Promise<{ version: string }>((resolve) => (answer = resolve));
    const { route } = setUp({ 'background.ping': () => working });
    const answered = route({ ask: 'background.ping', request: {}, id: 'q' }, popup);
    expect(await route({ doubt: 'q' }, popup)).toBe(true);
    expect(await route({ doubt: 'q' }, { ...popup, id: 'somebody else' })).toBe(false);
    expect(await route({ doubt: 'r' }, popup)).toBe(false);
    answer({ version: '1' });
    await answered;
    expect(await route({ doubt: 'q' }, popup)).toBe(false);
  });

  it('answers with what the schema of the result names, and nothing else', async () => {
    const answer = { version: '1.2.3', accessToken: 'secret' };
    const { ask } = setUp({ 'background.ping': () => Promise.resolve(answer) });
    expect(await ask('background.ping', {})).toEqual({ ok: true, result: { version: '1.2.3' } });
  });

  it('leaves messages that are no questions to others', () => {
    const { ask } = setUp();
    expect(
      createRouter({ self, handlers: {} as Handlers, ready: () => Promise.resolve(), log: vi.fn() })(
        'hello',
        popup,
      ),
    ).toBeUndefined();
    return expect(ask(42, {})).resolves.toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'fetch', ''])(
    'refuses the unknown command %j',
    async (name) => {
      const { ask, logged } = setUp();
      expect(await ask(name, {})).toMatchObject({
        ok: false,
        failure: { code: 'refused', why: 'unknown-command' },
      });
      expect(logged[0]?.[0]).toBe('unknown');
    },
  );

  it('refuses a content script what belongs to our pages', async () => {
    const { ask, logged } = setUp();
    const failure = { code: 'refused', why: 'wrong-sender', command: 'accounts.signOut' };
    expect(await ask('accounts.signOut', { accountId: 'twitch:1' }, twitch)).toEqual({ ok: false, failure });
    expect(logged).toEqual([['accounts.signOut', failure]]);
  });

  it('refuses a bad shape before the handler sees it', async () => {
    const act = vi.fn();
    const { ask } = setUp({ 'moderation.act': act });
    const hostile = {
      id: crypto.randomUUID(),
      platform: 'twitch',
      channel: '../users',
      kind: 'ban',
      target: { login: 'a', name: 'a' },
    };
    expect(await ask('moderation.act', hostile, twitch)).toMatchObject({ failure: { why: 'bad-shape' } });
    expect(act).not.toHaveBeenCalled();
  });

  it('lets a free command through before the stores are open, and holds the others', async () => {
    let open = (): void => undefined;
    const ready = new Promise<void>((resolve) => (open = resolve));
    const { ask } = setUp(
      {
        'background.ping': () => Promise.resolve({ version: '1' }),
        'moderation.log': () => Promise.resolve({ entries: [] }),
      },
      () => ready,
    );
    const held = ask('moderation.log', { limit: 1 });
    const order: string[] = [];
    void held.then(() => order.push('held'));
    await ask('background.ping', {}).then(() => order.push('free'));
    open();
    await held;
    expect(order).toEqual(['free', 'held']);
  });

  it('hands a failure on as it is, and turns a fault into a reference without its message', async () => {
    const { ask, logged } = setUp({
      'live.refresh': () => Promise.reject(new FailureError({ code: 'offline' })),
      'moderation.log': () => Promise.reject(new Error('token abcdef leaked')),
    });
    expect(await ask('live.refresh', {})).toEqual({ ok: false, failure: { code: 'offline' } });
    const fault = await ask('moderation.log', { limit: 5 });
    expect(fault).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify([fault, logged])).not.toContain('abcdef');
  });
});

describe('the protocol', () => {
  it.each(Object.keys(protocol) as CommandName[])('%s has a sender rule and schemas', (name) => {
    const row = protocol[name];
    expect(row.senders.length).toBeGreaterThan(0);
    expect(row.request).toHaveProperty('safeParse');
    expect(row.result).toHaveProperty('safeParse');
    if (row.stage === 'trusted') expect(row.senders).not.toContain('twitch');
  });
});
