/** Managing channels on CHZZK. */
import * as z from 'zod/mini';

import { type Found, periods, sortings, streamingRoles, terms, tiers } from '../../chzzk/manage/wish.ts';
import { failureSchema } from '../../failure-schema.ts';
import { type Batch, batchAtMost, batchChanges } from '../../managing/batch.ts';
import { chzzkId as channel, command, nothing, pages, uuid } from './command.ts';

const word = z.string().check(z.regex(/\S/), z.maxLength(500));
const no = z.int().check(z.gte(0));
/** For how long, and why. */
const restriction = { days: z.literal(terms), memo: z.string().check(z.maxLength(500)) };
const whom = z.string().check(z.regex(/\S/), z.maxLength(100));

/** A number that may be unknown, a time in Unix epoch milliseconds among them. */
const figure = z.exactOptional(z.number());
/** May be unknown. */
const told = z.exactOptional(z.string());

/** A part of a list. */
const part = <Row extends z.ZodMiniObject>(row: Row) =>
  z.object({ rows: z.readonly(z.array(row)), total: z.number() });
/** A whole list. */
const whole = <Row extends z.ZodMiniObject>(row: Row) => z.readonly(z.array(row));

const video = z.object({
  no,
  title: z.string(),
  seconds: figure,
  at: figure,
  views: figure,
  isHidden: z.boolean(),
});
const clip = z.object({ id: z.string(), title: z.string(), seconds: figure, at: figure, by: told });

const category = z.object({ type: z.string(), id: z.string(), name: z.string() });
/** Both what is read and what is written. */
const settings = z.object({
  title: z.string(),
  category: z.exactOptional(category),
  tags: z.readonly(z.array(z.string())),
  adult: z.boolean(),
  clips: z.boolean(),
  replays: z.string(),
});

/** What stands in the rows of the lists. */
const lists = {
  /** Who is restricted. */
  restrictions: part(
    z.object({ id: z.string(), name: z.string(), memo: z.string(), by: told, at: figure, until: figure }),
  ),
  /** Who asks to be let in again. */
  requests: part(z.object({ no: z.number(), id: told, name: told, plea: z.string(), at: figure })),
  followers: part(z.object({ id: told, name: told, at: figure })),
  subscribers: part(
    z.object({ id: told, name: told, at: figure, tier: told, months: figure, period: figure }),
  ),
  /** The prohibited words. */
  words: whole(z.object({ no: z.number(), word: z.string(), by: told, at: figure })),
  /** Who has a role. */
  helpers: whole(z.object({ id: z.string(), name: z.string(), role: z.string(), at: figure })),
  /** What is asked of whoever writes in the chat. */
  rule: z.string(),
  replays: part(video),
  uploads: part(video),
  clips: part(clip),
  madeClips: part(clip),
  settings,
} as const satisfies { readonly [One in Found as One['list']]: z.ZodMiniType<One['found']> };

const found = <List extends keyof typeof lists>(list: List) =>
  z.object({ list: z.literal(list), found: lists[list] });

/** A change in a channel. */
const doing = z.discriminatedUnion('what', [
  z.object({ what: z.literal('add-word'), word }),
  z.object({ what: z.literal('edit-word'), no, word }),
  z.object({ what: z.literal('remove-word'), no }),
  z.object({ what: z.literal('remove-all-words') }),
  z.object({
    what: z.literal('restrict'),
    whom,
    name: z.exactOptional(whom),
    ...restriction,
  }),
  z.object({
    what: z.literal('edit-restriction'),
    id: channel,
    name: z.exactOptional(whom),
    ...restriction,
    was: z.exactOptional(z.object(restriction)),
  }),
  z.object({
    what: z.literal('take-back'),
    id: uuid,
    name: z.string(),
    of: z.enum(['restrict', 'edit-restriction']),
  }),
  z.object({ what: z.literal('lift'), id: channel, name: z.exactOptional(whom) }),
  z.object({ what: z.literal('accept'), no, id: channel, name: z.exactOptional(whom) }),
  z.object({
    what: z.literal('reject'),
    no,
    judgment: word,
    id: z.exactOptional(channel),
    name: z.exactOptional(whom),
  }),
  z.object({ what: z.literal('give-role'), whom, role: z.enum(streamingRoles) }),
  z.object({ what: z.literal('take-role'), id: channel }),
  z.object({ what: z.literal('set-rule'), rule: z.string().check(z.maxLength(5_000)) }),
  z.object({
    what: z.literal('remove-clip'),
    id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  }),
  z.object({ what: z.literal('set-settings'), settings }),
]);

/** Whom or what a change is about, as the user knows it. */
const name = z.string().check(z.maxLength(1_000));
const item = { id: uuid, doing, name, undo: z.exactOptional(doing) };

/** A batch as it is written down. */
export const batchSchema: z.ZodMiniType<Batch> = z.object({
  id: uuid,
  channel,
  at: z.number(),
  items: z.readonly(
    z.array(
      z.object({
        ...item,
        state: z.enum(['waiting', 'done', 'refused']),
        failure: z.exactOptional(failureSchema),
      }),
    ),
  ),
  isStopped: z.boolean(),
  why: z.exactOptional(failureSchema),
  begun: z.exactOptional(z.string()),
  isDoubted: z.exactOptional(z.literal(true)),
  isOver: z.boolean(),
  isSeen: z.exactOptional(z.literal(true)),
});

const whatOfBatch = z.enum(doing.def.options.flatMap(({ shape }) => shape.what.def.values));
const batchNews = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('runs'), id: uuid, what: whatOfBatch, tried: z.int(), of: z.int() }),
  z.object({
    stage: z.literal('over'),
    id: uuid,
    what: whatOfBatch,
    done: z.int(),
    refused: z.readonly(z.array(z.object({ name, failure: failureSchema }))),
    left: z.int(),
    failure: z.exactOptional(failureSchema),
    undo: z.readonly(z.array(z.object({ doing, name }))),
  }),
]);
const maybeBatch = z.object({ news: z.exactOptional(batchNews) });

/** Pages of ours, and CHZZK's own of the channel that they show. */
const managing = [...pages, 'chzzk'] as const;

/** The commands. */
export const chzzkCommands = {
  /**
   * The channels that the user manages, as far as they are known, and `also`, if they manage it; none: nobody is logged in,
   * or nothing is permitted.
   */
  'chzzk.channels': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ also: z.exactOptional(channel) }),
    result: z.object({
      channels: z.exactOptional(
        z.readonly(z.array(z.object({ id: channel, name: z.string(), isOwn: z.boolean() }))),
      ),
    }),
  }),
  /** A list of a channel; of those that come in parts the one, from 0. */
  'chzzk.read': command({
    stage: 'ready',
    senders: managing,
    request: z.object({
      channel,
      list: z.enum(Object.keys(lists) as (keyof typeof lists)[]),
      page: no,
      search: z.object({
        name: z.string().check(z.maxLength(100)),
        sort: z.enum(sortings),
        period: z.exactOptional(z.literal(periods)),
        tier: z.exactOptional(z.enum(tiers)),
      }),
    }),
    result: z.discriminatedUnion('list', [
      found('restrictions'),
      found('requests'),
      found('followers'),
      found('subscribers'),
      found('words'),
      found('helpers'),
      found('rule'),
      found('replays'),
      found('uploads'),
      found('clips'),
      found('madeClips'),
      found('settings'),
    ]),
  }),
  /** How often somebody wrote in a channel's chat, and was kept from it. */
  'chzzk.activity': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ channel, id: channel }),
    result: z.object({ messages: z.number(), restricted: z.number(), quietened: z.number() }),
  }),
  /** What a channel broadcasts with. It is secret: nothing keeps it, and it is asked for by a press alone. */
  'chzzk.streamKey': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ channel }),
    result: z.object({ key: z.string(), url: told }),
  }),
  /** Categories whose names hold `name`. */
  'chzzk.categories': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ channel, name: whom }),
    result: z.object({ categories: z.readonly(z.array(category)) }),
  }),
  /** Changes something in a channel. The same `id` twice is once. Whether it can be taken back under that id, the answer says. */
  'chzzk.act': command({
    stage: 'ready',
    senders: managing,
    request: z.object({
      id: uuid,
      channel,
      doing,
    }),
    result: z.object({ undoable: z.exactOptional(z.literal(true)) }),
  }),
  /** Begins many changes of one kind, which are made one after the other, whether or not anybody looks on. The same `id` twice is once. */
  'chzzk.startBatch': command({
    stage: 'ready',
    senders: managing,
    request: z.object({
      id: uuid,
      channel,
      items: z.readonly(z.array(z.object(item)).check(z.minLength(1), z.maxLength(batchAtMost))),
    }),
    result: batchNews,
  }),
  /** How far many changes in a channel are, or what became of the last. */
  'chzzk.batch': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ channel }),
    result: maybeBatch,
  }),
  /** Stops them, lets them go on, notes that what became of them was seen, or lets them be forgotten. */
  'chzzk.changeBatch': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ channel, id: uuid, change: z.enum(batchChanges) }),
    result: maybeBatch,
  }),
  /** Opens a page of CHZZK's from which changes can be made, behind the one that asks; answers when it stands. */
  'chzzk.openTab': command({
    stage: 'ready',
    senders: managing,
    request: z.object({ channel, from: z.enum(['site', 'studio', 'chat']) }),
    result: nothing,
  }),
} as const;
