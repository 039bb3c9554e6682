/** What the management calls have in common. */
import * as z from 'zod/mini';

import { channelHash } from './call.ts';

/** Where the calls are. */
export const channelUrl = 'https://api.chzzk.naver.com/manage/v1/channels/{channelId}';
/** Where the calls about the lines of a chat are. */
export const chatsUrl = 'https://comm-api.game.naver.com/nng_main/v1/chats';

/** Nothing is sent there. */
export const none = z.object({});
/** Nothing is answered, or nothing that anybody needs. */
export const nothing = z.unknown();

/** May be missing or empty. */
export const text = z.nullish(z.string());
/** May be missing or empty. */
export const count = z.nullish(z.number());
/** May be missing or empty. */
export const flag = z.nullish(z.boolean());

/** A number that CHZZK gave. */
export const number = z.int().check(z.gte(0));
/** Something that is not empty. */
export const words = z.string().check(z.regex(/\S/));
/** Somebody, in a path or a body. A nickname would do as well for some calls, but it may change hands. */
export const target = z.object({ targetId: channelHash });

/** Which part of a list, from 0. */
export const paging = { page: number, size: z.int().check(z.gte(1), z.lte(500)) };

/** What may be told as nothing at all where it is empty. */
export const rowsOf = <Row extends z.ZodMiniType>(row: Row): z.ZodMiniType<z.output<Row>[]> =>
  z.pipe(
    z.nullable(z.array(row)),
    z.transform((rows) => rows ?? []),
  );

/** A part of a list as CHZZK tells it; how long the whole is, it does not always say. */
export interface ListedPart<Row> {
  readonly data: readonly Row[];
  readonly totalCount?: number | null | undefined;
}

/** A part of a list, by its rows. Of an empty one CHZZK tells an empty array, or nothing at all. */
export const part = <Row extends z.ZodMiniType>(row: Row): z.ZodMiniType<ListedPart<z.output<Row>>> =>
  z.pipe(
    z.nullable(
      z.object({ page: count, size: count, totalCount: count, totalPages: count, data: rowsOf(row) }),
    ),
    z.transform((found) => found ?? { data: [] }),
  );

/** Somebody; of whoever has left, nothing but empty fields. */
export const person = z.object({
  userIdHash: text,
  nickname: text,
  profileImageUrl: text,
  verifiedMark: flag,
});
