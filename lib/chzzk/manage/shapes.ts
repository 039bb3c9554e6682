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

/** What stands around a part of a list, which itself is `data`. */
export const part = { page: count, size: count, totalCount: count, totalPages: count };

/** Somebody; of whoever has left, nothing but empty fields. */
export const person = z.object({
  userIdHash: text,
  nickname: text,
  profileImageUrl: text,
  verifiedMark: flag,
});
