/** The services of the background, put together from the browser, the stores and the platforms. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { createOnce } from '../../lib/channel/once.ts';
import { draftOfPoll } from '../../lib/channel/poll.ts';
import { draftOfPrediction, isEnded } from '../../lib/channel/prediction.ts';
import { isSameDraft } from '../../lib/channel/round.ts';
import { createRounds } from '../../lib/channel/rounds.ts';
import { createKnownRequests } from '../../lib/channel/unban-request.ts';
import { chzzkPeople } from '../../lib/chzzk/people.ts';
import { type AnyHelix, createCallDesk } from '../../lib/explorer/call-desk.ts';
import { endpointById } from '../../lib/explorer/catalogue.ts';
import { fail } from '../../lib/failure.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createModeration, type ModerationParts } from '../../lib/moderation/moderation.ts';
import { createSweeps } from '../../lib/moderation/sweep/sweeps.ts';
import { createPeople } from '../../lib/people/people.ts';
import { createOrderBook, ordersOn } from '../../lib/store/order-book.ts';
import { createPeopleBook } from '../../lib/store/people-book.ts';
import { createRoundBook } from '../../lib/store/round-book.ts';
import { createSweepBook, createSweepQuotes, quotesSchema } from '../../lib/store/sweep-book.ts';
import { createChannelTools } from '../../lib/twitch/channel-tools.ts';
import { createDiscovery } from '../../lib/twitch/discovery.ts';
import { createModeratedChannels, moderatedSchema } from '../../lib/twitch/moderated-channels.ts';
import { twitchModeration } from '../../lib/twitch/moderation.ts';
import { twitchPeople } from '../../lib/twitch/people.ts';
import { createRecordings, recordingsSchema } from '../../lib/twitch/recordings.ts';
import { twitchPolls } from '../../lib/twitch/polls.ts';
import { twitchPredictions } from '../../lib/twitch/predictions.ts';
import { twitchRequests } from '../../lib/twitch/unban-requests.ts';
import { createUserBook, usersSchema } from '../../lib/twitch/user-book.ts';
import { chzzkAsked, chzzkChat } from './chzzk-services.ts';
import { area, connection, now, records, session, tabs } from './ground.ts';
import { declineKnown } from './handlers/declined.ts';
import { accountBehind, accounts, helix } from './sign-in.ts';

// Seen without its types: the compiler cannot work out the inputs of all 149 rows at once. The client checks what comes.
const untypedHelix: unknown = helix;

/** Makes the calls of the API explorer. */
export const callDesk = createCallDesk({
  helix: untypedHelix as AnyHelix,
  endpoint: endpointById,
  sent: session.value('sentCalls', z.array(z.string())),
  now: () => performance.now(),
});

/** Channels that an account moderates. */
export const channels = createModeratedChannels({
  helix,
  kept: session.value('moderated', moderatedSchema),
  now,
});

/** Videos and clips. */
export const recordings = createRecordings({ helix, kept: session.value('recordings', recordingsSchema) });

/** Finding channels that one does not follow yet. */
export const discovery = createDiscovery(helix, now);

let search: AbortController | undefined;

/** One search at a time: a new one ends the one before, whose answer nobody waits for any more. */
export const searching = {
  next: (): AbortSignal => {
    search?.abort();
    search = new AbortController();
    return search.signal;
  },
};

/** What can be seen and done in the tab's channel. */
export const channelTools = createChannelTools(helix, channels);

/** Does what must not be done twice. */
export const once = createOnce(
  session.value('deeds', z.array(z.object({ id: z.string(), result: z.exactOptional(z.string()) }))),
);

const rounds = createRoundBook(area);

const tellRounds = (what: 'polls' | 'predictions'): Promise<void> => tell('rounds', { what }, tabs);

/** Polls of the user's own channel. */
export const polls = createRounds({
  what: 'poll',
  platform: twitchPolls(helix),
  acting: () => accounts.acting(),
  known: { read: () => rounds.polls.read(), write: (known) => rounds.polls.write(known) },
  isFrom: (draft, poll) => isSameDraft(draft, draftOfPoll(poll)),
  // Twitch no longer lists what was archived.
  isDone: (ending, poll) => (ending === 'archive' ? poll?.shown !== true : poll?.over === true),
  changed: () => tellRounds('polls'),
  now,
});

/** Predictions of the user's own channel. */
export const predictions = createRounds({
  what: 'prediction',
  platform: twitchPredictions(helix),
  acting: () => accounts.acting(),
  known: { read: () => rounds.predictions.read(), write: (known) => rounds.predictions.write(known) },
  isFrom: (draft, prediction) => isSameDraft(draft, draftOfPrediction(prediction)),
  isDone: isEnded,
  changed: () => tellRounds('predictions'),
  now,
});

/** Forgets what is known of an account's rounds. */
export const forgetRounds = (accountId: string): Promise<void> => rounds.forget(accountId);

const twitch = twitchModeration({
  helix,
  channels,
  users: createUserBook(session.value('users', usersSchema)),
});

/** The user of that login, as an account sees it. */
export const findUser = twitch.user;

const orders = createOrderBook(records, connection);

const actionChanged: ModerationParts['changed'] = ({ id, undoneAt }) =>
  tell('moderation.log', undoneAt === undefined ? { id } : { id, undoneAt }, tabs);

/** Moderation on Twitch, and the log of both platforms. */
export const moderation = createModeration({
  platform: twitch,
  book: ordersOn(orders, 'twitch'),
  acting: ({ platform, channel }) => accounts.actingIn(platform, channel),
  chosen: ({ platform, channel }) => accounts.inChannel(platform, channel),
  account: accountBehind,
  now,
  changed: actionChanged,
});

/** Moderation on CHZZK. */
export const chzzkModeration = createModeration({
  platform: chzzkChat.platform,
  book: ordersOn(orders, 'chzzk'),
  acting: chzzkChat.acting,
  chosen: chzzkChat.acting,
  // Whoever is logged in there now is all that there is.
  account: async (id) => {
    const acting = await chzzkChat.acting();
    return acting.id === id ? acting : fail({ code: 'chzzk-logged-out' });
  },
  now,
  changed: actionChanged,
});

/** The alarm that wakes the background while a sweep is under way. */
export const sweepAlarm = 'sweep';

/** The same action for many, on either platform. */
export const sweeps = createSweeps({
  hands: {
    // Twitch's own bucket is the limit, and whoever presses a button goes first; this only leaves it a breath.
    twitch: {
      act: (id, action, sweep) =>
        declineKnown(moderation.act(id, action, sweep), () => accounts.inChannel('twitch', action.channel)),
      undo: (id) =>
        declineKnown(moderation.undo(id), async () => {
          const entry = await moderation.entry(id);
          return entry && accountBehind(entry.by.id);
        }),
      meet: async (channel, logins) => twitch.meet(logins, await accounts.actingIn('twitch', channel)),
      paceMs: 120,
    },
    // CHZZK names no limit. One a second is what a quick hand does.
    chzzk: { act: chzzkModeration.act, undo: chzzkModeration.undo, paceMs: 1_000 },
  },
  book: createSweepBook(records),
  quotes: createSweepQuotes(session.value('sweepQuotes', quotesSchema)),
  alarm: {
    // The shortest that browsers take.
    set: () => browser.alarms.create(sweepAlarm, { periodInMinutes: 0.5 }),
    clear: async () => {
      await browser.alarms.clear(sweepAlarm);
    },
  },
  now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const aboutPeople = {
  book: createPeopleBook(records),
  now,
  changed: () => tell('people', {}, tabs),
};

/** What is known about people, by where they are. */
export const people = {
  twitch: createPeople({
    ...aboutPeople,
    name: 'twitch',
    platform: twitchPeople({ helix, channels, user: twitch.user }),
    acting: (channel) => accounts.actingIn('twitch', channel),
  }),
  chzzk: createPeople({
    ...aboutPeople,
    name: 'chzzk',
    platform: chzzkPeople(chzzkAsked.lately),
    acting: chzzkChat.acting,
  }),
};

const requestsIn = twitchRequests(helix, channels);

/** Who waits to be unbanned in a channel, and what our own stores know of them. */
export const unbanRequests = createKnownRequests({
  read: async (channel, after) => requestsIn(channel, await accounts.actingIn('twitch', channel), after),
  person: people.twitch.person,
});
