/** The vault of the background: records in IndexedDB, tokens in use in `storage.session`. */
import * as z from 'zod/mini';

import { allAccounts } from '../live/stream.ts';
import type { Connection } from '../store/database.ts';
import { pendingOf } from '../store/pending.ts';
import { sealedSchema } from '../store/record-schemas.ts';
import type { Records } from '../store/records.ts';
import type { AccountRecord, PendingWork } from '../store/schema.ts';
import { seal, type Sealed, sealingKey, unseal } from '../store/seal.ts';
import type { Session } from '../store/session.ts';
import { type Access, accessOf, type Account, type Grant } from './account.ts';
import type { HeldGrant, Vault } from './vault.ts';

const access = {
  clientId: z.string(),
  accessToken: z.string(),
  expiresAt: z.exactOptional(z.number()),
};
const accessSchema: z.ZodMiniType<Access> = z.object(access);
const grantSchema: z.ZodMiniType<Grant> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('implicit'), ...access }),
  z.object({ kind: z.literal('device'), refreshToken: z.string(), ...access }),
]);

/** The kind of pending work under which grants are held. */
const heldKind = 'grant';
/** `owner` is what it was sealed for. */
const heldSchema = z.object({
  why: z.enum(['arrived', 'former', 'renewed']),
  owner: z.string(),
  sealed: sealedSchema,
});

/** What {@link createStoredVault} needs. */
export interface StoredVaultParts {
  readonly records: Records;
  /** The one behind `records`. */
  readonly connection: Connection;
  readonly session: Session;
  /** Which account acts; remembered beyond the browser's end. */
  readonly active: {
    readonly read: () => Promise<string | undefined>;
    readonly write: (id?: string) => Promise<void>;
  };
  /** Unix epoch milliseconds. */
  readonly now: () => number;
}

const publicPart = (record: AccountRecord): Account => {
  const { id, platform, userId, login, name, avatarUrl, scopes, declined, state } = record;
  return {
    id,
    platform,
    userId,
    login,
    name,
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    scopes,
    ...(declined === undefined ? {} : { declined }),
    state,
  };
};

/** The vault over `records` and `session`. Every method throws a `storage` failure when the browser's storage fails. */
export function createStoredVault({ records, connection, session, active, now }: StoredVaultParts): Vault {
  const inUse = session.value('access', z.record(z.string(), accessSchema));

  async function opened(owner: string, sealed: Sealed): Promise<Grant | undefined> {
    const grant = grantSchema.safeParse(await unseal(await sealingKey(records), owner, sealed));
    return grant.success ? grant.data : undefined;
  }

  async function forgetAccess(id: string): Promise<void> {
    await inUse.update((all = {}) =>
      Object.fromEntries(Object.entries(all).filter(([other]) => other !== id)),
    );
  }

  async function grant(id: string): Promise<Grant | undefined> {
    const sealed = (await records.get('accounts', id))?.sealed;
    const found = sealed && (await opened(id, sealed));
    if (found) await inUse.update((all) => ({ ...all, [id]: accessOf(found) }));
    return found;
  }

  const holding = (why: HeldGrant['why'], owner: string, sealed: Sealed): PendingWork => ({
    id: `${heldKind}:${crypto.randomUUID()}`,
    kind: heldKind,
    startedAt: now(),
    data: { why, owner, sealed },
  });

  return {
    async accounts() {
      return (await records.list('accounts')).toSorted((a, b) => a.addedAt - b.addedAt).map(publicPart);
    },
    async account(id) {
      const record = await records.get('accounts', id);
      return record && publicPart(record);
    },
    async put(account, fresh, replaced = 'former') {
      const { id } = account;
      const sealed = fresh && (await seal(await sealingKey(records), id, fresh));
      // Gone before the new one is on disk: a life that ends in between must not leave the old one in use.
      if (fresh) await forgetAccess(id);
      await connection.use(async (database) => {
        const transaction = database.transaction(['accounts', 'pending'], 'readwrite');
        const accounts = transaction.objectStore('accounts');
        const old = await accounts.get(id);
        const kept = sealed ?? old?.sealed;
        await accounts.put({ ...account, addedAt: old?.addedAt ?? now(), ...(kept && { sealed: kept }) });
        if (sealed && old?.sealed) {
          await transaction.objectStore('pending').put(holding(replaced, id, old.sealed));
        }
        await transaction.done;
      });
      if (fresh) await inUse.update((all) => ({ ...all, [id]: accessOf(fresh) }));
    },
    async access(id) {
      const cached = (await inUse.get())?.[id];
      if (cached) return cached;
      const found = await grant(id);
      return found && accessOf(found);
    },
    grant,
    async remove(id) {
      await forgetAccess(id);
      await connection.use(async (database) => {
        const transaction = database.transaction(['accounts', 'live', 'pending'], 'readwrite');
        const old = await transaction.objectStore('accounts').get(id);
        if (old?.sealed) await transaction.objectStore('pending').put(holding('former', id, old.sealed));
        await transaction.objectStore('accounts').delete(id);
        await transaction.objectStore('live').delete(id);
        await transaction.objectStore('live').delete(allAccounts);
        await transaction.done;
      });
    },
    activeId: () => active.read(),
    setActive: (id) => active.write(id),
    async hold(arrived) {
      const owner = crypto.randomUUID();
      const sealed = await seal(await sealingKey(records), owner, arrived);
      const work = holding('arrived', owner, sealed);
      await records.put('pending', work);
      return work.id;
    },
    async held() {
      const works = await pendingOf(records, heldKind);
      const found: HeldGrant[] = [];
      for (const { id, data } of works) {
        const parsed = heldSchema.safeParse(data);
        const content = parsed.data && (await opened(parsed.data.owner, parsed.data.sealed));
        if (!parsed.data || !content) {
          // What cannot be opened any more can be neither used nor given back.
          await records.delete('pending', id);
          continue;
        }
        const { why, owner } = parsed.data;
        found.push({ id, why, grant: content, ...(why === 'arrived' ? {} : { accountId: owner }) });
      }
      return found;
    },
    letGo: (heldId) => records.delete('pending', heldId),
  };
}
