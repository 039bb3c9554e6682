/** One panel over the page that is opened and closed: where it stands then, what draws it, and what gets the keyboard back. */
import type { VNode } from 'preact';

import { TooltipLayer } from '../../Tooltip.tsx';
import { createRoot } from '../root.ts';
import type { PanelProps } from './Panel.tsx';
import { besideChat, type Size, type Spot } from './spot.ts';

/** What {@link mountPanelWindow} needs. */
export interface PanelWindowParts {
  readonly document: Document;
  /** The name of its element. */
  readonly tag: Parameters<typeof createRoot>[1];
  /** Its style sheets. */
  readonly styles: string;
  /** Its width, and how high it gets by what comes late, px. */
  readonly size: Pick<Size, 'width'> & Partial<Size>;
  readonly theme: () => 'dark' | 'light' | undefined;
  /** Whether this script is still the one that may draw here: without, nothing opens. */
  readonly isAlive: () => boolean;
  /** What it shows: a `Panel` of these, and of what is its own. */
  readonly draw: (panel: Pick<PanelProps, 'spot' | 'width' | 'called' | 'onClose'>) => VNode;
}

/** The panel, as its owner sees it. */
export interface PanelWindow {
  readonly isOpen: () => boolean;
  /** Opens it, undrawn, and calls it; the keyboard goes back to `opener` in the end. Whether it could: not where its visit is over. */
  readonly open: (opener: Element | null | undefined) => boolean;
  readonly close: () => void;
  /** It takes the keyboard when it is drawn next, unless that is in it. */
  readonly call: () => void;
  /** What has the keyboard inside. */
  readonly focused: () => HTMLElement | undefined;
  readonly draw: () => void;
  /** Does that every so many ms while it is open and seen. */
  readonly every: (pause: number, act: () => void) => void;
}

/** Puts it, closed, into the page until `signal` aborts. */
export function mountPanelWindow(parts: PanelWindowParts, signal: AbortSignal): PanelWindow {
  const { document, size, theme, isAlive } = parts;
  const root = createRoot(document, parts.tag, parts.styles);
  let opened: { readonly spot: Spot; readonly opener: Element | null | undefined } | undefined;
  let called = 0;

  function draw(): void {
    if (signal.aborted) return;
    root.theme(theme());
    root.draw(
      opened && (
        <>
          {parts.draw({ spot: opened.spot, width: size.width, called, onClose: close })}
          <TooltipLayer />
        </>
      ),
    );
  }

  function close(): void {
    const isInside = document.activeElement === root.host;
    const opener = opened?.opener;
    opened = undefined;
    draw();
    if (isInside && opener instanceof HTMLElement && opener.isConnected)
      opener.focus({ preventScroll: true });
  }

  signal.addEventListener('abort', root.remove);
  return {
    isOpen: () => opened !== undefined,
    open(opener) {
      if (signal.aborted || !isAlive()) return false;
      opened = { spot: opened?.spot ?? besideChat(size, window), opener };
      called += 1;
      root.show();
      return true;
    },
    close,
    call: () => void (called += 1),
    focused() {
      const { activeElement } = root.shadow;
      return activeElement instanceof HTMLElement ? activeElement : undefined;
    },
    draw,
    every(pause, act) {
      const timer = setInterval(() => {
        if (opened && !document.hidden && isAlive()) act();
      }, pause);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
  };
}
