import { expect, it } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { FailureError } from '../../lib/failure.ts';
import { createSession } from '../../lib/store/session.ts';
import { createRecordings, recordingsSchema } from '../../lib/twitch/recordings.ts';
import { aUser, listed, refused, stage } from './helix-script.ts';
import { memoryArea } from './store-memory-area.ts';

const account = (): Promise<Account> =>
  Promise.resolve({
    id: 'twitch:7',
    platform: 'twitch',
    userId: '7',
    login: 'me',
    name: 'Me',
    scopes: [],
    state: 'ok',
  });

const kept = () => createSession(memoryArea()).value('recordings', recordingsSchema);

const aVideo = {
  id: '123',
  stream_id: null,
  user_id: '12',
  user_login: 'mainstage',
  user_name: 'MainStage',
  title: '',
  description: '',
  created_at: '2026-11-01T00:00:00Z',
  published_at: '2026-11-01T00:00:00Z',
  url: '',
  thumbnail_url: '',
  viewable: 'public',
  view_count: 0,
  language: 'en',
  type: 'archive',
  duration: '1h',
  muted_segments: null,
};

const aClip = {
  id: 'Funny-Slug_1',
  url: '',
  embed_url: '',
  broadcaster_id: '12',
  broadcaster_name: '本舞台',
  creator_id: '9',
  creator_name: '',
  video_id: '',
  game_id: '',
  language: 'en',
  title: '',
  view_count: 0,
  created_at: '2026-11-01T00:00:00Z',
  thumbnail_url: '',
  duration: 30,
  vod_offset: null,
  is_featured: false,
};

it('asks Twitch once whose a video is, in this life of the background and the next', async () => {
  const { helix, sent } = stage(() => listed([aVideo], { pagination: {} }));
  const book = kept();
  const recording = { kind: 'video', id: '123' } as const;
  for (const life of [createRecordings({ helix, kept: book }), createRecordings({ helix, kept: book })])
    expect(await life.channelOf(recording, account)).toBe('mainstage');
  expect(sent.map(({ url }) => url)).toEqual(['https://api.twitch.tv/helix/videos?id=123']);
});

it('asks for the login of a clip’s channel, which Twitch names only as it is written', async () => {
  const { helix, sent } = stage(({ url }) =>
    url.includes('/clips?') ? listed([aClip], { pagination: {} }) : listed([aUser('12')]),
  );
  const recordings = createRecordings({ helix, kept: kept() });
  expect(await recordings.channelOf({ kind: 'clip', id: 'Funny-Slug_1' }, account)).toBe('login12');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://api.twitch.tv/helix/clips?id=Funny-Slug_1',
    'https://api.twitch.tv/helix/users?id=12',
  ]);
});

it('knows nobody where Twitch knows no such recording, and keeps nothing of that', async () => {
  const answers = [listed([], { pagination: {} }), refused(404, 'not found')];
  const { helix } = stage(() => answers.shift() ?? listed([aClip], { pagination: {} }));
  const book = kept();
  const recordings = createRecordings({ helix, kept: book });
  expect(await recordings.channelOf({ kind: 'clip', id: 'Gone' }, account)).toBeUndefined();
  await expect(recordings.channelOf({ kind: 'video', id: '1' }, account)).rejects.toThrow(FailureError);
  expect(await book.get()).toBeUndefined();
});
