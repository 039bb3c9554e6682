/** Who helps in a channel, and what one may do there oneself. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, none, nothing, person, target, text, words } from './shapes.ts';
import { streamingRoles } from './wish.ts';

/** Somebody who has a role, the owner included. */
const helper = z.object({
  managerChannelId: z.string(),
  managerChannelName: text,
  userRole: text,
  createdDate: text,
});

const url = `${channelUrl}/streaming-roles`;
const common = { query: none, needs: 'CHANNEL_MANAGE', from: 'studio' } as const;

/** The calls. */
export const roleCalls = {
  /** Of the answer nobody has told the shape; this is what the official Open API answers to the same question. */
  list: call({
    ...common,
    id: 'roles.list',
    known: 'list managers',
    method: 'GET',
    url,
    path: none,
    body: none,
    content: z.object({ data: z.array(helper) }),
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
