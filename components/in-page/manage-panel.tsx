/** The panel of a channel's managers over CHZZK's own page: a window that is moved, and leaves with Esc. */
import type { ManageList } from '../../lib/chzzk/manage/wish.ts';
import type { ManageState } from '../../lib/managing/state.ts';
import { text } from '../../lib/text.ts';
import type { ManageActions } from '../chzzk/actions.ts';
import { Brief } from '../chzzk/Brief.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import { manageStyles } from './manage-styles.ts';
import { Panel } from './people/Panel.tsx';
import { besideChat, type Spot } from './people/spot.ts';
import { createRoot } from './root.ts';

/** What {@link mountManagePanel} needs. */
export interface ManagePanelParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** What it shows now; `undefined` before anything has come. */
  readonly state: () => ManageState | undefined;
  readonly actions: ManageActions;
  /** Where it stood last. */
  readonly spot: Spot | undefined;
  /** The user has moved it, or turned to another list. */
  readonly onPlace: (spot: Spot, list: ManageList | undefined) => void;
  /** It was closed; the focus is to go back where it came from. */
  readonly onClose: () => void;
}

/** The panel, as the page's part of it sees it. */
export interface ManagePanel {
  readonly draw: () => void;
  /** Shows it, and gives it the keyboard. */
  readonly open: () => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

/** Its width, px. */
const width = 440;

/** How often times are drawn anew, ms. */
const tick = 10_000;

// Its height is there at once.
const usualSpot = (): Spot => besideChat({ width }, window);

/** Makes it; nothing of it stands in the page before it is opened, nor once `signal` has aborted. */
export function mountManagePanel(parts: ManagePanelParts, signal: AbortSignal): ManagePanel {
  const { document, theme, state, actions, onPlace, onClose } = parts;
  const root = createRoot(document, 'sidestage-manage', manageStyles);
  let spot = parts.spot;
  let called = 0;
  let isOpen = false;
  let clock: ReturnType<typeof setInterval> | undefined;
  let list: ManageList | undefined;

  function close(): void {
    isOpen = false;
    clearInterval(clock);
    root.draw(null);
    root.hide();
    onClose();
  }

  function draw(): void {
    if (!isOpen || signal.aborted) return;
    const shown = state();
    if (shown && list !== undefined && shown.list !== list) onPlace(spot ?? usualSpot(), shown.list);
    list = shown?.list;
    root.theme(theme());
    // It is measured as soon as it is drawn.
    root.show();
    root.draw(
      <>
        <Panel
          title={text('manageTitle')}
          spot={spot ?? usualSpot()}
          width={width}
          called={called}
          onMoved={(next) => {
            spot = next;
            onPlace(next, list);
          }}
          onClose={close}
        >
          {shown ? (
            <Brief state={shown} now={Date.now()} actions={actions} />
          ) : (
            <SkeletonRows count={6} label={text('chzzkAsking')} />
          )}
        </Panel>
        <TooltipLayer />
      </>,
    );
  }

  signal.addEventListener('abort', () => {
    clearInterval(clock);
    root.remove();
  });
  return {
    draw,
    open() {
      if (!isOpen) clock = setInterval(draw, tick);
      isOpen = true;
      called += 1;
      draw();
    },
    close,
    isOpen: () => isOpen,
  };
}
