import type { VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import {
  periods,
  videoSorts,
  videoTypes,
  type Order,
  type Period,
  type VideoSort,
  type VideoType,
} from '../../../lib/live/discover.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Select } from '../../Select.tsx';

const typeWords: Readonly<Record<VideoType, TextKey>> = {
  all: 'videosAll',
  archive: 'videosArchive',
  highlight: 'videosHighlight',
  upload: 'videosUpload',
};
const periodWords: Readonly<Record<Period, TextKey>> = {
  all: 'periodAll',
  day: 'periodDay',
  week: 'periodWeek',
  month: 'periodMonth',
};
const sortWords: Readonly<Record<VideoSort, TextKey>> = {
  time: 'sortTime',
  trending: 'sortTrending',
  views: 'sortViews',
};

/** What each platform can choose its videos by. */
const offered: Readonly<
  Record<Platform, { types: readonly VideoType[]; sorts: readonly VideoSort[]; isDated: boolean }>
> = {
  twitch: { types: videoTypes, sorts: videoSorts, isDated: true },
  chzzk: { types: ['all', 'archive', 'upload'], sorts: ['time', 'views'], isDated: false },
};

/** What the bar is drawn from. */
export interface OrderBarProps {
  of: 'videos' | 'clips';
  on: Platform;
  order: Order;
  onChange: (order: Order) => void;
}

/** Which videos or clips are shown, and how. Clips are ordered by views, always. */
export function OrderBar({ of, on, order: { type, period, sort }, onChange }: OrderBarProps): VNode {
  const { types, sorts, isDated } = offered[on];
  const options = <Value extends string>(
    values: readonly Value[],
    words: Readonly<Record<Value, TextKey>>,
  ): { value: Value; label: string }[] => values.map((value) => ({ value, label: text(words[value]) }));
  return (
    <div class="ss-discover-order">
      {of === 'videos' && (
        <Select
          label={text('videoType')}
          hideLabel
          options={options(types, typeWords)}
          value={type}
          onChange={(next) => onChange({ type: next, period, sort })}
        />
      )}
      {(of === 'clips' || isDated) && (
        <Select
          label={text('period')}
          hideLabel
          options={options(periods, periodWords)}
          value={period}
          onChange={(next) => onChange({ type, period: next, sort })}
        />
      )}
      {of === 'videos' && (
        <Select
          label={text('videoSort')}
          hideLabel
          options={options(sorts, sortWords)}
          value={sort}
          onChange={(next) => onChange({ type, period, sort: next })}
        />
      )}
    </div>
  );
}
