/**
 * What the Helix client costs over a bare `fetch`, beside ts-twitch-api and @twurple/api. Everything runs in one process against answers
 * that are ready in memory, in turns, so that what the machine does meanwhile hits all alike.
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { ApiClient } from '@twurple/api';
import type { AccessTokenWithUserId, AuthProvider } from '@twurple/auth';
import { TwitchApi } from 'ts-twitch-api';
import { build } from 'vite';
import { createHelix, type Helix } from '../../lib/twitch/helix/client.ts';
import { getFollowedChannels } from '../../lib/twitch/helix/endpoints/channels.ts';
import { banUser } from '../../lib/twitch/helix/endpoints/moderation.ts';
import { createPoll } from '../../lib/twitch/helix/endpoints/polls.ts';
import { getStreams } from '../../lib/twitch/helix/endpoints/streams.ts';
import { quantile, round } from './statistics.ts';

/** One line of the table. */
export interface BenchRow {
  readonly what: string;
  readonly unit: 'µs over bare fetch' | 'bytes, gzip' | 'requests';
  readonly ours: number;
  /** ts-twitch-api, which checks nothing. */
  readonly tsTwitchApi?: number;
  /** @twurple/api, with a token at hand. */
  readonly twurple?: number;
  /** The bar, where there is one. */
  readonly bar?: number;
}

const rounds = 2_000;
const callsARound = 5;

/** Measures, and gives the table. */
export async function benchHelix(): Promise<readonly BenchRow[]> {
  return [...(await callCosts()), await bundleSize(), await followRequests()];
}

const scopes = ['moderator:manage:banned_users', 'channel:manage:polls', 'user:read:follows'];

function client(fetch: (url: string, init: RequestInit) => Promise<Response>): Helix {
  return createHelix({
    fetch,
    token: () => Promise.resolve({ kind: 'user', accessToken: 't', clientId: 'c', userId: '7', scopes }),
    renew: () => Promise.resolve(undefined),
    bucketStore: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
  });
}

/** twurple's own provider for a fixed token asks Twitch about it at every call; this one does not. */
const tokenAtHand: AuthProvider = {
  clientId: 'c',
  getCurrentScopesForUser: () => scopes,
  getAccessTokenForUser: () => Promise.resolve(twurpleToken),
  getAnyAccessToken: () => Promise.resolve(twurpleToken),
};

const twurpleToken: AccessTokenWithUserId = {
  accessToken: 't',
  refreshToken: null,
  scope: scopes,
  expiresIn: null,
  obtainmentTimestamp: 0,
  userId: '7',
};

async function callCosts(): Promise<BenchRow[]> {
  const reset = String(Math.ceil(Date.now() / 1_000) + 60);
  const headers = { 'ratelimit-limit': '800', 'ratelimit-remaining': '700', 'ratelimit-reset': reset };
  let answer = '';
  const scripted = (): Promise<Response> => Promise.resolve(new Response(answer, { headers }));
  const real = globalThis.fetch;
  globalThis.fetch = scripted;
  try {
    const helix = client(scripted);
    const plain = new TwitchApi({ accessToken: 't', clientId: 'c' });
    const twurple = new ApiClient({ authProvider: tokenAtHand, logger: { minLevel: 'critical' } });
    const bare = async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`https://api.twitch.tv/helix${path}`, {
        method,
        headers: { Authorization: 'Bearer t', 'Client-Id': 'c', 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.json();
    };
    const user = { broadcaster_id: '1', moderator_id: '7' };
    const ban = { data: { user_id: '2', duration: 600, reason: 'spam' } };
    const poll = {
      broadcaster_id: '7',
      title: 'What shall we play?',
      choices: [{ title: 'Chess' }, { title: 'Go' }, { title: 'Baduk' }],
      duration: 120,
    };
    const cases = [
      {
        what: 'a page of 100 streams',
        answer: streamPage(),
        bare: () => bare('GET', '/streams?first=100'),
        ours: () => helix.call(getStreams, { first: 100 }),
        tsTwitchApi: () => plain.streams.getStreams({ first: 100 }),
        twurple: () => twurple.streams.getStreams({ limit: 100 }),
      },
      {
        what: 'a ban',
        answer: JSON.stringify({ data: [aBan()] }),
        bare: () => bare('POST', '/moderation/bans?broadcaster_id=1&moderator_id=7', ban),
        ours: () => helix.call(banUser, { ...user, ...ban }),
        tsTwitchApi: () => plain.moderation.banUser(user, ban),
        twurple: () => twurple.moderation.banUser('7', { user: '2', duration: 600, reason: 'spam' }),
      },
      {
        what: 'a poll',
        answer: JSON.stringify({ data: [aPoll()] }),
        bare: () => bare('POST', '/polls', poll),
        ours: () => helix.call(createPoll, poll),
        tsTwitchApi: () => plain.polls.createPoll(poll),
        twurple: () =>
          twurple.polls.createPoll('7', { ...poll, choices: poll.choices.map(({ title }) => title) }),
      },
    ];
    const rows: BenchRow[] = [];
    for (const one of cases) {
      answer = one.answer;
      const times = await overFirst([one.bare, one.ours, one.tsTwitchApi, one.twurple]);
      const [, ours = 0, tsTwitchApi = 0, twurple = 0] = times.map((time) => round(time, 1));
      rows.push({ what: one.what, unit: 'µs over bare fetch', ours, tsTwitchApi, twurple, bar: 20 });
    }
    return rows;
  } finally {
    globalThis.fetch = real;
  }
}

/**
 * µs a call of each over the first, called in turns, each turn beginning with another one. What else the machine does hits
 * all of a turn alike, so each is compared with the first one of its own turn, and only the quietest turns count.
 */
async function overFirst(calls: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const turns: number[][] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const times = calls.map(() => 0);
    for (let step = 0; step < calls.length; step++) {
      const at = (turn + step) % calls.length;
      const from = performance.now();
      for (let n = 0; n < callsARound; n++) await calls[at]?.();
      times[at] = ((performance.now() - from) * 1_000) / callsARound;
    }
    turns.push(times);
  }
  const total = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);
  // The first half warms up.
  const quiet = turns.slice(rounds / 2).sort((one, other) => total(one) - total(other));
  const counted = quiet.slice(0, quiet.length / 5);
  return calls.map((_, at) =>
    quantile(
      counted.map((times) => (times[at] ?? 0) - (times[0] ?? 0)),
      0.5,
    ),
  );
}

async function bundleSize(): Promise<BenchRow> {
  const lib = fileURLToPath(new URL('../../lib/twitch/helix/', import.meta.url));
  const ours = `
    export { createHelix } from '${lib}client.ts';
    export { getStreams } from '${lib}endpoints/streams.ts';
    export { banUser } from '${lib}endpoints/moderation.ts';
    export { createPoll } from '${lib}endpoints/polls.ts';`;
  const tsTwitchApi = `
    import { TwitchApi } from 'ts-twitch-api';
    const api = new TwitchApi({});
    export const calls = [api.streams.getStreams, api.moderation.banUser, api.polls.createPoll];`;
  const twurple = `
    import { ApiClient } from '@twurple/api';
    const api = new ApiClient({ authProvider: {} });
    export const calls = [api.streams.getStreams, api.moderation.banUser, api.polls.createPoll];`;
  return {
    what: 'a bundle that calls three endpoints',
    unit: 'bytes, gzip',
    ours: await gzipped(ours),
    tsTwitchApi: await gzipped(tsTwitchApi),
    twurple: await gzipped(twurple),
  };
}

async function gzipped(source: string): Promise<number> {
  const entry = 'virtual:entry';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId(name, importer) {
          if (name === entry) return entry;
          return importer === entry && !name.startsWith('/')
            ? fileURLToPath(import.meta.resolve(name))
            : null;
        },
        load: (name) => (name === entry ? source : null),
      },
    ],
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []));
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  return gzipSync(code, { level: 9 }).length;
}

async function followRequests(): Promise<BenchRow> {
  let requests = 0;
  const helix = client((url) => {
    requests++;
    const query = new URL(url).searchParams;
    const from = Number(query.get('after') ?? 0);
    const to = from + Number(query.get('first') ?? 20);
    const data = Array.from({ length: to - from }, (_, at) => aFollow(from + at));
    return Promise.resolve(
      Response.json({ data, total: 1_000, pagination: to < 1_000 ? { cursor: String(to) } : {} }),
    );
  });
  const follows = await Array.fromAsync(helix.pages(getFollowedChannels, {}));
  if (follows.length !== 1_000) throw new Error(`${follows.length} follows instead of 1,000`);
  return { what: '1,000 follows', unit: 'requests', ours: requests, bar: 10 };
}

function streamPage(): string {
  const data = Array.from({ length: 100 }, (_, at) => ({
    id: String(40_000_000_000 + at),
    user_id: String(100_000 + at),
    user_login: `streamer_${at}`,
    user_name: `Streamer_${at}`,
    game_id: '509658',
    game_name: 'Just Chatting',
    type: 'live',
    title: `Evening stream number ${at}: we talk, we play, we laugh`,
    viewer_count: 10_000 - at,
    started_at: '2026-11-20T18:00:00Z',
    language: 'en',
    thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/live_user_streamer_${at}-{width}x{height}.jpg`,
    tag_ids: [],
    tags: ['English', 'Chill', 'FirstTime'],
    is_mature: false,
  }));
  return JSON.stringify({ data, pagination: { cursor: 'eyJiIjp7IkN1cnNvciI6' } });
}

function aBan(): object {
  const created_at = '2026-11-20T20:00:00Z';
  return {
    broadcaster_id: '1',
    moderator_id: '7',
    user_id: '2',
    created_at,
    end_time: '2026-11-20T20:10:00Z',
  };
}

function aPoll(): object {
  const votes = { votes: 0, channel_points_votes: 0, bits_votes: 0 };
  return {
    id: 'ed961efd',
    broadcaster_id: '7',
    broadcaster_name: 'Seven',
    broadcaster_login: 'seven',
    title: 'What shall we play?',
    choices: ['Chess', 'Go', 'Baduk'].map((title) => ({ id: title, title, ...votes })),
    bits_voting_enabled: false,
    bits_per_vote: 0,
    channel_points_voting_enabled: false,
    channel_points_per_vote: 0,
    status: 'ACTIVE',
    duration: 120,
    started_at: '2026-11-20T20:00:00Z',
    ended_at: null,
  };
}

function aFollow(at: number): object {
  return {
    broadcaster_id: String(at),
    broadcaster_login: `login${at}`,
    broadcaster_name: `Name${at}`,
    followed_at: '2026-01-01T00:00:00Z',
  };
}
