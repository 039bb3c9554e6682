/** What each endpoint does, by its id. */
import type { Handler } from '../call.ts';
import type { EndpointId } from '../endpoints/index.ts';
import { channels } from './channels.ts';
import { chat } from './chat.ts';
import { emotes } from './emotes.ts';
import { moderation } from './moderation.ts';
import { pins } from './pins.ts';
import { polls } from './polls.ts';
import { predictions } from './predictions.ts';
import { rewards } from './rewards.ts';
import { roles } from './roles.ts';
import { safety } from './safety.ts';
import { streams } from './streams.ts';
import { users } from './users.ts';

const written: Partial<Record<EndpointId, Handler>> = {
  ...channels,
  ...chat,
  ...emotes,
  ...moderation,
  ...pins,
  ...polls,
  ...predictions,
  ...rewards,
  ...roles,
  ...safety,
  ...streams,
  ...users,
};

/** The handler of an endpoint; one that is not written yet answers with nothing found. */
export function handlerFor(id: string): Handler {
  return written[id as EndpointId] ?? ((call) => (call.endpoint.success === 204 ? undefined : { data: [] }));
}
