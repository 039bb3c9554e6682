import type { ButtonHTMLAttributes, ComponentChildren, VNode } from 'preact';

import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Spinner } from './Spinner.tsx';

/** How much a button asks for attention. A view has one `primary` at most. */
export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger';

/** 24, 30 and 36 px high. */
export type ButtonSize = 'small' | 'normal' | 'large';

/** What a button is drawn from; all other attributes of a `<button>` pass through. */
export interface ButtonProps extends Omit<
  ButtonHTMLAttributes,
  'class' | 'className' | 'icon' | 'size' | 'type'
> {
  children: ComponentChildren;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  /** An icon after the words, for what opens or leads away. */
  iconAfter?: IconName | undefined;
  /** Its work is under way: it shows that, keeps the focus, and does nothing when pressed. */
  busy?: boolean | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
}

/** A button with words. */
export function Button({
  children,
  kind = 'plain',
  size = 'normal',
  icon,
  iconAfter,
  busy = false,
  wide = false,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps): VNode {
  return (
    <button
      {...rest}
      class="ss-button"
      type={type}
      data-kind={kind}
      data-size={size}
      data-wide={wide || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? swallow : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      <span class="ss-cut">{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

/** Stops a press on a busy button, also from submitting its form. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
