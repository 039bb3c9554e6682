import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { isRtl } from './focus.ts';
import { Kbd } from './Kbd.tsx';
import { place } from './place.ts';

/** The pointer rests this long before a tooltip shows; ms. */
const restMs = 400;

/** After one tooltip the next shows at once for this long; ms. */
const warmMs = 500;

/** Taking the focus scrolls the element into view; a scroll as soon after that is not the user's; ms. */
const settleMs = 150;

/** What is shown, and above which element. */
interface Shown {
  readonly owner: HTMLElement;
  readonly words: string;
  readonly keys: string | undefined;
}

/**
 * The one tooltip of a document or shadow root. Draw it once at the root: every element there with `data-tip` (and
 * `data-tip-keys`) gets its tooltip, under a resting pointer or on keyboard focus; Esc takes it away.
 * It repeats what the element's accessible name or description says, so it is hidden from assistive technology.
 */
export function TooltipLayer(): VNode {
  const bubbleRef = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);

  useLayoutEffect(() => {
    const root = bubbleRef.current?.getRootNode();
    if (!root) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt = -Infinity;
    let focusedAt = -Infinity;
    let owner: HTMLElement | null = null;

    const hide = (event: Event): void => {
      clearTimeout(timer);
      if (owner) hiddenAt = event.timeStamp;
      owner = null;
      setShown(null);
    };
    const show = (element: HTMLElement): void => {
      owner = element;
      setShown({ owner: element, words: element.dataset['tip'] ?? '', keys: element.dataset['tipKeys'] });
    };
    const on = (type: string, listener: (event: Event) => void): void =>
      root.addEventListener(type, listener, { signal: stop.signal, passive: true });

    on('pointerover', (event) => {
      const element = tipped(event);
      if (element === owner && element) return;
      hide(event);
      if (!element || (event as PointerEvent).pointerType === 'touch') return;
      timer = setTimeout(show, event.timeStamp - hiddenAt < warmMs ? 0 : restMs, element);
    });
    on('pointerout', (event) => {
      if (!tippedAt((event as PointerEvent).relatedTarget)) hide(event);
    });
    on('focusin', (event) => {
      const element = tipped(event);
      if (!element?.matches(':focus-visible')) return;
      focusedAt = event.timeStamp;
      show(element);
    });
    on('focusout', hide);
    on('pointerdown', hide);
    on('keydown', hide);
    root.addEventListener(
      'scroll',
      (event) => {
        if (event.timeStamp - focusedAt > settleMs) hide(event);
      },
      { signal: stop.signal, passive: true, capture: true },
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);

  useLayoutEffect(() => {
    const node = bubbleRef.current;
    if (!node || !shown?.owner.isConnected) return undefined;
    node.showPopover();
    const spot = place(
      shown.owner.getBoundingClientRect(),
      node.getBoundingClientRect(),
      { width: document.documentElement.clientWidth, height: window.innerHeight },
      { side: 'above', align: 'centre', rtl: isRtl(node), gap: 6 },
    );
    node.style.left = `${spot.left}px`;
    node.style.top = `${spot.top}px`;
    return () => {
      if (node.matches(':popover-open')) node.hidePopover();
    };
  }, [shown]);

  return (
    <div ref={bubbleRef} class="ss-tooltip" popover="manual" aria-hidden="true">
      {shown?.words}
      {shown?.keys !== undefined && <Kbd keys={shown.keys} />}
    </div>
  );
}

function tipped(event: Event): HTMLElement | null {
  return tippedAt(event.target);
}

function tippedAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}
