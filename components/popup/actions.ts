import type { FeatureName } from '../../lib/features.ts';
import type { TabName } from '../../lib/live/tabs.ts';
import type { AccountMenuActions } from '../accounts/AccountMenu.tsx';

/** What the popup can do. */
export interface PopupActions extends AccountMenuActions {
  readonly chooseTab: (tab: TabName) => void;
  readonly signIn: () => void;
  readonly signOut: (accountId: string) => void;
  readonly cancelSignIn: () => void;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => void;
  readonly copy: (words: string) => Promise<boolean>;
  readonly allow: (feature: FeatureName) => void;
  readonly refresh: () => void;
  readonly openOptions: () => void;
  readonly dismissDamaged: (id: string) => void;
  readonly saveDamaged: (id: string) => void;
}
