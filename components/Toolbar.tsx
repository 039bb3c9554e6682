import type { ComponentChildren, TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { focusables, focusedNear, isRtl } from './focus.ts';
import { walk } from './roving.ts';

/** What a toolbar is drawn from. */
export interface ToolbarProps {
  /** What its buttons act upon, for assistive technology. */
  label: string;
  /** Buttons, menus and other controls. */
  children: ComponentChildren;
  orientation?: 'horizontal' | 'vertical' | undefined;
  /** Buttons touch each other and share one frame. */
  joined?: boolean | undefined;
}

/** Buttons as one stop of the Tab key; the arrow keys, Home and End walk among them. */
export function Toolbar({
  label,
  children,
  orientation = 'horizontal',
  joined = false,
}: ToolbarProps): VNode {
  const barRef = useRef<HTMLDivElement>(null);
  const stopRef = useRef<HTMLElement | null>(null);

  // After every draw, since buttons may have come and gone.
  useLayoutEffect(() => {
    if (!barRef.current) return;
    const stops = focusables(barRef.current);
    const stop = stops.find((element) => element === stopRef.current) ?? stops[0];
    for (const element of stops) element.tabIndex = element === stop ? 0 : -1;
  });

  const take = (element: HTMLElement | undefined): void => {
    if (!barRef.current || !element) return;
    stopRef.current = element;
    for (const other of focusables(barRef.current)) other.tabIndex = other === element ? 0 : -1;
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.defaultPrevented) return;
    const stops = focusables(event.currentTarget);
    const from = stops.findIndex((element) => element === focusedNear(event.currentTarget));
    const to = walk(event.key, from, stops.length, { axis: orientation, rtl: isRtl(event.currentTarget) });
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    stops[to]?.focus();
  };

  return (
    <div
      ref={barRef}
      class="ss-toolbar"
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      data-joined={joined || undefined}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        take(focusables(event.currentTarget).find((element) => element === event.target));
      }}
    >
      {children}
    </div>
  );
}

/** What a group of buttons is drawn from. */
export interface ButtonGroupProps {
  label: string;
  children: ComponentChildren;
}

/** Buttons that belong together and touch each other; each stays a stop of the Tab key. */
export function ButtonGroup({ label, children }: ButtonGroupProps): VNode {
  return (
    <div class="ss-toolbar" role="group" aria-label={label} data-joined>
      {children}
    </div>
  );
}
