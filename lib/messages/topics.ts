/**
 * What the background tells open pages without being asked. A value is small: who needs more reads the store.
 */
import * as z from 'zod/mini';

import type { SenderName } from './sender.ts';

interface Topic<Value extends z.ZodMiniType> {
  readonly to: readonly SenderName[];
  readonly value: Value;
}

const topic = <Value extends z.ZodMiniType>(row: Topic<Value>): Topic<Value> => row;

const pages = ['popup', 'options', 'desk'] as const;
const sites = ['twitch', 'chzzk'] as const;

/** The table of topics. */
export const topics = {
  /** Accounts came, went or changed; ask `accounts.read`, or `channel.role`. */
  accounts: topic({ to: [...pages, 'twitch'], value: z.object({}) }),
  /** The stored list of live channels is new. */
  live: topic({ to: pages, value: z.object({ updatedAt: z.number() }) }),
  /** An entry of the action log is new, has another result, or was taken back. */
  'moderation.log': topic({
    to: [...pages, ...sites],
    value: z.object({ id: z.string(), undoneAt: z.exactOptional(z.number()) }),
  }),
  /** Many changes in a channel on CHZZK (its id) have begun, are over, or are forgotten; ask `chzzk.batch`. */
  batch: topic({ to: [...pages, 'chzzk'], value: z.object({ channel: z.string() }) }),
  /** What is known of the channel's polls or predictions is new. */
  rounds: topic({ to: pages, value: z.object({ what: z.enum(['polls', 'predictions']) }) }),
  /** A page stands otherwise than before; ask `health.read`. */
  health: topic({ to: ['options'], value: z.object({}) }),
  /** Damaged data were put aside; ask `notices.read`. */
  notices: topic({ to: pages, value: z.object({}) }),
  /** What is written down about people changed; ask `people.known`. */
  people: topic({ to: [...pages, 'twitch'], value: z.object({}) }),
  /** The settings were settled with those in the browser's sync storage; ask `sync.read`. */
  sync: topic({ to: ['options'], value: z.object({}) }),
  /** A tab shows another channel, or its page says something new of the user there; ask `channel.ofTab`. */
  place: topic({ to: ['popup'], value: z.object({ tabId: z.int() }) }),
  /** A setting changed. */
  settings: topic({ to: [...pages, ...sites], value: z.object({ key: z.string() }) }),
} as const;

/** The name of a topic. */
export type TopicName = keyof typeof topics;

/** What is told on a topic. */
export type NewsOf<Name extends TopicName> = z.infer<(typeof topics)[Name]['value']>;
