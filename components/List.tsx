import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact';

import { focusedNear } from './focus.ts';
import { walk } from './roving.ts';
import { RowWords, type RowWordsProps } from './RowWords.tsx';

/** What a list is drawn from. */
export interface ListProps {
  /** Its accessible name. */
  label: string;
  /** Rows. */
  children: ComponentChildren;
  /** Rules between rows. */
  ruled?: boolean | undefined;
  busy?: boolean | undefined;
}

/** Rows; ↑ ↓ Home End walk from one row to the next. */
export function List({ label, children, ruled = false, busy = false }: ListProps): VNode {
  return (
    <ul
      class="ss-list"
      // Safari and old screen readers drop the role where the bullets are styled away.
      role="list"
      aria-label={label}
      aria-busy={busy || undefined}
      data-ruled={ruled || undefined}
      onKeyDown={walkRows}
    >
      {children}
    </ul>
  );
}

function walkRows(event: TargetedKeyboardEvent<HTMLUListElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const mains = [...event.currentTarget.querySelectorAll<HTMLElement>('.ss-row-main:is(a, button)')];
  const row = focusedNear(event.currentTarget)?.closest('.ss-row');
  const from = mains.findIndex((main) => main.closest('.ss-row') === row);
  const to = walk(event.key, from, mains.length, { axis: 'vertical', wrap: false });
  if (to === null) return;
  event.preventDefault();
  event.stopPropagation();
  mains[to]?.focus();
}

/** What a row is drawn from. */
export interface RowProps extends RowWordsProps {
  /** Before it all: an avatar, an icon. */
  lead?: ComponentChildren;
  /** At the end: counts, times. */
  aside?: ComponentChildren;
  /** Buttons that show under the pointer and on focus. */
  actions?: ComponentChildren;
  /** Makes the row a link. */
  href?: string | undefined;
  /** The link leads out of this face, so it opens a tab. */
  newTab?: boolean | undefined;
  /** Makes the row a button; with `href`, sees the click on the link first. */
  onPress?: ((event: TargetedMouseEvent<HTMLElement>) => void) | undefined;
  selected?: boolean | undefined;
  /** Dimmed: muted, offline. */
  muted?: boolean | undefined;
  /** Its place in a list of which only a part is drawn, from 1, and the size of the whole. */
  place?: { readonly position: number; readonly of: number } | undefined;
  /** Distance from the top of such a list, px. */
  offset?: number | undefined;
}

/** One row of a list: pressed as a whole, with buttons of its own on top. */
export function Row({
  title,
  marks,
  text,
  note,
  lead,
  aside,
  actions,
  href,
  newTab = false,
  onPress,
  selected = false,
  muted = false,
  place,
  offset,
}: RowProps): VNode {
  const words = <RowWords title={title} marks={marks} text={text} note={note} />;
  const current = selected ? 'true' : undefined;
  return (
    <li
      class="ss-row"
      data-selected={selected || undefined}
      data-muted={muted || undefined}
      aria-posinset={place?.position}
      aria-setsize={place?.of}
      style={offset === undefined ? undefined : { insetBlockStart: `${offset}px` }}
    >
      {lead !== undefined && <span class="ss-row-lead">{lead}</span>}
      {href !== undefined ? (
        <a
          class="ss-row-main"
          href={href}
          target={newTab ? '_blank' : undefined}
          rel={newTab ? 'noreferrer' : undefined}
          aria-current={current}
          onClick={onPress}
        >
          {words}
        </a>
      ) : onPress ? (
        <button class="ss-row-main" type="button" aria-current={current} onClick={onPress}>
          {words}
        </button>
      ) : (
        <span class="ss-row-main">{words}</span>
      )}
      {aside !== undefined && <span class="ss-row-aside">{aside}</span>}
      {actions !== undefined && <span class="ss-row-actions">{actions}</span>}
    </li>
  );
}
