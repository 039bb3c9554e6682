/**
 * The channels that an account moderates. Asked for once and kept, so that opening somebody else's channel costs nothing.
 */
import * as z from 'zod/mini';

import type { Account } from '../accounts/account.ts';
import type { ChannelRole } from '../channel/role.ts';
import type { PlatformUser } from '../moderation/platform.ts';
import type { SessionValue } from '../store/session.ts';
import type { Helix } from './helix/client.ts';
import { getModeratedChannels } from './helix/endpoints/roles.ts';

/** What is kept: by account, when it was asked for (Unix epoch milliseconds), and the channels. */
export const moderatedSchema = z.record(
  z.string(),
  z.object({
    at: z.number(),
    channels: z.readonly(z.array(z.object({ id: z.string(), login: z.string(), name: z.string() }))),
  }),
);

/** See the file's head. */
export interface ModeratedChannels {
  /** The channel, when `account` is its broadcaster or one of its moderators. */
  readonly find: (login: string, account: Account, hint?: Hint) => Promise<PlatformUser | undefined>;
  /** What `account` is in the channel, as far as that is known without asking. */
  readonly known: (login: string, account: Account) => Promise<ChannelRole | undefined>;
  /** Forgets the list of an account, so that the next look asks for it. */
  readonly forget: (accountId: string) => Promise<void>;
}

/** What the page says; it can only make the list be asked for again. */
export interface Hint {
  readonly pageSaysModerator?: boolean;
}

/** How long a list is believed, ms. */
const staleAfter = 60 * 60 * 1000;
/** The least time between two requests for it, whatever a page says, ms. */
const atMostEvery = 60 * 1000;

/** What {@link createModeratedChannels} needs. */
export interface ModeratedChannelsParts {
  readonly helix: Helix;
  readonly kept: SessionValue<z.infer<typeof moderatedSchema>>;
  readonly now: () => number;
}

/** Makes the list of moderated channels. */
export function createModeratedChannels({ helix, kept, now }: ModeratedChannelsParts): ModeratedChannels {
  const asking = new Map<string, Promise<readonly PlatformUser[]>>();

  async function fetchNow(account: Account): Promise<readonly PlatformUser[]> {
    const channels: PlatformUser[] = [];
    for await (const row of helix.pages(getModeratedChannels, {}, { as: account.id })) {
      channels.push({ id: row.broadcaster_id, login: row.broadcaster_login, name: row.broadcaster_name });
    }
    await kept.update((all) => ({ ...all, [account.id]: { at: now(), channels } }));
    return channels;
  }

  function refresh(account: Account): Promise<readonly PlatformUser[]> {
    const running = asking.get(account.id) ?? fetchNow(account).finally(() => asking.delete(account.id));
    asking.set(account.id, running);
    return running;
  }

  return {
    async find(login, account, { pageSaysModerator = false } = {}) {
      if (login === account.login) return { id: account.userId, login, name: account.name };
      const list = (await kept.get())?.[account.id];
      const age = list === undefined ? Infinity : now() - list.at;
      const found = list?.channels.find((channel) => channel.login === login);
      const isDoubtful = found === undefined && pageSaysModerator && age > atMostEvery;
      if (age < staleAfter && !isDoubtful) return found;
      return (await refresh(account)).find((channel) => channel.login === login);
    },
    async known(login, account) {
      if (login === account.login) return 'broadcaster';
      const list = (await kept.get())?.[account.id];
      return list && (list.channels.some((channel) => channel.login === login) ? 'moderator' : 'none');
    },
    async forget(accountId) {
      await kept.update((all = {}) =>
        Object.fromEntries(Object.entries(all).filter(([id]) => id !== accountId)),
      );
    },
  };
}
