/** A channel: what one is there, its modes, clips, polls and predictions. */
import * as z from 'zod/mini';

import { pageRoles } from '../../channel/role.ts';
import { chzzkId, command, login, nothing, pages, userId, uuid } from './command.ts';

const roleName = z.enum(['broadcaster', 'moderator', 'none']);

const also = z.readonly(z.array(z.enum(pageRoles)).check(z.maxLength(pageRoles.length)));

const role = z.object({
  channel: login,
  role: roleName,
  /** Login of the account that would act here. */
  login: z.exactOptional(z.string()),
  /** That account must sign in again; what it may do cannot be asked for until then. */
  expired: z.exactOptional(z.literal(true)),
  /** The user wants the tools that need no power where they have none. */
  quietTools: z.exactOptional(z.literal(true)),
});

const chatModes = z.object({
  slow: z.nullable(z.int()),
  followers: z.nullable(z.int()),
  subscribers: z.boolean(),
  emotes: z.boolean(),
  unique: z.boolean(),
});

const roundId = z.string().check(z.minLength(1), z.maxLength(100));

/** A draft as it is sent. How long its texts may be is the platform's business: `bad-input` names the field. */
const roundDraft = z.object({
  title: z.string().check(z.maxLength(500)),
  choices: z.readonly(z.array(z.string().check(z.maxLength(500))).check(z.maxLength(20))),
  seconds: z.int(),
  points: z.exactOptional(z.object({ on: z.boolean(), each: z.nullable(z.int()) })),
});

/** The commands about a channel. */
export const channelCommands = {
  /** The channel that a tab shows, if Sidestage is in it, and what one is there, where that is known without asking. */
  'channel.ofTab': command({
    stage: 'trusted',
    senders: ['popup'],
    request: z.object({ tabId: z.int() }),
    result: z.object({
      channel: z.exactOptional(login),
      role: z.exactOptional(roleName),
      also: z.exactOptional(also),
    }),
  }),
  /** The asking page says that the account which acts there is that as well: what the popup offers goes by it. */
  'channel.also': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login, also }),
    result: nothing,
  }),
  /** Whose recording the asking page shows; no channel: nobody is signed in, or there is no such recording. */
  'channel.ofRecording': command({
    stage: 'ready',
    senders: ['twitch'],
    request: nothing,
    result: z.object({ channel: z.exactOptional(login) }),
  }),
  /** What the active account may do in the channel of the asking page. */
  'channel.role': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login, pageSaysModerator: z.exactOptional(z.boolean()) }),
    result: role,
  }),
  /** What is known of a channel, seen by the account that acts there. */
  'channel.view': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ channel: login }),
    result: z.object({
      id: userId,
      login,
      name: z.string(),
      avatarUrl: z.exactOptional(z.string()),
      role: roleName,
      followedAt: z.exactOptional(z.number()),
      modes: chatModes,
      shield: z.exactOptional(z.boolean()),
    }),
  }),
  /** Changes something in a channel, or marks a moment of its stream. The same `id` twice is once. */
  'channel.act': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: uuid,
      channel: login,
      wish: z.discriminatedUnion('tool', [
        z.object({ tool: z.literal('modes'), change: z.partial(chatModes) }),
        z.object({ tool: z.literal('shield'), on: z.boolean() }),
        z.object({ tool: z.literal('mark'), description: z.string().check(z.maxLength(500)) }),
      ]),
    }),
    /** `seconds`: where in the video the mark stands. */
    result: z.object({ seconds: z.exactOptional(z.number()) }),
  }),
  /** How many wait in a channel's queue; from what is kept for a minute, unless `fresh` is wished. */
  'channel.queue': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      place: z.discriminatedUnion('platform', [
        z.object({ platform: z.literal('twitch'), channel: login }),
        z.object({ platform: z.literal('chzzk'), channel: chzzkId }),
      ]),
      fresh: z.boolean(),
    }),
    result: z.object({ count: z.int(), more: z.boolean(), at: z.number() }),
  }),
  /** Begins a clip of a live channel. The same `id` twice is one clip. */
  'channel.clip': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: uuid, channel: login }),
    result: z.object({ id: z.string(), editUrl: z.string() }),
  }),
  /** The address of a clip, once it is made. */
  'channel.clipMade': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ channel: login, clipId: z.string().check(z.maxLength(200)) }),
    result: z.object({ url: z.exactOptional(z.string()) }),
  }),
  /** Fetches the polls of the acting account's channel; where they are kept, pages read them themselves. */
  'polls.refresh': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Starts a poll. `askedAt`: when the user pressed, so that a wish that comes twice is one poll. */
  'polls.start': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ draft: roundDraft, askedAt: z.number() }),
    result: nothing,
  }),
  /** Ends a poll early, and shows its result or puts it away. */
  'polls.end': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: roundId, ending: z.enum(['show', 'archive']) }),
    result: nothing,
  }),
  /** Fetches the predictions of the acting account's channel. */
  'predictions.refresh': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Starts a prediction. */
  'predictions.start': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ draft: roundDraft, askedAt: z.number() }),
    result: nothing,
  }),
  /** Locks a prediction, pays it out, or gives everybody their points back. */
  'predictions.end': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: roundId,
      ending: z.discriminatedUnion('how', [
        z.object({ how: z.literal('lock') }),
        z.object({ how: z.literal('cancel') }),
        z.object({ how: z.literal('resolve'), winnerId: roundId }),
      ]),
    }),
    result: nothing,
  }),
} as const;
