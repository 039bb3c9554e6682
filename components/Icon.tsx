import type { VNode } from 'preact';

import { icons, type IconName } from './icons.ts';

/** Name → path, of all that can be drawn here. */
let drawn: Readonly<Record<string, string>> = icons;

/** Makes more icons known. Our pages have more of them than what stands in other people's pages. */
export function addIcons(more: Readonly<Record<string, string>>): void {
  drawn = { ...drawn, ...more };
}

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
      <path d={drawn[name]} />
    </svg>
  );
}
