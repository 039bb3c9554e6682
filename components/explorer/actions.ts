import type { PastedKind } from '../../lib/explorer/endpoint-card.ts';
import type { Draft } from '../../lib/explorer/form.ts';
import type { PastCall } from '../../lib/explorer/history.ts';
import type { PastedToken } from '../../lib/explorer/pasted-tokens.ts';

/** What the explorer can do. */
export interface ExplorerActions {
  readonly search: (query: string) => void;
  readonly type: (name: string, draft: Draft) => void;
  readonly reset: () => void;
  readonly send: (confirmed?: boolean) => void;
  readonly cancel: () => void;
  readonly next: () => void;
  readonly curl: () => string | undefined;
  readonly copy: (words: string) => Promise<boolean>;
  readonly callAs: (accountId: string) => void;
  readonly findChannel: (login: string) => void;
  readonly grant: (scopes: readonly string[]) => void;
  readonly keepToken: (token: PastedToken) => Promise<boolean>;
  readonly forgetToken: (kind: PastedKind) => void;
  readonly reopen: (call: PastCall) => void;
  readonly clearHistory: () => void;
  /** Goes to an endpoint, or to none. */
  readonly goTo: (id?: string) => void;
  readonly signIn: () => void;
}
