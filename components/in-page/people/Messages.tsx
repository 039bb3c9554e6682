import { Component, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { ChatMessage, Part } from '../../../lib/chat/message.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { dayOf, midnight, timeOfDay } from '../../formats.ts';
import { IconButton } from '../../IconButton.tsx';
import type { IconName } from '../../icons.ts';
import { walk } from '../../roving.ts';

/** Something that can be done to a message of the list. */
export interface MessageDeed {
  readonly icon: IconName;
  readonly label: string;
  readonly onAct: (message: ChatMessage) => void;
}

/** What {@link Messages} is drawn from, oldest first. */
export interface MessagesProps {
  lines: readonly {
    readonly message: ChatMessage;
    readonly at: number | undefined;
    /** From the log alone: it can be read, and nothing can be done to it. */
    readonly isKept?: boolean;
  }[];
  /** The author stands before each line. */
  named?: boolean;
  /** There is more before the first line, or it is on its way. */
  older?: { readonly isBusy: boolean; readonly onAsk: () => void } | undefined;
  /** What can be done to one that is not gone. */
  deeds?: readonly MessageDeed[];
}

/** Lines that are drawn at most, unless the user asks for older ones or is in the list. */
const atMost = 30;

/**
 * What was said, the newest in sight. While the user is in the list it stands still, whatever comes: what is pressed belongs to
 * the line that was there.
 */
export function Messages({ lines, named = false, older, deeds = [] }: MessagesProps): VNode {
  const listRef = useRef<HTMLDivElement>(null);
  /** What stood at the top when the user came into the list: its button neither comes nor goes under a pointer. */
  const [held, setHeld] = useState<{ readonly first: string; readonly hasOlder: boolean } | undefined>();
  /**
   * What was the newest line; whether the user was in the list since it was last put to its end; and the part of a pixel that the
   * browser did not scroll: lines have such parts, and a hundred of them would be a row.
   */
  const wasRef = useRef<{ newest: string | undefined; isHeld: boolean; owed: number }>({
    newest: undefined,
    isHeld: false,
    owed: 0,
  });
  const [isAll, setAll] = useState(false);
  const [current, setCurrent] = useState<string | undefined>();
  const keys = lines.map(({ message: { id } }, place) => id ?? String(place));
  const heldAt = held === undefined ? -1 : keys.indexOf(held.first);
  const from = isAll ? 0 : heldAt !== -1 ? heldAt : Math.max(0, lines.length - atMost);
  const shown = lines.slice(from);
  const first = keys[from] ?? '';
  const newest = keys.at(-1);
  const canOlder = from > 0 || older !== undefined;
  const hasOlder = held?.hasOlder ?? canOlder;

  // The list is scrolled from its end, so that what comes is in sight by itself, and nobody has to ask where anything stands: that
  // would lay the whole page out, for every line of somebody who says many. It is asked only while the user is in the list.
  useLayoutEffect(() => {
    const list = listRef.current;
    const was = wasRef.current;
    const isNew = was.newest !== newest;
    const isHeld = held !== undefined;
    wasRef.current = { newest, isHeld: isHeld || (was.isHeld && !isNew), owed: isHeld ? was.owed : 0 };
    // Coming into the list and leaving it move nothing.
    if (!list || !isNew) return;
    if (isHeld) {
      const wanted = list.scrollTop + was.owed - heightAfter(list, was.newest);
      list.scrollTop = wanted;
      wasRef.current.owed = wanted - list.scrollTop;
    } else if (was.isHeld) list.scrollTop = 0;
  }, [newest, held]);

  if (shown.length === 0 && !hasOlder) return <p class="ss-quiet">{text('cardMessagesEmpty')}</p>;
  const today = midnight();
  const days: number[] = [];
  for (const { at } of shown) days.push(at === undefined ? (days.at(-1) ?? today) : midnight(at));
  const hold = (): void => setHeld((already) => already ?? { first, hasOlder });
  const letGo = (): void => {
    const list = listRef.current;
    if (list?.matches(':hover, :focus-within')) return;
    setHeld(undefined);
    setCurrent(undefined);
  };
  return (
    <div
      ref={listRef}
      class="ss-card-list ss-card-said"
      role="group"
      tabIndex={0}
      aria-label={text('cardMessages')}
      onPointerEnter={hold}
      // At this moment Firefox still says that the pointer is over it.
      onPointerLeave={() => setTimeout(letGo)}
      onPointerOver={({ target }) => {
        const key = (target as Element).closest<HTMLElement>('[data-line]')?.dataset['line'];
        if (key !== undefined) setCurrent(key);
      }}
      onFocusIn={hold}
      onFocusOut={() => setTimeout(letGo)}
      onKeyDown={(event) => {
        if (deeds.length === 0) return;
        const place = keys.indexOf(current ?? '');
        const to = walk(event.key, place === -1 ? shown.length : place - from, shown.length, {
          axis: 'vertical',
          wrap: false,
        });
        if (to === null) return;
        event.preventDefault();
        setCurrent(keys[from + to]);
        const rows = event.currentTarget.querySelectorAll('[data-line]');
        rows[to]?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <ul>
        {hasOlder && (
          <li key="older">
            <Button
              size="small"
              kind="quiet"
              icon="clock"
              busy={older?.isBusy}
              onClick={() => {
                setAll(true);
                if (from === 0) older?.onAsk();
              }}
            >
              {text('cardOlder')}
            </Button>
          </li>
        )}
        {shown.map(({ message, at, isKept = false }, place) => {
          const key = keys[from + place] ?? '';
          const isNewDay = at !== undefined && days[place] !== (days[place - 1] ?? today);
          const look = { key, at, day: isNewDay ? days[place] : undefined, named };
          const isCurrent = current === key;
          const canAct = isCurrent && !isKept && !message.deleted && message.id !== undefined;
          return (
            <Row
              key={key}
              message={message}
              look={look}
              isCurrent={isCurrent}
              deeds={
                canAct &&
                deeds.length > 0 && (
                  <span class="ss-said-deeds">
                    {deeds.map(({ icon, label, onAct }) => (
                      <IconButton
                        key={icon}
                        icon={icon}
                        size="small"
                        label={label}
                        onClick={() => {
                          // The buttons may go with the message; the keyboard stays in the list.
                          listRef.current?.focus({ preventScroll: true });
                          onAct(message);
                        }}
                      />
                    ))}
                  </span>
                )
              }
            />
          );
        })}
      </ul>
    </div>
  );
}

/** How high that is in `list` which stands below the line `key`, px. */
function heightAfter(list: Element, key: string | undefined): number {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-line]')];
  const row = rows.findLast(({ dataset }) => dataset['line'] === key);
  const bottom = (of: Element | undefined): number => of?.getBoundingClientRect().bottom ?? 0;
  return row ? bottom(rows.at(-1)) - bottom(row) : 0;
}

/** How a row is drawn. */
interface RowLook {
  readonly key: string;
  readonly at: number | undefined;
  /** The midnight before it, where it was said on another day than the row before. */
  readonly day: number | undefined;
  readonly named: boolean;
}

interface RowProps {
  readonly message: ChatMessage;
  readonly look: RowLook;
  /** The user is at it. */
  readonly isCurrent: boolean;
  /** What can be done to it; there only where the user is. */
  readonly deeds: VNode | false;
}

/**
 * A row. One that the user is not at, and that says what it said, is not drawn again: one line more must not cost the drawing of
 * fifty. What was drawn is not kept beside it either: a node knows the tree that it was first drawn in, and keeps all of that.
 */
class Row extends Component<RowProps> {
  override shouldComponentUpdate({ message, look, isCurrent }: RowProps): boolean {
    const before = this.props;
    const isResting = !isCurrent && !before.isCurrent;
    return !isResting || message !== before.message || !isSameLook(look, before.look);
  }

  override render({ message, look: { key, at, day, named }, isCurrent, deeds }: RowProps): VNode {
    const locale = text('languageTag');
    return (
      <li data-line={key} data-undone={message.deleted || undefined} data-current={isCurrent || undefined}>
        <span class="ss-card-when">
          {day !== undefined && <span class="ss-card-day">{dayOf(at, locale)}</span>}
          {at === undefined ? '' : timeOfDay(at, locale)}
        </span>
        <span class="ss-card-words">
          {named && (
            <strong>
              <bdi>{message.author.name}</bdi>{' '}
            </strong>
          )}
          <bdi>{message.parts?.map(drawPart) ?? message.text}</bdi>
        </span>
        {deeds}
      </li>
    );
  }
}

const isSameLook = (one: RowLook, other: RowLook): boolean =>
  one.key === other.key && one.at === other.at && one.day === other.day && one.named === other.named;

/** Emotes by their words: pictures would come from wherever the page says. */
function drawPart(part: Part): VNode | string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'emote':
      return (
        <span class="ss-said-emote" title={text('partEmote', part.text)}>
          {part.text}
        </span>
      );
    case 'mention':
      return <strong>{part.text}</strong>;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer noopener">
          {part.text}
        </a>
      );
  }
}
