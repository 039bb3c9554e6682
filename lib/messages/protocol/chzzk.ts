/** Managing channels on CHZZK. */
import * as z from 'zod/mini';

import { streamingRoles, terms } from '../../chzzk/manage/wish.ts';
import { command, nothing, uuid } from './command.ts';

const channel = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const word = z.string().check(z.regex(/\S/), z.maxLength(500));
const no = z.int().check(z.gte(0));
const whom = z.string().check(z.regex(/\S/), z.maxLength(100));
const senders = ['options', 'desk'] as const;

/** May be unknown. */
const moment = z.exactOptional(z.number());
/** May be unknown. */
const told = z.exactOptional(z.string());

/** A command for a list of people, which is asked for in parts, from 0; of those whose name holds `name`. */
const people = <Row extends z.ZodMiniObject>(row: Row) =>
  command({
    stage: 'trusted',
    senders,
    request: z.object({ channel, page: no, name: z.string().check(z.maxLength(100)) }),
    result: z.object({ users: z.readonly(z.array(row)), total: z.number() }),
  });

/** The commands. */
export const chzzkCommands = {
  /** The channels that the user manages, as far as they are known; none: nobody is logged in, or nothing is permitted. */
  'chzzk.channels': command({
    stage: 'trusted',
    senders,
    request: nothing,
    result: z.object({
      channels: z.exactOptional(
        z.readonly(z.array(z.object({ id: channel, name: z.string(), isOwn: z.boolean() }))),
      ),
    }),
  }),
  /** The prohibited words of a channel. */
  'chzzk.words': command({
    stage: 'trusted',
    senders,
    request: z.object({ channel }),
    result: z.object({
      words: z.readonly(
        z.array(
          z.object({
            no: z.number(),
            word: z.string(),
            by: told,
            at: moment,
          }),
        ),
      ),
    }),
  }),
  /** Who is restricted in a channel. */
  'chzzk.restrictions': people(
    z.object({ id: z.string(), name: z.string(), memo: z.string(), by: told, at: moment, until: moment }),
  ),
  /** Who asks to be let in again. */
  'chzzk.requests': people(z.object({ no: z.number(), id: told, name: told, plea: z.string(), at: moment })),
  /** Who has a role in a channel. */
  'chzzk.helpers': command({
    stage: 'trusted',
    senders,
    request: z.object({ channel }),
    result: z.object({
      helpers: z.readonly(
        z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), at: moment })),
      ),
    }),
  }),
  /** What a channel asks of whoever writes in its chat. */
  'chzzk.rule': command({
    stage: 'trusted',
    senders,
    request: z.object({ channel }),
    result: z.object({ rule: z.string() }),
  }),
  /** Changes something in a channel. The same `id` twice is once. */
  'chzzk.act': command({
    stage: 'trusted',
    senders,
    request: z.object({
      id: uuid,
      channel,
      doing: z.discriminatedUnion('what', [
        z.object({ what: z.literal('add-word'), word }),
        z.object({ what: z.literal('edit-word'), no, word }),
        z.object({ what: z.literal('remove-word'), no }),
        z.object({ what: z.literal('remove-all-words') }),
        z.object({
          what: z.literal('restrict'),
          whom,
          days: z.literal(terms),
          memo: z.string().check(z.maxLength(500)),
        }),
        z.object({ what: z.literal('lift'), id: channel }),
        z.object({ what: z.literal('accept'), no, id: channel }),
        z.object({ what: z.literal('reject'), no, judgment: word }),
        z.object({ what: z.literal('give-role'), whom, role: z.enum(streamingRoles) }),
        z.object({ what: z.literal('take-role'), id: channel }),
        z.object({ what: z.literal('set-rule'), rule: z.string().check(z.maxLength(5_000)) }),
      ]),
    }),
    result: nothing,
  }),
  /** Opens a page of CHZZK's from which changes can be made, behind the one that asks; answers when it stands. */
  'chzzk.openTab': command({
    stage: 'trusted',
    senders,
    request: z.object({ channel, from: z.enum(['site', 'studio']) }),
    result: nothing,
  }),
} as const;
