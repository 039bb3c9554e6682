/** CHZZK's side of the tab "Channel": whether there is one, and the loading of what stands there. */
import type { ComponentChildren } from 'preact';

import type { ChzzkSide } from '../../components/popup/channel/ChannelPanel.tsx';
import { browser } from '../../lib/browser.ts';
import { channelIn } from '../../lib/chzzk/site.ts';
import { chzzkManageOrigins } from '../../lib/policy.ts';
import { channelAt } from '../../lib/pages/channel-at.ts';
import type { ChzzkParts } from './chzzk-face.tsx';
import type { TabParts } from './face.ts';
import { tabInFront, watchTabInFront } from './tab-in-front.ts';

/** The side. */
export interface ChzzkPlace {
  /** Whether it is known where one is, and so which side stands in front. */
  readonly isKnown: () => boolean;
  /** `undefined` where the user does not use CHZZK. `isListed`: whom they follow there is in sight. */
  readonly side: (isListed: boolean, now: number) => ChzzkSide | undefined;
}

/** Looks where one is; `loading` stands there until the side has come. */
export function createChzzkSide(
  parts: ChzzkParts & Pick<TabParts, 'closed'>,
  loading: () => ComponentChildren,
): ChzzkPlace {
  const { draw } = parts;
  let isKnown = false;
  let channel: string | undefined;
  /** Once it has been drawn, it neither comes nor goes: what stands below would move. */
  let isThere: boolean | undefined;
  let isInFront = false;
  let isPermitted = false;
  let face: ((now: number) => ComponentChildren) | undefined;

  async function look(): Promise<void> {
    isPermitted = await browser.permissions.contains({ origins: chzzkManageOrigins }).catch(() => false);
    const tab = await tabInFront().catch(() => undefined);
    // The browser tells the address of a page that we may act in.
    const address = tab?.url;
    const before = channel;
    channel = isPermitted && address !== undefined ? channelIn(address) : undefined;
    // Whoever has turned to the other side meanwhile stays there until the tab is about something else.
    if (channel !== before && channel !== undefined) turn(true);
    else if (before !== undefined && address !== undefined && channelAt(address) !== undefined) turn(false);
    isKnown = true;
    draw();
  }

  function turn(next: boolean): void {
    isInFront = next;
    if (next) void load();
    draw();
  }

  async function load(): Promise<void> {
    const { createChzzkFace } = await import('./chzzk-face.tsx');
    face ??= createChzzkFace(parts, channel);
    draw();
  }

  void look();
  watchTabInFront(() => void look(), parts.closed);
  return {
    isKnown: () => isKnown,
    side(isListed, now) {
      isThere ??= isPermitted || isListed;
      return isThere ? { isInFront, turn, content: face?.(now) ?? loading() } : undefined;
    },
  };
}
