import type { ButtonHTMLAttributes, VNode } from 'preact';

import { ariaKeys } from './aria-keys.ts';
import { swallow, type ButtonSize } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Spinner } from './Spinner.tsx';

/** What an icon button is drawn from; all other attributes of a `<button>` pass through. */
export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes,
  'class' | 'className' | 'icon' | 'label' | 'size' | 'type' | 'children'
> {
  icon: IconName;
  /** Its accessible name, and its tooltip. */
  label: string;
  /** More for the tooltip than the name: what it will do exactly. */
  tip?: string | undefined;
  /** The key that does the same, shown in the tooltip. */
  keys?: string | undefined;
  /** `danger` turns red under the pointer, `plain` has an edge. */
  kind?: 'quiet' | 'plain' | 'danger' | undefined;
  size?: ButtonSize | undefined;
  /** For a switch: whether it is on. */
  pressed?: boolean | undefined;
  busy?: boolean | undefined;
}

/** A button with an icon only. Its tooltip is drawn by the `TooltipLayer` of the same root. */
export function IconButton({
  icon,
  label,
  tip,
  keys,
  kind = 'quiet',
  size = 'normal',
  pressed,
  busy = false,
  onClick,
  ...rest
}: IconButtonProps): VNode {
  return (
    <button
      {...rest}
      class="ss-icon-button"
      type="button"
      data-kind={kind}
      data-size={size}
      data-tip={tip ?? label}
      data-tip-keys={keys}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={ariaKeys(keys)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? swallow : onClick}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
    </button>
  );
}
