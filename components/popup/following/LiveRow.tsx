import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';

import { previewOf } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { Elapsed } from '../../RelativeTime.tsx';
import { Settled } from '../../settled.ts';
import { ViewerCount, viewersWords } from '../../ViewerCount.tsx';
import { ChannelRow, type RowActions } from '../rows/ChannelRow.tsx';
import { Mark } from '../rows/PressRow.tsx';
import type { RowPlace } from '../rows/WindowList.tsx';

/** What a row is drawn from. `now` is Unix epoch milliseconds. */
export interface LiveRowProps {
  stream: LiveStream;
  now: number;
  href: string;
  rows: Settings['live.rows'];
  pinned: boolean;
  muted: boolean;
  /** Not live any more: it only keeps its place. */
  gone: boolean;
  /** It names its platform. */
  named: boolean;
  place: RowPlace;
  actions: RowActions;
}

/** One live channel. */
export function LiveRow(props: LiveRowProps): VNode {
  const { stream, now, href, rows, pinned, muted, gone, named, place, actions } = props;
  const { name, title, category, viewers } = stream;
  const isSettled = useContext(Settled);
  return (
    <ChannelRow
      stream={stream}
      href={href}
      place={place}
      actions={actions}
      muted={muted || gone}
      lead={
        rows === 'thumbnail' ? (
          <Thumbnail stream={stream} now={now} />
        ) : (
          <Avatar name={name} src={stream.avatarUrl} live={!gone} size={rows === 'compact' ? 22 : 36} />
        )
      }
      aside={
        <span class="ss-row-aside">
          <ViewerCount count={viewers} label={isSettled ? viewersWords(viewers) : ''} />
          {/* Nothing keeps the place of the time: the numbers stand in one column. */}
          {stream.startedAt === undefined ? <span /> : <Elapsed at={stream.startedAt} now={now} />}
        </span>
      }
    >
      <span class="ss-row-line">
        <bdi class="ss-row-title ss-cut" title={name}>
          {name}
        </bdi>
        {named && <Badge>{text(stream.platform === 'chzzk' ? 'platformChzzk' : 'platformTwitch')}</Badge>}
        {pinned && <Mark icon="pin" words={text('rowPinned')} />}
        {muted && <Mark icon="mute" words={text('rowMuted')} />}
        {gone && <Mark icon="moon" words={text('rowGone')} />}
        {stream.rerun && <Mark icon="undo" words={text('rowRerun')} />}
        {rows === 'compact' && (
          <bdi class="ss-row-note ss-cut" title={title}>
            {category}
          </bdi>
        )}
      </span>
      {rows !== 'compact' && (
        <>
          <span class="ss-row-text ss-cut" dir="auto" title={title}>
            {title}
          </span>
          <span class="ss-row-note ss-cut">
            <bdi>{category}</bdi>
          </span>
        </>
      )}
    </ChannelRow>
  );
}

/** The picture's measures, px. */
const picture = { width: 128, height: 72 } as const;

function Thumbnail({ stream, now }: { stream: LiveStream; now: number }): VNode {
  const isSettled = useContext(Settled);
  const src = previewOf(stream, picture.width * 2, picture.height * 2, now);
  return (
    <span class="ss-live-thumbnail">
      {src === undefined ? (
        <Avatar name={stream.name} src={stream.avatarUrl} live size={36} />
      ) : (
        isSettled && <img loading="lazy" src={src} alt="" {...picture} decoding="async" draggable={false} />
      )}
    </span>
  );
}
