/** Restrictions: who may not take part in a channel, for how long, and who asks to be let in again. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import {
  channelUrl,
  count,
  none,
  nothing,
  number,
  part,
  paging,
  person,
  target,
  text,
  words,
} from './shapes.ts';

/** For how many days somebody can be restricted. */
export const restrictDays = [1, 3, 7, 15, 30, 90] as const;

/** `null`: for good. It is always sent: what CHZZK does without it, nobody knows for sure. */
const term = { restrictDays: z.nullable(z.literal(restrictDays)), memo: z.string() };

const restricted = z.object({
  ...person.shape,
  seq: count,
  userIdHash: z.string(),
  executeNickname: text,
  createdDate: text,
  releaseDate: text,
  memo: text,
});

/** Somebody who is restricted, as CHZZK lists them. */
export type RestrictedUser = z.infer<typeof restricted>;

const request = z.object({
  requestNo: z.number(),
  restrictSeq: count,
  userResponse: z.nullish(person),
  vindication: text,
  createdDate: text,
});

/** A plea to be let in again, as CHZZK lists it. */
export type ReleaseRequest = z.infer<typeof request>;

/** Without a name, everybody. */
const search = z.object({ ...paging, userNickname: z.exactOptional(z.string()) });

const url = `${channelUrl}/restrict-users`;
const requestsUrl = `${channelUrl}/restrict-release-requests`;
const common = { needs: 'CHAT_MANAGE', from: 'site' } as const;

/** The calls about restrictions. */
export const restrictionCalls = {
  list: call({
    ...common,
    id: 'restrictions.list',
    known: 'restrict(page,size,nickname)',
    method: 'GET',
    url,
    path: none,
    query: search,
    body: none,
    content: part(restricted),
  }),
  /** Whether somebody can be restricted. */
  validate: call({
    ...common,
    id: 'restrictions.validate',
    known: '(helper of add_restrict) validate',
    method: 'GET',
    url: `${url}/{targetId}/validate`,
    path: target,
    query: none,
    body: none,
    content: nothing,
  }),
  add: call({
    ...common,
    id: 'restrictions.add',
    known: 'add_restrict(user) [documented version] / add_restrict(user, days=7, reason=None) [v1.1.7+]',
    method: 'POST',
    url,
    path: none,
    query: none,
    // A nickname is taken as well, and is all that one has of somebody who is not on the screen.
    body: z.object({ targetId: words, ...term }),
    content: z.nullish(person),
  }),
  edit: call({
    ...common,
    id: 'restrictions.edit',
    known: '(not documented; v1.1.7+) edit_restrict(user, days, reason)',
    method: 'PATCH',
    url: `${url}/{targetId}`,
    path: target,
    query: none,
    body: z.object(term),
    content: z.nullish(person),
  }),
  /** Lifts a restriction; to approve a request is the same. */
  lift: call({
    ...common,
    id: 'restrictions.lift',
    known: 'remove_restrict(user)',
    method: 'DELETE',
    url: `${url}/{targetId}`,
    path: target,
    query: none,
    body: none,
    content: nothing,
  }),
} as const;

/** The calls about requests to be let in again. */
export const requestCalls = {
  list: call({
    needs: 'CHAT_MANAGE',
    from: 'studio',
    id: 'requests.list',
    known: 'unrestrict_requests(page,size,nickname)',
    method: 'GET',
    url: requestsUrl,
    path: none,
    query: search,
    body: none,
    content: part(request),
  }),
  reject: call({
    needs: 'CHAT_MANAGE',
    from: 'studio',
    id: 'requests.reject',
    known: 'UnrestrictRequest.reject(reason)',
    method: 'PUT',
    url: `${requestsUrl}/{requestNo}/reject`,
    path: z.object({ requestNo: number }),
    query: none,
    body: z.object({ judgment: z.string() }),
    content: nothing,
  }),
} as const;
