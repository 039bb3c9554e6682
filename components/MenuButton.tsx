import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { type Later, withLater } from '../lib/later.ts';
import { Button, type ButtonKind, type ButtonSize } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import type { MenuClosing, MenuGroup, MenuPopupProps } from './Menu.tsx';
import type { Placing } from './place.ts';
import { useId } from './use-id.ts';

/** What a button with a menu is drawn from. */
export interface MenuButtonProps {
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
  /** The menu itself; where it has to be brought first, it opens when it is there, if the button still is. */
  popup: Later<(props: MenuPopupProps) => VNode>;
  /** It cannot be had. */
  missed?: ((error: unknown) => void) | undefined;
}

interface Open {
  readonly anchor: Element;
  readonly start: 'first' | 'last';
  readonly Popup: (props: MenuPopupProps) => VNode;
}

/** A button that opens a menu: Enter, Space, ↓ or ↑; ↑ ↓ Home End and letters walk; Esc returns to the button. */
export function MenuButton({
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
  popup,
  missed = () => undefined,
}: MenuButtonProps): VNode {
  const id = useId();
  const holderRef = useRef<HTMLSpanElement>(null);
  const wasOpenRef = useRef(false);
  const [open, setOpen] = useState<Open | null>(null);

  const show = (start: 'first' | 'last'): void => {
    withLater(
      popup,
      (Popup) => {
        const anchor = holderRef.current?.querySelector('button');
        if (!anchor) return;
        setOpen({ anchor, start, Popup });
        onOpen?.(true);
      },
      missed,
    );
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
        <open.Popup
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
