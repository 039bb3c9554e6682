/** Who helps in a channel, and what one may do there oneself. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, none, nothing, person, rowsOf, target, text, words } from './shapes.ts';
import { streamingRoles } from './wish.ts';

/**
 * Somebody who has a role, the owner included: as the official Open API tells it, or in the words in which this host speaks of
 * whoever is given one.
 */
const helper = z.union([
  z.object({ managerChannelId: z.string(), managerChannelName: text, userRole: text, createdDate: text }),
  z.pipe(
    z.object({ userIdHash: z.string(), nickname: text, userRoleType: text, createdDate: text }),
    z.transform(({ userIdHash, nickname, userRoleType, createdDate }) => ({
      managerChannelId: userIdHash,
      managerChannelName: nickname,
      userRole: userRoleType,
      createdDate,
    })),
  ),
]);

const url = `${channelUrl}/streaming-roles`;
const common = { query: none, needs: 'CHANNEL_MANAGE', from: 'studio' } as const;

/** The calls. */
export const roleCalls = {
  /** Of the answer nobody has told the shape; see {@link helper} for what it is read as. */
  list: call({
    ...common,
    id: 'roles.list',
    known: 'list managers',
    method: 'GET',
    url,
    path: none,
    body: none,
    content: z.object({ data: rowsOf(helper) }),
  }),
  add: call({
    ...common,
    id: 'roles.add',
    known: 'add_role(user, role)',
    method: 'POST',
    url,
    path: none,
    body: z.object({ targetId: words, userRoleType: z.enum(streamingRoles) }),
    content: z.nullish(person),
  }),
  remove: call({
    ...common,
    id: 'roles.remove',
    known: 'remove_role(user)',
    method: 'DELETE',
    url: `${url}/{targetId}`,
    path: target,
    body: none,
    content: nothing,
  }),
  /** Also of somebody who has no role there. */
  mine: call({
    ...common,
    id: 'roles.mine',
    known: 'my role on a channel',
    method: 'GET',
    url: `${channelUrl}/my-role`,
    path: none,
    body: none,
    content: z.object({ userRole: z.nullish(z.string()), permissions: z.nullish(z.array(z.string())) }),
  }),
} as const;
