/** What stands behind a tab of the popup that is loaded when it is first chosen. */
import type { ComponentChildren } from 'preact';

import type { PopupActions } from '../../components/popup/actions.ts';

import type { PanelState } from '../../lib/live/panel.ts';
import type { View } from '../../lib/live/discover.ts';
import type { FeatureName } from '../../lib/features.ts';
import type { Settings } from '../../lib/store/settings-table.ts';

/** A tab's panel. */
export interface TabFace {
  /** What stands in the panel; `now` is Unix epoch milliseconds. */
  readonly draw: (now: number) => ComponentChildren;
  /** The popup knows something new: who is signed in, which channel the tab in front shows. Called first on loading. */
  readonly show: (state: PanelState) => void;
  /** The tab has come to the front, or left it: nothing needs to be asked for while it is not seen. */
  readonly front: (isInFront: boolean) => void;
  /** Shows this place, where the tab has places. */
  readonly look?: (view: View) => void;
}

/** What the popup does for a tab. */
export interface TabParts {
  /** Draws the popup again. */
  readonly draw: () => void;
  /** Asks the user to allow a feature; the popup shows what goes wrong. Firefox closes the popup meanwhile. */
  readonly allow: (feature: FeatureName) => void;
  readonly signIn: () => void;
  readonly openOptions: () => void;
  /** The settings now; they are read before anything is drawn. */
  readonly settings: () => Settings;
  readonly set: PopupActions['set'];
  readonly actions: () => PopupActions;
  /** Aborts when the popup closes. */
  readonly closed: AbortSignal;
}
