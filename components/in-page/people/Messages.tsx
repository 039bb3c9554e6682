import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ChatMessage, Part } from '../../../lib/chat/message.ts';
import { text } from '../../../lib/text.ts';

/** What {@link Messages} is drawn from, oldest first. */
export interface MessagesProps {
  lines: readonly { readonly message: ChatMessage; readonly at: number | undefined }[];
  /** The author stands before each line. */
  named?: boolean;
}

/** Lines that are drawn at most. */
const atMost = 50;

/** What was said, the newest in sight. */
export function Messages({ lines, named = false }: MessagesProps): VNode {
  const locale = text('languageTag');
  const listRef = useRef<HTMLUListElement>(null);
  const shown = lines.slice(-atMost);
  const newest = shown.at(-1)?.message;
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list) list.scrollTop = list.scrollHeight;
  }, [newest]);
  if (shown.length === 0) return <p class="ss-quiet">{text('cardMessagesEmpty')}</p>;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <ul ref={listRef} class="ss-card-list ss-card-said" tabIndex={0} aria-label={text('cardMessages')}>
      {shown.map(({ message, at }, index) => (
        <li key={message.id ?? index} data-undone={message.deleted || undefined}>
          <span class="ss-card-when">{at === undefined ? '' : time.format(at)}</span>
          <span>
            {named && (
              <strong>
                <bdi>{message.author.name}</bdi>{' '}
              </strong>
            )}
            <bdi>{message.parts?.map(drawPart) ?? message.text}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

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
