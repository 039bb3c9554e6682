import '../../components/popup/rows/Side.css';

import type { VNode } from 'preact';

import { MenuPopup } from '../../components/Menu.tsx';
import { chooseIn, menuOf } from '../../components/popup/rows/row-menu.ts';
import { SideBar } from '../../components/popup/rows/SideBar.tsx';
import type { RowWish } from '../../components/popup/rows/slot.ts';
import { browser } from '../../lib/browser.ts';
import { channelKey } from '../../lib/live/arrange.ts';
import { createSideDesk, type SideState } from '../../lib/live/side-desk.ts';
import { areaOf } from '../../lib/live/tiling.ts';
import { call } from '../../lib/messages/call.ts';
import { leave } from './opening.ts';
import type { RowsFace, RowsParts } from './rows.ts';

/** The menu of rows, and the channels that are chosen to be seen side by side. */
export function createRowsFace({ draw, settings, actions, kept }: RowsParts): RowsFace {
  let wish: RowWish | undefined;
  let state: SideState = { marked: [], opening: false, trouble: undefined };

  const desk = createSideDesk({
    kept,
    open: (asked) => call('live.sideBySide', asked),
    now: Date.now,
    show: (next) => {
      state = next;
      draw();
    },
  });

  const openAll = async (): Promise<void> => {
    const { incognito } = await browser.windows.getCurrent();
    const isDone = await desk.open({
      shows: settings()['live.sideShows'],
      tiling: settings()['live.sideTiling'],
      area: areaOf(screen),
      isPrivate: incognito,
    });
    if (isDone) await leave();
  };

  function drawMenu(wanted: RowWish, marked: ReadonlySet<string>): VNode {
    const { anchor, onLeave } = wanted;
    const { key, label, groups } = menuOf(wanted, settings(), marked);
    return (
      <MenuPopup
        key={key}
        label={label}
        groups={groups}
        anchor={anchor}
        align={anchor instanceof Element ? 'end' : 'start'}
        onSelect={(id) => chooseIn(wanted, id, settings(), actions())}
        onClose={(why) => {
          wish = undefined;
          draw();
          if (why !== 'left') onLeave();
        }}
      />
    );
  }

  return {
    menu(next) {
      wish = next;
      draw();
    },
    mark: desk.toggle,
    slot() {
      const marked = new Set(state.marked.map(channelKey));
      return {
        marked,
        isMenuOpen: wish !== undefined,
        bar: state.marked.length > 0 && (
          <SideBar
            state={state}
            settings={settings()}
            onShows={(shows) => actions().set('live.sideShows', shows)}
            onTiling={(tiling) => actions().set('live.sideTiling', tiling)}
            onRemove={desk.toggle}
            onClear={desk.clear}
            onOpen={() => void openAll()}
          />
        ),
        over: wish && drawMenu(wish, marked),
      };
    },
  };
}
