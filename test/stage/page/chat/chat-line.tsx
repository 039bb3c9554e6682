import { Component, memo, type ReactElement, type ReactNode, useState } from 'react';

import { classes, Layout } from '../core/layout.tsx';
import { messageBody } from './body.tsx';
import { Badges, ModIcons, ReplyBlock, ReplyIcon, Timestamp, Username } from './line-pieces.tsx';
import type { ChatLineProps } from './props.ts';

interface ChatLineState {
  readonly alwaysShowMessage: boolean;
}

/** A chat line as a class component, which is what Twitch's is. */
export class ChatLine extends Component<ChatLineProps, ChatLineState> {
  override state: ChatLineState = { alwaysShowMessage: false };

  override shouldComponentUpdate(next: ChatLineProps, state: ChatLineState): boolean {
    return state !== this.state || differ(next, this.props);
  }

  /** Other extensions know the line by this method's name. */
  renderMessageBody = (): ReactElement =>
    messageBody(
      this.props,
      this.state.alwaysShowMessage,
      () => this.setState({ alwaysShowMessage: true }),
      'auto',
    );

  override render(): ReactElement {
    return line2026(this.props, this.renderMessageBody());
  }
}

/** The same line as a function: nothing hangs on its fiber's `stateNode`. */
export const FunctionChatLine = memo(function FunctionChatLine(props: ChatLineProps): ReactElement {
  const [shown, show] = useState(false);
  return line2026(
    props,
    messageBody(props, shown, () => show(true), 'auto'),
  );
});

/** The line as it was until 2024. */
export class ChatLine2024 extends ChatLine {
  override renderMessageBody = (): ReactElement =>
    messageBody(this.props, this.state.alwaysShowMessage, () => this.setState({ alwaysShowMessage: true }));

  override render(): ReactElement {
    return line2024(this.props, this.renderMessageBody());
  }
}

function differ(one: ChatLineProps, other: ChatLineProps): boolean {
  return (Object.keys(one) as (keyof ChatLineProps)[]).some((key) => one[key] !== other[key]);
}

function line2026(props: ChatLineProps, body: ReactNode): ReactElement {
  const { message } = props;
  const { userLogin, userDisplayName } = message.user;
  return (
    <div
      className={lineClass(props)}
      aria-label={`${userDisplayName}: ${message.messageBody}`}
      tabIndex={0}
      data-a-target="chat-line-message"
      data-a-user={userLogin}
    >
      <Layout>
        <Layout className="chat-line__message-highlight" />
        <Layout className="chat-line__message-container">
          <Layout>{props.reply && <ReplyBlock reply={props.reply} viewer={props.currentUserLogin} />}</Layout>
          <Layout>{said(props, body)}</Layout>
        </Layout>
        <Layout className="chat-line__icons">
          <ReplyIcon {...props} label={`Click to reply to @${userDisplayName}`} />
        </Layout>
      </Layout>
    </div>
  );
}

function line2024(props: ChatLineProps, body: ReactNode): ReactElement {
  const { message } = props;
  const own = message.user.userID === props.currentUserID;
  return (
    <div
      className={lineClass(props)}
      data-a-target="chat-line-message"
      data-a-user={message.user.userLogin}
      {...{ 'align-items': 'center' }}
    >
      <Layout>
        {own && <Layout className="chat-line__message-highlight" />}
        <Layout className="chat-line__message-container">
          {props.reply && <ReplyBlock reply={props.reply} viewer={props.currentUserLogin} />}
          <Layout>{said(props, body)}</Layout>
        </Layout>
        {!own && <Layout className="chat-line__icons" />}
      </Layout>
    </div>
  );
}

/** The row of time, badges, name and words; the same in both captures. */
function said(props: ChatLineProps, body: ReactNode): ReactElement {
  const { message } = props;
  return (
    <Layout className="chat-line__no-background">
      <Layout>
        {props.showModerationIcons && <ModIcons {...props} />}
        {props.showTimestamps && <Timestamp at={message.timestamp} />}
        <Layout className="chat-line__username-container chat-line__username-container--hoverable">
          <Badges {...props} />
          <Username {...props} />
        </Layout>
        <span aria-hidden="true">{message.messageType === 1 ? ' ' : ': '}</span>
        {body}
      </Layout>
    </Layout>
  );
}

function lineClass({ message, currentUserLogin, isInline }: ChatLineProps): string {
  const spokenTo =
    !isInline && currentUserLogin !== undefined && message.reply?.parentUserLogin === currentUserLogin;
  return classes(isInline && 'chat-line--inline', 'chat-line__message', spokenTo && 'stage-spoken-to');
}
