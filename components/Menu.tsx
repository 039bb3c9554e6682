import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { ariaKeys } from './aria-keys.ts';
import { Button, type ButtonKind, type ButtonSize } from './Button.tsx';
import { focusedNear, isRtl } from './focus.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { place, type Box, type Placing } from './place.ts';
import { seek, walk } from './roving.ts';
import { useId } from './use-id.ts';

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

/** What a button with a menu is drawn from. */
export interface MenuProps {
  /** The button's words, or its accessible name where it is an icon only; also the name of the menu. */
  label: string;
  groups: readonly MenuGroup[];
  onSelect: (id: string) => void;
  icon?: IconName | undefined;
  /** Only the icon is drawn. */
  iconOnly?: boolean | undefined;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  align?: Placing['align'] | undefined;
  disabled?: boolean | undefined;
  /** Told when it opens and closes, for what must hold still meanwhile. */
  onOpen?: ((open: boolean) => void) | undefined;
}

/** A button that opens a menu: Enter, Space, ↓ or ↑; ↑ ↓ Home End and letters walk; Esc returns to the button. */
export function Menu({
  label,
  groups,
  onSelect,
  icon,
  iconOnly = false,
  kind,
  size,
  align,
  disabled,
  onOpen,
}: MenuProps): VNode {
  const id = useId();
  const holderRef = useRef<HTMLSpanElement>(null);
  const wasOpenRef = useRef(false);
  const [open, setOpen] = useState<{ anchor: Element; start: 'first' | 'last' } | null>(null);

  const show = (start: 'first' | 'last'): void => {
    const anchor = holderRef.current?.querySelector('button');
    if (!anchor) return;
    setOpen({ anchor, start });
    onOpen?.(true);
  };

  const close = (why: MenuClosing): void => {
    setOpen(null);
    onOpen?.(false);
    if (why !== 'left') holderRef.current?.querySelector('button')?.focus();
  };

  const trigger = {
    size,
    disabled,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open !== null,
    'aria-controls': open ? id : undefined,
    // A press on the button closes the open menu by itself, as every press outside does, before the click comes.
    onPointerDown: () => {
      wasOpenRef.current = open !== null;
    },
    onClick: () => {
      if (!wasOpenRef.current) show('first');
      wasOpenRef.current = false;
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLButtonElement>) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      event.stopPropagation();
      show(event.key === 'ArrowDown' ? 'first' : 'last');
    },
  };

  return (
    <span ref={holderRef} class="ss-menu-holder">
      {iconOnly ? (
        <IconButton
          {...trigger}
          icon={icon ?? 'more'}
          label={label}
          kind={kind === 'plain' ? 'plain' : 'quiet'}
        />
      ) : (
        <Button {...trigger} kind={kind} icon={icon} iconAfter="chevron-down">
          {label}
        </Button>
      )}
      {open && (
        <MenuPopup
          id={id}
          label={label}
          groups={groups}
          anchor={open.anchor}
          start={open.start}
          align={align}
          onSelect={onSelect}
          onClose={close}
        />
      )}
    </span>
  );
}

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
