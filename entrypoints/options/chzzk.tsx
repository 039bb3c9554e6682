import '../../components/options/chzzk/Manage.css';

import type { VNode } from 'preact';

import { Manage } from '../../components/options/chzzk/Manage.tsx';
import type { ManageActions } from '../../components/options/chzzk/actions.ts';
import { browser } from '../../lib/browser.ts';
import { failureOf } from '../../lib/failure.ts';
import { call } from '../../lib/messages/call.ts';
import { createChzzkManage } from '../../lib/options/chzzk-manage.ts';
import type { ManageState } from '../../lib/options/chzzk-state.ts';
import { chzzkManageOrigins } from '../../lib/policy.ts';
import { copy, save } from './user-files.ts';

/** The section "CHZZK". */
export interface ChzzkFace {
  /** Asks CHZZK anew. */
  readonly look: () => void;
  readonly draw: (now: number) => VNode | null;
}

/** So long lies between two requests that nobody pressed for one by one, ms. */
const pause = 700;

/** Typing pauses so long before what was typed is looked for, ms. */
const typingPause = 250;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the section's part of the page, which `draw` draws anew. */
export function createChzzkFace(draw: () => void): ChzzkFace {
  let shown: ManageState | undefined;
  const manage = createChzzkManage({
    isPermitted: () => browser.permissions.contains({ origins: chzzkManageOrigins }),
    permit: () => browser.permissions.request({ origins: chzzkManageOrigins }),
    readChannels: async () => (await call('chzzk.channels', {})).channels,
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
      draw();
    },
  });

  const actions: ManageActions = {
    permit: () => void manage.permit(),
    look: () => void manage.look(),
    choose: (channel) => void manage.choose(channel),
    turnTo: (list) => void manage.turnTo(list),
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
  return {
    look: actions.look,
    draw: (now) => (shown ? <Manage state={shown} now={now} actions={actions} /> : null),
  };
}
