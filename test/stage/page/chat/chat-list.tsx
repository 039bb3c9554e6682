import { Component, createRef, memo, type ReactElement } from 'react';

import { classes, Layout } from '../core/layout.tsx';
import type { PageOptions } from '../options.ts';
import type { MessageBufferAPI } from './buffer.tsx';
import { ChatLine, ChatLine2024, FunctionChatLine } from './chat-line.tsx';
import { BttvLine, FfzLine, SevenTvLine } from './foreign-lines.tsx';
import { FirstLinePill } from './line-pieces.tsx';
import { type ChatMessage, type ListedMessage, MessageType } from './message.ts';
import { ModerationLine, NoticeLine, StatusLine } from './notices.tsx';
import type { LineRoom } from './props.ts';
import { PausedFooter, Scroller } from './scroller.tsx';

interface ChatListProps {
  readonly messages: readonly ListedMessage[];
  readonly messageBufferAPI: MessageBufferAPI;
  readonly room: LineRoom;
  readonly options: PageOptions;
}

/** The scrolled list of lines. */
export class ChatList extends Component<ChatListProps> {
  readonly container = createRef<HTMLDivElement>();
  #orphans: ReturnType<typeof setInterval> | undefined;

  override componentDidMount(): void {
    const { orphanMs } = this.props.options;
    if (orphanMs > 0) this.#orphans = setInterval(this.#leaveOrphan, orphanMs);
    this.#hideFibers();
  }

  override componentDidUpdate(): void {
    this.#hideFibers();
  }

  override componentWillUnmount(): void {
    clearInterval(this.#orphans);
  }

  /** Leaves a copy of a line that React does not know, as happens on Twitch. */
  #leaveOrphan = (): void => {
    const line = this.container.current?.lastElementChild;
    line?.before(line.cloneNode(true));
  };

  #hideFibers(): void {
    const container = this.container.current;
    const { fiberKeys, foreign } = this.props.options;
    // 7TV draws its list without React.
    if (container && (foreign === '7tv' || fiberKeys === 'removed')) hideFibers(container);
  }

  override render(): ReactElement {
    const { messages, messageBufferAPI, room, options } = this.props;
    return (
      <Scroller
        isPaused={messageBufferAPI.isPaused()}
        setPaused={(paused) => messageBufferAPI.setPaused(paused)}
        footer={
          messageBufferAPI.isPaused() && (
            <PausedFooter
              newer={messageBufferAPI.hasNewerLeft()}
              resume={() => messageBufferAPI.setPaused(false)}
            />
          )
        }
      >
        {options.foreign === '7tv' && (
          <div className="chat-scrollable-area__message-container" role="log" style={{ display: 'none' }} />
        )}
        <div
          ref={this.container}
          {...(options.foreign === '7tv'
            ? { className: 'seventv-chat-list' }
            : {
                className: 'Layout-sc-9k2mvt-0 chat-scrollable-area__message-container',
                'data-test-selector': 'chat-scrollable-area__message-container',
                role: 'log',
              })}
        >
          {messages.map((message) => (
            <ListedLine key={message.id} message={message} room={room} options={options} />
          ))}
        </div>
      </Scroller>
    );
  }
}

/** One child of the container: today in two wrappers, formerly bare. */
const ListedLine = memo(function ListedLine({
  message,
  room,
  options,
}: {
  readonly message: ListedMessage;
  readonly room: LineRoom;
  readonly options: PageOptions;
}): ReactElement {
  const line = <Listed message={message} room={room} options={options} />;
  if (options.markup === '2024' || options.foreign === '7tv') return line;
  const marked =
    message.type === MessageType.post &&
    room.isCurrentUserModerator &&
    (message.isFirstMsg || message.isReturningChatter);
  return (
    <Layout>
      <Layout className={classes(marked && 'stage-first-line')}>
        {marked && <FirstLinePill message={message} />}
        {line}
      </Layout>
    </Layout>
  );
});

function Listed({
  message,
  room,
  options,
}: {
  readonly message: ListedMessage;
  readonly room: LineRoom;
  readonly options: PageOptions;
}): ReactElement {
  switch (message.type) {
    case MessageType.post:
      return <SaidLine message={message} room={room} options={options} />;
    case MessageType.connected:
      return <StatusLine>Welcome to the chat room!</StatusLine>;
    case MessageType.clear:
      return <StatusLine>Chat was cleared by a moderator.</StatusLine>;
    case MessageType.moderationAction:
      return <ModerationLine message={message} />;
    default:
      return (
        <NoticeLine
          message={message}
          said={
            message.message && <SaidLine message={message.message} room={room} options={options} isInline />
          }
        />
      );
  }
}

/** The component of a line, by the page's switches. */
const lines = { '2026': ChatLine, '2024': ChatLine2024 } as const;
const foreignLines = { ffz: FfzLine, bttv: BttvLine, '7tv': SevenTvLine } as const;

/** Takes React's keys off the nodes, whatever its version names them. */
function hideFibers(container: Element): void {
  for (const node of [container, ...container.querySelectorAll('*')])
    for (const key of Object.keys(node))
      if (/^__react(Fiber|Props|InternalInstance|EventHandlers)\$/.test(key))
        Reflect.deleteProperty(node, key);
}

function SaidLine({
  message,
  room,
  options,
  isInline = false,
}: {
  readonly message: ChatMessage;
  readonly room: LineRoom;
  readonly options: PageOptions;
  readonly isInline?: boolean;
}): ReactElement {
  const Line =
    options.foreign !== 'none'
      ? foreignLines[options.foreign]
      : options.component === 'function'
        ? FunctionChatLine
        : lines[options.markup];
  return (
    <Line
      {...room}
      message={message}
      reply={message.reply}
      hasReply={message.reply !== undefined}
      isDeleted={message.deleted}
      deletedCount={message.deleted ? 1 : 0}
      isHidden={message.hidden}
      isHistorical={message.isHistorical}
      isInline={isInline}
    />
  );
}
