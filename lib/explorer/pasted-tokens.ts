/**
 * Tokens that Sidestage cannot get by itself (an app's, an extension's): the user pastes them for this session.
 * They lie in the background's session memory, and nothing that leaves the background holds them.
 */
import * as z from 'zod/mini';

import { fail } from '../failure.ts';
import type { SessionValue } from '../store/session.ts';
import type { PastedKind } from './endpoint-card.ts';

/** A pasted token. */
export interface PastedToken {
  readonly kind: PastedKind;
  readonly accessToken: string;
  readonly clientId: string;
}

/** The kinds that can be pasted. */
export const pastedKinds = ['app', 'extension-jwt'] as const satisfies readonly PastedKind[];

/** Schema of what is kept: one token of each kind. */
export const pastedSchema = z.array(
  z.object({ kind: z.enum(pastedKinds), accessToken: z.string(), clientId: z.string() }),
);

/** The pasted tokens of this session. */
export interface PastedTokens {
  /** Keeps `token` in place of the one of its kind. */
  readonly keep: (token: PastedToken) => Promise<void>;
  readonly forget: (kind: PastedKind) => Promise<void>;
  /** Which kinds are there, and for which client. */
  readonly kinds: () => Promise<readonly Pick<PastedToken, 'kind' | 'clientId'>[]>;
  /**
   * The token that `account` stands for; `undefined` where it is no {@link pastedAccount}.
   *
   * @throws FailureError `wrong-token-kind` when it is one, but none was pasted.
   */
  readonly token: (account: string | undefined) => Promise<PastedToken | undefined>;
}

const prefix = 'pasted:';

/** The account under whose name the client asks for the pasted token of `kind`. */
export function pastedAccount(kind: PastedKind): string {
  return prefix + kind;
}

/** Makes the keeper of pasted tokens. */
export function createPastedTokens(kept: SessionValue<PastedToken[]>): PastedTokens {
  return {
    async keep(token) {
      await kept.update((all = []) => [...all.filter(({ kind }) => kind !== token.kind), token]);
    },

    async forget(kind) {
      await kept.update((all = []) => all.filter((token) => token.kind !== kind));
    },

    async kinds() {
      return ((await kept.get()) ?? []).map(({ kind, clientId }) => ({ kind, clientId }));
    },

    async token(account) {
      const wanted = pastedKinds.find((kind) => pastedAccount(kind) === account);
      if (wanted === undefined) return undefined;
      const token = (await kept.get())?.find(({ kind }) => kind === wanted);
      return token ?? fail({ code: 'wrong-token-kind', needs: wanted });
    },
  };
}
