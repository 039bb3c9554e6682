import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../lib/failure.ts';
import type { Endpoint } from '../../lib/twitch/helix/endpoint.ts';
import { updateAutomodSettings } from '../../lib/twitch/helix/endpoints/automod.ts';
import { createCustomRewards } from '../../lib/twitch/helix/endpoints/channel-points.ts';
import { modifyChannelInformation } from '../../lib/twitch/helix/endpoints/channels.ts';
import {
  sendAShoutout,
  sendChatAnnouncement,
  updateChatSettings,
  updateUserChatColor,
} from '../../lib/twitch/helix/endpoints/chat.ts';
import { createClip, createClipFromVod, getClips } from '../../lib/twitch/helix/endpoints/clips.ts';
import { sendExtensionPubsubMessage } from '../../lib/twitch/helix/endpoints/extensions.ts';
import { getGames } from '../../lib/twitch/helix/endpoints/games.ts';
import { addBlockedTerm } from '../../lib/twitch/helix/endpoints/automod.ts';
import { getGameAnalytics } from '../../lib/twitch/helix/endpoints/analytics.ts';
import { banUser } from '../../lib/twitch/helix/endpoints/moderation.ts';
import { createPoll } from '../../lib/twitch/helix/endpoints/polls.ts';
import { endPrediction } from '../../lib/twitch/helix/endpoints/predictions.ts';
import {
  createChannelStreamScheduleSegment,
  updateChannelStreamSchedule,
} from '../../lib/twitch/helix/endpoints/schedule.ts';
import { searchCategories } from '../../lib/twitch/helix/endpoints/search.ts';
import { getStreams } from '../../lib/twitch/helix/endpoints/streams.ts';
import { getUsers, updateUser } from '../../lib/twitch/helix/endpoints/users.ts';
import { getVideos } from '../../lib/twitch/helix/endpoints/videos.ts';
import { buildRequest, toRequest } from '../../lib/twitch/helix/request.ts';

const b = { broadcaster_id: '1' };
const mod = { broadcaster_id: '1', moderator_id: '7' };
const ban = (data: object): object => ({ ...mod, data: { user_id: '2', ...data } });
const poll = (more: object): object => ({
  ...b,
  title: 't',
  choices: [{ title: 'a' }, { title: 'b' }],
  duration: 60,
  ...more,
});
const vacation = { is_vacation_enabled: true, timezone: 'Asia/Seoul' };
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));

describe('toRequest', () => {
  it('puts each field where it belongs', () => {
    expect(toRequest(banUser, { ...mod, data: { user_id: '2', duration: 600, reason: 'ü' } })).toEqual({
      method: 'POST',
      url: 'https://api.twitch.tv/helix/moderation/bans?broadcaster_id=1&moderator_id=7',
      body: '{"data":{"user_id":"2","duration":600,"reason":"ü"}}',
    });
  });

  it('repeats the key of a list, and leaves out what is undefined', () => {
    expect(toRequest(getStreams, { user_id: ['1', '2'], game_id: undefined, first: 5 })).toEqual({
      method: 'GET',
      url: 'https://api.twitch.tv/helix/streams?user_id=1&user_id=2&first=5',
    });
  });

  it('writes dates in RFC 3339', () => {
    const { url } = toRequest(getClips, {
      ...b,
      started_at: new Date(0),
      ended_at: '1970-01-02T00:00:00+09:00',
    });
    expect(new URL(url).searchParams.get('started_at')).toBe('1970-01-01T00:00:00.000Z');
    expect(url).toContain('ended_at=1970-01-02T00%3A00%3A00%2B09%3A00');
    const segment = { ...b, start_time: new Date(0), timezone: 'UTC', duration: '60' };
    expect(toRequest(createChannelStreamScheduleSegment, segment).body).toContain(
      '"1970-01-01T00:00:00.000Z"',
    );
  });

  it('sends an empty text where that means something', () => {
    expect(toRequest(updateUser, { description: '' }).url).toBe(
      'https://api.twitch.tv/helix/users?description=',
    );
    expect(toRequest(modifyChannelInformation, { ...b, game_id: '' }).body).toBe('{"game_id":""}');
  });

  it('says what it was given that it does not know', () => {
    expect(refusal(getUsers, { ids: ['1'] })).toBe('ids unknown');
    expect(refusal(banUser, ban({ minutes: 1 }))).toBe('data.minutes unknown');
  });
});

describe('limits', () => {
  it.each<[why: string, Endpoint, input: object, said: string | undefined]>([
    ['a required field', banUser, mod, 'data required'],
    ['a required field inside', banUser, { ...mod, data: {} }, 'data.user_id required'],
    ['an empty id', banUser, { ...ban({}), broadcaster_id: '' }, 'broadcaster_id required'],
    ['a number as text', banUser, ban({ duration: '60' }), 'data.duration type:integer'],
    ['a broken number', banUser, ban({ duration: 1.5 }), 'data.duration type:integer'],
    ['no number', banUser, ban({ duration: NaN }), 'data.duration finite'],
    ['a short time-out', banUser, ban({ duration: 0 }), 'data.duration min:1'],
    ['a long time-out', banUser, ban({ duration: 1_209_601 }), 'data.duration max:1209600'],
    ['the longest time-out', banUser, ban({ duration: 1_209_600 }), undefined],
    ['500 code points in 1,000 units', banUser, ban({ reason: '😀'.repeat(500) }), undefined],
    ['501 code points', banUser, ban({ reason: '😀'.repeat(501) }), 'data.reason max-length:500'],
    ['half a character', banUser, ban({ reason: 'a\ud83d' }), 'data.reason well-formed'],
    ['null', banUser, ban({ reason: null }), 'data.reason type:string'],
    ['too few choices', createPoll, poll({ choices: [{ title: 'a' }] }), 'choices min-items:2'],
    [
      'too many choices',
      createPoll,
      poll({ choices: many(6).map((title) => ({ title })) }),
      'choices max-items:5',
    ],
    [
      'a long choice',
      createPoll,
      poll({ choices: [{ title: 'a' }, { title: 'b'.repeat(26) }] }),
      'choices[1].title max-length:25',
    ],
    [
      'a price without its switch',
      createPoll,
      poll({ channel_points_per_vote: 5 }),
      'channel_points_per_vote needs:channel_points_voting_enabled=true',
    ],
    [
      'a price with its switch',
      createPoll,
      poll({ channel_points_per_vote: 5, channel_points_voting_enabled: true }),
      undefined,
    ],
    ['a colour that is none', updateUserChatColor, { user_id: '7', color: 'mauve' }, 'color choices:'],
    ['a colour by number', updateUserChatColor, { user_id: '7', color: '#9146FF' }, undefined],
    [
      'an announcement’s colour',
      sendChatAnnouncement,
      { ...mod, message: 'x', color: 'red' },
      'color choices:',
    ],
    ['nothing to change', modifyChannelInformation, b, 'game_id some-of:'],
    ['an empty title', modifyChannelInformation, { ...b, title: '' }, 'title min-length:1'],
    ['a tag with a space', modifyChannelInformation, { ...b, tags: ['a b'] }, 'tags[0] format:tag'],
    ['a tag in Korean', modifyChannelInformation, { ...b, tags: ['한국어'] }, undefined],
    [
      'an unknown label',
      modifyChannelInformation,
      { ...b, content_classification_labels: [{ id: 'MatureGame', is_enabled: true }] },
      'content_classification_labels[0].id choices:',
    ],
    [
      'slow mode without its switch',
      updateChatSettings,
      { ...mod, slow_mode_wait_time: 30 },
      'slow_mode_wait_time needs:slow_mode=true',
    ],
    [
      'slow mode switched off with a time',
      updateChatSettings,
      { ...mod, slow_mode: false, slow_mode_wait_time: 30 },
      'slow_mode_wait_time needs:slow_mode=true',
    ],
    [
      'a delay that is not offered',
      updateChatSettings,
      { ...mod, non_moderator_chat_delay: true, non_moderator_chat_delay_duration: 3 },
      'non_moderator_chat_delay_duration choices:2|4|6',
    ],
    [
      'a switch without its number',
      createCustomRewards,
      { ...b, title: 't', cost: 1, is_max_per_stream_enabled: true },
      'max_per_stream required-with:is_max_per_stream_enabled=true',
    ],
    [
      'two levels at once',
      updateAutomodSettings,
      { ...mod, overall_level: 1, bullying: 2 },
      'bullying one-of:',
    ],
    ['no level', updateAutomodSettings, mod, 'overall_level one-of:'],
    [
      'a shoutout for oneself',
      sendAShoutout,
      { from_broadcaster_id: '1', to_broadcaster_id: '1', moderator_id: '7' },
      'to_broadcaster_id differs-from:from_broadcaster_id',
    ],
    ['clips of a channel and a game', getClips, { ...b, game_id: '2' }, 'game_id one-of:'],
    ['clips of nothing', getClips, {}, 'broadcaster_id one-of:'],
    [
      'dates the wrong way round',
      getClips,
      { ...b, started_at: '2026-01-02T00:00:00Z', ended_at: '2026-01-01T00:00:00Z' },
      'ended_at not-before:started_at',
    ],
    ['a date that is none', getClips, { ...b, started_at: '2026-01-02' }, 'started_at type:date'],
    ['half a pair of dates', getGameAnalytics, { started_at: '2026-01-02T00:00:00Z' }, 'ended_at together:'],
    ['a clip of an odd length', createClip, { ...b, duration: 30.05 }, 'duration step:0.1'],
    ['a clip of 30.1 s', createClip, { ...b, duration: 30.1 }, undefined],
    [
      'a clip that begins before the video',
      createClipFromVod,
      { editor_id: '7', ...b, vod_id: '5', vod_offset: 29, title: 't' },
      'vod_offset at-least:duration',
    ],
    [
      '101 users in two lists',
      getUsers,
      { id: many(60), login: many(41) },
      'login max-items:100 in id+login',
    ],
    ['101 games', getGames, { id: many(101) }, 'id max-items:100'],
    ['no games', getGames, {}, 'id some-of:'],
    [
      'a result without its outcome',
      endPrediction,
      { ...b, id: 'p', status: 'RESOLVED' },
      'winning_outcome_id required-with:status=RESOLVED',
    ],
    ['a cancelled prediction', endPrediction, { ...b, id: 'p', status: 'CANCELED' }, undefined],
    ['a term with a star inside', addBlockedTerm, { ...mod, text: 'fo*o bar' }, 'text format:blocked-term'],
    ['a term with stars around', addBlockedTerm, { ...mod, text: '*foo* bar*' }, undefined],
    [
      'a plan of 29 minutes',
      createChannelStreamScheduleSegment,
      { ...b, start_time: '2026-01-02T00:00:00Z', timezone: 'UTC', duration: '29' },
      'duration min:30',
    ],
    [
      'a plan of an hour in words',
      createChannelStreamScheduleSegment,
      { ...b, start_time: '2026-01-02T00:00:00Z', timezone: 'UTC', duration: 'one' },
      'duration format:digits',
    ],
    [
      'a vacation without an end',
      updateChannelStreamSchedule,
      { ...b, ...vacation, vacation_start_time: '2026-01-02T00:00:00Z' },
      'vacation_end_time required-with:',
    ],
    [
      'a vacation of no time',
      updateChannelStreamSchedule,
      {
        ...b,
        ...vacation,
        vacation_start_time: '2026-01-02T00:00:00Z',
        vacation_end_time: '2026-01-02T00:00:00Z',
      },
      'vacation_end_time after:vacation_start_time',
    ],
    ['videos by id, sorted', getVideos, { id: ['1'], sort: 'time' }, 'sort only-with:user_id|game_id'],
    ['two cursors', getStreams, { after: 'a', before: 'b' }, 'before not-with:after'],
    [
      'a message of 5 kB in few characters',
      sendExtensionPubsubMessage,
      { ...b, target: ['broadcast'], message: '한'.repeat(1_707) },
      'message max-bytes:5120',
    ],
    [
      'a message to one viewer',
      sendExtensionPubsubMessage,
      { ...b, target: ['whisper-5'], message: 'x' },
      undefined,
    ],
    [
      'a message to nobody in particular',
      sendExtensionPubsubMessage,
      { ...b, target: ['all'], message: 'x' },
      'target[0] choices:',
    ],
  ])('%s', (_, endpoint, input, said) => {
    if (said === undefined) expect(refusal(endpoint, input)).toBeUndefined();
    else expect(refusal(endpoint, input)).toContain(said);
  });
});

describe('any text', () => {
  const anyUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 })
    .map((units) => String.fromCharCode(...units));

  it('arrives as it was, or is refused because half a character is in it', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.string({ unit: 'binary', minLength: 1 })), (query) => {
        const said = refusal(searchCategories, { query });
        if (!query.isWellFormed()) return said === 'query well-formed';
        const { url } = toRequest(searchCategories, { query });
        return said === undefined && new URL(url).searchParams.get('query') === query && /^[!-~]+$/.test(url);
      }),
      { numRuns: 2_000 },
    );
  });

  it('arrives once for each item of a list, in order', () => {
    const item = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(fc.array(item, { maxLength: 100 }), (login) => {
        const { url } = toRequest(getUsers, { login });
        expect(new URL(url).searchParams.getAll('login')).toEqual(login);
      }),
    );
  });
});

/** What the refusal of `input` says, or undefined if it is not refused. */
function refusal(endpoint: Endpoint, input: object): string | undefined {
  try {
    buildRequest(endpoint, { ...input });
    return undefined;
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'bad-input') throw error;
    return `${error.failure.field} ${error.failure.limit}`;
  }
}
