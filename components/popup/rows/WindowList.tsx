import type { ComponentChildren, Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useContext, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { walk } from '../../roving.ts';
import { Settled } from '../../settled.ts';
import { type RowLook, scrollFor, spare, stretchAt } from './measures.ts';
import { Preview, type PreviewProps } from './Preview.tsx';

/** What can be done with the list from outside. */
export interface ListHandle {
  /** Puts the focus on the row where it was last, or on the first. */
  readonly focus: () => void;
}

/** What a row must be told. */
export interface RowPlace {
  /** Its place in the whole list, from 0, and the size of that; -1: nobody knows, it goes on. */
  readonly index: number;
  readonly of: number;
  /** Distance from the list's top, px. */
  readonly offset: number;
  /** It is the one that the Tab key reaches. */
  readonly current: boolean;
}

/** What the list is in, where that has other things to scroll, too. */
export interface Within {
  /** It is positioned, so that it knows how far down the list begins. */
  readonly scroller: { readonly current: HTMLElement | null };
  /** The height of what stays at its top over the rows, px. */
  readonly covered: number;
}

/** What a long list is drawn from. */
export interface WindowListProps {
  label: string;
  count: number;
  /** The height of a row, px. */
  height: number;
  /** How the rows look, for the style sheet. */
  rows: RowLook;
  /** Draws the row at a place, with a key of its own. */
  row: (place: RowPlace) => VNode | null;
  /** The walk left the list by its top. */
  onLeave: () => void;
  /** Hears which rows are drawn. */
  onStretch?: ((from: number, to: number) => void) | undefined;
  handle?: Ref<ListHandle> | undefined;
  /** The address of the picture that shows while the pointer rests on a row; without it there are no pictures. */
  preview?: PreviewProps['srcOf'] | undefined;
  /** Without it the list scrolls by itself. */
  within?: Within | undefined;
  /** More rows are being asked for. */
  busy?: boolean | undefined;
  /** What is known of the list is not all of it. */
  open?: boolean | undefined;
  /** Under the last row. */
  end?: ComponentChildren;
}

/** How high the popup is, and how much of that is around the list, px, until the list stands and is measured. */
const rough = { popup: 560, around: 150 } as const;

/** A list of which only the rows in view are in the document: 1,000 cost what 20 do. */
export function WindowList(props: WindowListProps): VNode {
  const { label, count, height, rows, row, onLeave, onStretch, handle, preview, within, end } = props;
  const { busy = false, open = false } = props;
  const ownRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const outer = within?.scroller;
  const covered = within?.covered ?? 0;
  const [begin, setBegin] = useState(0);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(() => Math.max(rough.popup, innerHeight) - rough.around);
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState<number | undefined>();

  const current = Math.min(at, count - 1);
  const isSettled = useContext(Settled);
  const { from, to } = stretchAt(scrollTop - begin, viewHeight, height, count, isSettled ? spare : 0);

  const goTo = (index: number): void => {
    const scroller = (outer ?? ownRef).current;
    if (!scroller) return;
    const before = covered - begin;
    const view = scroller.clientHeight - covered;
    const top = scrollFor(index, scroller.scrollTop + before, view, height);
    // The row must be drawn before it can have the focus, and it is drawn where the list is scrolled to.
    if (top !== undefined) {
      scroller.scrollTo({ top: top - before, behavior: 'instant' });
      setScrollTop(top - before);
    }
    setAt(index);
    setWanted(index);
  };

  useImperativeHandle(handle ?? null, () => ({ focus: () => goTo(current) }));

  // eslint-disable-next-line react-hooks/exhaustive-deps -- what stands above it grows and shrinks without a word
  useLayoutEffect(() => {
    if (outer && listRef.current) setBegin(listRef.current.offsetTop);
  });

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    listRef.current
      ?.querySelector<HTMLElement>(`[data-index="${wanted}"] .ss-row-main`)
      ?.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted]);

  useEffect(() => onStretch?.(from, to));

  useEffect(() => {
    const scroller = (outer ?? ownRef).current;
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(scroller.clientHeight));
    observer.observe(scroller);
    const scrolled = (): void => setScrollTop(scroller.scrollTop);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', scrolled);
    };
  }, [outer]);

  const pressed = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset['index'] ?? current);
    const page = Math.max(1, Math.floor(viewHeight / height) - 1);
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

  const list = (
    <ul
      class="ss-list ss-window"
      ref={listRef}
      role="list"
      aria-label={label}
      aria-busy={busy || undefined}
      data-rows={rows}
      style={{ blockSize: `${count * height}px` }}
      onKeyDown={pressed}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_gap, place) => {
        const index = from + place;
        return row({ index, of: open ? -1 : count, offset: index * height, current: index === current });
      })}
    </ul>
  );
  if (outer) return list;
  return (
    <div class="ss-window-scroller" ref={ownRef}>
      {list}
      {end}
      {preview && isSettled && <Preview list={ownRef} srcOf={preview} />}
    </div>
  );
}
