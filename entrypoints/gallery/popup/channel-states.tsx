/** The tab "Channel" in the states in which it can be. */
import type { VNode } from 'preact';

import { ChannelPanel, type ChannelPanelProps } from '../../../components/popup/channel/ChannelPanel.tsx';
import type { Poll } from '../../../lib/channel/poll.ts';
import type { Prediction } from '../../../lib/channel/prediction.ts';
import { emptyPoll, emptyPrediction, type Round, type RoundDraft } from '../../../lib/channel/round.ts';
import type { RoundDeskState } from '../../../lib/channel/round-desk.ts';
import type { QueueState } from '../../../lib/channel/queue-desk.ts';
import type { ToolsState } from '../../../lib/channel/tools-desk.ts';
import type { Failure } from '../../../lib/failure.ts';
import { defaultSettings } from '../../../lib/store/settings-table.ts';
import { now } from '../samples.ts';
import { idle } from './idle.ts';
import { somebody } from './samples.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Desk<R extends Round> = RoundDeskState<R, never>;
type Some = Pick<ChannelPanelProps, 'polls' | 'predictions' | 'tools' | 'chzzk'> &
  Partial<Pick<ChannelPanelProps, 'queue'>>;

const desk = <R extends Round>(empty: RoundDraft, change: Partial<Desk<R>>, ...rounds: R[]): Desk<R> => ({
  known: { accountId: 'twitch:1', eligible: true, rounds, readAt: now - 2_000 },
  draft: empty,
  checked: false,
  presets: [],
  reading: false,
  working: undefined,
  failed: undefined,
  ...change,
});
const polls = (change: Partial<Desk<Poll>>, ...rounds: Poll[]): Desk<Poll> =>
  desk(emptyPoll, change, ...rounds);
const predictions = (change: Partial<Desk<Prediction>>, ...rounds: Prediction[]): Desk<Prediction> =>
  desk(emptyPrediction, change, ...rounds);

const poll: Poll = {
  id: 'poll-1',
  title: 'Which stage next? 다음은 어디로 갈까요?',
  startedAt: now - 50_000,
  over: false,
  choices: [
    { id: '1', title: 'The lighthouse', votes: 412, pointsVotes: 30 },
    { id: '2', title: '한밤의 시장', votes: 398, pointsVotes: 0 },
    { id: '3', title: 'Back to the very start 🎭', votes: 0, pointsVotes: 0 },
  ],
  seconds: 120,
  pointsPerVote: 500,
  shown: true,
};
const pollOver: Poll = { ...poll, over: true, startedAt: now - 4 * minute, endedAt: now - 2 * minute };
const pollPast: Poll = {
  ...pollOver,
  id: 'poll-0',
  startedAt: now - 2 * day,
  endedAt: now - 2 * day + 120_000,
};

const prediction: Prediction = {
  id: 'prediction-1',
  title: 'Do we beat the clock tower tonight?',
  startedAt: now - 40_000,
  over: false,
  outcomes: [
    {
      id: '1',
      title: 'Yes, of course',
      users: 61,
      points: 48_200,
      top: [
        { name: 'TheLongestNameThatAnyoneCouldEverHave', staked: 20_000, won: 0 },
        { name: '조용한무대', staked: 9_500, won: 0 },
      ],
    },
    { id: '2', title: '아니요', users: 12, points: 7_400, top: [] },
  ],
  seconds: 300,
  state: 'open',
};
const locked: Prediction = {
  ...prediction,
  state: 'locked',
  startedAt: now - hour,
  lockedAt: now - 55 * minute,
};
const resolved: Prediction = {
  ...locked,
  state: 'resolved',
  over: true,
  winnerId: '2',
  endedAt: now - 5 * minute,
};

const failed = (failure: Failure): Partial<Desk<never>> => ({
  known: undefined,
  failed: { failure, work: undefined },
});

const draft: RoundDraft = { title: 'Dinner?', choices: ['Soup', 'Kimbap'], seconds: 90 };

/** Moderating in somebody's channel. */
const tools: ToolsState = {
  channel: 'knightfork',
  view: {
    id: '71',
    login: 'knightfork',
    name: 'KnightFork',
    role: 'moderator',
    followedAt: now - 400 * day,
    modes: { slow: 30, followers: null, subscribers: false, emotes: false, unique: true },
    shield: false,
  },
  failure: undefined,
  working: undefined,
  outcome: undefined,
};

/** Three wait to be unbanned there. */
const queue: QueueState = {
  place: { platform: 'twitch', channel: 'knightfork' },
  count: { count: 3, more: false, at: now - 40_000 },
  failure: undefined,
  asking: false,
};

const quiet: Some = { polls: polls({}), predictions: predictions({}), tools: undefined, chzzk: undefined };

/** Each state by its name. */
export const channelStates = {
  'channel-quiet': quiet,
  'poll-running': { ...quiet, polls: polls({}, poll) },
  'poll-over': {
    ...quiet,
    polls: polls({ draft: { ...emptyPoll, ...draft }, presets: [draft] }, pollOver, pollPast),
  },
  'prediction-running': { ...quiet, polls: polls({}, poll), predictions: predictions({}, prediction) },
  'prediction-locked': { ...quiet, polls: polls({}, poll), predictions: predictions({}, locked) },
  'prediction-resolved': { ...quiet, polls: polls({}, poll), predictions: predictions({}, resolved) },
  'not-affiliate': {
    ...quiet,
    polls: polls({ known: { accountId: 'twitch:1', eligible: false, rounds: [], readAt: now } }),
    predictions: predictions({ known: { accountId: 'twitch:1', eligible: false, rounds: [], readAt: now } }),
  },
  'rounds-scope': {
    ...quiet,
    polls: polls(failed({ code: 'missing-scope', scopes: ['channel:manage:polls'] })),
    predictions: predictions(failed({ code: 'missing-scope', scopes: ['channel:manage:predictions'] })),
  },
  'tab-moderated': { ...quiet, tools, queue },
  'tab-queue-scope': {
    ...quiet,
    tools,
    queue: {
      ...queue,
      count: undefined,
      failure: { code: 'missing-scope', scopes: ['moderator:read:unban_requests'] },
    },
  },
  'tab-watched': {
    ...quiet,
    tools: { ...tools, view: tools.view && { ...tools.view, role: 'none' } },
  },
  'tab-marked': {
    ...quiet,
    queue: { ...queue, count: { count: 0, more: false, at: now - 40_000 } },
    tools: {
      ...tools,
      view: tools.view && { ...tools.view, role: 'broadcaster', shield: true },
      outcome: { kind: 'done', wish: { tool: 'mark', description: '' }, detail: { seconds: 4_210 } },
    },
  },
  'tab-shield-scope': {
    ...quiet,
    tools: {
      ...tools,
      outcome: {
        kind: 'failed',
        wish: { tool: 'shield', on: true },
        failure: { code: 'missing-scope', scopes: ['moderator:manage:shield_mode'] },
      },
    },
  },
} as const satisfies Readonly<Record<string, Some>>;

/** The tab's panel in one of them. */
export function Channel({ state }: { state: Some }): VNode {
  return (
    <ChannelPanel
      queue={undefined}
      {...state}
      expected="moderator"
      also={[]}
      signedIn={somebody}
      settings={defaultSettings}
      now={now}
      toolActions={idle}
      queueActions={idle}
      pollActions={idle}
      predictionActions={idle}
    />
  );
}
