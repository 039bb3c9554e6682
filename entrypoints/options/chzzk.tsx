import '../../components/options/chzzk/Manage.css';

import type { VNode } from 'preact';

import { Manage } from '../../components/options/chzzk/Manage.tsx';
import type { ManageActions } from '../../components/options/chzzk/actions.ts';
import { browser } from '../../lib/browser.ts';
import { call } from '../../lib/messages/call.ts';
import { createChzzkManage, type ManageState } from '../../lib/options/chzzk-manage.ts';
import { chzzkManageOrigins } from '../../lib/policy.ts';

/** The section "CHZZK". */
export interface ChzzkFace {
  /** Asks CHZZK anew. */
  readonly look: () => void;
  readonly draw: (now: number) => VNode | null;
}

/** Makes the section's part of the page, which `draw` draws anew. */
export function createChzzkFace(draw: () => void): ChzzkFace {
  let shown: ManageState | undefined;
  const manage = createChzzkManage({
    isPermitted: () => browser.permissions.contains({ origins: chzzkManageOrigins }),
    permit: () => browser.permissions.request({ origins: chzzkManageOrigins }),
    readChannels: async () => (await call('chzzk.channels', {})).channels,
    read: {
      restrictions: (channel, page, name) => call('chzzk.restrictions', { channel, page, name }),
      requests: (channel, page, name) => call('chzzk.requests', { channel, page, name }),
      words: async (channel) => (await call('chzzk.words', { channel })).words,
      helpers: async (channel) => (await call('chzzk.helpers', { channel })).helpers,
      rule: async (channel) => (await call('chzzk.rule', { channel })).rule,
    },
    act: (channel, doing) => call('chzzk.act', { id: crypto.randomUUID(), channel, doing }),
    openTab: (channel, from) => call('chzzk.openTab', { channel, from }),
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
    search: (name) => void manage.search(name),
    more: () => void manage.more(),
    act: manage.act,
    undo: () => void manage.undo(),
    openAndAct: () => void manage.openAndAct(),
  };

  void manage.look();
  return {
    look: actions.look,
    draw: (now) => (shown ? <Manage state={shown} now={now} actions={actions} /> : null),
  };
}
