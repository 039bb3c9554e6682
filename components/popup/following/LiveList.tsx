import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { channelKey } from '../../../lib/live/arrange.ts';
import { previewOf } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { walk } from '../../roving.ts';
import { LiveRow, type RowActions } from './LiveRow.tsx';
import { Preview } from './Preview.tsx';
import { rowHeight, scrollFor, stretchAt } from './rows.ts';

/** What can be done with the list from outside. */
export interface LiveListHandle {
  /** Puts the focus on the row where it was last, or on the first. */
  readonly focus: () => void;
}

/** What the list is drawn from. */
export interface LiveListProps {
  streams: readonly LiveStream[];
  settings: Settings;
  now: number;
  /** Address that a channel opens. */
  hrefOf: (stream: LiveStream) => string;
  actions: RowActions;
  /** The walk left the list by its top. */
  onLeave: () => void;
  handle?: Ref<LiveListHandle> | undefined;
}

/** The tallest popup, px; what holds the list may be taller, and is measured once it stands. */
const popupHeight = 600;

/** The live channels, of which only those in view are in the document: 1,000 cost what 20 do. */
export function LiveList(props: LiveListProps): VNode {
  const { streams, settings, now, hrefOf, actions, onLeave, handle } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(popupHeight);
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState<number | undefined>();

  const height = rowHeight(settings);
  const current = Math.min(at, streams.length - 1);
  const { from, to } = stretchAt(scrollTop, viewHeight, height, streams.length);

  const goTo = (index: number): void => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const top = scrollFor(index, scroller.scrollTop, scroller.clientHeight, height);
    // The row must be drawn before it can have the focus, and it is drawn where the list is scrolled to.
    if (top !== undefined) {
      scroller.scrollTop = top;
      setScrollTop(top);
    }
    setAt(index);
    setWanted(index);
  };

  useImperativeHandle(handle ?? null, () => ({ focus: () => goTo(current) }));

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    scrollerRef.current
      ?.querySelector<HTMLElement>(`[data-index="${wanted}"] .ss-row-main`)
      ?.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted]);

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(scroller.clientHeight));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, []);

  const pressed = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset['index'] ?? current);
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / height) - 1);
    const next =
      event.key === 'PageDown'
        ? Math.min(streams.length - 1, index + page)
        : event.key === 'PageUp'
          ? Math.max(0, index - page)
          : walk(event.key, index, streams.length, { axis: 'vertical', wrap: false });
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' && index === 0) onLeave();
    else goTo(next);
  };

  const pinned = new Set(settings['live.pinned']);
  const muted = new Set(settings['live.muted']);
  return (
    <div
      class="ss-live-scroller"
      ref={scrollerRef}
      data-rows={settings['live.rows']}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <ul
        class="ss-list"
        role="list"
        id="ss-live-channels"
        aria-label={text('liveChannels')}
        style={{ blockSize: `${streams.length * height}px` }}
        onKeyDown={pressed}
      >
        {streams.slice(from, to).map((stream, place) => {
          const key = channelKey(stream);
          const index = from + place;
          return (
            <LiveRow
              key={key}
              stream={stream}
              now={now}
              href={hrefOf(stream)}
              rows={settings['live.rows']}
              pinned={pinned.has(key)}
              muted={muted.has(key)}
              index={index}
              of={streams.length}
              offset={index * height}
              current={index === current}
              actions={actions}
            />
          );
        })}
      </ul>
      {settings['live.preview'] && settings['live.rows'] !== 'thumbnail' && (
        <Preview
          list={scrollerRef}
          srcOf={(index, width, height) => {
            const stream = streams[index];
            return stream && previewOf(stream, width, height, now);
          }}
        />
      )}
    </div>
  );
}
