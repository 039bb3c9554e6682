import type { ComponentChildren, VNode } from 'preact';

import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';

/** What a badge says by its colour. `live` is filled, since nothing else on a row is worth more. */
export type BadgeKind = 'neutral' | 'lamp' | 'live' | 'danger' | 'warning' | 'success' | 'info';

/** What a badge is drawn from. */
export interface BadgeProps {
  children: ComponentChildren;
  kind?: BadgeKind | undefined;
  icon?: IconName | undefined;
  /** What the short word means. */
  title?: string | undefined;
}

/** One word about what stands beside it. */
export function Badge({ children, kind = 'neutral', icon, title }: BadgeProps): VNode {
  return (
    <span class="ss-badge" data-kind={kind} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** What a chip is drawn from. */
export interface ChipProps {
  label: string;
  icon?: IconName | undefined;
  /** Makes it a switch. */
  pressed?: boolean | undefined;
  onPress?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  /** The accessible name of the remove button. */
  removeLabel?: string | undefined;
  disabled?: boolean | undefined;
}

/** A small thing that can be switched on, or taken away: a filter, a tag. */
export function Chip({ label, icon, pressed, onPress, onRemove, removeLabel, disabled }: ChipProps): VNode {
  const words = (
    <>
      {icon && <Icon name={icon} size={14} />}
      <bdi class="ss-cut" title={label}>
        {label}
      </bdi>
    </>
  );
  return (
    <span class="ss-chip" data-on={pressed === true || undefined}>
      {onPress ? (
        <button
          type="button"
          class="ss-chip-main"
          aria-pressed={pressed}
          disabled={disabled}
          onClick={onPress}
        >
          {words}
        </button>
      ) : (
        <span class="ss-chip-main">{words}</span>
      )}
      {onRemove && removeLabel !== undefined && (
        <IconButton icon="close" label={removeLabel} size="small" disabled={disabled} onClick={onRemove} />
      )}
    </span>
  );
}
