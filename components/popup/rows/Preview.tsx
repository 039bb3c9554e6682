import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The pointer rests this long on a row before its picture shows, ms. */
const restMs = 350;
/** The picture's measures, px. */
const size = { width: 320, height: 180 } as const;

/** What the pictures are drawn from. */
export interface PreviewProps {
  /** The list whose rows are looked at; a row is told by its `data-index`. */
  list: { readonly current: HTMLElement | null };
  /** The picture's address for the row at `index`; `undefined` where it has none. */
  srcOf: (index: number, width: number, height: number) => string | undefined;
}

interface Shown {
  readonly src: string;
  readonly row: HTMLElement;
}

/** A large picture of the stream on whose row the pointer rests. Whatever happens next takes it away. */
export function Preview({ list, srcOf }: PreviewProps): VNode | null {
  const [shown, setShown] = useState<Shown | undefined>();
  const holderRef = useRef<HTMLDivElement>(null);
  const srcRef = useRef(srcOf);
  useLayoutEffect(() => {
    srcRef.current = srcOf;
  });

  useEffect(() => {
    const node = list.current;
    if (!node) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: HTMLElement | null = null;
    const leave = (): void => {
      clearTimeout(timer);
      over = null;
      setShown(undefined);
    };
    const look = (event: PointerEvent): void => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
      if (row === over) return;
      leave();
      over = row;
      if (!row || event.pointerType === 'touch') return;
      timer = setTimeout(() => {
        const src = srcRef.current(Number(row.dataset['index']), size.width, size.height);
        if (src !== undefined && row.isConnected) setShown({ src, row });
      }, restMs);
    };
    node.addEventListener('pointerover', look, { signal: stop.signal });
    for (const gone of ['pointerleave', 'scroll', 'pointerdown', 'contextmenu']) {
      node.addEventListener(gone, leave, { signal: stop.signal, passive: true });
    }
    addEventListener('keydown', leave, { signal: stop.signal, capture: true });
    addEventListener('blur', leave, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [list]);

  useLayoutEffect(() => {
    const holder = holderRef.current;
    if (!holder || !shown) return;
    const { top, bottom } = shown.row.getBoundingClientRect();
    const below = bottom + size.height + 8 < innerHeight;
    holder.style.top = `${below ? bottom + 4 : Math.max(4, top - size.height - 4)}px`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div class="ss-live-preview" ref={holderRef} aria-hidden="true">
      <img src={shown.src} alt="" {...size} />
    </div>
  );
}
