import { describe, expect, it, vi } from 'vitest';

import { createKnownRequests, type UnbanRequest } from '../../lib/channel/unban-request.ts';
import type { Action } from '../../lib/moderation/action.ts';
import type { Order } from '../../lib/moderation/book.ts';
import type { ModeratedChannels } from '../../lib/twitch/moderated-channels.ts';
import { twitchModeration } from '../../lib/twitch/moderation.ts';
import { twitchRequests } from '../../lib/twitch/unban-requests.ts';
import type { UserBook } from '../../lib/twitch/user-book.ts';
import { accountOf } from './accounts-platform.ts';
import { stage, token } from './helix-script.ts';

const ann = accountOf('ann', []);
const mine = { ...token, scopes: ['moderator:manage:unban_requests'] };

type Status = 'pending' | 'approved' | 'denied' | 'acknowledged';

/**
 * A Twitch with one request of user 12’s, and one of user 13’s, in channel 7. It refuses every answer where `refuses` says how
 * the request stands after that.
 */
function twitch(status: Status = 'pending', refuses?: Status) {
  const statuses = new Map<string, Status>([
    ['r1', status],
    ['r2', 'pending'],
  ]);
  const row = (id: string, user: string) => ({
    id,
    broadcaster_id: '7',
    broadcaster_login: 'seven',
    broadcaster_name: 'Seven',
    user_id: user,
    user_login: `user_${user}`,
    user_name: `User_${user}`,
    text: 'sorry',
    status: statuses.get(id),
    created_at: '2026-11-20T19:00:00Z',
    resolved_at: '',
    moderator_id: '',
    moderator_login: '',
    moderator_name: '',
    resolution_text: '',
  });
  const { helix, sent } = stage(
    ({ method, url }) => {
      const query = new URL(url).searchParams;
      if (method === 'PATCH') {
        const id = query.get('unban_request_id') ?? '';
        if (refuses !== undefined) {
          statuses.set(id, refuses);
          return Response.json({ status: 400, message: 'Invalid requested update' }, { status: 400 });
        }
        statuses.set(id, query.get('status') === 'approved' ? 'approved' : 'denied');
        return Response.json({ data: [row(id, '12')] });
      }
      const data = [row('r1', '12'), row('r2', '13')].filter(
        (one) => one.status === query.get('status') && (query.get('user_id') ?? one.user_id) === one.user_id,
      );
      return Response.json({ data, pagination: query.has('after') ? {} : { cursor: 'next' } });
    },
    { token: () => Promise.resolve(mine) },
  );
  const channels: Pick<ModeratedChannels, 'find'> = {
    find: (login: string) =>
      Promise.resolve(login === 'seven' ? { id: '7', login, name: 'Seven' } : undefined),
  };
  const moderation = twitchModeration({
    helix,
    channels: channels as ModeratedChannels,
    users: {} as UserBook,
  });
  const changes = () => sent.filter(({ method }) => method === 'PATCH').map(({ url }) => new URL(url));
  return { moderation, read: twitchRequests(helix, channels), sent, changes, statuses };
}

const order = (kind: Action['kind'], request = 'r1', more: Partial<Order> = {}): Order => ({
  id: 'a',
  action: {
    platform: 'twitch',
    channel: 'seven',
    kind,
    target: { login: 'user_12', name: 'User_12' },
    request,
    reason: 'be kind',
  },
  channelId: '7',
  targetId: '12',
  accountId: ann.id,
  at: 1,
  ...more,
});
const sending = () => vi.fn(() => Promise.resolve());

describe('requests to be unbanned on Twitch', () => {
  it('are read page by page, by those who moderate there', async () => {
    const { read } = twitch();
    const page = await read('seven', ann);
    expect(page).toEqual({
      requests: [
        {
          id: 'r1',
          who: { id: '12', login: 'user_12', name: 'User_12' },
          text: 'sorry',
          at: Date.parse('2026-11-20T19:00:00Z'),
        },
        expect.objectContaining({ id: 'r2' }),
      ],
      after: 'next',
    });
    expect(await read('seven', ann, 'next')).not.toHaveProperty('after');
    await expect(read('other', ann)).rejects.toMatchObject({ failure: { code: 'not-moderator' } });
  });

  it.each([
    ['unban', 'approved'],
    ['deny', 'denied'],
  ] as const)('%s: are %s with the words that go with it', async (kind, status) => {
    const { moderation, changes, statuses } = twitch();
    const beforeSending = sending();
    await moderation.carryOut(order(kind), ann, beforeSending);
    expect(beforeSending).toHaveBeenCalledOnce();
    expect(Object.fromEntries(changes()[0]?.searchParams ?? [])).toMatchObject({
      unban_request_id: 'r1',
      status,
      resolution_text: 'be kind',
    });
    expect(statuses.get('r1')).toBe(status);
  });

  it('are not answered where they are somebody else’s, or no request is named', async () => {
    const { moderation, changes } = twitch();
    const beforeSending = sending();
    await expect(moderation.carryOut(order('unban', 'r2'), ann, beforeSending)).rejects.toMatchObject({
      failure: { code: 'request-gone', login: 'user_12' },
    });
    const { platform, channel, kind, target } = order('deny').action;
    const action = { platform, channel, kind, target };
    await expect(moderation.carryOut({ ...order('deny'), action }, ann, beforeSending)).rejects.toMatchObject(
      { failure: { code: 'bad-input' } },
    );
    expect(beforeSending).not.toHaveBeenCalled();
    expect(changes()).toEqual([]);
  });

  it.each(['approved', 'denied', 'acknowledged'] as const)(
    'are not answered where they are %s already',
    async (status) => {
      const { moderation, changes } = twitch(status);
      await expect(moderation.carryOut(order('unban'), ann, sending())).rejects.toMatchObject({
        failure: { code: 'request-gone' },
      });
      expect(changes()).toEqual([]);
    },
  );

  it('are not answered twice where the first answer was lost', async () => {
    const { moderation, changes } = twitch('approved');
    await moderation.carryOut(order('unban', 'r1', { again: true }), ann, sending());
    expect(changes()).toEqual([]);
    await expect(
      moderation.carryOut(order('deny', 'r1', { again: true }), ann, sending()),
    ).rejects.toMatchObject({ failure: { code: 'request-gone' } });
  });

  it.each([
    ['the browser sent it twice', 'denied', undefined],
    ['somebody else was quicker', 'approved', 'request-gone'],
    ['Twitch will not have it', 'pending', 'platform-refused'],
  ] as const)('were answered, or not, where Twitch refuses because %s', async (_why, left, code) => {
    const { moderation } = twitch('pending', left);
    const answered = moderation.carryOut(order('deny'), ann, sending());
    if (code === undefined) await answered;
    else await expect(answered).rejects.toMatchObject({ failure: { code } });
  });

  it.each([
    ['pending', 'unban', false],
    ['approved', 'unban', true],
    ['denied', 'unban', false],
    ['denied', 'deny', true],
  ] as const)('%s: whoever wakes finds whether %s took effect', async (status, kind, took) => {
    const { moderation } = twitch(status);
    expect(await moderation.tookEffect(order(kind), ann)).toBe(took);
  });
});

it('come with what is known of whoever asks, and no more of it than is shown', async () => {
  const request: UnbanRequest = { id: 'r1', who: { id: '12', login: 'bob', name: 'Bob' }, text: '', at: 1 };
  const entry = (id: string) => ({ id, action: order('deny').action, by: { id: 'a', login: 'ann' }, at: 1 });
  const person = vi.fn(() =>
    Promise.resolve({ note: 'a friend', history: ['1', '2', '3', '4', '5'].map(entry) }),
  );
  const read = createKnownRequests({
    read: (_channel, after) => Promise.resolve({ requests: [request], ...(after && { after }) }),
    person,
  });
  expect(await read('seven', 'x')).toEqual({
    requests: [{ ...request, note: 'a friend', earlier: ['1', '2', '3'].map(entry), earlierCount: 5 }],
    after: 'x',
  });
  expect(person).toHaveBeenCalledExactlyOnceWith({ channel: 'seven', login: 'bob', id: '12' });
});
