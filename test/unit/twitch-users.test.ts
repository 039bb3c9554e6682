import { expect, it } from 'vitest';

import { createSession } from '../../lib/store/session.ts';
import type { ModeratedChannels } from '../../lib/twitch/moderated-channels.ts';
import { twitchModeration } from '../../lib/twitch/moderation.ts';
import { createUserBook, usersSchema } from '../../lib/twitch/user-book.ts';
import { accountOf } from './accounts-platform.ts';
import { type SentRequest, stage } from './helix-script.ts';
import { memoryArea } from './store-memory-area.ts';

const ann = accountOf('ann', []);

/** A Twitch where everybody's id is their login backwards, and nobody is called `gone`. */
function twitch(area = memoryArea()) {
  const { helix, sent } = stage((request) => {
    const logins = new URL(request.url).searchParams.getAll('login').filter((login) => login !== 'gone');
    const data = logins.map((login) => ({
      id: Array.from(login).reverse().join(''),
      login,
      display_name: login,
    }));
    return Response.json({ data: data.map((user) => ({ ...user, ...rest })) });
  });
  const users = createUserBook(createSession(area).value('users', usersSchema));
  return { ...twitchModeration({ helix, users, channels: {} as ModeratedChannels }), users, sent, area };
}

const rest = {
  type: '',
  broadcaster_type: '',
  description: '',
  profile_image_url: '',
  offline_image_url: '',
  created_at: '2020-01-01T00:00:00Z',
};
const asked = (sent: readonly SentRequest[]): number[] =>
  sent.map(({ url }) => new URL(url).searchParams.getAll('login').length);

it('looks up each once, and knows them in a later life, too', async () => {
  const { user, sent, area } = twitch();
  expect(await user('bob', ann)).toEqual({ id: 'bob', login: 'bob', name: 'bob' });
  expect(await user('gone', ann)).toBeUndefined();
  const next = twitch(area);
  expect(await next.user('bob', ann)).toMatchObject({ id: 'bob' });
  expect([asked(sent), asked(next.sent)]).toEqual([[1, 1], []]);
});

it('looks up many together, 100 in a request, and only whom it does not know', async () => {
  const { user, meet, sent } = twitch();
  await user('ab', ann);
  const many = Array.from({ length: 250 }, (_, place) => `chatter${place}`);
  await meet(['ab', ...many, 'gone', ...many], ann);
  await meet(many, ann);
  expect(asked(sent)).toEqual([1, 100, 100, 51]);
  expect(await user('chatter249', ann)).toMatchObject({ id: '942rettahc' });
  expect(sent).toHaveLength(4);
});

it('takes nobody for known whose name only looks like a property', async () => {
  const { user } = twitch();
  expect(await user('constructor', ann)).toMatchObject({ id: 'rotcurtsnoc' });
});

it('forgets who came first', async () => {
  const { users } = twitch();
  const many = Array.from({ length: 501 }, (_, place) => `chatter${place}`);
  await users.write(many.map((login) => ({ id: '1', login, name: login })));
  expect([...(await users.read(['chatter0', 'chatter1', 'chatter500'])).keys()]).toEqual([
    'chatter1',
    'chatter500',
  ]);
});
