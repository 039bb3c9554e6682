/**
 * The panel of the channel's managers is a script of its own (`chzzk-panel.content`). The background puts it beside this one, into the
 * same world, when it is first opened; until then the page does without its weight.
 */
import type { ManageList } from '../../lib/chzzk/manage/wish.ts';
import { fail, type Failure } from '../../lib/failure.ts';
import { call } from '../../lib/messages/call.ts';
import type { Life } from '../stream-page/life.ts';

/** Where it stood last: px from the window's upper left corner, and the list that was in sight. */
export interface PanelPlace {
  readonly x: number;
  readonly y: number;
  readonly list?: ManageList;
}

/** A visit to a channel's page. */
export interface PanelVisit {
  /** Its id. */
  readonly channel: string;
  readonly theme: () => 'dark' | 'light' | undefined;
  readonly place: PanelPlace | undefined;
  /** Says in the page that something went wrong. */
  readonly complain: (words: string, failure: Failure) => void;
  readonly life: Life;
  /** Aborts at its end. */
  readonly signal: AbortSignal;
  readonly onClose: () => void;
}

interface Opened {
  readonly open: () => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

/** What the other script can do: makes the panel for a visit. */
export type MakePanel = (visit: PanelVisit) => Promise<Opened>;

/** Where the two scripts meet. The page has a world of its own, and does not see it. */
const meeting = Symbol.for('sidestage.managing');
const here = globalThis as { [meeting]?: MakePanel | undefined };

/** For the other script: says that it is there. Whoever comes second is not needed. */
export function bring(make: MakePanel): void {
  here[meeting] ??= make;
}

/**
 * What opens the panel of a visit, and closes it; `mark` is what was pressed, and gets the focus back.
 *
 * @throws FailureError; the next press tries again
 */
export function panelSwitch(
  visit: Omit<PanelVisit, 'place' | 'onClose'>,
): (mark: HTMLElement) => Promise<void> {
  const { channel, signal } = visit;
  let making: Promise<Opened> | undefined;
  let opener: HTMLElement | undefined;

  async function make(): Promise<Opened> {
    try {
      const { place } = await call('chzzk.bringPanel', { channel });
      const found = here[meeting] ?? fail({ code: 'unreachable', reloaded: false });
      return await found({
        ...visit,
        place,
        onClose: () => opener?.isConnected === true && opener.focus({ preventScroll: true }),
      });
    } catch (error) {
      // It is brought by the next press.
      making = undefined;
      throw error;
    }
  }

  return async (mark) => {
    opener = mark;
    making ??= make();
    const panel = await making;
    if (signal.aborted) return;
    if (panel.isOpen()) panel.close();
    else panel.open();
  };
}
