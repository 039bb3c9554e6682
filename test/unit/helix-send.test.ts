import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../lib/failure.ts';
import {
  getChannelFollowers,
  getFollowedChannels,
  modifyChannelInformation,
} from '../../lib/twitch/helix/endpoints/channels.ts';
import { sendChatAnnouncement, sendChatMessage } from '../../lib/twitch/helix/endpoints/chat.ts';
import { getEventsubSubscriptions } from '../../lib/twitch/helix/endpoints/eventsub.ts';
import { banUser, deleteChatMessages, unbanUser } from '../../lib/twitch/helix/endpoints/moderation.ts';
import { createPoll } from '../../lib/twitch/helix/endpoints/polls.ts';
import { getChannelIcalendar } from '../../lib/twitch/helix/endpoints/schedule.ts';
import { getStreamTags } from '../../lib/twitch/helix/endpoints/tags.ts';
import { getUsers } from '../../lib/twitch/helix/endpoints/users.ts';
import {
  aBan,
  aUser,
  bucket,
  failing,
  type Line,
  listed,
  refused,
  stage,
  startMs,
  token,
} from './helix-script.ts';

const ban = { broadcaster_id: '1', data: { user_id: '2', reason: 'spam' } };

describe('before anything is sent', () => {
  const quiet = () => stage(() => listed([]));

  it('asks for the scope that is missing', async () => {
    const { helix, sent } = stage(() => listed([]), {
      token: () => Promise.resolve({ ...token, scopes: [] }),
    });
    await expect(helix.call(banUser, ban)).rejects.toMatchObject(
      failing({ code: 'missing-scope', scopes: ['moderator:manage:banned_users'] }),
    );
    expect(sent).toEqual([]);
  });

  it('waits for a permission that was given a moment ago', async () => {
    let scopes: readonly string[] = [];
    const arrived = vi.fn(() => Promise.resolve());
    const { helix, sent } = stage(() => listed([aBan]), {
      token: () => Promise.resolve({ ...token, scopes }),
      arrived,
    });
    await expect(helix.call(banUser, ban)).rejects.toMatchObject({ failure: { code: 'missing-scope' } });
    expect(arrived).toHaveBeenCalledOnce();
    arrived.mockImplementation(() => {
      scopes = ['moderator:manage:banned_users'];
      return Promise.resolve();
    });
    await helix.call(banUser, ban);
    expect(sent).toHaveLength(1);
    await helix.call(banUser, ban);
    expect(arrived, 'nobody waits for what is there').toHaveBeenCalledTimes(2);
  });

  it('tells that it is about to send, and only then', async () => {
    const before = vi.fn(() => Promise.resolve());
    const scopes: string[] = [];
    const { helix, sent } = stage(() => listed([]), { token: () => Promise.resolve({ ...token, scopes }) });
    await expect(helix.call(banUser, ban, { beforeSending: before })).rejects.toBeDefined();
    expect(before).not.toHaveBeenCalled();
    scopes.push('moderator:manage:banned_users');
    before.mockImplementation(() => Promise.reject(new Error('full')));
    await expect(helix.call(banUser, ban, { beforeSending: before })).rejects.toBeDefined();
    expect(sent).toEqual([]);
  });

  it('asks for the scope that one field needs, only when it is used', async () => {
    const scopes = ['user:write:chat'];
    const message = listed([{ message_id: 'm', is_sent: true }]);
    const { helix } = stage(() => message, { token: () => Promise.resolve({ ...token, scopes }) });
    const line = { broadcaster_id: '1', message: 'hi' };
    await expect(helix.call(sendChatMessage, { ...line, pin: true })).rejects.toMatchObject(
      failing({ code: 'missing-scope', scopes: ['moderator:manage:chat_messages'] }),
    );
    await expect(helix.call(sendChatMessage, line)).resolves.toMatchObject({ data: [{ is_sent: true }] });
  });

  it('lets a call through that answers with less where its scope is missing', async () => {
    const { helix } = stage(() => listed([], { total: 12 }), {
      token: () => Promise.resolve({ ...token, scopes: [] }),
    });
    await expect(helix.call(getChannelFollowers, { broadcaster_id: '1' })).resolves.toMatchObject({
      total: 12,
    });
  });

  it('says which kind of token is needed', async () => {
    const app = { ...token, kind: 'app' as const, userId: '' };
    const { helix } = stage(() => listed([]), { token: () => Promise.resolve(app) });
    await expect(helix.call(getFollowedChannels, {})).rejects.toMatchObject(
      failing({ code: 'wrong-token-kind', needs: 'user' }),
    );
  });

  it('fills in the user whose token it is, and refuses to act as somebody else', async () => {
    const { helix, sent } = quiet();
    await helix.call(deleteChatMessages, { broadcaster_id: '1', message_id: 'm' });
    expect(sent[0]?.url).toBe(
      'https://api.twitch.tv/helix/moderation/chat?broadcaster_id=1&moderator_id=7&message_id=m',
    );
    await expect(
      helix.call(unbanUser, { broadcaster_id: '1', moderator_id: '8', user_id: '2' }),
    ).rejects.toMatchObject(failing({ code: 'bad-input', field: 'moderator_id', limit: 'own-id' }));
  });

  it('keeps what only an app may send from a user’s token', async () => {
    const { helix, sent } = quiet();
    const message = { broadcaster_id: '1', message: 'hi', for_source_only: true };
    await expect(helix.call(sendChatAnnouncement, message)).rejects.toMatchObject(
      failing({ code: 'bad-input', field: 'for_source_only', limit: 'token:app' }),
    );
    expect(sent).toEqual([]);
  });

  it('does not try without a network', async () => {
    const { helix, sent } = stage(() => listed([]), { online: () => false });
    await expect(helix.call(banUser, ban)).rejects.toMatchObject(failing({ code: 'offline' }));
    expect(sent).toEqual([]);
  });

  it('needs no token for what is public', async () => {
    const { helix, sent } = stage(
      () => new Response('BEGIN:VCALENDAR', { headers: { 'content-type': 'text/calendar' } }),
      {
        token: () => Promise.reject(new Error('nobody should ask')),
      },
    );
    await expect(helix.call(getChannelIcalendar, { broadcaster_id: '1' })).resolves.toBe('BEGIN:VCALENDAR');
    expect(sent[0]?.headers).not.toHaveProperty('Authorization');
  });
});

describe('answers', () => {
  it('names the field in which a read has changed', async () => {
    const { helix, failures } = stage(() => listed([aUser('1'), { ...aUser('2'), login: 5 }]));
    await expect(helix.call(getUsers, { id: ['1', '2'] })).rejects.toMatchObject(
      failing({ code: 'upstream-changed', path: 'data[1].login' }),
    );
    expect(failures).toEqual(['get-users upstream-changed']);
  });

  it('calls a write done that was answered, and only tells the log that its answer has changed', async () => {
    const { helix, failures } = stage(() => Response.json({ ok: 1 }));
    await expect(helix.call(banUser, ban)).resolves.toBeUndefined();
    expect(failures).toEqual(['ban-user upstream-changed']);
  });

  it('takes 204 for what has no answer', async () => {
    const { helix } = stage(() => new Response(null, { status: 204 }));
    await expect(helix.call(unbanUser, { broadcaster_id: '1', user_id: '2' })).resolves.toBeUndefined();
  });

  it('lets values and fields through that nobody knows yet', async () => {
    const user = { ...aUser('1'), broadcaster_type: 'superstar', shoe_size: 44 };
    const { helix } = stage(() => listed([user]));
    await expect(helix.call(getUsers, {})).resolves.toEqual({ data: [user] });
  });

  it.each([
    [
      400,
      'The user is already banned.',
      { code: 'platform-refused', status: 400, message: 'The user is already banned.' },
    ],
    [403, 'no', { code: 'platform-refused', status: 403, message: 'no' }],
    [410, 'gone', { code: 'retired' }],
    [
      401,
      'Missing scope: moderator:manage:banned_users',
      { code: 'missing-scope', scopes: ['moderator:manage:banned_users'] },
    ],
    [
      401,
      'The ID in moderator_id must match the user ID found in the request’s OAuth token.',
      {
        code: 'platform-refused',
        status: 401,
        message: 'The ID in moderator_id must match the user ID found in the request’s OAuth token.',
      },
    ],
  ] as const)('passes on %i with Twitch’s words: %s', async (status, message, failure) => {
    const { helix, sent } = stage(() => refused(status, message));
    await expect(helix.call(banUser, ban)).rejects.toMatchObject(failing(failure as Failure));
    expect(sent).toHaveLength(1);
  });

  it('knows the thing that is there already', async () => {
    const body = { error: 'Conflict', status: 409, message: 'subscription already exists', id: 'old' };
    const { helix } = stage(() => Response.json(body, { status: 409 }));
    await expect(helix.call(getEventsubSubscriptions, {})).rejects.toMatchObject({
      failure: { code: 'platform-refused', status: 409, existingId: 'old' },
    });
  });

  it('says that an endpoint is switched off', async () => {
    const { helix } = stage(() => refused(410, 'This API is not available.'));
    await expect(helix.call(getStreamTags, { broadcaster_id: '1' })).rejects.toMatchObject(
      failing({ code: 'retired' }),
    );
  });
});

describe('401', () => {
  it('renews the token once, for all who were refused with it, and tries again', async () => {
    let renewals = 0;
    const { helix, sent } = stage(
      ({ headers, url }) =>
        headers['Authorization'] === 'Bearer first'
          ? refused(401, 'Invalid OAuth token')
          : listed([aUser(url.slice(-1))]),
      {
        renew: async (old) => {
          renewals++;
          await Promise.resolve();
          return { ...old, accessToken: 'second' };
        },
      },
    );
    const answers = await Promise.all([
      helix.call(getUsers, { id: ['1'] }),
      helix.call(getUsers, { id: ['2'] }),
    ]);
    expect(answers.map(({ data }) => data[0]?.id)).toEqual(['1', '2']);
    expect(renewals).toBe(1);
    expect(sent).toHaveLength(4);
  });

  it('gives up after one renewal', async () => {
    const { helix, sent } = stage(() => refused(401, 'Invalid OAuth token'), {
      renew: (old) => Promise.resolve({ ...old, accessToken: 'second' }),
    });
    await expect(helix.call(getUsers, {})).rejects.toMatchObject(failing({ code: 'login-expired' }));
    expect(sent).toHaveLength(2);
  });

  it('gives up where there is no new token', async () => {
    const { helix, sent } = stage(() => refused(401, 'Invalid OAuth token'));
    await expect(helix.call(getUsers, {})).rejects.toMatchObject(failing({ code: 'login-expired' }));
    expect(sent).toHaveLength(1);
  });
});

describe('faults on the way', () => {
  it('sends a read again, with growing pauses', async () => {
    const { helix, sent, slept } = stage((_, number) =>
      number === 1 ? new TypeError('no network') : number === 2 ? refused(503, '') : listed([]),
    );
    await expect(helix.call(getUsers, {})).resolves.toEqual({ data: [] });
    expect(sent).toHaveLength(3);
    expect(slept).toEqual([300, 600]);
  });

  it.each<[code: string, line: () => Line]>([
    ['offline', () => new TypeError('no network')],
    ['platform-down', () => refused(500, '')],
    ['timeout', () => 'silence'],
  ])('gives a read up after three tries: %s', async (code, line) => {
    const { helix, sent } = stage(line, { timeoutMs: 1 });
    await expect(helix.call(getUsers, {})).rejects.toMatchObject({ failure: { code } });
    expect(sent).toHaveLength(3);
  });

  it.each<[what: string, line: () => Line]>([
    ['no network', () => new TypeError('no network')],
    ['no answer', () => 'silence'],
    ['500', () => refused(500, '')],
  ])('never sends a write again: %s', async (_, line) => {
    const { helix, sent } = stage(line, { timeoutMs: 1 });
    const message = { broadcaster_id: '1', message: 'hi' };
    await expect(helix.call(sendChatMessage, message)).rejects.toMatchObject(
      failing({ code: 'outcome-unknown' }),
    );
    expect(sent).toHaveLength(1);
  });

  it('looks whether a poll was made whose answer was lost', async () => {
    const poll = aPoll('What now?', startMs);
    const { helix, sent } = stage(({ method }) =>
      method === 'POST' ? new TypeError('lost') : listed([poll]),
    );
    const wish = { title: 'What now?', choices: [{ title: 'a' }, { title: 'b' }], duration: 60 };
    await expect(helix.call(createPoll, wish)).resolves.toEqual({ data: [poll] });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('says that a poll was not made, after a look', async () => {
    const poll = aPoll('What now?', startMs - 3_600_000);
    const { helix } = stage(({ method }) => (method === 'POST' ? new TypeError('lost') : listed([poll])));
    const wish = { title: 'What now?', choices: [{ title: 'a' }, { title: 'b' }], duration: 60 };
    await expect(helix.call(createPoll, wish)).rejects.toMatchObject(failing({ code: 'offline' }));
  });

  it('says that it does not know where the look fails too', async () => {
    const { helix } = stage(() => new TypeError('lost'));
    await expect(helix.call(modifyChannelInformation, { title: 'x' })).rejects.toMatchObject(
      failing({ code: 'outcome-unknown' }),
    );
  });

  it('tries again where somebody else was changing the same thing', async () => {
    const { helix, sent } = stage((_, number) =>
      number === 1 ? refused(409, 'state is being updated') : listed([aBan()]),
    );
    await expect(helix.call(banUser, ban)).resolves.toEqual({ data: [aBan()] });
    expect(sent).toHaveLength(2);
  });

  it('stops when the caller gives up', async () => {
    const { helix, failures } = stage(() => 'silence');
    const ending = new AbortController();
    const call = helix.call(getUsers, {}, { signal: ending.signal });
    await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await expect(call).rejects.toMatchObject(failing({ code: 'aborted' }));
    expect(failures).toEqual(['get-users aborted']);
    await expect(helix.call(getUsers, {}, { signal: ending.signal })).rejects.toMatchObject(
      failing({ code: 'aborted' }),
    );
  });
});

describe('equal reads at the same time', () => {
  it('are one request', async () => {
    const { helix, sent } = stage(() => listed([aUser('1')]));
    const [one, other] = await Promise.all([
      helix.call(getUsers, { id: ['1'] }),
      helix.call(getUsers, { id: ['1'] }),
    ]);
    expect(one).toEqual(other);
    expect(sent).toHaveLength(1);
    await helix.call(getUsers, { id: ['1'] });
    expect(sent).toHaveLength(2);
  });

  it('go on for the one when the other gives up, and stop when both have', async () => {
    const answers: (() => void)[] = [];
    let aborted = 0;
    const { helix } = stage(() => listed([]), {
      fetch: (_, init) => {
        init.signal?.addEventListener('abort', () => aborted++);
        return new Promise((resolve) => answers.push(() => resolve(listed([]))));
      },
    });
    const leaving = new AbortController();
    const one = helix.call(getUsers, {}, { signal: leaving.signal });
    const other = helix.call(getUsers, {});
    await expect.poll(() => answers).toHaveLength(1);
    leaving.abort();
    await expect(one).rejects.toMatchObject(failing({ code: 'aborted' }));
    expect(aborted).toBe(0);
    answers[0]?.();
    await expect(other).resolves.toEqual({ data: [] });

    const last = new AbortController();
    const alone = helix.call(getUsers, {}, { signal: last.signal });
    await expect.poll(() => answers).toHaveLength(2);
    last.abort();
    await expect(alone).rejects.toMatchObject(failing({ code: 'aborted' }));
    expect(aborted).toBe(1);
  });
});

describe('a custom request', () => {
  it('goes through the same gate', async () => {
    const { helix, sent } = stage(() => listed([], {}, bucket(700, 30)));
    const answer = await helix.custom({
      method: 'GET',
      path: '/new/thing',
      query: { id: ['1', '2 3'], a: 'ü+&' },
    });
    expect(answer).toEqual({ status: 200, body: { data: [] } });
    expect(sent[0]?.url).toBe('https://api.twitch.tv/helix/new/thing?id=1&id=2%203&a=%C3%BC%2B%26');
    await expect(helix.points()).resolves.toMatchObject({ remaining: 700 });
  });

  it.each(['users', '/../oauth2', '/users?x=1', '//evil.example', '/users#x', '/a/../../x'])(
    'stays below the API: %s',
    async (path) => {
      const { helix, sent } = stage(() => listed([]));
      const asked = helix.custom({ method: 'GET', path });
      if (path === '//evil.example') await asked;
      else await expect(asked).rejects.toMatchObject({ failure: { code: 'bad-input', field: 'path' } });
      for (const { url } of sent) expect(url).toMatch(/^https:\/\/api\.twitch\.tv\/helix\//);
    },
  );

  it('is not sent again when it changes something', async () => {
    const { helix, sent } = stage(() => new TypeError('lost'));
    await expect(helix.custom({ method: 'POST', path: '/x', body: {} })).rejects.toMatchObject(
      failing({ code: 'outcome-unknown' }),
    );
    expect(sent).toHaveLength(1);
  });
});

function aPoll(title: string, ms: number): object {
  return {
    id: 'p',
    broadcaster_id: '7',
    broadcaster_login: 'login7',
    broadcaster_name: 'Name7',
    title,
    choices: [],
    bits_voting_enabled: false,
    bits_per_vote: 0,
    channel_points_voting_enabled: false,
    channel_points_per_vote: 0,
    status: 'ACTIVE',
    duration: 60,
    started_at: new Date(ms).toISOString(),
    ended_at: null,
  };
}
