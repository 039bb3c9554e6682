import { Discover } from '../../components/popup/discover/Discover.tsx';
import type { TabFace } from './face.ts';

/** The tab "Discover". */
export function createFace(): TabFace {
  return {
    draw: () => <Discover />,
    show: () => undefined,
    front: () => undefined,
  };
}
