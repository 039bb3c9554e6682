/** The panel of a channel's managers on CHZZK in pages of our own: on the desk, in the options, in the popup. */
import { browser } from '../../lib/browser.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import { call } from '../../lib/messages/call.ts';
import { openDesk } from '../../lib/options/own-window.ts';
import { chzzkManageOrigins } from '../../lib/policy.ts';
import { openPanelIn, type Panel, type PanelWorld } from './any-panel.ts';

const world: PanelWorld = {
  isPermitted: () => browser.permissions.contains({ origins: chzzkManageOrigins }),
  permit: () => browser.permissions.request({ origins: chzzkManageOrigins }),
  readChannels: async (also) => (await call('chzzk.channels', also === undefined ? {} : { also })).channels,
  readKey: (channel) => call('chzzk.streamKey', { channel }),
  openDesk: (place) => void openDesk(place),
};

/** They hear news until they are gone. */
const forGood = new AbortController().signal;

/** Opens the panel at `start`; `show` is called whenever it shows something else. */
export const openPanel = (
  show: () => void,
  start: ManagePlace = {},
  more: Pick<PanelWorld, 'saveElsewhere'> = {},
): Panel => openPanelIn({ ...world, ...more }, show, forGood, start);
