/** Sweeps in a stream page: the same action for many. */
import * as z from 'zod/mini';

import { failureSchema } from '../../failure-schema.ts';
import { sweepAtMost, sweepChanges, sweepKinds } from '../../moderation/sweep/sweep.ts';
import { chzzkId, chzzkMessageId, command, login, nickname, sites, userId, uuid } from './command.ts';

const reason = z.exactOptional(z.string().check(z.maxLength(500)));
const many = [z.minLength(1), z.maxLength(sweepAtMost)] as const;

const onTwitch = { target: z.object({ login, name: nickname, id: z.exactOptional(userId) }) };
const onChzzk = { target: z.object({ login: nickname, name: nickname, id: chzzkId }) };

/** What is done about people, and what about messages, on Twitch and on CHZZK. */
const wish = z.union([
  z.object({
    id: uuid,
    channel: login,
    kind: z.enum(['timeout', 'ban']),
    seconds: z.exactOptional(z.int().check(z.gte(1), z.lte(1_209_600))),
    reason,
    items: z.array(z.object({ id: uuid, ...onTwitch })).check(...many),
  }),
  z.object({
    id: uuid,
    channel: login,
    kind: z.literal('delete'),
    items: z.array(z.object({ id: uuid, ...onTwitch, messageId: uuid })).check(...many),
  }),
  z.object({
    id: uuid,
    channel: chzzkId,
    kind: z.enum(['quiet', 'bar']),
    seconds: z.exactOptional(z.int().check(z.gte(86_400), z.lte(90 * 86_400))),
    reason,
    items: z.array(z.object({ id: uuid, ...onChzzk })).check(...many),
  }),
  z.object({
    id: uuid,
    channel: chzzkId,
    kind: z.literal('blind'),
    items: z
      .array(
        z.object({
          id: uuid,
          ...onChzzk,
          messageId: chzzkMessageId,
          quote: z.string().check(z.maxLength(2_000)),
        }),
      )
      .check(...many),
  }),
]);

const news = z.object({
  id: z.string(),
  kind: z.enum(sweepKinds),
  seconds: z.exactOptional(z.int()),
  does: z.enum(['act', 'undo']),
  isStopped: z.boolean(),
  why: z.exactOptional(failureSchema),
  total: z.int(),
  done: z.int(),
  undone: z.int(),
  left: z.int(),
  undoable: z.int(),
  failed: z.int(),
  failures: z.readonly(z.array(z.object({ name: z.string(), failure: failureSchema }))),
});

const maybeNews = z.object({ news: z.exactOptional(news) });
const channel = z.union([login, chzzkId]);

/** The commands about sweeps. */
export const sweepCommands = {
  /** Begins a sweep in the chat of the asking page. The same `id` twice is one, and so is each of its items. */
  'sweep.start': command({ stage: 'ready', senders: sites, request: wish, result: news }),
  /** How far the sweep in the channel of the asking page is, or how the last one went. */
  'sweep.read': command({
    stage: 'ready',
    senders: sites,
    request: z.object({ channel }),
    result: maybeNews,
  }),
  /** Stops a sweep of that channel, lets it go on, tries what failed, takes all of it back, or lets it be forgotten. */
  'sweep.change': command({
    stage: 'ready',
    senders: sites,
    request: z.object({ channel, id: uuid, change: z.enum(sweepChanges) }),
    result: maybeNews,
  }),
} as const;
