/** What each endpoint does, by its id. */
import type { Handler } from '../call.ts';
import type { EndpointId } from '../endpoints/index.ts';
import { channels } from './channels.ts';
import { moderation } from './moderation.ts';
import { streams } from './streams.ts';
import { users } from './users.ts';

const written: Partial<Record<EndpointId, Handler>> = { ...channels, ...moderation, ...streams, ...users };

export const handlers = new Proxy(written as Record<EndpointId, Handler>, {
  get: (table, id) =>
    table[id as EndpointId] ?? ((call) => (call.endpoint.success === 204 ? undefined : { data: [] })),
});
