import type { TargetedEvent, TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { LiveStream } from '../../../lib/live/stream.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Row } from '../../List.tsx';
import { Elapsed } from '../../RelativeTime.tsx';
import { walk } from '../../roving.ts';
import { ViewerCount } from '../../ViewerCount.tsx';

/** What the list is drawn from. `now` is Unix epoch milliseconds. */
export interface LiveListProps {
  streams: readonly LiveStream[];
  now: number;
  /** Address that a channel opens. */
  hrefOf: (stream: LiveStream) => string;
}

/** Height of a row in px, as in the CSS: only the rows that are seen are drawn, so it must be known beforehand. */
const rowHeight = 62;
/** Rows drawn beyond what is seen, so that a quick scroll does not meet emptiness. */
const spare = 4;
/** Rows that fill the tallest popup. */
const rowsInView = 10;

/** The live channels, of which only those in view are in the document: 1,000 cost what 20 do. */
export function LiveList({ streams, now, hrefOf }: LiveListProps): VNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [focused, setFocused] = useState<number | undefined>();

  useLayoutEffect(() => {
    if (focused === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-posinset="${focused + 1}"] .ss-row-main`);
    row?.focus({ preventScroll: true });
    row?.closest('.ss-row')?.scrollIntoView({ block: 'nearest' });
  }, [focused]);

  const scrolled = (event: TargetedEvent<HTMLDivElement>): void =>
    setFirst(Math.max(0, Math.floor(event.currentTarget.scrollTop / rowHeight)));

  const pressed = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
    const from = Number(row?.getAttribute('aria-posinset') ?? 0) - 1;
    const to = walk(event.key, from, streams.length, { axis: 'vertical', wrap: false });
    if (to === null) return;
    event.preventDefault();
    setFirst(Math.max(0, Math.min(first, to)));
    if (to >= first + rowsInView) setFirst(to - rowsInView + 1);
    setFocused(to);
  };

  const from = Math.max(0, first - spare);
  const shown = streams.slice(from, first + rowsInView + spare);
  return (
    <div class="ss-live-scroller" ref={scroller} onScroll={scrolled}>
      <ul
        class="ss-list"
        role="list"
        aria-label={text('liveChannels')}
        style={{ blockSize: `${streams.length * rowHeight}px` }}
        onKeyDown={pressed}
        onFocusOut={() => setFocused(undefined)}
      >
        {shown.map((stream, index) => (
          <LiveRow
            key={`${stream.platform}:${stream.channelId}`}
            stream={stream}
            now={now}
            href={hrefOf(stream)}
            position={from + index}
            of={streams.length}
          />
        ))}
      </ul>
    </div>
  );
}

interface LiveRowProps {
  stream: LiveStream;
  now: number;
  href: string;
  position: number;
  of: number;
}

function LiveRow({ stream, now, href, position, of }: LiveRowProps): VNode {
  const { name, title, category, viewers, startedAt, avatarUrl } = stream;
  return (
    <Row
      href={href}
      newTab
      title={name}
      text={title}
      note={<bdi>{category}</bdi>}
      lead={<Avatar name={name} src={avatarUrl} live size={36} />}
      aside={
        <>
          <ViewerCount count={viewers} label={text('viewersCount', viewers)} />
          <Elapsed at={startedAt} now={now} />
        </>
      }
      place={{ position: position + 1, of }}
      offset={position * rowHeight}
    />
  );
}
