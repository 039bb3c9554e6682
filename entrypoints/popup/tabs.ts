/** The tabs of the popup: which one is in front, and the loading of those that are not needed at once. */
import type { ComponentChildren } from 'preact';

import type { View } from '../../lib/live/discover.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { type TabName, tabOf } from '../../lib/live/tabs.ts';
import type { TabFace, TabParts } from './face.ts';

type Lazy = Exclude<TabName, 'following'>;

const loaders: Readonly<Record<Lazy, () => Promise<{ createFace: (parts: TabParts) => TabFace }>>> = {
  discover: () => import('./discover-face.tsx'),
  channel: () => import('./channel-face.tsx'),
};

/** Where the tab is remembered: read before the first frame, which the extension's own storage is too slow for. */
const remembered = 'popup.tab';

/** The tabs. */
export interface Tabs {
  readonly inFront: () => TabName;
  readonly choose: (tab: TabName) => void;
  /** Brings "Discover" to the front, and shows this place there. */
  readonly look: (view: View) => void;
  /** What stands in the panel of the tab in front; `undefined` while it is being loaded. */
  readonly draw: (now: number) => ComponentChildren;
  readonly show: (state: PanelState) => void;
}

/** Makes the tabs; the one that was in front last is in front again. */
export function createTabs(parts: TabParts): Tabs {
  const faces: Partial<Record<Lazy, TabFace>> = {};
  let inFront = tabOf(localStorage.getItem(remembered));
  let state: PanelState | undefined;

  async function open(tab: TabName, view?: View): Promise<void> {
    if (tab === 'following') return;
    if (!faces[tab]) {
      const { createFace } = await loaders[tab]();
      faces[tab] ??= createFace(parts);
      if (state) faces[tab].show(state);
    }
    if (inFront === tab) faces[tab].front(true);
    if (view) faces[tab].look?.(view);
    parts.draw();
  }

  function bring(tab: TabName, view?: View): void {
    if (inFront !== 'following') faces[inFront]?.front(false);
    inFront = tab;
    localStorage.setItem(remembered, tab);
    void open(tab, view);
    parts.draw();
  }

  void open(inFront);

  return {
    inFront: () => inFront,
    choose(tab) {
      if (tab !== inFront) bring(tab);
    },
    look: (view) => bring('discover', view),
    draw: (now) => (inFront === 'following' ? undefined : faces[inFront]?.draw(now)),
    show(next) {
      state = next;
      for (const face of Object.values(faces)) face.show(next);
    },
  };
}
