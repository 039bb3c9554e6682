/**
 * What a row of the table of CHZZK's management calls says. CHZZK documents none of them, so what is sent is held strictly
 * to what is known to work, and what is answered as loosely as its readers disagree on.
 */
import * as z from 'zod/mini';

import { fail } from '../../failure.ts';
import { chzzkIdShape } from '../../id-shapes.ts';

/** What CHZZK lets somebody do in a channel, as `my-role` names it. */
export type ChzzkPermission =
  | 'CHANNEL_MANAGE'
  | 'LIVE_CREATE'
  | 'CHAT_MANAGE'
  | 'CHAT_BLIND'
  | 'VIDEO_DELETE'
  | 'VIDEO_HIDE'
  | 'SETTLEMENT_MANAGE';

/** Pages of CHZZK's: any of them, its studio's alone, or those where one chats, which are not the studio's. */
export type From = 'site' | 'studio' | 'chat';

/** One call. Those that are no GET change something, and are made from a tab of CHZZK's. */
export interface ManageCall<
  Path extends z.ZodMiniObject = z.ZodMiniObject,
  Query extends z.ZodMiniObject = z.ZodMiniObject,
  Body extends z.ZodMiniObject = z.ZodMiniObject,
  Content = unknown,
> {
  readonly id: string;
  /** What chzzkpy or the reference calls it. */
  readonly known: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{channelId}` and the names of `path` in braces. */
  readonly url: string;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /**
   * What one must be allowed to do. CHZZK says nowhere what a call needs, so this is our reading: nobody is refused for
   * it, it only tells a refusal for want of a role from others.
   */
  readonly needs: ChzzkPermission;
  /** From which pages it is known to be taken, if it changes something. */
  readonly from: From;
  /** `all`: takes away everything at once, so the user is asked twice. `secret`: its answer is neither kept nor logged. */
  readonly danger?: 'all' | 'secret';
  /** What the envelope must hold. */
  readonly content: z.ZodMiniType<Content>;
}

/** A row; keeps the types of its schemas. */
export const call = <
  Path extends z.ZodMiniObject,
  Query extends z.ZodMiniObject,
  Body extends z.ZodMiniObject,
  Content,
>(
  row: ManageCall<Path, Query, Body, Content>,
): ManageCall<Path, Query, Body, Content> => row;

/** What a call is made with. */
export interface InputOf<Row extends ManageCall> {
  readonly path: z.infer<Row['path']>;
  readonly query: z.infer<Row['query']>;
  readonly body: z.infer<Row['body']>;
}

/** What a call answers. */
export type ContentOf<Row extends ManageCall> = z.infer<Row['content']>;

/** A request as it goes out. */
export interface ManageRequest {
  readonly url: string;
  readonly method: ManageCall['method'];
  /** JSON. */
  readonly body?: string;
}

/** Whether the call changes something. */
export const isWrite = ({ method }: ManageCall): boolean => method !== 'GET';

/**
 * The request of a call.
 *
 * @throws FailureError `bad-input`, naming the first field that breaks a limit. Nothing that is missing in a path gets out:
 *   without its number, the call that removes one word removes all.
 */
export function toRequest<Row extends ManageCall>(
  row: Row,
  channelId: string,
  input: Partial<InputOf<Row>>,
): ManageRequest {
  const path = checked('path', row.path, input.path);
  const filled: Record<string, unknown> = {
    ...path,
    channelId: checked('channelId', channelHash, channelId),
  };
  const url = new URL(
    row.url.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(filled[name]))),
  );
  for (const [name, value] of Object.entries(checked('query', row.query, input.query)))
    url.searchParams.set(name, String(value));
  const body = checked('body', row.body, input.body);
  const isEmpty = Object.keys(body).length === 0;
  return { url: url.href, method: row.method, ...(isEmpty ? {} : { body: JSON.stringify(body) }) };
}

/** Schema of the id of a channel or a user, 32 hexadecimal digits. */
export const channelHash = z.string().check(z.regex(chzzkIdShape));

function checked<Schema extends z.ZodMiniType>(
  where: string,
  schema: Schema,
  value: unknown = {},
): z.infer<Schema> & object {
  const found = schema.safeParse(value);
  if (found.success) return found.data as z.infer<Schema> & object;
  const [issue] = found.error.issues;
  return fail({
    code: 'bad-input',
    field: [where, ...(issue?.path ?? [])].join('.'),
    limit: issue?.code ?? '',
  });
}
