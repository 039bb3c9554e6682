import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { isObject } from '../params.ts';

/** How many conduits a client may have. */
const mostConduits = 5;
const mostShards = 20_000;

function shardCount(call: Call, words: string): number {
  const count = call.number('shard_count') ?? 0;
  if (count < 1 || count > mostShards) refuse(400, words);
  return count;
}

function ownConduit(call: Call, id: string): Call['world']['office']['conduits'][number] {
  const found = call.world.office.conduits.find((one) => one.id === id) ?? refuse(404, 'Conduit not found.');
  if (found.clientId !== call.clientId)
    refuse(404, 'Conduit’s owner must match the client ID in the access token.');
  return found;
}

/** Category “Conduits”. */
export const conduits = {
  'get-conduits': (call) => ({
    data: call.world.office.conduits
      .filter((one) => one.clientId === call.clientId)
      .map((one) => ({ id: one.id, shard_count: one.shardCount })),
  }),

  'create-conduits': (call) => {
    const { conduits: all } = call.world.office;
    const count = shardCount(call, 'Invalid shard count.');
    if (all.filter((one) => one.clientId === call.clientId).length >= mostConduits) {
      refuse(429, 'Conduit limit reached.');
    }
    const made = { id: crypto.randomUUID(), clientId: call.clientId, shardCount: count, shards: new Map() };
    all.push(made);
    return { data: [{ id: made.id, shard_count: count }] };
  },

  'update-conduits': (call) => {
    const conduit = ownConduit(call, call.text('id'));
    conduit.shardCount = shardCount(call, 'Invalid shard count');
    return { data: [{ id: conduit.id, shard_count: conduit.shardCount }] };
  },

  'delete-conduit': (call) => {
    const conduit = ownConduit(call, call.text('id'));
    call.world.office.conduits.splice(call.world.office.conduits.indexOf(conduit), 1);
    return undefined;
  },

  'get-conduit-shards': (call) => {
    const conduit = ownConduit(call, call.text('conduit_id'));
    const status = call.maybe('status');
    const rows = [...conduit.shards.values()].filter(
      (one) => status === undefined || one['status'] === status,
    );
    const page = pageOf(call, rows);
    return { data: page.rows, pagination: page.pagination };
  },

  'update-conduit-shards': (call) => {
    const conduit = ownConduit(call, call.text('conduit_id'));
    const errors: object[] = [];
    const data: object[] = [];
    for (const given of call.objects('shards')) {
      const id = String(given['id']);
      const transport = isObject(given['transport']) ? given['transport'] : {};
      const shown = Object.fromEntries(Object.entries(transport).filter(([name]) => name !== 'secret'));
      if (!(Number(id) < conduit.shardCount)) {
        errors.push({
          id,
          message: 'The shard id is outside the conduit’s range',
          code: 'invalid_parameter',
        });
        continue;
      }
      const status =
        transport['method'] === 'websocket' ? 'enabled' : 'webhook_callback_verification_pending';
      const shard = { id, status, transport: shown };
      conduit.shards.set(id, shard);
      data.push(shard);
    }
    return { data, errors };
  },
} as const satisfies Record<string, Handler>;
