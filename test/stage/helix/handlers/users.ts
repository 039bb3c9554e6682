import { mapUnder } from '../../world/tables.ts';
import type { Call, Handler } from '../call.ts';
import { isObject, type Json } from '../params.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named, userShape } from '../shapes.ts';

/** Extensions that every user of the stage has installed. */
const installed = [
  {
    id: 'stageext0polls00000000000001',
    version: '1.2.0',
    name: 'Applause Meter',
    can_activate: true,
    type: ['panel'],
  },
  {
    id: 'stageext0overlay000000000002',
    version: '0.9.1',
    name: 'Curtain',
    can_activate: true,
    type: ['overlay', 'component'],
  },
];

const slots = { panel: ['1', '2', '3'], overlay: ['1'], component: ['1', '2'] } as const;

/** The token's user, or the one that `name` names. */
function active(call: Call, userId: string): Record<string, Record<string, Json>> {
  const held = mapUnder(call.world.office.activeExtensions, userId);
  return Object.fromEntries(
    Object.entries(slots).map(([kind, ids]) => [
      kind,
      Object.fromEntries(ids.map((id) => [id, held.get(`${kind} ${id}`) ?? { active: false }])),
    ]),
  );
}

/** Category “Users” and “Whispers”. */
export const users = {
  'get-users': (call) => {
    const { world, user } = call;
    const ids = call.texts('id');
    const logins = call.texts('login');
    if (ids.length + logins.length > 100) {
      refuse(400, 'The request exceeded the maximum allowed number of id and/or login query parameters.');
    }
    const found = new Set([
      ...ids.flatMap((id) => world.users.get(id) ?? []),
      ...logins.flatMap((login) => world.byLogin(login) ?? []),
    ]);
    if (ids.length + logins.length === 0) {
      found.add(
        user ??
          refuse(
            400,
            'The id or login query parameter is required unless the request uses a user access token.',
          ),
      );
    }
    return {
      data: [...found].map((one) => userShape(one, one === user && call.hasScope('user:read:email'))),
    };
  },

  'update-user': (call) => {
    const { user } = call;
    if (!user) return refuse(401, 'The access token is not valid.');
    user.description = call.text('description');
    return { data: [userShape(user, call.hasScope('user:read:email'))] };
  },

  'get-authorization-by-user': (call) => ({
    data: call.texts('user_id').flatMap((id) => {
      const scopes = call.world.auth.consentOf(call.clientId, id);
      return scopes ? { ...named('user', call.world.users.get(id)), scopes } : [];
    }),
  }),

  'get-user-block-list': (call) => {
    const page = pageOf(call, [...mapUnder(call.world.blocked, call.text('broadcaster_id')).keys()]);
    return {
      data: page.rows.map((id) => {
        const user = call.world.users.get(id);
        return { user_id: id, user_login: user?.login ?? '', display_name: user?.displayName ?? '' };
      }),
      pagination: page.pagination,
    };
  },

  'block-user': (call) => {
    const me = call.user?.id ?? '';
    const target = call.userIn('target_user_id', 'The target_user_id query parameter is required.');
    if (target.id === me) {
      refuse(400, 'The ID in target_user_id cannot be the same as the user ID in the access token.');
    }
    mapUnder(call.world.blocked, me).set(target.id, call.world.clock.now());
    return undefined;
  },

  'unblock-user': (call) => {
    mapUnder(call.world.blocked, call.user?.id ?? '').delete(call.text('target_user_id'));
    return undefined;
  },

  'get-user-extensions': () => ({ data: installed }),

  'get-user-active-extensions': (call) => {
    const userId = call.maybe('user_id') ?? call.user?.id;
    if (userId === undefined) {
      return refuse(400, 'The user_id query parameter is required if you specify an app access token.');
    }
    return { data: active(call, userId) };
  },

  'update-user-extensions': (call) => {
    const data = call.object('data') ?? refuse(400, 'The JSON payload is malformed.');
    const held = mapUnder(call.world.office.activeExtensions, call.user?.id ?? '');
    for (const kind of Object.keys(slots)) {
      for (const [slot, wanted] of Object.entries(isObject(data[kind]) ? data[kind] : {})) {
        if (!isObject(wanted)) return refuse(400, 'The JSON payload is malformed.');
        const known = installed.find((one) => one.id === wanted['id'] && one.version === wanted['version']);
        if (wanted['active'] !== true) held.delete(`${kind} ${slot}`);
        else if (!known) refuse(404, 'An extension with the specified id and version values was not found.');
        else
          held.set(`${kind} ${slot}`, {
            active: true,
            id: known.id,
            version: known.version,
            name: known.name,
          });
      }
    }
    return { data: active(call, call.user?.id ?? '') };
  },

  'send-whisper': (call) => {
    const { world } = call;
    const from = call.userIn('from_user_id');
    const to = call.userIn('to_user_id', 'The ID in to_user_id was not found.', 404);
    if (from.id === to.id) {
      refuse(400, 'The ID in the from_user_id and to_user_id query parameters must be different.');
    }
    if (!from.verifiedPhone) {
      refuse(401, 'The user in the from_user_id query parameter must have a verified phone number.');
    }
    const message = call.text('message');
    const knows = world.whispers.some((one) => one.fromId === to.id && one.toId === from.id);
    const wroteToday = world.whispers.some(
      (one) => one.fromId === from.id && one.toId === to.id && one.at > world.clock.now() - 86_400_000,
    );
    const allowed =
      world.quota.use(`whisper second ${from.id}`, 3, 1_000) &&
      world.quota.use(`whisper minute ${from.id}`, 100, 60_000) &&
      (wroteToday || world.quota.use(`whisper day ${from.id}`, 40, 86_400_000));
    if (!allowed) {
      refuse(
        429,
        'The sending user exceeded the number of whisper requests that they may make. See Rate Limits for this endpoint above.',
      );
    }
    // A stranger's long whisper is cut, and one to somebody who blocked the sender is dropped without a word.
    const text = Array.from(message)
      .slice(0, knows ? 10_000 : 500)
      .join('');
    if (!mapUnder(world.blocked, to.id).has(from.id)) world.whisper(from.id, to.id, text);
    return undefined;
  },
} as const satisfies Record<string, Handler>;
