import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact';
import { useContext } from 'preact/hooks';

import type { Press } from '../../../lib/live/opening.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import { text } from '../../../lib/text.ts';
import { Icon } from '../../Icon.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Settled } from '../../settled.ts';
import type { RowPlace } from './WindowList.tsx';

/** What a press on a row does. */
export interface RowActions {
  readonly open: (stream: LiveStream, press: Press) => void;
  /** Opens the row's menu at an element or at the pointer. */
  readonly menu: (stream: LiveStream, anchor: Element | { readonly x: number; readonly y: number }) => void;
}

/** What a channel's row is drawn from. */
export interface ChannelRowProps {
  stream: LiveStream;
  href: string;
  place: RowPlace;
  actions: RowActions;
  muted?: boolean | undefined;
  /** Before it all: a picture. */
  lead: ComponentChildren;
  /** At the end: counts, times, another link. */
  aside: ComponentChildren;
  /** The lines within the link. */
  children: ComponentChildren;
}

/** One channel of a long list: a link, and a button for its menu. */
export function ChannelRow(props: ChannelRowProps): VNode {
  const { stream, href, place, actions, muted = false, lead, aside, children } = props;
  const isSettled = useContext(Settled);
  const tabIndex = place.current ? 0 : -1;

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
      data-index={place.index}
      data-muted={muted || undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      style={{ insetBlockStart: `${place.offset}px` }}
      onContextMenu={wantsMenu}
    >
      <span class="ss-row-lead">{lead}</span>
      <a
        class="ss-row-main"
        href={href}
        target="_blank"
        rel="noreferrer"
        tabIndex={tabIndex}
        onClick={pressed}
        onAuxClick={pressed}
        onKeyDown={keyed}
      >
        {children}
      </a>
      {aside}
      <span class="ss-row-actions">
        {isSettled && (
          <IconButton
            icon="more"
            size="small"
            label={text('rowMenu', stream.name)}
            tip={text('rowMenuTip')}
            tabIndex={tabIndex}
            aria-haspopup="menu"
            onClick={(event) => actions.menu(stream, event.currentTarget)}
          />
        )}
      </span>
    </li>
  );
}

/** A small sign after a channel's name. */
export function Mark({ icon, words }: { icon: 'pin' | 'mute' | 'moon' | 'undo'; words: string }): VNode {
  return (
    <span class="ss-live-mark" title={words}>
      <Icon name={icon} size={12} />
      <span class="ss-aloud">{words}</span>
    </span>
  );
}
