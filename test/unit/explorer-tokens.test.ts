import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

import { createCallDesk, type AnyHelix, type ExplorerCall } from '../../lib/explorer/call-desk.ts';
import { endpointById } from '../../lib/explorer/catalogue.ts';
import { createPastedTokens, pastedAccount, pastedSchema } from '../../lib/explorer/pasted-tokens.ts';
import { fail } from '../../lib/failure.ts';
import { protocol } from '../../lib/messages/protocol.ts';
import { createSession } from '../../lib/store/session.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';

const stored = new Map<string, unknown>();
const session = createSession(
  {
    get: (key) => Promise.resolve(key !== null && stored.has(key) ? { [key]: stored.get(key) } : {}),
    set: (items) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of keys) stored.delete(key);
      return Promise.resolve();
    },
  },
  createWriteQueue('test', null),
);

beforeEach(() => stored.clear());

describe('pasted tokens', () => {
  const tokens = createPastedTokens(session.value('pasted', pastedSchema));
  const token = { kind: 'app', accessToken: 'hush', clientId: 'mine' } as const;

  it('are kept one of a kind, for the account that stands for them', async () => {
    await tokens.keep({ ...token, accessToken: 'old' });
    await tokens.keep(token);
    expect(await tokens.token(pastedAccount('app'))).toEqual(token);
    expect(await tokens.token('twitch:1')).toBeUndefined();
    expect(await tokens.token(undefined)).toBeUndefined();
  });

  it('are missed by their kind', async () => {
    await expect(tokens.token(pastedAccount('extension-jwt'))).rejects.toMatchObject({
      failure: { code: 'wrong-token-kind', needs: 'extension-jwt' },
    });
  });

  it('can be forgotten', async () => {
    await tokens.keep(token);
    await tokens.forget('app');
    expect(await tokens.kinds()).toEqual([]);
    expect(JSON.stringify([...stored])).not.toContain('hush');
  });

  it('do not leave the background: what may be answered has no place for them', async () => {
    await tokens.keep(token);
    const answers = [
      protocol['helix.tokens'].result.parse({ tokens: [token] }),
      protocol['helix.token'].result.parse(token),
      protocol['helix.call'].result.parse({ answer: {}, tookMs: 1, ...token }),
      await tokens.kinds(),
    ];
    expect(JSON.stringify(answers)).not.toContain('hush');
  });

  it('cannot break out of their header', () => {
    const { request } = protocol['helix.token'];
    expect(request.safeParse(token).success).toBe(true);
    expect(request.safeParse({ ...token, accessToken: 'a\r\nX-Evil: 1' }).success).toBe(false);
  });

  it('may be handed over by the options page alone', () => {
    for (const name of ['helix.call', 'helix.token', 'helix.forgetToken', 'helix.tokens'] as const) {
      expect(protocol[name]).toMatchObject({ stage: 'trusted', senders: ['options'] });
    }
  });
});

describe('a call', () => {
  const call = vi.fn<AnyHelix['call']>();
  const makeDesk = () =>
    createCallDesk({
      helix: { call, points: () => Promise.resolve({ remaining: 799 }) },
      endpoint: endpointById,
      sent: session.value('sent', z.array(z.string())),
      now: () => 5,
    });
  const ban: ExplorerCall = { id: 'one', endpointId: 'ban-user', input: { broadcaster_id: '1' } };

  beforeEach(() => {
    call.mockReset();
    call.mockResolvedValue({ data: [] });
  });

  it('gives the answer, the time and the points', async () => {
    const answer = await makeDesk().call({
      id: 'a',
      endpointId: 'get-users',
      input: {},
      accountId: 'twitch:1',
    });
    expect(answer).toEqual({ answer: { data: [] }, tookMs: 0, pointsLeft: 799 });
    expect(call.mock.calls[0]?.[2]).toEqual({ as: 'twitch:1' });
  });

  it('goes out with the pasted token that its endpoint needs', async () => {
    await makeDesk().call({ id: 'a', endpointId: 'get-conduits', input: {}, accountId: 'twitch:1' });
    expect(call.mock.calls[0]?.[2]).toEqual({ as: pastedAccount('app') });
  });

  it('is made once, however often it is asked for', async () => {
    const desk = makeDesk();
    await Promise.all([desk.call(ban), desk.call(ban)]);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('is not sent again by the next life of the worker when it changes something', async () => {
    await makeDesk().call(ban);
    await expect(makeDesk().call(ban)).rejects.toMatchObject({ failure: { code: 'outcome-unknown' } });
    expect(call).toHaveBeenCalledTimes(1);
    // A read may be.
    await makeDesk().call({ ...ban, endpointId: 'get-users' });
    await makeDesk().call({ ...ban, endpointId: 'get-users' });
    expect(call).toHaveBeenCalledTimes(3);
  });

  it('of an endpoint that there is not is refused', async () => {
    for (const endpointId of ['__proto__', 'toString', 'nothing']) {
      await expect(makeDesk().call({ ...ban, endpointId })).rejects.toMatchObject({
        failure: { code: 'bad-input', field: 'endpointId' },
      });
    }
  });

  it('hands on what the client refuses', async () => {
    call.mockImplementation(() => fail({ code: 'bad-input', field: 'data.user_id', limit: 'required' }));
    await expect(makeDesk().call(ban)).rejects.toMatchObject({ failure: { field: 'data.user_id' } });
  });
});
