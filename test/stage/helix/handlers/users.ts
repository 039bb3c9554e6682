import type { Handler } from '../call.ts';
import { refuse } from '../refusal.ts';
import { userShape } from '../shapes.ts';

/** Category “Users”. */
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
      ...logins.flatMap((login) => world.find(login) ?? []),
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
} as const satisfies Record<string, Handler>;
