import type { TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact';
import { useContext } from 'preact/hooks';

import { previewOf, type Press } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Icon } from '../../Icon.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Pictures } from '../../pictures.ts';
import { Elapsed } from '../../RelativeTime.tsx';
import { ViewerCount } from '../../ViewerCount.tsx';

/** What a press on a row does. */
export interface RowActions {
  readonly open: (stream: LiveStream, press: Press) => void;
  /** Opens the row's menu at an element or at the pointer. */
  readonly menu: (stream: LiveStream, anchor: Element | { readonly x: number; readonly y: number }) => void;
}

/** What a row is drawn from. `now` is Unix epoch milliseconds. */
export interface LiveRowProps {
  stream: LiveStream;
  now: number;
  href: string;
  rows: Settings['live.rows'];
  pinned: boolean;
  muted: boolean;
  /** Its place in the whole list, from 0, and the size of that. */
  index: number;
  of: number;
  /** Distance from the list's top, px. */
  offset: number;
  /** It is the one that the Tab key reaches. */
  current: boolean;
  actions: RowActions;
}

/** One live channel: a link, and a button for its menu. */
export function LiveRow(props: LiveRowProps): VNode {
  const { stream, now, href, rows, muted, index, of, offset, current, actions } = props;
  const { name, title, category } = stream;

  const pressed = (event: TargetedMouseEvent<HTMLAnchorElement>): void => {
    if (event.button > 1) return;
    event.preventDefault();
    actions.open(stream, event);
  };
  const keyed = (event: TargetedKeyboardEvent<HTMLAnchorElement>): void => {
    if (event.key !== 'Enter' || event.repeat) return;
    // Browsers differ in what they make of Enter with other keys; here it is a press like any other.
    event.preventDefault();
    actions.open(stream, event);
  };
  const wantsMenu = (event: TargetedMouseEvent<HTMLLIElement>): void => {
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    // The menu key knows no place.
    actions.menu(stream, x === 0 && y === 0 ? event.currentTarget : { x, y });
  };

  return (
    <li
      class="ss-row"
      data-index={index}
      data-muted={muted || undefined}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ insetBlockStart: `${offset}px` }}
      onContextMenu={wantsMenu}
    >
      <span class="ss-row-lead">
        {rows === 'thumbnail' ? (
          <Thumbnail stream={stream} now={now} />
        ) : (
          <Avatar name={name} src={stream.avatarUrl} live size={rows === 'compact' ? 22 : 36} />
        )}
      </span>
      <a
        class="ss-row-main"
        href={href}
        target="_blank"
        rel="noreferrer"
        tabIndex={current ? 0 : -1}
        onClick={pressed}
        onAuxClick={pressed}
        onKeyDown={keyed}
      >
        <span class="ss-row-line">
          <bdi class="ss-row-title ss-cut" title={name}>
            {name}
          </bdi>
          <Marks {...props} />
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
      </a>
      <span class="ss-row-aside">
        <ViewerCount count={stream.viewers} label={text('viewersCount', stream.viewers)} />
        <Elapsed at={stream.startedAt} now={now} />
      </span>
      <span class="ss-row-actions">
        <IconButton
          icon="more"
          size="small"
          label={text('rowMenu', name)}
          tip={text('rowMenuTip')}
          tabIndex={current ? 0 : -1}
          aria-haspopup="menu"
          onClick={(event) => actions.menu(stream, event.currentTarget)}
        />
      </span>
    </li>
  );
}

function Marks({ stream, pinned, muted }: LiveRowProps): VNode {
  return (
    <>
      {pinned && <Mark icon="pin" words={text('rowPinned')} />}
      {muted && <Mark icon="mute" words={text('rowMuted')} />}
      {stream.rerun && <Mark icon="undo" words={text('rowRerun')} />}
    </>
  );
}

function Mark({ icon, words }: { icon: 'pin' | 'mute' | 'undo'; words: string }): VNode {
  return (
    <span class="ss-live-mark" title={words}>
      <Icon name={icon} size={12} />
      <span class="ss-aloud">{words}</span>
    </span>
  );
}

/** The picture's measures, px. */
const picture = { width: 128, height: 72 } as const;

function Thumbnail({ stream, now }: { stream: LiveStream; now: number }): VNode {
  const areDrawn = useContext(Pictures);
  const src = previewOf(stream, picture.width * 2, picture.height * 2, now);
  return (
    <span class="ss-live-thumbnail">
      {src !== undefined && areDrawn && (
        <img loading="lazy" src={src} alt="" {...picture} decoding="async" draggable={false} />
      )}
    </span>
  );
}
