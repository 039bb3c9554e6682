import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { text } from '../../lib/text.ts';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';

/** What an editable list is drawn from. */
export interface RowsProps<Item> {
  label: string;
  items: readonly Item[];
  /** Tells items apart. */
  keyOf: (item: Item, index: number) => string;
  /** What an item is called, for the names of its buttons. */
  nameOf: (item: Item) => string;
  draw: (item: Item, index: number) => ComponentChildren;
  /** Further buttons of an item. */
  more?: ((item: Item, index: number) => ComponentChildren) | undefined;
  /** So many must stay. */
  atLeast?: number | undefined;
  onChange: (items: readonly Item[]) => void;
}

/** A list whose items can be put in order, by dragging, by buttons and by keyboard, and taken away. */
export function Rows<Item>({
  label,
  items,
  keyOf,
  nameOf,
  draw,
  more,
  atLeast = 0,
  onChange,
}: RowsProps<Item>): VNode {
  const listRef = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<number | undefined>();
  const [over, setOver] = useState<number | undefined>();

  /** Where the focus goes once the changed list is drawn: it comes back from the store, not from here. */
  const nextRef = useRef<{ readonly index: number; readonly buttons: string } | undefined>(undefined);
  useLayoutEffect(() => {
    const next = nextRef.current;
    nextRef.current = undefined;
    if (next) listRef.current?.children[next.index]?.querySelector<HTMLElement>(next.buttons)?.focus();
  }, [items]);

  const move = (from: number, to: number): void => {
    const item = items[from];
    if (item === undefined || to === from) return;
    setSaid(text('rowMoved', nameOf(item), to + 1));
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
  };
  const step = (from: number, to: number): void => {
    // Along with what was moved; at an end, to the button that still works.
    const isEnd = to === 0 || to === items.length - 1;
    nextRef.current = { index: to, buttons: `[data-move=${to > from !== isEnd ? 'down' : 'up'}]` };
    move(from, to);
  };
  const remove = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    nextRef.current = { index: Math.min(index, items.length - 2), buttons: '[data-remove]' };
    setSaid(text('presetRemoved', nameOf(item)));
    onChange(items.toSpliced(index, 1));
  };
  const drop = (): void => {
    if (dragged !== undefined && over !== undefined) move(dragged, over);
    setDragged(undefined);
    setOver(undefined);
  };

  return (
    <div class="ss-rows">
      <ol ref={listRef} class="ss-rows-list" aria-label={label}>
        {items.map((item, index) => {
          const name = nameOf(item);
          return (
            <li
              key={keyOf(item, index)}
              class="ss-row"
              data-dragged={index === dragged || undefined}
              data-over={
                index === over && index !== dragged
                  ? index > (dragged ?? 0)
                    ? 'after'
                    : 'before'
                  : undefined
              }
              onDragOver={(event) => {
                if (dragged === undefined) return;
                event.preventDefault();
                setOver(index);
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop();
              }}
            >
              <span
                class="ss-row-handle"
                draggable
                data-tip={text('rowDrag')}
                onDragStart={(event) => {
                  event.dataTransfer?.setData('text/plain', name);
                  setDragged(index);
                }}
                onDragEnd={() => {
                  setDragged(undefined);
                  setOver(undefined);
                }}
              >
                <Icon name="drag" />
              </span>
              <div class="ss-row-body">{draw(item, index)}</div>
              {more?.(item, index)}
              <IconButton
                size="small"
                icon="chevron-up"
                label={text('presetUp', name)}
                disabled={index === 0}
                data-move="up"
                onClick={() => step(index, index - 1)}
              />
              <IconButton
                size="small"
                icon="chevron-down"
                label={text('presetDown', name)}
                disabled={index === items.length - 1}
                data-move="down"
                onClick={() => step(index, index + 1)}
              />
              <IconButton
                size="small"
                kind="danger"
                icon="trash"
                label={text('presetRemove', name)}
                disabled={items.length <= atLeast}
                data-remove=""
                onClick={() => remove(index)}
              />
            </li>
          );
        })}
      </ol>
      <p class="ss-aloud" role="status">
        {said}
      </p>
    </div>
  );
}
