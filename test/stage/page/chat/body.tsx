import type { ReactElement } from 'react';

import { CoreLink, InjectLayout, Layout } from '../core/layout.tsx';
import { type ChatMessage, type MessagePart, PartType } from './message.ts';
import type { ChatLineProps } from './props.ts';

/** The pieces of a message's text. */
export function bodyParts(message: ChatMessage, theme: 0 | 1): ReactElement[] {
  return message.messageParts.map((part, at) => <Part key={at} part={part} theme={theme} />);
}

function Part({ part, theme }: { readonly part: MessagePart; readonly theme: 0 | 1 }): ReactElement {
  switch (part.type) {
    case PartType.mention:
      return (
        <span
          className={`mention-fragment${mentionSuffix[part.content.currentUserMentionRelation]}`}
          data-a-target="chat-message-mention"
        >
          @{part.content.recipient}
        </span>
      );
    case PartType.link:
      return (
        <CoreLink className="link-fragment" rel="noreferrer noopener" target="_blank" href={part.content.url}>
          {part.content.displayText}
        </CoreLink>
      );
    case PartType.emote: {
      const images = part.content.images[theme === 1 ? 'dark' : 'light'];
      return (
        <div className="chat-line__message--emote-button" data-test-selector="emote-button">
          <InjectLayout>
            <span data-a-target="emote-name">
              <Layout className="chat-image__container">
                <img
                  alt={part.content.alt}
                  className="chat-image chat-line__message--emote"
                  src={images['1x']}
                  srcSet={`${images['1x']} 1x,${images['2x']} 2x,${images['4x']} 4x`}
                />
              </Layout>
            </span>
          </InjectLayout>
        </div>
      );
    }
    default:
      return (
        <span className="text-fragment" data-a-target="chat-message-text">
          {part.content}
        </span>
      );
  }
}

const mentionSuffix = { 0: '', 1: ' mention-fragment--recipient', 2: ' mention-fragment--sender' } as const;

/** The body of a line as it stands: whole, or as deleted lines are shown. */
export function messageBody(
  props: ChatLineProps,
  shown: boolean,
  show: () => void,
  dir?: 'auto',
): ReactElement {
  const { message, isDeleted, deletedMessageDisplay, theme } = props;
  if (isDeleted && !shown) {
    if (deletedMessageDisplay === 'DETAILED') return <DetailedDeletion message={message} theme={theme} />;
    if (deletedMessageDisplay === 'LEGACY') return <LegacyDeletion show={show} />;
    return (
      <span
        className="chat-line__message--deleted-notice"
        data-a-target="chat-deleted-message-placeholder"
        data-test-selector="chat-deleted-message-placeholder"
      >
        message deleted by a moderator.
      </span>
    );
  }
  return (
    <span className={bodyClass(message)} data-a-target="chat-line-message-body" dir={dir}>
      {bodyParts(message, theme)}
    </span>
  );
}

function bodyClass(message: ChatMessage): string {
  if (message.isHighlighted) return 'chat-line__message-body--highlighted';
  return message.messageType === 1 ? 'chat-line__message-body--italicized' : '';
}

function DetailedDeletion({
  message,
  theme,
}: {
  readonly message: ChatMessage;
  readonly theme: 0 | 1;
}): ReactElement {
  return (
    <>
      <span className="chat-line__message--deleted-detailed">{bodyParts(message, theme)}</span>
      <span data-test-selector="chat-deleted-message-attribution"> ({attribution(message)})</span>
    </>
  );
}

function LegacyDeletion({ show }: { readonly show: () => void }): ReactElement {
  return (
    <span className="chat-line__message--deleted">
      <a
        href="#"
        onClick={(event) => {
          event.preventDefault();
          show();
        }}
      >
        {'<message deleted>'}
      </a>
    </span>
  );
}

/** Who made a line go, as moderators read it. */
export function attribution({ modActionType, modLogin, duration }: ChatMessage): string {
  const by = modLogin === undefined || modLogin === '' ? '' : ` by ${modLogin}`;
  if (modActionType === 'ban') return `Banned${by}`;
  if (modActionType === 'timeout') return `Timeout${by}: ${span(duration ?? 0)}`;
  return `Deleted${by}`;
}

/** `seconds` in the largest unit that divides them. */
export function span(seconds: number): string {
  const unit = units.find(({ size }) => seconds >= size && seconds % size === 0);
  return unit ? `${seconds / unit.size}${unit.letter}` : `${seconds}s`;
}

const units = [
  { letter: 'w', size: 604_800 },
  { letter: 'd', size: 86_400 },
  { letter: 'h', size: 3_600 },
  { letter: 'm', size: 60 },
];
