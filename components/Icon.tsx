import type { VNode } from 'preact';

import { icons, type IconName } from './icons.ts';

/** What an icon is drawn from. */
export interface IconProps {
  name: IconName;
  /** Side in px; 16 unless told. */
  size?: number | undefined;
  /** Its meaning, where no words stand beside it; without one it is hidden from assistive technology. */
  label?: string | undefined;
}

/** One icon of our set, in the colour of the text around it. */
export function Icon({ name, size = 16, label }: IconProps): VNode {
  return (
    <svg
      class="ss-icon"
      data-icon={name}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <path d={icons[name]} />
    </svg>
  );
}
