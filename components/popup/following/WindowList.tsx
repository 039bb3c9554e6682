import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useContext, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { walk } from '../../roving.ts';
import { Settled } from '../../settled.ts';
import { Preview, type PreviewProps } from './Preview.tsx';
import { scrollFor, spare, stretchAt } from './rows.ts';

/** What can be done with the list from outside. */
export interface ListHandle {
  /** Puts the focus on the row where it was last, or on the first. */
  readonly focus: () => void;
}

/** What a row must be told. */
export interface RowPlace {
  /** Its place in the whole list, from 0, and the size of that. */
  readonly index: number;
  readonly of: number;
  /** Distance from the list's top, px. */
  readonly offset: number;
  /** It is the one that the Tab key reaches. */
  readonly current: boolean;
}

/** What a long list is drawn from. */
export interface WindowListProps {
  label: string;
  count: number;
  /** The height of a row, px. */
  height: number;
  /** How the rows look, for the style sheet. */
  rows: string;
  /** Draws the row at a place, with a key of its own. */
  row: (place: RowPlace) => VNode | null;
  /** The walk left the list by its top. */
  onLeave: () => void;
  /** Hears which rows are drawn. */
  onStretch?: ((from: number, to: number) => void) | undefined;
  handle?: Ref<ListHandle> | undefined;
  /** The address of the picture that shows while the pointer rests on a row; without it there are no pictures. */
  preview?: PreviewProps['srcOf'] | undefined;
}

/** How high the popup is, and how much of that is around the list, px, until the list stands and is measured. */
const rough = { popup: 560, around: 150 } as const;

/** A list of which only the rows in view are in the document: 1,000 cost what 20 do. */
export function WindowList(props: WindowListProps): VNode {
  const { label, count, height, rows, row, onLeave, onStretch, handle, preview } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(() => Math.max(rough.popup, innerHeight) - rough.around);
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState<number | undefined>();

  const current = Math.min(at, count - 1);
  const isSettled = useContext(Settled);
  const { from, to } = stretchAt(scrollTop, viewHeight, height, count, isSettled ? spare : 0);

  const goTo = (index: number): void => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const top = scrollFor(index, scroller.scrollTop, scroller.clientHeight, height);
    // The row must be drawn before it can have the focus, and it is drawn where the list is scrolled to.
    if (top !== undefined) {
      scroller.scrollTop = top;
      setScrollTop(top);
    }
    setAt(index);
    setWanted(index);
  };

  useImperativeHandle(handle ?? null, () => ({ focus: () => goTo(current) }));

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    scrollerRef.current
      ?.querySelector<HTMLElement>(`[data-index="${wanted}"] .ss-row-main`)
      ?.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted]);

  useEffect(() => onStretch?.(from, to));

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(scroller.clientHeight));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, []);

  const pressed = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset['index'] ?? current);
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / height) - 1);
    const next =
      event.key === 'PageDown'
        ? Math.min(count - 1, index + page)
        : event.key === 'PageUp'
          ? Math.max(0, index - page)
          : walk(event.key, index, count, { axis: 'vertical', wrap: false });
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' && index === 0) onLeave();
    else goTo(next);
  };

  return (
    <div
      class="ss-live-scroller"
      ref={scrollerRef}
      data-rows={rows}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <ul
        class="ss-list"
        role="list"
        aria-label={label}
        style={{ blockSize: `${count * height}px` }}
        onKeyDown={pressed}
      >
        {Array.from({ length: Math.max(0, to - from) }, (_gap, place) => {
          const index = from + place;
          return row({ index, of: count, offset: index * height, current: index === current });
        })}
      </ul>
      {preview && isSettled && <Preview list={scrollerRef} srcOf={preview} />}
    </div>
  );
}
