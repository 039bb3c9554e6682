/** Whose follows are listed: those of the account that acts, or of all that are signed in. */
import type { Account } from '../accounts/account.ts';
import type { AccountsView } from '../accounts/accounts.ts';
import { features } from '../features.ts';
import type { Settings } from '../store/settings-table.ts';
import { allAccounts } from './stream.ts';

/** Those whose follows make one list, and the id under which that stands. */
export interface Whose<Who = Account> {
  readonly listId: string;
  readonly accounts: readonly Who[];
}

type Wish = Pick<Settings, 'live.whose'>;
type Known = Pick<AccountsView, 'accounts' | 'activeId'>;

const isMerged = ({ accounts }: Known, wish: Wish): boolean =>
  wish['live.whose'] === 'all' && accounts.length > 1;

/** The id of the list that the user wants to see; `undefined`: nobody is signed in. */
export function listIdOf(view: Known, wish: Wish): string | undefined {
  return view.activeId !== undefined && isMerged(view, wish) ? allAccounts : view.activeId;
}

/**
 * Whom to ask for. The one that acts is always among them, so that what is wrong with it is told of; another is left out
 * while its sign-in has expired or lacks the scope, since its list must not keep the others' from coming.
 */
export function whoseOf(active: Account, view: Known, wish: Wish): Whose {
  if (!isMerged(view, wish)) return { listId: active.id, accounts: [active] };
  const others = view.accounts.filter(
    ({ id, platform, state, scopes }) =>
      id !== active.id &&
      platform === active.platform &&
      state === 'ok' &&
      features.live.scopes.every((scope) => scopes.includes(scope)),
  );
  return { listId: allAccounts, accounts: [active, ...others] };
}
