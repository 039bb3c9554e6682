import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { atHand } from '../lib/later.ts';
import { ariaKeys } from './aria-keys.ts';
import { focusedNear, isRtl } from './focus.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { MenuButton, type MenuButtonProps } from './MenuButton.tsx';
import { place, type Box, type Placing } from './place.ts';
import { walk } from './roving.ts';
import { seek } from './seek.ts';

/** One line of a menu. */
export interface MenuItem {
  /** Told to `onSelect`. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** A second, quieter word at the end of the line. */
  readonly hint?: string | undefined;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Makes it one of a choice (`radio`) or a switch (`check`) that is on or off. */
  readonly choice?: { readonly kind: 'radio' | 'check'; readonly on: boolean } | undefined;
}

/** Lines that belong together; a rule is drawn between groups. */
export interface MenuGroup {
  readonly label?: string | undefined;
  readonly items: readonly MenuItem[];
}

/** Why a menu closed. */
export type MenuClosing = 'selected' | 'escaped' | 'left';

/** What an open menu is drawn from. */
export interface MenuPopupProps {
  /** Its accessible name. */
  label: string;
  groups: readonly MenuGroup[];
  /** What it belongs to, or the point of the pointer for a context menu. Read once, on opening. */
  anchor: Element | { readonly x: number; readonly y: number };
  align?: Placing['align'] | undefined;
  /** `last` when it was opened with the up arrow. */
  start?: 'first' | 'last' | undefined;
  id?: string | undefined;
  onSelect: (id: string) => void;
  /** Called once, whatever closed it. The owner takes it away and, unless `left`, puts the focus back. */
  onClose: (why: MenuClosing) => void;
}

/** Typing pauses longer than this start a new word; ms. */
const typingPauseMs = 600;

/** A menu that is open as long as it is drawn, in the browser's top layer, so that no scroller cuts it. */
export function MenuPopup({
  label,
  groups,
  anchor,
  align = 'start',
  start = 'first',
  id,
  onSelect,
  onClose,
}: MenuPopupProps): VNode {
  const popupRef = useRef<HTMLDivElement>(null);
  const typedRef = useRef({ word: '', at: 0 });
  const closedRef = useRef(false);

  const close = (why: MenuClosing): void => {
    if (closedRef.current) return;
    closedRef.current = true;
    onClose(why);
  };

  useLayoutEffect(() => {
    const node = popupRef.current;
    if (!node) return undefined;
    node.showPopover();
    const { left, top } = place(boxOf(anchor), node.getBoundingClientRect(), viewport(), {
      side: 'below',
      align,
      rtl: isRtl(node),
    });
    node.style.left = `${left}px`;
    node.style.top = `${top}px`;
    const items = itemsOf(node);
    items.at(start === 'first' ? 0 : -1)?.focus({ preventScroll: true });
    return () => {
      closedRef.current = true;
      if (node.matches(':popover-open')) node.hidePopover();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a menu stays where it opened; a new anchor is a new menu
  }, []);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const items = itemsOf(event.currentTarget);
    const from = items.findIndex((item) => item === focusedNear(event.currentTarget));
    let to = walk(event.key, from, items.length, { axis: 'vertical' });
    if (to === null && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const fresh = event.timeStamp - typedRef.current.at > typingPauseMs;
      typedRef.current = { word: (fresh ? '' : typedRef.current.word) + event.key, at: event.timeStamp };
      const labels = items.map((item) => item.dataset['label'] ?? '');
      to = seek(labels, typedRef.current.word, from);
    }
    if (event.key === 'Escape' || event.key === 'Tab') close(event.key === 'Tab' ? 'left' : 'escaped');
    else if (to === null) {
      // Enter and Space are the buttons' own; nothing else reaches the page behind.
      event.stopPropagation();
      return;
    } else items[to]?.focus();
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={popupRef}
      id={id}
      class="ss-menu"
      role="menu"
      aria-label={label}
      popover="auto"
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') close('left');
      }}
    >
      {groups.map((group, index) => (
        <div key={index} class="ss-menu-group" role="group" aria-label={group.label}>
          {group.label !== undefined && (
            <div class="ss-menu-heading" aria-hidden="true">
              {group.label}
            </div>
          )}
          {group.items.map((item) => (
            <button
              key={item.id}
              type="button"
              class="ss-menu-item"
              role={
                item.choice
                  ? item.choice.kind === 'radio'
                    ? 'menuitemradio'
                    : 'menuitemcheckbox'
                  : 'menuitem'
              }
              aria-checked={item.choice?.on}
              aria-disabled={item.disabled}
              aria-keyshortcuts={ariaKeys(item.keys)}
              data-danger={item.danger}
              data-label={item.label}
              tabIndex={-1}
              onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
              onClick={() => {
                if (item.disabled) return;
                onSelect(item.id);
                close('selected');
              }}
            >
              {item.choice ? (
                <span class="ss-menu-mark">{item.choice.on && <Icon name="check" />}</span>
              ) : (
                item.icon && <Icon name={item.icon} />
              )}
              <bdi class="ss-cut ss-menu-label">{item.label}</bdi>
              {item.hint !== undefined && <span class="ss-menu-hint">{item.hint}</span>}
              {item.keys !== undefined && <Kbd keys={item.keys} />}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A button that opens a menu; see {@link MenuButton}. */
export const Menu = (props: Omit<MenuButtonProps, 'popup' | 'missed'>): VNode => (
  <MenuButton {...props} popup={menuAtHand} />
);

/** The menu itself, for a button that could also wait for it. */
export const menuAtHand = atHand(MenuPopup);

function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.ss-menu-item')];
}

function boxOf(anchor: MenuPopupProps['anchor']): Box {
  return anchor instanceof Element
    ? anchor.getBoundingClientRect()
    : { left: anchor.x, top: anchor.y, width: 0, height: 0 };
}

function viewport(): { width: number; height: number } {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}
