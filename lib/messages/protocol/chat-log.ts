/** The local log of what was said in channels that the user moderates. */
import * as z from 'zod/mini';

import { logLimits } from '../../chat/log.ts';
import {
  chzzkId,
  chzzkMessageId,
  command,
  login,
  nothing,
  platform,
  sites,
  userId,
  uuid,
} from './command.ts';

const channel = z.union([login, chzzkId]);
const who = z.union([userId, chzzkId]);
const id = z.union([uuid, chzzkMessageId]);
const at = z.int().check(z.nonnegative());
const text = z.string().check(z.minLength(1), z.maxLength(logLimits.text));

/** The commands. */
export const chatLogCommands = {
  /** Whether messages are kept, and for how many days. */
  'chatLog.read': command({
    stage: 'ready',
    senders: sites,
    request: nothing,
    result: z.object({ on: z.boolean(), days: z.int() }),
  }),
  /** Begins to keep messages: the user pressed for it beside the words that say what it means. */
  'chatLog.turnOn': command({ stage: 'ready', senders: sites, request: nothing, result: nothing }),
  /** Keeps what was said in the chat of the asking page. A message that is kept already is left as it is. */
  'chatLog.keep': command({
    stage: 'ready',
    senders: sites,
    request: z.object({
      channel,
      lines: z.readonly(
        z.array(z.object({ id, who, at, text })).check(z.minLength(1), z.maxLength(logLimits.batch)),
      ),
    }),
    result: nothing,
  }),
  /** What is kept of somebody's messages in the chat of the asking page, the newest `before` one of them. */
  'chatLog.older': command({
    stage: 'ready',
    senders: sites,
    request: z.object({ channel, who, before: z.exactOptional(z.object({ id, at })) }),
    result: z.object({
      lines: z.readonly(z.array(z.object({ id: z.string(), at: z.number(), text: z.string() }))),
      more: z.boolean(),
    }),
  }),
  /** Of which channels something is kept, and how much. */
  'chatLog.rooms': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({
      rooms: z.readonly(
        z.array(z.object({ platform, channel: z.string(), name: z.string(), lines: z.int() })),
      ),
    }),
  }),
  /** Deletes what is kept of a channel; without one, everything. */
  'chatLog.forget': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ room: z.exactOptional(z.object({ platform, channel })) }),
    result: nothing,
  }),
} as const;
