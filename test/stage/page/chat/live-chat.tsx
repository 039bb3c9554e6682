import { Component, type ReactElement } from 'react';

import type { FeedChannel, FeedEvent, FeedRole, FeedSaying, FeedUser } from '../feed.ts';
import type { PageOptions } from '../options.ts';
import { type ChatMessage, messageHandlers } from './message.ts';
import { StreamChat } from './stream-chat.tsx';
import { type Reading, toMessage, toMessages } from './to-message.ts';

interface LiveChatProps {
  readonly channel: FeedChannel;
  readonly viewer: FeedUser | undefined;
  readonly isPopout: boolean;
  readonly options: PageOptions;
  /** Told when the channel's title, category or viewers change. */
  readonly onChannel: (channel: FeedChannel) => void;
}

interface LiveChatState {
  readonly role: FeedRole;
  readonly history: readonly ChatMessage[];
  /** Raised when the whole chat is to be built anew. */
  readonly round: number;
}

/** A chat joined to the stage's server: what happens there is told to the page's message handlers. */
export class LiveChat extends Component<LiveChatProps, LiveChatState> {
  override state: LiveChatState = { role: { moderator: false }, history: [], round: 0 };
  readonly #handlers = messageHandlers();
  #socket: WebSocket | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #remounting: ReturnType<typeof setInterval> | undefined;

  override componentDidMount(): void {
    this.#connect();
    const { remountMs } = this.props.options;
    if (remountMs > 0) this.#remounting = setInterval(this.#remount, remountMs);
  }

  override componentWillUnmount(): void {
    clearInterval(this.#remounting);
    this.#disconnect();
  }

  /** Builds the chat anew from its history. */
  #remount = (): void => {
    this.#disconnect();
    this.setState(({ round }) => ({ round: round + 1, history: [] }), this.#connect);
  };

  #disconnect(): void {
    clearTimeout(this.#again);
    if (this.#socket) this.#socket.onclose = null;
    this.#socket?.close();
  }

  #connect = (): void => {
    const { channel, viewer } = this.props;
    const address = new URL('/stage/feed', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('channel', channel.login);
    address.searchParams.set('as', viewer?.login ?? '');
    const socket = new WebSocket(address);
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as FeedEvent);
    socket.onclose = () => {
      this.#again = setTimeout(this.#connect, 500);
    };
    this.#socket = socket;
  };

  get #reading(): Reading {
    const { channel, viewer } = this.props;
    return {
      channelID: channel.id,
      channelLogin: channel.login,
      viewer: viewer?.login,
      moderator: this.state.role.moderator,
    };
  }

  #hear(event: FeedEvent): void {
    if (event.type === 'history')
      this.setState({
        role: event,
        history: event.lines.map((line) => toMessage(line, this.#reading, true)),
      });
    else if (event.type === 'role') this.setState({ role: event });
    else if (event.type === 'channel') this.props.onChannel(event.channel);
    else for (const message of toMessages(event, this.#reading)) this.#handlers.handleMessage(message);
  }

  #send = (text: string, options?: { readonly reply?: { readonly parentMsgId: string } }): void => {
    const replyToId = options?.reply?.parentMsgId;
    const saying: FeedSaying = { type: 'say', text, ...(replyToId !== undefined && { replyToId }) };
    this.#socket?.send(JSON.stringify(saying));
  };

  override render(): ReactElement {
    const { channel, viewer, isPopout, options } = this.props;
    const { role } = this.state;
    return (
      <StreamChat
        key={this.state.round}
        channelID={channel.id}
        channelLogin={channel.login}
        channelDisplayName={channel.name}
        primaryColorHex="7C6CFF"
        isCurrentUserModerator={role.moderator}
        role={role}
        isPopout={isPopout}
        onSendMessage={this.#send}
        chatRules={channel.rules ?? []}
        viewer={viewer}
        options={options}
        messageHandlerAPI={this.#handlers}
        historicalMessages={this.state.history}
      />
    );
  }
}
