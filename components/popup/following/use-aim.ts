import type { TargetedFocusEvent } from 'preact';
import { useState } from 'preact/hooks';

/** What an element must tell so that it is known whether somebody aims at something in it. */
export interface AimEvents {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocusIn: (event: TargetedFocusEvent<HTMLElement>) => void;
  readonly onFocusOut: (event: TargetedFocusEvent<HTMLElement>) => void;
}

/**
 * Whether somebody aims at something in an element: by the pointer, or by walking there with the keys. A focus that a press
 * has left behind is no aim; it may stay for hours.
 */
export function useAim(): readonly [isAimedAt: boolean, events: AimEvents] {
  const [pointer, setPointer] = useState(false);
  const [keys, setKeys] = useState(false);
  return [
    pointer || keys,
    {
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocusIn: ({ target }) => setKeys(target instanceof Element && target.matches(':focus-visible')),
      onFocusOut: ({ currentTarget, relatedTarget }) => {
        // From one row to the next it stays within.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setKeys(false);
      },
    },
  ];
}
