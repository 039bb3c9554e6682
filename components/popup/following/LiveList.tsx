import type { Ref, VNode } from 'preact';
import { useMemo } from 'preact/hooks';

import { channelKey, isByStart } from '../../../lib/live/arrange.ts';
import { previewOf } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import type { RowActions } from '../rows/ChannelRow.tsx';
import { LiveRow } from './LiveRow.tsx';
import { rowHeight } from '../rows/measures.ts';
import { type ListHandle, WindowList } from '../rows/WindowList.tsx';

/** What the list is drawn from. */
export interface LiveListProps {
  /** What is drawn … */
  streams: readonly LiveStream[];
  /** … and those among them who are live still. */
  live: readonly LiveStream[];
  settings: Settings;
  now: number;
  /** Each row names its platform. */
  named: boolean;
  /** Address that a channel opens. */
  hrefOf: (stream: LiveStream) => string;
  actions: RowActions;
  /** These are in sight. */
  onLook: (streams: readonly LiveStream[]) => void;
  /** The walk left the list by its top. */
  onLeave: () => void;
  handle?: Ref<ListHandle> | undefined;
}

/** The live channels. */
export function LiveList(props: LiveListProps): VNode {
  const { streams, live, settings, now, named, hrefOf, actions, onLook, onLeave, handle } = props;
  const rows = settings['live.rows'];
  const pinned = new Set(settings['live.pinned']);
  const muted = new Set(settings['live.muted']);
  // As a rule all of them: the one list is the other then.
  const isLive = useMemo(
    () => (streams === live ? undefined : new Set(live.map(channelKey))),
    [streams, live],
  );
  return (
    <WindowList
      label={text('liveChannels')}
      count={streams.length}
      height={rowHeight(rows, settings)}
      rows={rows}
      onLeave={onLeave}
      handle={handle}
      // Where they are sorted by their beginning, that of all must be known.
      onStretch={(from, to) => onLook(isByStart(settings) ? streams : streams.slice(from, to))}
      row={(place) => {
        const stream = streams[place.index];
        if (!stream) return null;
        const key = channelKey(stream);
        return (
          <LiveRow
            key={key}
            stream={stream}
            now={now}
            href={hrefOf(stream)}
            rows={rows}
            pinned={pinned.has(key)}
            muted={muted.has(key)}
            gone={isLive?.has(key) === false}
            named={named}
            place={place}
            actions={actions}
          />
        );
      }}
      preview={
        settings['live.preview'] && rows !== 'thumbnail'
          ? (index, width, height) => {
              const stream = streams[index];
              return stream && previewOf(stream, width, height, now);
            }
          : undefined
      }
    />
  );
}
