import { Component, type ReactNode } from 'react';

import {
  type ChatMessage,
  type ListedMessage,
  type Message,
  type MessageHandlerAPI,
  MessageType,
  type ModerationMessage,
} from './message.ts';

/** What the list may ask of the buffer. */
export interface MessageBufferAPI {
  isPaused(): boolean;
  setPaused(paused: boolean): void;
  hasNewerLeft(): boolean;
  loadNewest(): void;
  getMessages(): readonly ListedMessage[];
}

interface MessageBufferProps {
  readonly messageHandlerAPI: MessageHandlerAPI;
  readonly historicalMessages: readonly ListedMessage[];
  readonly isLoadingHistoricalMessages: boolean;
  readonly isCurrentUserModerator: boolean;
  readonly shouldSeeBlockedAndDeletedMessages: boolean;
  readonly isBackground: boolean;
  readonly maxLines: number;
  readonly setMessageBufferAPI?: (api: MessageBufferAPI) => void;
  readonly children: (messages: readonly ListedMessage[], api: MessageBufferAPI) => ReactNode;
}

/** How far apart new lines are shown at the least, ms: at full speed several come at once. */
const beat = 50;

/** How many lines wait at the most while chat is held. */
const heldLines = 5_000;

/**
 * Holds the lines of a chat: takes messages as they come, shows them beat by beat, lets go of the oldest, and
 * changes the lines of whoever was moderated.
 */
export class MessageBuffer extends Component<MessageBufferProps, { readonly version: number }> {
  override state = { version: 0 };
  buffer: ListedMessage[] = [
    ...this.props.historicalMessages,
    { type: MessageType.connected, id: 'welcome' },
  ];
  delayedMessageBuffer: { event: Message; time: number; shouldDelay: boolean }[] = [];
  readonly delayDuration = 0;
  slidingWindowEnd = this.buffer.length;
  paused = false;
  readonly blockedUsers = new Set<string>();
  readonly moderatedUsers = new Set<string>();
  #flushed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    this.props.messageHandlerAPI.addMessageHandler(this.handleMessage);
    this.props.setMessageBufferAPI?.(this);
  }

  override componentDidUpdate(before: MessageBufferProps): void {
    if (before.historicalMessages !== this.props.historicalMessages)
      this.prependHistoricalMessages(this.props.historicalMessages);
  }

  override componentWillUnmount(): void {
    this.props.messageHandlerAPI.removeMessageHandler(this.handleMessage);
    clearTimeout(this.#timer);
  }

  isPaused = (): boolean => this.paused;

  setPaused = (paused: boolean): void => {
    if (paused === this.paused) return;
    this.paused = paused;
    if (!paused) this.loadNewest();
    this.notifySubscribers();
  };

  hasNewerLeft = (): boolean => this.slidingWindowEnd < this.buffer.length;

  loadNewest = (): void => {
    this.slidingWindowEnd = this.buffer.length;
    this.#dropOldest(this.props.maxLines);
  };

  getMessages = (): readonly ListedMessage[] =>
    this.buffer.slice(Math.max(0, this.slidingWindowEnd - this.props.maxLines), this.slidingWindowEnd);

  /** Takes one message; it is shown with the others of its beat. */
  handleMessage = (event: Message): void => {
    this.delayedMessageBuffer.push({ event, time: Date.now(), shouldDelay: false });
    this.#timer ??= setTimeout(this.flushRawMessages, Math.max(0, this.#flushed + beat - performance.now()));
  };

  flushRawMessages = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushed = performance.now();
    for (const { event } of this.delayedMessageBuffer.splice(0)) this.addMessage(event);
    if (!this.paused) this.loadNewest();
    else this.#dropOldest(heldLines);
    this.notifySubscribers();
  };

  addMessage = (message: Message): void => {
    switch (message.type) {
      case MessageType.moderation:
        this.moderateBuffers(message);
        break;
      case MessageType.clear:
        this.clear();
        break;
      case MessageType.post:
        if (!this.blockedUsers.has(message.user.userLogin)) this.buffer.push(message);
        break;
      default:
        this.buffer.push(message);
    }
  };

  /** Marks the lines of whom a moderator acted on. */
  moderateBuffers = (act: ModerationMessage): void => {
    this.moderatedUsers.add(act.userLogin);
    this.buffer = this.buffer.map((message) =>
      message.type === MessageType.post && isMeant(message, act) ? moderated(message, act) : message,
    );
  };

  /** Takes every line away; to moderators they stay, as deleted. */
  clear = (): void => {
    if (this.props.shouldSeeBlockedAndDeletedMessages)
      this.buffer = this.buffer.map((message) =>
        message.type === MessageType.post ? { ...message, deleted: true } : message,
      );
    else {
      this.buffer = [];
      this.slidingWindowEnd = 0;
    }
  };

  /** Puts the lines of before at the head; what was missed while the connection was down comes after the rest. */
  prependHistoricalMessages = (messages: readonly ListedMessage[]): void => {
    const known = new Set(this.buffer.map(({ id }) => id));
    const first = Math.min(...this.buffer.map(timeOf).filter((at) => at > 0));
    const unknown = messages.filter(({ id }) => !known.has(id));
    if (unknown.length === 0) return;
    this.buffer.unshift(...unknown.filter((message) => timeOf(message) <= first));
    this.buffer.push(...unknown.filter((message) => timeOf(message) > first));
    if (!this.paused) this.loadNewest();
    this.notifySubscribers();
  };

  notifySubscribers = (): void => {
    this.setState(({ version }) => ({ version: version + 1 }));
  };

  /** Leaves `most` lines at the most. An even number goes, or the list's stripes would swap. */
  #dropOldest(most: number): void {
    const over = this.buffer.length - most;
    if (over <= 0) return;
    const dropped = over + (over % 2);
    this.buffer.splice(0, dropped);
    this.slidingWindowEnd = Math.max(0, this.slidingWindowEnd - dropped);
  }

  override render(): ReactNode {
    return this.props.children(this.getMessages(), this);
  }
}

function timeOf(message: ListedMessage): number {
  return 'timestamp' in message ? message.timestamp : 0;
}

function isMeant(message: ChatMessage, act: ModerationMessage): boolean {
  if (message.user.userLogin !== act.userLogin) return false;
  return act.targetMessageID === undefined || act.targetMessageID === message.id;
}

function moderated(message: ChatMessage, act: ModerationMessage): ChatMessage {
  const modActionType = (['ban', 'timeout', 'delete'] as const)[act.moderationType];
  return {
    ...message,
    deleted: true,
    banned: modActionType !== 'delete',
    modLogin: act.modLogin,
    modActionType,
    ...(act.duration !== undefined && { duration: act.duration }),
  };
}
