import '../../components/Checkbox.css';
import '../../components/Choice.css';
import '../../components/ProgressBar.css';
import '../../components/popup/channel/Channel.css';

import { ChannelPanel } from '../../components/popup/channel/ChannelPanel.tsx';
import type { QueueActions } from '../../components/popup/channel/QueueLine.tsx';
import type { TabChannelActions } from '../../components/popup/channel/TabChannel.tsx';
import type { RoundRegionProps } from '../../components/popup/channel/RoundRegion.tsx';
import { SkeletonRows } from '../../components/Skeleton.tsx';
import { browser } from '../../lib/browser.ts';
import { pollEndsAt, type Poll, type PollEnding } from '../../lib/channel/poll.ts';
import { predictionEndsAt, type Prediction, type PredictionEnding } from '../../lib/channel/prediction.ts';
import { createRoundDesk, type RoundDesk, type RoundDeskState } from '../../lib/channel/round-desk.ts';
import {
  emptyPoll,
  emptyPrediction,
  pollLimits,
  predictionLimits,
  type Round,
} from '../../lib/channel/round.ts';
import { createQueueDesk, type QueueState } from '../../lib/channel/queue-desk.ts';
import type { QueuePlace } from '../../lib/channel/queues.ts';
import { createToolsDesk, type ToolsState } from '../../lib/channel/tools-desk.ts';
import type { ChannelView } from '../../lib/channel/tools.ts';
import type { FeatureName } from '../../lib/features.ts';
import { activeAccount, type PanelState } from '../../lib/live/panel.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { withChannelProfile } from '../../lib/moderation/profiles.ts';
import { createRoundBook } from '../../lib/store/round-book.ts';
import { text } from '../../lib/text.ts';
import { createChzzkSide } from './chzzk-side.ts';
import type { TabFace, TabParts } from './face.ts';

/** How often a running round is looked at, ms: votes come by the second, a locked one changes by our own hand. */
const every = { poll: 4_000, open: 4_000, locked: 30_000 };
const secondMs = 1_000;

/** The tab "Channel". */
export function createFace({ draw, signIn, openOptions, settings, set, closed }: TabParts): TabFace {
  const book = createRoundBook(browser.storage.local);
  const chzzk = createChzzkSide({ draw, settings, set, closed }, () => (
    <SkeletonRows count={8} label={text('tabOpening')} />
  ));
  let panel: PanelState | undefined;
  let polls: RoundDeskState<Poll, PollEnding> | undefined;
  let predictions: RoundDeskState<Prediction, PredictionEnding> | undefined;
  let tools: ToolsState | undefined;
  let queue: QueueState | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const shared = {
    accountId: () => {
      const account = activeAccount(panel?.signedIn);
      return account?.state === 'ok' ? account.id : undefined;
    },
    isOnline: () => navigator.onLine,
    now: Date.now,
  };
  const pollDesk = createRoundDesk<Poll, PollEnding>({
    ...shared,
    limits: pollLimits,
    empty: emptyPoll,
    store: book.polls,
    refresh: () => call('polls.refresh', {}),
    start: (draft, askedAt) => call('polls.start', { draft, askedAt }),
    end: (id, ending) => call('polls.end', { id, ending }),
    allow: () => call('accounts.allow', { id: crypto.randomUUID(), feature: 'polls' }),
    rhythm: (poll) => ({ changesAt: pollEndsAt(poll), everyMs: every.poll }),
    show: (state) => {
      polls = state;
      draw();
    },
  });
  const predictionDesk = createRoundDesk<Prediction, PredictionEnding>({
    ...shared,
    limits: predictionLimits,
    empty: emptyPrediction,
    store: book.predictions,
    refresh: () => call('predictions.refresh', {}),
    start: (draft, askedAt) => call('predictions.start', { draft, askedAt }),
    end: (id, ending) => call('predictions.end', { id, ending }),
    allow: () => call('accounts.allow', { id: crypto.randomUUID(), feature: 'predictions' }),
    rhythm: (prediction) => ({
      changesAt: predictionEndsAt(prediction),
      everyMs: prediction.state === 'locked' ? every.locked : every.open,
    }),
    show: (state) => {
      predictions = state;
      draw();
    },
  });

  /** What stands above the rounds, or that nothing does: they would be pushed down otherwise. */
  const isPlaceKnown = (): boolean =>
    panel !== undefined &&
    (panel.failure !== undefined || (panel.signedIn !== undefined && panel.isPlaceKnown));

  /** The account that acts in the tab's channel, if it is another than elsewhere. */
  const accountIn = (channel: string): string | undefined => panel?.signedIn?.channels[`twitch:${channel}`];
  const allow = (feature: FeatureName, channel: string): Promise<unknown> => {
    const accountId = accountIn(channel);
    return call('accounts.allow', {
      id: crypto.randomUUID(),
      feature,
      ...(accountId === undefined ? {} : { accountId }),
    });
  };
  const toolsDesk = createToolsDesk({
    view: (channel) => call('channel.view', { channel }),
    act: (id, channel, wish) => call('channel.act', { id, channel, wish }),
    clip: (id, channel) => call('channel.clip', { id, channel }),
    clipMade: async (channel, clipId) => (await call('channel.clipMade', { channel, clipId })).url,
    allow,
    newId: () => crypto.randomUUID(),
    isOnline: () => navigator.onLine,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    show: (state) => {
      const seen = tools?.view;
      tools = state;
      draw();
      // Of this channel or by this account for the first time; what was counted just now is not asked for again.
      if (state.view !== seen) void lookAtQueue(state.view);
    },
  });
  const queueDesk = createQueueDesk({
    read: (place, fresh) => call('channel.queue', { place, fresh }),
    allow: ({ channel }) => allow('requests', channel),
    isOnline: () => navigator.onLine,
    show: (state) => {
      queue = state;
      draw();
    },
  });
  const lookAtQueue = (view: ChannelView | undefined): Promise<void> => {
    const place: QueuePlace | undefined =
      view && view.role !== 'none' ? { platform: 'twitch', channel: view.login } : undefined;
    return queueDesk.look(place);
  };
  const queueActions: QueueActions = {
    refresh: () => void queueDesk.refresh(),
    allow: () => void queueDesk.allow(),
    open: () => queue && toolActions.open('mod-view', queue.place.channel),
  };
  const toolActions: TabChannelActions = {
    act: (wish) => void toolsDesk.act(wish),
    refresh: () => void toolsDesk.retry(),
    allow: () => void toolsDesk.allow(),
    dismiss: toolsDesk.dismiss,
    open: (what, login) => {
      const url = `https://www.twitch.tv${what === 'chat' ? `/popout/${login}/chat` : `/moderator/${login}`}`;
      void (what === 'chat'
        ? browser.windows.create({ url, type: 'popup', width: 400, height: 720 })
        : browser.tabs.create({ url }));
    },
    openUrl: (url) => {
      if (url.startsWith('https://')) void browser.tabs.create({ url });
    },
    useProfile: (login, profile) =>
      set('moderation.channelProfiles', withChannelProfile(settings(), login, profile)),
    signIn,
    openOptions,
  };

  follow('rounds', ({ what }) => void (what === 'polls' ? pollDesk : predictionDesk).changed(), closed);
  const stop = (): void => clearInterval(ticking);
  closed.addEventListener('abort', stop);
  void pollDesk.open();
  void predictionDesk.open();

  const actionsOf = <Ending,>(desk: RoundDesk<Ending>): RoundRegionProps<Round, Ending>['actions'] => ({
    type: desk.type,
    start: () => void desk.start(),
    end: (id, ending) => void desk.end(id, ending),
    keepPreset: () => void desk.keepPreset(),
    dropPreset: (preset) => void desk.dropPreset(preset),
    refresh: () => void desk.retry(),
    allow: () => void desk.allow(),
    signIn,
    openOptions,
  });
  const pollActions = actionsOf(pollDesk);
  const predictionActions = actionsOf(predictionDesk);

  return {
    draw: (now) =>
      polls &&
      predictions &&
      isPlaceKnown() &&
      chzzk.isKnown() && (
        <ChannelPanel
          chzzk={chzzk.side(panel?.chzzk !== undefined, now)}
          signedIn={panel?.signedIn}
          tools={tools}
          expected={panel?.role ?? 'moderator'}
          also={panel?.also ?? []}
          toolActions={toolActions}
          queue={queue}
          queueActions={queueActions}
          settings={settings()}
          polls={polls}
          predictions={predictions}
          now={now}
          pollActions={pollActions}
          predictionActions={predictionActions}
        />
      ),
    show(state) {
      const before = panel;
      const account = shared.accountId();
      panel = state;
      const here = state.channel === undefined ? undefined : accountIn(state.channel);
      const hereBefore =
        before?.channel === undefined ? undefined : before.signedIn?.channels[`twitch:${before.channel}`];
      const isSomebodyElse = shared.accountId() !== account;
      const isSomewhereElse = state.channel !== before?.channel || here !== hereBefore;
      if (shared.accountId() !== undefined && (isSomebodyElse || isSomewhereElse))
        void toolsDesk.look(state.channel);
      if (!isSomebodyElse) return;
      void pollDesk.accountChanged();
      void predictionDesk.accountChanged();
    },
    front(isInFront) {
      stop();
      if (!isInFront) return;
      ticking = setInterval(() => {
        void pollDesk.tick();
        void predictionDesk.tick();
        draw();
      }, secondMs);
    },
  };
}
