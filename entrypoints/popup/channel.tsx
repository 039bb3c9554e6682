import { ChannelPanel } from '../../components/popup/channel/ChannelPanel.tsx';
import type { TabFace } from './face.ts';

/** The tab "Channel". */
export function createFace(): TabFace {
  return {
    draw: () => <ChannelPanel />,
    show: () => undefined,
    front: () => undefined,
  };
}
