import '../../components/Section.css';
import '../../components/Table.css';
import '../../components/chzzk/Manage.css';
import '../../components/chzzk/Brief.css';

import type { VNode } from 'preact';

import { Brief } from '../../components/chzzk/Brief.tsx';
import { openPanel } from '../desk/panel.ts';
import { showOnDesk } from './opening.ts';

/** CHZZK's side of the tab "Channel": the panel of `channel`'s managers, or of the user's own channel. */
export function createChzzkFace(
  draw: () => void,
  channel: string | undefined,
): (now: number) => VNode | null {
  const { state, actions } = openPanel(draw, { channel });
  const here = { ...actions, openDesk: (place: Parameters<typeof showOnDesk>[0]) => void showOnDesk(place) };
  return (now) => {
    const shown = state();
    return shown ? <Brief state={shown} now={now} actions={here} /> : null;
  };
}
