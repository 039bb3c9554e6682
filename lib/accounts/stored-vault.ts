/** The vault of the background: records in IndexedDB, tokens in use in `storage.session`. */
import * as z from 'zod/mini';

import type { Records } from '../store/records.ts';
import type { AccountRecord } from '../store/schema.ts';
import { seal, sealingKey, unseal } from '../store/seal.ts';
import type { Session } from '../store/session.ts';
import type { Account, Grant } from './account.ts';
import type { Vault } from './vault.ts';

const grantSchema: z.ZodMiniType<Grant> = z.object({
  kind: z.literal('implicit'),
  clientId: z.string(),
  accessToken: z.string(),
  expiresAt: z.exactOptional(z.number()),
});

/** What {@link createStoredVault} needs. */
export interface StoredVaultParts {
  readonly records: Records;
  readonly session: Session;
  /** Which account acts; remembered beyond the browser's end. */
  readonly active: {
    readonly read: () => Promise<string | undefined>;
    readonly write: (id?: string) => Promise<void>;
  };
  /** Unix epoch milliseconds. */
  readonly now: () => number;
}

const publicPart = ({
  id,
  platform,
  userId,
  login,
  name,
  avatarUrl,
  scopes,
  state,
}: AccountRecord): Account => ({
  id,
  platform,
  userId,
  login,
  name,
  ...(avatarUrl === undefined ? {} : { avatarUrl }),
  scopes,
  state,
});

/** The vault over `records` and `session`. Every method throws a `storage` failure when the browser's storage fails. */
export function createStoredVault({ records, session, active, now }: StoredVaultParts): Vault {
  const inUse = session.value('grants', z.record(z.string(), grantSchema));

  async function unsealed(id: string): Promise<Grant | undefined> {
    const sealed = (await records.get('accounts', id))?.sealed;
    if (sealed === undefined) return undefined;
    const grant = grantSchema.safeParse(await unseal(await sealingKey(records), id, sealed));
    return grant.success ? grant.data : undefined;
  }

  return {
    async accounts() {
      return (await records.list('accounts')).toSorted((a, b) => a.addedAt - b.addedAt).map(publicPart);
    },
    async account(id) {
      const record = await records.get('accounts', id);
      return record && publicPart(record);
    },
    async put(account, grant) {
      const sealed = grant && (await seal(await sealingKey(records), account.id, grant));
      await records.update('accounts', account.id, (old) => ({
        ...account,
        addedAt: old?.addedAt ?? now(),
        ...(sealed ? { sealed } : old?.sealed ? { sealed: old.sealed } : {}),
      }));
      // The sealed copy is on disk before anybody uses the grant.
      if (grant) await inUse.update((grants) => ({ ...grants, [account.id]: grant }));
    },
    async grant(id) {
      const cached = (await inUse.get())?.[id];
      if (cached) return cached;
      const grant = await unsealed(id);
      if (grant) await inUse.update((grants) => ({ ...grants, [id]: grant }));
      return grant;
    },
    async remove(id) {
      await inUse.update((grants) => {
        const { [id]: _gone, ...others } = grants ?? {};
        return others;
      });
      await records.delete('live', id);
      await records.delete('accounts', id);
    },
    activeId: () => active.read(),
    setActive: (id) => active.write(id),
  };
}
