import type { ReactElement, ReactNode } from 'react';

import { SvgIcon } from '../core/icons.tsx';
import { classes, CoreText, Layout } from '../core/layout.tsx';
import { MessageType, type ModerationActionMessage, type NoticeMessage } from './message.ts';

/** The greeting, and other sentences of the room's. */
export function StatusLine({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Layout className="chat-line__status" data-a-target="chat-welcome-message">
      <CoreText>{children}</CoreText>
    </Layout>
  );
}

/** What a moderator did, for moderators. */
export function ModerationLine({ message }: { readonly message: ModerationActionMessage }): ReactElement {
  return (
    <div className="chat-line__moderation" data-a-target="moderation-action">
      {message.text}
    </div>
  );
}

const borders: Readonly<Record<string, string>> = {
  primary: 'rgb(120, 108, 255)',
  blue: 'rgb(0, 160, 220)',
  green: 'rgb(0, 170, 110)',
  orange: 'rgb(230, 130, 0)',
  purple: 'rgb(150, 70, 230)',
};

/** A subscription, raid or announcement; `said` is the line that came with it. */
export function NoticeLine({
  message,
  said,
}: {
  readonly message: NoticeMessage;
  readonly said: ReactNode;
}): ReactElement {
  return message.type === MessageType.announcement ? (
    <AnnouncementLine color={message.color?.toLowerCase() ?? 'primary'}>{said}</AnnouncementLine>
  ) : (
    <UserNoticeLine message={message}>{said}</UserNoticeLine>
  );
}

function AnnouncementLine({
  color,
  children,
}: {
  readonly color: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div
      className={`announcement-line announcement-line--${color}`}
      style={{ borderColor: borders[color] ?? borders['primary'] }}
    >
      {children}
    </div>
  );
}

function UserNoticeLine({
  message,
  children,
}: {
  readonly message: NoticeMessage;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div
      className={classes('user-notice-line', message.kind === 'raid' && 'chat-line__raid')}
      data-test-selector="user-notice-line"
    >
      <Layout>
        <SvgIcon name={message.kind === 'raid' ? 'people' : 'star'} size={20} />
        <Layout>
          <span className="chatter-name chatter-name--no-outline" role="button" tabIndex={0}>
            <span>
              <span style={{ color: message.user.color || undefined }}>{message.user.userDisplayName}</span>
            </span>
          </span>
          <p className="CoreText-sc-4b8zrn-0">{withoutName(message)}</p>
        </Layout>
      </Layout>
      {children !== undefined && (
        <Layout data-a-target="chat-resubscription-message__custom-message">{children}</Layout>
      )}
    </div>
  );
}

/** The system's sentence begins with the name, which stands before it already. */
function withoutName({ systemMessage, user }: NoticeMessage): string {
  return systemMessage.startsWith(`${user.userDisplayName} `)
    ? systemMessage.slice(user.userDisplayName.length + 1)
    : systemMessage;
}
