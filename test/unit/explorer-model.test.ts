import { beforeEach, describe, expect, it, vi } from 'vitest';

import { catalogue } from '../../lib/explorer/catalogue.ts';
import {
  createExplorer,
  type Callers,
  type ExplorerParts,
  type ExplorerState,
} from '../../lib/explorer/explorer.ts';
import type { PastCall } from '../../lib/explorer/history.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';

const signedIn: Callers = {
  accounts: [
    { id: 'twitch:1', platform: 'twitch', userId: '1', login: 'mod', name: 'Mod', scopes: [], state: 'ok' },
  ],
  activeId: 'twitch:1',
  signingIn: false,
  canSignIn: true,
};

let shown: ExplorerState;
let history: readonly PastCall[];
const call = vi.fn<ExplorerParts['call']>();
const keepToken = vi.fn<ExplorerParts['keepToken']>();
let explorer: ReturnType<typeof createExplorer>;

const failing = (failure: Failure) => () => Promise.reject(new FailureError(failure));

beforeEach(async () => {
  history = [];
  call.mockReset();
  call.mockResolvedValue({ answer: { data: [] }, tookMs: 12, pointsLeft: 700 });
  keepToken.mockReset();
  keepToken.mockResolvedValue({});
  let ids = 0;
  explorer = createExplorer({
    load: () => Promise.resolve(catalogue),
    call,
    keepToken,
    forgetToken: () => Promise.resolve(),
    pastedKinds: () => Promise.resolve([]),
    grant: () => Promise.resolve(),
    readHistory: () => history,
    writeHistory: (calls) => (history = calls),
    clientId: () => 'mine',
    newId: () => String(++ids),
    now: () => 1_000,
    show: (state) => (shown = state),
  });
  await explorer.start();
  explorer.accounts(signedIn);
});

describe('the explorer', () => {
  it('sends what the form means, and shows the answer', async () => {
    explorer.choose('get-users');
    explorer.type('login', 'someone\nelse');
    await explorer.send();
    expect(call).toHaveBeenCalledWith({
      id: '1',
      endpointId: 'get-users',
      input: { login: ['someone', 'else'] },
      tokenKind: 'user',
      accountId: 'twitch:1',
    });
    expect(shown.open?.outcome).toMatchObject({ ok: true, tookMs: 12, pointsLeft: 700 });
  });

  it('asks before it changes anything', async () => {
    explorer.choose('add-channel-vip');
    explorer.type('user_id', '7');
    await explorer.send();
    expect(call).not.toHaveBeenCalled();
    expect(shown.open?.phase).toBe('confirming');
    explorer.cancel();
    expect(shown.open?.phase).toBe('filling');
    await explorer.send(true);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('shows bad input at its field, sends nothing, and keeps what was typed', async () => {
    explorer.choose('start-commercial');
    explorer.type('length', 'thirty');
    await explorer.send(true);
    expect(call).not.toHaveBeenCalled();
    expect(shown.open?.problem).toEqual({ field: 'length', limit: 'type:integer' });
    expect(shown.open?.drafts['length']).toBe('thirty');
    // Typing there takes the complaint away; typing elsewhere does not.
    explorer.type('broadcaster_id', '1');
    expect(shown.open?.problem).toBeDefined();
    explorer.type('length', '30');
    expect(shown.open?.problem).toBeUndefined();
  });

  it('shows what the background refuses at its field too', async () => {
    call.mockImplementation(failing({ code: 'bad-input', field: 'data.reason', limit: 'max-length:500' }));
    explorer.choose('warn-chat-user');
    explorer.type('data', { user_id: '7', reason: 'spam' });
    await explorer.send(true);
    expect(shown.open).toMatchObject({
      problem: { field: 'data.reason', limit: 'max-length:500' },
      drafts: { data: { user_id: '7', reason: 'spam' } },
      outcome: { ok: false },
    });
  });

  it('goes on with the next page', async () => {
    call.mockResolvedValue({ answer: { data: [], pagination: { cursor: 'two' } }, tookMs: 1 });
    explorer.choose('get-top-games');
    await explorer.send();
    await explorer.next();
    expect(call.mock.calls[1]?.[0].input).toEqual({ after: 'two' });
  });

  it('notes calls without their answers', async () => {
    call.mockImplementation(failing({ code: 'platform-refused', status: 404, message: 'no' }));
    explorer.choose('get-users');
    await explorer.send();
    expect(history).toEqual([
      { id: '1', endpoint: 'get-users', input: {}, at: 1_000, outcome: 'platform-refused', status: 404 },
    ]);
    explorer.clearHistory();
    expect(history).toEqual([]);
  });

  it('keeps what was typed when one goes to another endpoint and back', () => {
    explorer.choose('get-users');
    explorer.type('login', 'someone');
    explorer.choose('get-games');
    explorer.choose('get-users');
    expect(shown.open?.drafts['login']).toBe('someone');
    explorer.reset();
    expect(shown.open?.drafts['login']).toBe('');
  });

  it('opens nothing for an id that there is not', () => {
    explorer.choose('get-users');
    explorer.choose('__proto__');
    expect(shown.open).toBeUndefined();
  });

  it('does not show an answer under another endpoint', async () => {
    const { promise, resolve } = Promise.withResolvers<{ tookMs: number }>();
    call.mockReturnValue(promise);
    explorer.choose('get-users');
    const sending = explorer.send();
    explorer.choose('get-games');
    resolve({ tookMs: 1 });
    await sending;
    expect(shown.open?.outcome).toBeUndefined();
    expect(history).toHaveLength(1);
  });

  it('fills the current channel in, once it is found', async () => {
    call.mockResolvedValue({
      answer: { data: [{ id: '9', login: 'stage', display_name: 'Stage' }] },
      tookMs: 1,
    });
    explorer.choose('get-channel-emotes');
    expect(shown.open?.drafts['broadcaster_id']).toBe('1');
    await explorer.findChannel(' @Stage ');
    expect(call.mock.calls[0]?.[0]).toMatchObject({ endpointId: 'get-users', input: { login: ['stage'] } });
    expect(shown.open?.drafts['broadcaster_id']).toBe('9');
    call.mockResolvedValue({ answer: { data: [] }, tookMs: 1 });
    await explorer.findChannel('nobody');
    expect(shown.channelSearch).toEqual({ failure: { code: 'no-such-user', login: 'nobody' } });
    expect(shown.channel?.id).toBe('9');
  });

  it('says a call as a command line', () => {
    explorer.choose('get-users');
    explorer.type('login', 'someone');
    expect(explorer.curl()).toContain("'https://api.twitch.tv/helix/users?login=someone'");
    expect(explorer.curl()).toContain('Client-Id: mine');
    explorer.choose('start-commercial');
    expect(explorer.curl()).toBeUndefined();
    expect(shown.open?.problem).toEqual({ field: 'length', limit: 'required' });
  });

  it('hands a pasted token over and keeps nothing of it', async () => {
    expect(await explorer.keepToken({ kind: 'app', accessToken: 'hush', clientId: 'c' })).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('hush');
    keepToken.mockImplementation(failing({ code: 'offline' }));
    expect(await explorer.keepToken({ kind: 'app', accessToken: 'hush', clientId: 'c' })).toBe(false);
    expect(shown.failure).toEqual({ code: 'offline' });
  });
});
