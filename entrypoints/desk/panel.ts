/** The panel of a channel's managers on CHZZK, wherever it stands: on the desk, in the options, in the popup. */
import type { ManageActions } from '../../components/chzzk/actions.ts';
import { browser } from '../../lib/browser.ts';
import { failureOf } from '../../lib/failure.ts';
import { createChzzkManage } from '../../lib/managing/managing.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import type { ManageState } from '../../lib/managing/state.ts';
import { call } from '../../lib/messages/call.ts';
import { openDesk } from '../../lib/options/own-window.ts';
import { chzzkManageOrigins } from '../../lib/policy.ts';
import { copy, save } from '../options/user-files.ts';

/** The panel. */
export interface Panel {
  /** What it shows; `undefined` before anything was looked at. */
  readonly state: () => ManageState | undefined;
  readonly actions: ManageActions;
  readonly goTo: (place: ManagePlace) => void;
}

/** So long lies between two requests that nobody pressed for one by one, ms. */
const pause = 700;

/** Typing pauses so long before what was typed is looked for, ms. */
const typingPause = 250;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the panel at `start`; `show` is called whenever it shows something else. */
export function openPanel(show: () => void, start: ManagePlace = {}): Panel {
  let shown: ManageState | undefined;
  const manage = createChzzkManage(
    {
      isPermitted: () => browser.permissions.contains({ origins: chzzkManageOrigins }),
      permit: () => browser.permissions.request({ origins: chzzkManageOrigins }),
      readChannels: async (also) =>
        (await call('chzzk.channels', also === undefined ? {} : { also })).channels,
      read: (channel, list, page, search) => call('chzzk.read', { channel, list, page, search }),
      readActivity: (channel, id) => call('chzzk.activity', { channel, id }),
      readKey: (channel) => call('chzzk.streamKey', { channel }),
      act: (channel, doing) => call('chzzk.act', { id: crypto.randomUUID(), channel, doing }),
      openTab: (channel, from) => call('chzzk.openTab', { channel, from }),
      wait: () => later(pause),
      typed: () => later(typingPause),
      save: ({ name, type, content }) => save(name, type, content),
      now: () => Date.now(),
      show: (state) => {
        shown = state;
        show();
      },
    },
    start,
  );

  const actions: ManageActions = {
    permit: () => void manage.permit(),
    look: () => void manage.look(),
    choose: (channel) => void manage.choose(channel),
    turnTo: (list) => void manage.turnTo(list),
    openDesk: (place) => void openDesk(place),
    reload: () => void manage.reload(),
    search: (search) => void manage.search(search),
    more: () => void manage.more(),
    activity: manage.activity,
    readKey: () => void manage.readKey(),
    forgetKey: manage.forgetKey,
    copy,
    categories: async (name) => {
      try {
        return (await call('chzzk.categories', { channel: shown?.channel ?? '', name })).categories;
      } catch (error) {
        return failureOf(error);
      }
    },
    act: manage.act,
    actOnMany: (doings) => void manage.actOnMany(doings),
    saveAs: (format) => void manage.saveAs(format),
    stop: manage.stop,
    goOn: () => void manage.goOn(),
    undoMany: () => void manage.undoMany(),
    forgetMany: manage.forgetMany,
    undo: () => void manage.undo(),
    openAndAct: () => void manage.openAndAct(),
  };

  void manage.look();
  return { state: () => shown, actions, goTo: (place) => void manage.goTo(place) };
}
