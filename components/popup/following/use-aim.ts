import type { TargetedFocusEvent, TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';

/** What an element must tell so that it is known whether somebody aims at something in it. */
export interface AimEvents {
  readonly onPointerOver: (event: TargetedPointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onFocusIn: (event: TargetedFocusEvent<HTMLElement>) => void;
  readonly onFocusOut: (event: TargetedFocusEvent<HTMLElement>) => void;
}

/**
 * Whether somebody aims at something in an element: by the pointer, or by walking there with the keys. A focus that a press
 * has left behind is no aim; it may stay for hours. Nor is it one at the list whose foot the pointer is on: who asks there
 * for a new list wants to see it.
 */
export function useAim(): readonly [isAimedAt: boolean, events: AimEvents] {
  const [pointer, setPointer] = useState(false);
  const [keys, setKeys] = useState(false);
  return [
    pointer || keys,
    {
      onPointerOver: ({ target }) => setPointer(target instanceof Element && !target.closest('footer')),
      onPointerLeave: () => setPointer(false),
      onFocusIn: ({ target }) => setKeys(target instanceof Element && target.matches(':focus-visible')),
      onFocusOut: ({ currentTarget, relatedTarget }) => {
        // From one row to the next it stays within.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setKeys(false);
      },
    },
  ];
}
