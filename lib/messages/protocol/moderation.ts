/** Moderation: actions, their log, and the people whom they are about. */
import * as z from 'zod/mini';

import { actionKinds } from '../../moderation/action.ts';
import { isRestrictionRung, isRung, type Rung } from '../../moderation/ladder.ts';
import { nicknameLimit, noteLimit } from '../../people/person.ts';
import { outcome } from '../../store/record-schemas.ts';
import {
  chzzkId,
  command,
  login,
  nickname,
  nothing,
  pages,
  platform,
  sites,
  userId,
  uuid,
} from './command.ts';

const target = z.object({ login, name: z.string().check(z.maxLength(100)), id: z.exactOptional(userId) });

const action = z.object({
  platform,
  channel: login,
  kind: z.enum(actionKinds),
  target,
  seconds: z.exactOptional(z.int().check(z.gte(1), z.lte(1_209_600))),
  messageId: z.exactOptional(uuid),
  text: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(500))),
  reason: z.exactOptional(z.string().check(z.maxLength(500))),
  request: z.exactOptional(z.union([z.int(), z.string().check(z.regex(/^[\w-]{1,100}$/))])),
});

/** As it stands in the log, on whichever platform it was. */
const doneAction = z.object({
  ...action.shape,
  channel: z.string(),
  channelName: z.exactOptional(z.string()),
  target: z.object({ login: z.string(), name: z.string(), id: z.exactOptional(z.string()) }),
  seconds: z.exactOptional(z.int()),
  messageId: z.exactOptional(z.string()),
  was: z.exactOptional(z.object({ seconds: z.exactOptional(z.int()), reason: z.exactOptional(z.string()) })),
});

/** An action that was carried out. */
export const loggedAction = z.object({
  id: z.string(),
  action: doneAction,
  by: z.object({ id: z.string(), login: z.string() }),
  at: z.number(),
  sweep: z.exactOptional(z.string()),
  undoUntil: z.exactOptional(z.number()),
  undoneAt: z.exactOptional(z.number()),
});

/** The same, and what was tried. */
const logEntry = z.object({ ...loggedAction.shape, result: z.exactOptional(outcome) });

const anywhere = z.string().check(z.maxLength(100));

/** What the user wrote about somebody, as far as they did. */
const ownWords = { nickname: z.exactOptional(z.string()), note: z.exactOptional(z.string()) };

/** Somebody in the chat of the asking page. What they are called on CHZZK is no identity. */
const somebody = z.union([
  z.object({ channel: login, login, id: z.exactOptional(userId) }),
  z.object({ channel: chzzkId, login: nickname, id: chzzkId }),
]);

/** Who asks to be let in again, and what is known of them. */
const knownRequest = z.object({
  id: z.string(),
  who: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  text: z.string(),
  at: z.number(),
  ...ownWords,
  earlier: z.readonly(z.array(loggedAction)),
  earlierCount: z.int(),
});

/** The commands about actions and people. */
export const moderationCommands = {
  /** Carries out a moderation action. The same `id` twice is one action. */
  'moderation.act': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ id: uuid, ...action.shape }),
    result: loggedAction,
  }),
  /** The next step of the user's offence ladder for a chatter; absent when the ladder has none. */
  'moderation.nextStep': command({
    stage: 'ready',
    senders: sites,
    request: somebody,
    result: z.object({
      next: z.exactOptional(
        z.object({
          rung: z.custom<Rung>((value) => isRung(value) || isRestrictionRung(value)),
          offence: z.int(),
        }),
      ),
      days: z.int(),
    }),
  }),
  /** Takes back a logged action. */
  'moderation.undo': command({
    stage: 'ready',
    senders: [...sites, ...pages],
    request: z.object({ id: uuid }),
    result: loggedAction,
  }),
  /** Some of the requests to be unbanned that wait in the channel of the asking page. */
  'moderation.requests': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login, after: z.exactOptional(z.string().check(z.maxLength(1_000))) }),
    result: z.object({
      requests: z.readonly(z.array(knownRequest)),
      after: z.exactOptional(z.string()),
    }),
  }),
  /** A window of the action log, newest first; the next one is of what was `before` it, where there is more. */
  'moderation.log': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      place: z.exactOptional(
        z.union([
          z.object({ state: z.enum(['started', 'failed', 'unknown']) }),
          z.object({ platform, channel: anywhere }),
          z.object({ platform, login: anywhere }),
        ]),
      ),
      before: z.exactOptional(z.number()),
      limit: z.int().check(z.gte(1), z.lte(2_000)),
    }),
    result: z.object({ entries: z.readonly(z.array(logEntry)), before: z.exactOptional(z.number()) }),
  }),
  /** How much there is in the action log, and of which channels. */
  'moderation.logFacts': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({
      count: z.int(),
      channels: z.readonly(z.array(z.object({ platform, channel: z.string(), name: z.string() }))),
    }),
  }),
  /** Whose lines are marked in a channel, and why. */
  'people.known': command({
    stage: 'ready',
    senders: sites,
    request: z.object({ channel: z.union([login, chzzkId]) }),
    result: z.object({
      people: z.readonly(
        z.array(
          z.object({
            id: z.string(),
            login: z.string(),
            ...ownWords,
            actions: z.int(),
          }),
        ),
      ),
    }),
  }),
  /** What our own stores say about somebody, as far as this channel goes. */
  'people.person': command({
    stage: 'ready',
    senders: sites,
    request: somebody,
    result: z.object({
      ...ownWords,
      history: z.readonly(z.array(loggedAction)),
    }),
  }),
  /** What the platform says about somebody. */
  'people.profile': command({
    stage: 'ready',
    senders: sites,
    request: somebody,
    result: z.object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      createdAt: z.exactOptional(z.number()),
      avatarUrl: z.exactOptional(z.string()),
      followedAt: z.exactOptional(z.number()),
      subscription: z.exactOptional(z.object({ months: z.number(), tier: z.exactOptional(z.number()) })),
      wears: z.exactOptional(z.readonly(z.array(z.string()))),
    }),
  }),
  /** Since when somebody follows the channel; absent when they do not. */
  'people.follow': command({
    stage: 'ready',
    senders: ['twitch'],
    request: somebody,
    result: z.object({ at: z.exactOptional(z.number()) }),
  }),
  /** What somebody did in the channel's chat, as the platform counts it. */
  'people.activity': command({
    stage: 'ready',
    senders: ['chzzk'],
    request: somebody,
    result: z.object({ messages: z.number(), restricted: z.number(), quietened: z.number() }),
  }),
  /** Writes down the user's own words about somebody; empty ones are taken away. */
  'people.write': command({
    stage: 'ready',
    senders: sites,
    request: z.object({
      who: somebody,
      nickname: z.string().check(z.maxLength(nicknameLimit)),
      note: z.string().check(z.maxLength(noteLimit)),
    }),
    result: nothing,
  }),
  /** Everybody of whom something is written down. */
  'people.written': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({
      people: z.readonly(
        z.array(
          z.object({
            id: z.string(),
            login: z.string(),
            name: z.string(),
            ...ownWords,
            updatedAt: z.number(),
          }),
        ),
      ),
    }),
  }),
  /** Takes away what is written down about somebody. */
  'people.forget': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: z.string().check(z.maxLength(100)) }),
    result: nothing,
  }),
} as const;
