/** Who follows and who subscribes, and what somebody did in the chat. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, count, flag, none, part, paging, person, target, text } from './shapes.ts';
import { periods, sortings, tiers } from './wish.ts';

const sortType = z.enum(sortings);

const following = z.nullish(z.object({ following: flag, notification: flag, followDate: text }));

const common = { body: none, from: 'studio' } as const;

/** The calls. */
export const peopleCalls = {
  activity: call({
    ...common,
    id: 'people.activity',
    known: 'chat_activity_count(user)',
    method: 'GET',
    url: `${channelUrl}/users/{targetId}/chat-activity-count`,
    path: target,
    query: none,
    needs: 'CHAT_MANAGE',
    content: z.object({
      chatMessageCount: count,
      restrict: flag,
      restrictCount: count,
      temporaryRestrict: flag,
      temporaryRestrictCount: count,
    }),
  }),
  /** Which of the two is the follower's own following, no source says. */
  followers: call({
    ...common,
    id: 'people.followers',
    known: 'followers(page,size,sort_type)',
    method: 'GET',
    url: `${channelUrl}/followers`,
    path: none,
    query: z.object({ ...paging, sortType, userNickname: z.exactOptional(z.string()) }),
    needs: 'CHANNEL_MANAGE',
    content: part(z.object({ user: z.nullish(person), following, channelFollowing: following })),
  }),
  /** Whatever is not narrowed down is left out: sent empty, it is refused. */
  subscribers: call({
    ...common,
    id: 'people.subscribers',
    known: 'subcribers(page,size,sort_type,publish_period,tier,nickname) [HEAD: subscribers]',
    method: 'GET',
    url: `${channelUrl}/subscribers`,
    path: none,
    query: z.object({
      ...paging,
      sortType,
      publishPeriod: z.exactOptional(z.literal(periods)),
      tier: z.exactOptional(z.enum(tiers)),
      nickname: z.exactOptional(z.string().check(z.minLength(1))),
    }),
    needs: 'CHANNEL_MANAGE',
    content: part(
      z.object({
        ...person.shape,
        totalMonth: count,
        tier: text,
        publishPeriod: count,
        twitchMonth: count,
        createdDate: text,
      }),
    ),
  }),
} as const;
