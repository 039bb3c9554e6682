import type { SideSight, Tiling } from '../../../lib/live/side-choices.ts';
import type { TextKey } from '../../../lib/text.ts';

/** What they are called. */
export const sightWords: Readonly<Record<SideSight, TextKey>> = {
  player: 'liveOpensPlayer',
  channel: 'liveOpensChannel',
  chat: 'liveOpensChat',
};
/** What they are called. */
export const tilingWords: Readonly<Record<Tiling, TextKey>> = {
  grid: 'tilingGrid',
  columns: 'tilingColumns',
  rows: 'tilingRows',
  main: 'tilingMain',
};
