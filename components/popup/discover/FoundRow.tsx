import type { VNode } from 'preact';
import { useContext, useState } from 'preact/hooks';

import { channelKey } from '../../../lib/live/arrange.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import {
  categoryView,
  channelView,
  foundStream,
  type ListItem,
  pageStream,
  type View,
} from '../../../lib/live/discover.ts';
import { isElsewhere, openingOf, previewOf, type Press, whereOf } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { compactNumber, countdown } from '../../formats.ts';
import { LazyImage } from '../../LazyImage.tsx';
import { useLocale } from '../../locale.ts';
import { Elapsed, RelativeTime } from '../../RelativeTime.tsx';
import { RowWords, type RowWordsProps } from '../../RowWords.tsx';
import { ViewerCount, viewersWords } from '../../ViewerCount.tsx';
import { ChannelRow } from '../rows/ChannelRow.tsx';
import { Marked } from '../rows/marked.ts';
import { type MenuAnchor, PressRow, type PressRowProps } from '../rows/PressRow.tsx';
import type { RowPlace } from '../rows/WindowList.tsx';
import type { FoundProps } from './Discover.tsx';

/** What a row is drawn from. */
export interface FoundRowProps extends FoundProps {
  item: ListItem;
  place: RowPlace;
}

/** One row of a list: a stream, a category, a channel, a video or a clip. */
export function FoundRow({
  item,
  place,
  now,
  state,
  hrefOf,
  settings,
  actions,
  handle,
  onLeave,
}: FoundRowProps): VNode {
  const look = (view: View): void => {
    actions.remember();
    actions.open(view);
  };
  const open = (stream: LiveStream, press: Press): void => {
    actions.remember();
    actions.leave(openingOf(press, stream, settings));
  };
  /** Back to the row, or to the search where the list is another now. */
  const back = (): void => {
    if (typeof handle === 'object' && handle?.current) handle.current.focus();
    else onLeave();
  };
  const menuOf =
    (stream: LiveStream) =>
    (anchor: MenuAnchor): void =>
      actions.rowMenu({
        stream,
        anchor,
        onLeave: back,
        onAbout: () => look(channelView(stream.platform, stream.login, stream.name)),
      });

  switch (item.kind) {
    case 'stream': {
      const { stream } = item;
      const { platform, login, name, title, category, viewers, startedAt } = stream;
      return (
        <ChannelRow
          stream={stream}
          href={hrefOf({ platform, login })}
          place={place}
          actions={{ open, menu: (of, anchor) => menuOf(of)(anchor), mark: actions.mark }}
          lead={<Picture src={previewOf(stream, 160, 90, now)} />}
          aside={
            <span class="ss-row-aside">
              <ViewerCount count={viewers} label={viewersWords(viewers)} />
              {startedAt !== undefined && <Elapsed at={startedAt} now={now} />}
            </span>
          }
        >
          <Lines
            title={name}
            text={title}
            note={category}
            marks={
              // A list of streams is of one platform; what a search finds is not.
              state.view.kind === 'search' && platform === 'chzzk' ? (
                <Badge>{text('platformChzzk')}</Badge>
              ) : undefined
            }
          />
        </ChannelRow>
      );
    }
    case 'category':
      return (
        <PressRow
          place={place}
          onPress={() => look(categoryView(item.id, item.name))}
          lead={<Picture src={item.imageUrl} tall />}
        >
          <Lines
            title={item.name}
            marks={
              platformOfCategory(item.id) === 'chzzk' ? <Badge>{text('platformChzzk')}</Badge> : undefined
            }
          />
        </PressRow>
      );
    case 'channel': {
      const stream = foundStream(item);
      return (
        <FoundChannel
          place={place}
          stream={stream}
          muted={!item.live}
          onPress={(press) =>
            isElsewhere(press) ? open(stream, press) : look(channelView(item.platform, item.login, item.name))
          }
          onMenu={menuOf(stream)}
          lead={<Avatar name={item.name} src={item.avatarUrl} live={item.live} size={36} />}
        >
          <Lines
            title={item.name}
            text={item.title}
            note={item.category}
            marks={
              <>
                {item.live && <Badge kind="live">{text('liveNow')}</Badge>}
                {item.platform === 'chzzk' && <Badge>{text('platformChzzk')}</Badge>}
              </>
            }
          />
        </FoundChannel>
      );
    }
    case 'video':
    case 'clip': {
      const { title, url } = item;
      const channel = state.view.kind === 'channel' && state.page ? pageStream(state.page) : undefined;
      return (
        <PressRow
          place={place}
          href={url}
          name={title}
          onMenu={(anchor) => actions.rowMenu({ recording: { title, url, channel }, anchor, onLeave: back })}
          onPress={(press) => actions.leave({ url, where: whereOf(press, settings['live.openIn']) })}
          lead={<Picture src={item.imageUrl} />}
          aside={
            <span class="ss-row-aside">
              <RelativeTime at={item.at} now={now} />
            </span>
          }
        >
          <RecordingLines item={item} isNamed={state.view.kind !== 'channel'} />
        </PressRow>
      );
    }
  }
}

/** What a video or a clip is; in a list that is not one channel's, also whose. */
function RecordingLines({
  item,
  isNamed,
}: {
  item: ListItem & { readonly kind: 'video' | 'clip' };
  isNamed: boolean;
}): VNode {
  const locale = useLocale(undefined);
  const { title, of, seconds, views } = item;
  const facts = text(
    views === 1 ? 'recordingFactsOne' : 'recordingFacts',
    countdown(seconds * 1000),
    compactNumber(views, locale),
  );
  const maker = item.kind === 'clip' && item.by !== '' ? text('clipBy', item.by) : undefined;
  if (!isNamed || of === undefined) return <Lines title={title} text={facts} note={maker} />;
  return (
    <Lines title={title} text={of} note={[facts, maker].filter((words) => words !== undefined).join(' · ')} />
  );
}

/** A channel that was found by its name: a press looks at it here, unless it is for another tab or window. */
function FoundChannel({ stream, ...rest }: PressRowProps & { stream: LiveStream }): VNode {
  const marked = useContext(Marked);
  return <PressRow {...rest} name={stream.name} marked={marked.has(channelKey(stream))} />;
}

/** The lines of a row. What stands in its third is another's, and keeps its own direction of writing. */
const Lines = ({ note, ...words }: RowWordsProps & { note?: string | undefined }): VNode => (
  <RowWords {...words} note={note && <bdi>{note}</bdi>} />
);

/** A picture of a stream or a category, loaded when it is seen; an empty frame where there is none. */
function Picture({ src, tall = false }: { src: string | undefined; tall?: boolean }): VNode {
  const [failed, setFailed] = useState<string | undefined>();
  return (
    <span class="ss-picture" data-tall={tall || undefined} aria-hidden="true">
      {src !== undefined && src !== '' && src !== failed && (
        <LazyImage src={src} onFail={() => setFailed(src)} />
      )}
    </span>
  );
}
