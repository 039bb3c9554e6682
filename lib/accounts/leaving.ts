/** Giving tokens back to the platform. What could not be given back yet is held, sealed, until it is. */
import type { Exclusively } from './keeping.ts';
import { lockOf } from './keeping.ts';
import type { AccountEvents } from './events.ts';
import type { HeldGrant, Vault } from './vault.ts';
import type { SignInWay } from './way.ts';

/** What {@link createLeaving} needs. */
export interface LeavingParts {
  readonly vault: Vault;
  readonly way: SignInWay;
  readonly exclusively: Exclusively;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly events: AccountEvents;
}

/** Gives tokens back. */
export interface Leaving {
  /** Forgets the account, whether or not the platform can be reached, and gives all its tokens back. */
  readonly signOut: (id: string) => Promise<void>;
  /** Gives back what `id` had before its newest grant. */
  readonly retire: (id: string) => Promise<void>;
  /** At every start and once an hour: what no account needs any more is given back, what has ended is forgotten. */
  readonly tidy: () => Promise<void>;
}

/** Makes the service that signs accounts out. */
export function createLeaving({ vault, way, exclusively, now, events }: LeavingParts): Leaving {
  /** Gives the held grants that `which` picks back, one after the other. Never throws: the rest waits for next time. */
  async function giveBack(which: (held: HeldGrant) => boolean | Promise<boolean>): Promise<void> {
    for (const held of await vault.held()) {
      if (held.why === 'arrived' || !(await which(held))) continue;
      try {
        const current = held.accountId === undefined ? undefined : await vault.grant(held.accountId);
        if (current?.accessToken !== held.grant.accessToken) await way.revoke(held.grant);
        await vault.letGo(held.id);
      } catch {
        // No network; it stays held.
      }
    }
  }

  return {
    async signOut(id) {
      await exclusively(lockOf(id), async () => {
        await vault.remove(id);
        if ((await vault.activeId()) === id) {
          const next = (await vault.accounts())[0]?.id;
          await vault.setActive(next);
        }
      });
      events.tell({ kind: 'signed-out', accountId: id });
      await giveBack(({ accountId }) => accountId === id);
    },

    retire: (id) => giveBack(({ accountId, why }) => accountId === id && why === 'former'),

    async tidy() {
      await giveBack(
        async ({ accountId, why }) =>
          why === 'former' || accountId === undefined || (await vault.account(accountId)) === undefined,
      );
      for (const { id, why, grant } of await vault.held()) {
        if (why !== 'arrived' && (grant.expiresAt ?? Infinity) <= now()) await vault.letGo(id);
      }
    },
  };
}
