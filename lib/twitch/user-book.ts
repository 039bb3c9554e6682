/** People of whom the id is known, so that acting on them need not ask again: kept until the browser closes. */
import * as z from 'zod/mini';

import type { PlatformUser } from '../moderation/platform.ts';
import type { SessionValue } from '../store/session.ts';

/** See the file's head. */
export interface UserBook {
  /** Those who are known, by login. */
  readonly read: (logins: readonly string[]) => Promise<ReadonlyMap<string, PlatformUser>>;
  readonly write: (users: readonly PlatformUser[]) => Promise<void>;
}

/** The schema of what is kept, by login. */
export const usersSchema = z.record(
  z.string(),
  z.object({ id: z.string(), login: z.string(), name: z.string() }),
);

/** How many people are remembered; each saves one request. */
const atMost = 500;

/** The book in the session's storage; who came first is forgotten first. */
export function createUserBook(kept: SessionValue<z.infer<typeof usersSchema>>): UserBook {
  return {
    async read(logins) {
      const wanted = new Set(logins);
      return new Map(Object.entries((await kept.get()) ?? {}).filter(([login]) => wanted.has(login)));
    },
    async write(users) {
      await kept.update((all = {}) => {
        const fresh = users.map((user): [string, PlatformUser] => [user.login, user]);
        return Object.fromEntries([...Object.entries(all), ...fresh].slice(-atMost));
      });
    },
  };
}
