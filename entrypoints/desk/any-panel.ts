/** The panel of a channel's managers on CHZZK, wherever it stands: in pages of our own, and in CHZZK's. */
import type { ManageActions } from '../../components/chzzk/actions.ts';
import { FailureError, failureOf } from '../../lib/failure.ts';
import { createChzzkManage } from '../../lib/managing/managing.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import type { ManageParts, ManageState } from '../../lib/managing/state.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
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
export interface PanelWorld extends Pick<
  ManageParts,
  'isPermitted' | 'permit' | 'readChannels' | 'saveElsewhere'
> {
  /** Absent where no secret may be shown. */
  readonly readKey?: ManageParts['readKey'];
  /** Opens a window of ours for it, where that is so. */
  readonly openKey?: (channel: string) => unknown;
  readonly openDesk: (place: ManagePlace) => unknown;
}

/** Opens the panel at `start`, in a `world`, until `signal` aborts; `show` is called whenever it shows something else. */
export function openPanelIn(
  { openDesk, openKey, readKey, ...world }: PanelWorld,
  show: () => void,
  signal: AbortSignal,
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
      startBatch: (wish) => call('chzzk.startBatch', wish),
      readBatch: async (channel) => (await call('chzzk.batch', { channel })).news,
      changeBatch: async (channel, id, change) =>
        (await call('chzzk.changeBatch', { channel, id, change })).news,
      seenBatch(channel, id) {
        // Where it cannot be told now, it is told once more where the panel is opened next.
        if (!document.hidden)
          void call('chzzk.changeBatch', { channel, id, change: 'seen' }).catch(() => undefined);
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
    openKey: openKey && (() => shown?.channel !== undefined && void openKey(shown.channel)),
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

  // Many changes may be begun, or stopped, in another panel.
  follow('batch', ({ channel }) => channel === shown?.channel && void manage.lookAtMany(), signal);
  void manage.look();
  return { state: () => shown, actions, goTo: (place) => void manage.goTo(place) };
}
