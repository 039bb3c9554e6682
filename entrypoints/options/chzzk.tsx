import '../../components/chzzk/Manage.css';

import type { VNode } from 'preact';

import { Manage } from '../../components/chzzk/Manage.tsx';
import { openPanel } from '../desk/panel.ts';

/** The section "CHZZK". */
export interface ChzzkFace {
  /** Asks CHZZK anew. */
  readonly look: () => void;
  readonly draw: (now: number) => VNode | null;
}

/** Makes the section's part of the page, which `draw` draws anew. */
export function createChzzkFace(draw: () => void): ChzzkFace {
  const { state, actions } = openPanel(draw);
  return {
    look: actions.look,
    draw: (now) => {
      const shown = state();
      return shown ? <Manage state={shown} now={now} actions={actions} /> : null;
    },
  };
}
