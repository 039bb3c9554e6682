import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { chordOf } from '../../../lib/hotkeys/chord.ts';
import { keyTarget } from '../../../lib/pages/key-target.ts';
import { text } from '../../../lib/text.ts';
import { focusedNear } from '../../focus.ts';
import { IconButton } from '../../IconButton.tsx';
import { useId } from '../../use-id.ts';
import { fitted, grown, type Size, type Spot, usual } from './spot.ts';

/** What a panel is drawn from. */
export interface PanelProps {
  title: ComponentChildren;
  /** Where it opens, or as near to it as there is room; the user moves it from there. */
  spot: Spot;
  /** px, as far as the window has room; that of a card if it is not given. */
  width?: number | undefined;
  /** Takes the focus whenever this changes, unless it is 0. */
  called: number;
  /** Buttons of its own, in its head. */
  tools?: ComponentChildren;
  /** By what it is found among others. */
  name?: string;
  /** A chord was pressed at an element of it that neither a field nor something open in it wants; whether it is taken. */
  onKey?: (chord: string, isRepeat: boolean, at: Element) => boolean;
  /** The user has moved it there, and let go of it. */
  onMoved?: (spot: Spot) => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** How far an arrow key moves it, px. */
const step = 20;

/** So much of a panel stays in the window, whatever moves it, px. */
const hold = { x: 80, y: 40 };

/** Arrow key → direction. */
const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** A window of ours over the page: it is moved by its head or by the arrow keys, and leaves with Esc. */
export function Panel({
  title,
  spot,
  width = usual.width,
  called,
  tools,
  name,
  onKey,
  onMoved,
  onClose,
  children,
}: PanelProps): VNode {
  const id = useId();
  const panelRef = useRef<HTMLElement>(null);
  const gripRef = useRef<Spot | null>(null);
  /** Where it was moved, as long as nobody was told. */
  const movedRef = useRef<Spot | null>(null);
  const [at, setAt] = useState(spot);

  // Before the next key: whoever calls it and presses one at once means it.
  useLayoutEffect(() => {
    const panel = panelRef.current;
    if (called > 0 && !panel?.contains(focusedNear(panel))) panel?.focus({ preventScroll: true });
  }, [called]);

  // Before it is seen: a place that was remembered may be one of a larger window.
  useLayoutEffect(() => {
    const panel = panelRef.current;
    if (!panel) return undefined;
    const room = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
    let size: Size = panel.getBoundingClientRect();
    // A window that became smaller, or a screen that is filled now, must not cut it off either.
    const fit = (): void => setAt((spot) => fitted(spot, panel.getBoundingClientRect(), room()));
    fit();
    // Nor what comes late, and makes it larger; under a hand that moves it, it stays.
    const sizes = new ResizeObserver(() => {
      const before = size;
      const after = panel.getBoundingClientRect();
      size = after;
      if (!gripRef.current) setAt((spot) => grown(spot, before, after, room()));
    });
    sizes.observe(panel);
    addEventListener('resize', fit);
    return () => {
      sizes.disconnect();
      removeEventListener('resize', fit);
    };
  }, []);

  const moveTo = ({ x, y }: Spot): void => {
    const next = {
      x: Math.max(hold.x - 320, Math.min(x, window.innerWidth - hold.x)),
      y: Math.max(0, Math.min(y, window.innerHeight - hold.y)),
    };
    setAt(next);
    movedRef.current = next;
  };
  const tell = (): void => {
    if (movedRef.current) onMoved?.(movedRef.current);
    movedRef.current = null;
  };
  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || (event.target as Element).closest('.ss-panel-tools')) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    gripRef.current = { x: event.clientX - at.x, y: event.clientY - at.y };
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const grip = gripRef.current;
    if (grip) moveTo({ x: clientX - grip.x, y: clientY - grip.y });
  };
  const letGo = (): void => {
    gripRef.current = null;
    tell();
  };
  const onArrow = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const arrow = arrows[event.key];
    if (!arrow) return;
    event.preventDefault();
    moveTo({ x: at.x + arrow.x, y: at.y + arrow.y });
  };

  return (
    <section
      ref={panelRef}
      class="ss-panel"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      data-name={name}
      style={{ left: `${at.x}px`, top: `${at.y}px`, '--ss-panel-width': `${width}px` }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
          return;
        }
        const at = event.target as Element;
        const chord = keyTarget(at) === 'card' ? chordOf(event) : undefined;
        if (chord !== undefined && onKey?.(chord, event.repeat, at)) event.preventDefault();
      }}
    >
      <header
        class="ss-panel-head"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyUp={tell}
        onFocusOut={tell}
      >
        <IconButton icon="drag" size="small" label={text('panelMove')} onKeyDown={onArrow} />
        <h2 id={id} class="ss-panel-title ss-cut">
          {title}
        </h2>
        <span class="ss-panel-tools">
          {tools}
          <IconButton icon="close" size="small" label={text('close')} onClick={onClose} />
        </span>
      </header>
      <div class="ss-panel-body">{children}</div>
    </section>
  );
}

/** Puts the keyboard on the panel of `element`, if it is in that, before that goes: the next key must not be for the page. */
export function toPanel(element: Element): void {
  if (element.contains(focusedNear(element)))
    element.closest<HTMLElement>('.ss-panel')?.focus({ preventScroll: true });
}
