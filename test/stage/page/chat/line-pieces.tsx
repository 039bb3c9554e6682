import type { ReactElement } from 'react';

import { ButtonIcon } from '../core/button.tsx';
import { SvgIcon } from '../core/icons.tsx';
import { CoreText, InjectLayout, Layout } from '../core/layout.tsx';
import { badgeOf } from './badges.ts';
import type { ChatMessage, MessageReply } from './message.ts';
import type { ChatLineProps } from './props.ts';

/** The badges before a name: the empty span stands also where nobody wears one. */
export function Badges({ message, badgeSets }: ChatLineProps): ReactElement {
  return (
    <span>
      {Object.entries(message.badges).map(([set, version]) => {
        const badge = badgeOf(badgeSets, set, version);
        return (
          <InjectLayout key={set}>
            <button data-a-target="chat-badge">
              <img
                alt={badge.title}
                aria-label={`${badge.title} badge`}
                className="chat-badge"
                src={badge.image1x}
                {...(!badge.image1x.startsWith('data:') && {
                  srcSet: `${badge.image1x} 1x, ${badge.image2x} 2x, ${badge.image4x} 4x`,
                })}
                tabIndex={0}
              />
            </button>
          </InjectLayout>
        );
      })}
    </span>
  );
}

/** The name, which opens the viewer's card. */
export function Username({ message, onUsernameClick, theme }: ChatLineProps): ReactElement {
  const { userLogin, userDisplayName, color } = message.user;
  return (
    <span
      className="chat-line__username"
      role="button"
      tabIndex={0}
      onClick={(event) =>
        onUsernameClick(
          userLogin,
          'chat_message',
          message.id,
          event.currentTarget.getBoundingClientRect().bottom,
        )
      }
    >
      <span>
        <span
          className="chat-author__display-name"
          data-a-target="chat-message-username"
          data-a-user={userLogin}
          data-test-selector="message-username"
          style={{ color: drawn(color, theme) }}
        >
          {userDisplayName}
        </span>
        {isForeign(message) && <span className="chat-author__intl-login"> ({userLogin})</span>}
      </span>
    </span>
  );
}

/** Whether a name is written otherwise than its login, so that both are shown. */
function isForeign({ user }: ChatMessage): boolean {
  return user.userDisplayName.toLowerCase() !== user.userLogin;
}

/** A name's colour as it is drawn: what could not be read on the theme's ground is moved away from it. */
function drawn(color: string, theme: 0 | 1): string {
  const value = Number.parseInt((color || '#9ACD32').slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255];
  const [red = 0, green = 0, blue = 0] = parts;
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const readable = theme === 1 ? light >= 45 : light <= 150;
  const ink = theme === 1 ? 255 : 0;
  const moved = readable ? parts : parts.map((part) => Math.round(part + (ink - part) * 0.4));
  return `rgb(${moved.join(', ')})`;
}

/** The time before a line, hours and minutes. */
export function Timestamp({ at }: { readonly at: number }): ReactElement {
  const date = new Date(at);
  return (
    <span className="chat-line__timestamp" data-a-target="chat-timestamp" data-test-selector="chat-timestamp">
      {date.getHours()}:{String(date.getMinutes()).padStart(2, '0')}
    </span>
  );
}

/** What a line answers, above it. */
export function ReplyBlock({
  reply,
  viewer,
}: {
  readonly reply: MessageReply;
  readonly viewer: string | undefined;
}): ReactElement {
  const mine = reply.parentUserLogin === viewer;
  return (
    <Layout className="stage-reply">
      <SvgIcon name="bubble" />
      <Layout>
        <p title={reply.parentMessageBody} className="CoreText-sc-4b8zrn-0">
          Replying to{' '}
          <span dir="auto" className={mine ? 'reply-line--mentioned' : undefined}>
            @{reply.parentDisplayName}
          </span>
          : <span dir="auto">{reply.parentMessageBody}</span>
        </p>
      </Layout>
    </Layout>
  );
}

/** The button at the right end of a line, seen on hover. */
export function ReplyIcon({
  message,
  setTray,
  label,
}: ChatLineProps & { readonly label: string }): ReactElement {
  return (
    <Layout className="chat-line__reply-icon chat-line__icon">
      <InjectLayout>
        <ButtonIcon injected aria-label={label} onClick={() => setTray(message)}>
          <SvgIcon name="reply" />
        </ButtonIcon>
      </InjectLayout>
    </Layout>
  );
}

/** The moderation buttons before a name. */
export function ModIcons({ message, confirmModerationAction }: ChatLineProps): ReactElement {
  return (
    <span className="chat-line__mod-icons">
      {(['ban', 'timeout', 'delete'] as const).map((kind) => (
        <button
          key={kind}
          className="mod-icon"
          aria-label={`${modWords[kind]} ${message.user.userLogin}`}
          data-test-selector={`chat-${kind}-button`}
          onClick={() => confirmModerationAction(kind, message)}
        >
          <SvgIcon name={kind === 'ban' ? 'ban' : kind === 'timeout' ? 'clock' : 'trash'} size={16} />
        </button>
      ))}
    </span>
  );
}

const modWords = { ban: 'Ban', timeout: 'Timeout', delete: 'Delete message by' } as const;

/** What stands over a chatter's first line here, or their first after a long time; only moderators see it. */
export function FirstLinePill({ message }: { readonly message: ChatMessage }): ReactElement {
  return (
    <Layout className="message-event-pill">
      <SvgIcon name="star" size={14} />
      <CoreText>{message.isFirstMsg ? 'First message here' : 'Back after a while'}</CoreText>
    </Layout>
  );
}
