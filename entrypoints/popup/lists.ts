/** The lists beside that of the live channels: loaded when one of them, or their menu, is first wanted. */
import type { PopupActions } from '../../components/popup/actions.ts';
import type { ListsSlot, ListsWish } from '../../components/popup/following/slot.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import type { SettingKey, Settings } from '../../lib/store/settings-table.ts';

/** What the popup does for the lists. */
export interface ListsParts {
  readonly draw: () => void;
  readonly settings: () => Settings;
  readonly actions: () => PopupActions;
}

/** The lists, once they are loaded. */
export interface ListsFace {
  readonly wish: (wish: ListsWish) => void;
  /** What they bring into the tab; `now` is Unix epoch milliseconds. */
  readonly slot: (panel: PanelState, now: number) => ListsSlot;
  /** These settings changed, and that is stored. */
  readonly changed: (keys: readonly SettingKey[]) => void;
}

/** What the popup keeps of them until they are loaded. */
export interface Lists {
  readonly wish: ListsFace['wish'];
  /** `undefined`: not loaded yet. */
  readonly slot: (panel: PanelState, now: number) => ListsSlot | undefined;
  readonly changed: ListsFace['changed'];
}

/** Makes the lists. */
export function createLists(parts: ListsParts): Lists {
  let face: ListsFace | undefined;
  async function wish(wish: ListsWish): Promise<void> {
    const { createListsFace } = await import('./lists-face.tsx');
    face ??= createListsFace(parts);
    face.wish(wish);
  }
  return {
    wish: (wanted: ListsWish) => void wish(wanted),
    slot: (panel: PanelState, now: number) => face?.slot(panel, now),
    changed: (keys: readonly SettingKey[]) => face?.changed(keys),
  };
}
