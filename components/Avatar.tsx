import type { VNode } from 'preact';
import { useContext, useState } from 'preact/hooks';

import { hueOf, initialOf } from './formats.ts';
import { LazyImage } from './LazyImage.tsx';
import { Settled } from './settled.ts';

/** What an avatar is drawn from. */
export interface AvatarProps {
  /** Whose picture; its first letter stands in where there is none. */
  name: string;
  src?: string | undefined;
  /** Side in px; the row's own unless told. */
  size?: number | undefined;
  /** Rings the picture in the colour of live. */
  live?: boolean | undefined;
  /** Where the name does not stand beside it. */
  label?: string | undefined;
}

/** Someone's picture, loaded when it comes into view, or the first letter of their name. */
export function Avatar({ name, src, size, live = false, label }: AvatarProps): VNode {
  const [failed, setFailed] = useState<string | undefined>();
  const isSettled = useContext(Settled);
  const side = size === undefined ? undefined : `${size}px`;
  return (
    <span
      class="ss-avatar"
      data-live={live || undefined}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
      style={{ '--ss-side': side, '--ss-hue': hueOf(name) }}
    >
      {src === undefined || src === failed ? (
        <span class="ss-avatar-initial">{initialOf(name)}</span>
      ) : (
        isSettled && <LazyImage src={src} onFail={() => setFailed(src)} />
      )}
    </span>
  );
}
