import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact';
import { useContext } from 'preact/hooks';

import type { Press } from '../../../lib/live/opening.ts';
import { text } from '../../../lib/text.ts';
import { Icon } from '../../Icon.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Settled } from '../../settled.ts';
import type { RowPlace } from './WindowList.tsx';

/** Where a menu opens: at an element, or at the pointer. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

/** What a row is drawn from. */
export interface PressRowProps {
  place: RowPlace;
  /** Where the row leads; without it, it is a button. */
  href?: string | undefined;
  onPress: (press: Press) => void;
  /** Opens its menu; without it, it has none. */
  onMenu?: ((anchor: MenuAnchor) => void) | undefined;
  /** Whose menu that is. */
  name?: string | undefined;
  /** Chooses it, or no longer; by the space bar. */
  onMark?: (() => void) | undefined;
  marked?: boolean | undefined;
  muted?: boolean | undefined;
  /** Before it all: a picture. */
  lead?: ComponentChildren;
  /** At the end: counts, times, another link. */
  aside?: ComponentChildren;
  /** The lines that are pressed. */
  children: ComponentChildren;
}

/** A row of a long list, which is pressed as a whole, as links are everywhere: with Ctrl, Shift, Alt, or the middle button. */
export function PressRow(props: PressRowProps): VNode {
  const { place, href, onPress, onMenu, name = '', onMark, lead, aside } = props;
  const { marked = false, muted = false } = props;
  const isSettled = useContext(Settled);
  const tabIndex = place.current ? 0 : -1;

  const pressed = (event: TargetedMouseEvent<HTMLElement>): void => {
    if (event.button > 1) return;
    event.preventDefault();
    onPress(event);
  };
  const keyed = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.repeat) return;
    if (event.key === ' ' && onMark) onMark();
    // Browsers differ in what they make of Enter with other keys; here it is a press like any other.
    else if (event.key === 'Enter') onPress(event);
    else return;
    event.preventDefault();
  };
  const wantsMenu = (event: TargetedMouseEvent<HTMLLIElement>): void => {
    if (!onMenu) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    // The menu key knows no place.
    onMenu(x === 0 && y === 0 ? event.currentTarget : { x, y });
  };
  const main = {
    class: 'ss-row-main',
    tabIndex,
    onClick: pressed,
    onAuxClick: pressed,
    onKeyDown: keyed,
  };
  const words = (
    <>
      {marked && <span class="ss-aloud">{text('rowMarked')} </span>}
      {props.children}
    </>
  );

  return (
    <li
      class="ss-row"
      data-index={place.index}
      data-muted={muted || undefined}
      data-selected={marked || undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      style={{ insetBlockStart: `${place.offset}px` }}
      onContextMenu={wantsMenu}
    >
      <span class="ss-row-lead">
        {lead}
        {marked && (
          <span class="ss-row-marked">
            <Icon name="check" size={12} />
          </span>
        )}
      </span>
      {href === undefined ? (
        <button type="button" {...main}>
          {words}
        </button>
      ) : (
        <a href={href} target="_blank" rel="noreferrer" {...main}>
          {words}
        </a>
      )}
      {aside}
      <span class="ss-row-actions">
        {isSettled && (
          <>
            {onMenu && (
              <IconButton
                icon="more"
                size="small"
                label={text('rowMenu', name)}
                tip={text('rowMenuTip')}
                tabIndex={tabIndex}
                aria-haspopup="menu"
                onClick={(event) => onMenu(event.currentTarget)}
              />
            )}
          </>
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
