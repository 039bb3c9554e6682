/** What a record must look like to be believed when it is read back. */
import * as z from 'zod/mini';

import type { Failure } from '../failure.ts';
import { isObject } from '../is-object.ts';
import { actionKinds } from '../moderation/action.ts';
import type { RecordOf, RecordStore } from './schema.ts';
import type { Sealed } from './seal.ts';

const text = z.string();
const optionalText = z.exactOptional(text);
const id = text.check(z.minLength(1));
const count = z.number().check(z.nonnegative());
const time = z.number();
const platform = z.enum(['twitch', 'chzzk']);

/** A sealed value. */
export const sealedSchema: z.ZodMiniType<Sealed> = z.object({
  iv: z.custom<Sealed['iv']>((value) => value instanceof Uint8Array),
  data: z.instanceof(ArrayBuffer),
});

const account = z.object({
  id,
  platform,
  userId: id,
  login: id,
  name: text,
  avatarUrl: optionalText,
  scopes: z.array(text),
  declined: z.exactOptional(z.array(text)),
  state: z.enum(['ok', 'expired']),
  addedAt: time,
  sealed: z.exactOptional(sealedSchema),
});

const key = z.object({
  id,
  key: z
    .instanceof(CryptoKey)
    .check(
      z.refine(
        ({ type, usages }) => type === 'secret' && usages.includes('encrypt') && usages.includes('decrypt'),
        'not a key that seals',
      ),
    ),
});

const stream = z.object({
  platform,
  channelId: id,
  login: id,
  name: text,
  title: text,
  category: text,
  viewers: count,
  startedAt: z.exactOptional(time),
  avatarUrl: optionalText,
  previewUrl: optionalText,
  rerun: z.boolean(),
});

/** The last known list of an account. */
export const snapshot = z.object({ accountId: id, streams: z.readonly(z.array(stream)), updatedAt: time });

/** An action, as it is stored. */
export const action = z.object({
  platform,
  channel: id,
  channelName: optionalText,
  kind: z.enum(actionKinds),
  target: z.object({ login: id, name: text, id: optionalText }),
  seconds: z.exactOptional(count),
  messageId: optionalText,
  text: optionalText,
  reason: optionalText,
  request: z.exactOptional(z.union([count, text])),
  was: z.exactOptional(z.object({ seconds: z.exactOptional(count), reason: optionalText })),
});

/** What became of an action, as it is stored. A later version may know of other failures. */
export const outcome = z.union([
  z.object({ state: z.enum(['started', 'unknown']) }),
  z.object({
    state: z.literal('failed'),
    failure: z.exactOptional(z.custom<Failure>((value) => isObject(value) && typeof value.code === 'string')),
  }),
]);

const logEntry = z.object({
  id,
  action,
  by: z.object({ id, login: id }),
  at: time,
  sweep: optionalText,
  undoUntil: z.exactOptional(time),
  undoneAt: z.exactOptional(time),
  result: z.exactOptional(outcome),
});

const person = z.object({
  id,
  platform,
  userId: id,
  login: id,
  name: text,
  nickname: optionalText,
  note: optionalText,
  updatedAt: time,
});

const pendingWork = z.object({ id, kind: id, startedAt: time, data: z.unknown() });

/** The schema of each store's records. */
export const recordSchemas: { readonly [Name in RecordStore]: z.ZodMiniType<RecordOf<Name>> } = {
  accounts: account,
  keys: key,
  live: snapshot,
  actions: logEntry,
  people: person,
  pending: pendingWork,
};

/**
 * Why `record` is not one of `store`'s, as "field: what is wrong"; `undefined` when it is.
 * Fields that the schema does not name do no harm: a later version may have written them.
 */
export function complaintAbout(store: RecordStore, record: unknown): string | undefined {
  const issue = recordSchemas[store].safeParse(record).error?.issues[0];
  return issue && `${issue.path.join('.') || 'record'}: ${issue.message}`;
}
