/** The panel of a channel's managers on CHZZK, wherever it stands: in pages of our own, and in CHZZK's. */
import type { ManageActions } from '../../components/chzzk/actions.ts';
import { FailureError, failureOf } from '../../lib/failure.ts';
import { createChzzkManage } from '../../lib/managing/managing.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import type { ManageParts, ManageState } from '../../lib/managing/state.ts';
import { call } from '../../lib/messages/call.ts';
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

/** What the panel needs of the place where it stands. */
export interface PanelWorld extends Pick<ManageParts, 'isPermitted' | 'permit' | 'readChannels'> {
  /** Absent where no secret may be shown. */
  readonly readKey?: ManageParts['readKey'];
  readonly openDesk: (place: ManagePlace) => unknown;
}

/** Opens the panel at `start`, in a `world`; `show` is called whenever it shows something else. */
export function openPanelIn(
  { openDesk, readKey, ...world }: PanelWorld,
  show: () => void,
  start: ManagePlace = {},
): Panel {
  let shown: ManageState | undefined;
  const manage = createChzzkManage(
    {
      ...world,
      readKey: readKey ?? (() => Promise.reject(new FailureError({ code: 'chzzk-no-role' }))),
      read: (channel, list, page, search) => call('chzzk.read', { channel, list, page, search }),
      readActivity: (channel, id) => call('chzzk.activity', { channel, id }),
      async act(channel, doing) {
        const id = crypto.randomUUID();
        const { undoable } = await call('chzzk.act', { id, channel, doing });
        return undoable ? { undoable: id } : {};
      },
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
    readKey: readKey && (() => void manage.readKey()),
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
