import { Component, type ReactElement } from 'react';

import { CoreLink, InjectLayout, Layout } from '../core/layout.tsx';
import type { PageOptions } from '../options.ts';
import { badgeSets, type BadgeSets } from './badges.ts';
import { MessageBuffer } from './buffer.tsx';
import { ChatInput } from './chat-input.tsx';
import { ChatList } from './chat-list.tsx';
import type { ChatMessage, ListedMessage, Message, MessageUser } from './message.ts';
import type { ChatControllerProps, LineRoom, OpenCard } from './props.ts';
import { type OpenViewerCard, ViewerCard } from './viewer-card.tsx';

interface Props extends ChatControllerProps {
  /** Only its lines say so. */
  readonly leads: boolean;
  readonly options: PageOptions;
  readonly historicalMessages: readonly ListedMessage[];
  readonly badgeSets?: BadgeSets;
}

interface State {
  readonly replyTo: ChatMessage | undefined;
  readonly card: OpenViewerCard | undefined;
}

/** The room: every message passes here, and everything that is written leaves here. */
export class ChatController extends Component<Props, State> {
  override state: State = { replyTo: undefined, card: undefined };
  readonly #badges = this.props.badgeSets ?? badgeSets();
  readonly #sharedChat = new Map<string, unknown>();
  readonly #people = new Map<string, MessageUser>();
  #room: LineRoom | undefined;

  override componentDidMount(): void {
    this.props.messageHandlerAPI.addMessageHandler(this.onChatEvent);
  }

  override componentWillUnmount(): void {
    this.props.messageHandlerAPI.removeMessageHandler(this.onChatEvent);
  }

  onChatEvent = (message: Message): void => {
    const user = userOf(message);
    if (user) this.#people.set(user.userLogin, user);
  };

  pushMessage = (message: Message): void => this.props.messageHandlerAPI.handleMessage(message);

  sendMessage = (text: string): void => {
    const { replyTo } = this.state;
    this.props.chatConnectionAPI.sendMessage(text, replyTo && { reply: { parentMsgId: replyTo.id } });
    this.setTray(undefined);
  };

  setTray = (replyTo: ChatMessage | undefined): void => this.setState({ replyTo });

  openViewerCard: OpenCard = (login, _source, _messageID, bottom) => {
    const user =
      this.#people.get(login) ??
      this.props.historicalMessages.map(userOf).find((one) => one?.userLogin === login);
    if (!user) return;
    this.setState({
      card: {
        targetUserID: user.userID,
        targetLogin: login,
        targetDisplayName: user.userDisplayName,
        top: Math.max(8, Math.min(bottom, window.innerHeight - 260)),
      },
    });
  };

  hideViewerCard = (): void => this.setState({ card: undefined });

  /** Tells of a click on a moderation button: the same commands as one would type. */
  confirmModerationAction = (kind: 'ban' | 'timeout' | 'delete', { id, user }: ChatMessage): void => {
    const { sendMessage } = this.props.chatConnectionAPI;
    if (kind === 'delete') sendMessage(`/delete ${id}`);
    else sendMessage(kind === 'ban' ? `/ban ${user.userLogin}` : `/timeout ${user.userLogin} 600`);
  };

  /** What all lines share; kept as it is while nothing in it changes, so that lines need not be drawn again. */
  #lineRoom(): LineRoom {
    const { options, isCurrentUserModerator, leads, userLogin, theme } = this.props;
    const deletedMessageDisplay =
      options.deleted === 'auto' ? (isCurrentUserModerator ? 'DETAILED' : 'BRIEF') : options.deleted;
    const showModerationIcons = options.modIcons && isCurrentUserModerator;
    const known = this.#room;
    if (
      known?.isCurrentUserModerator === isCurrentUserModerator &&
      known.isCurrentUserLeadModerator === leads &&
      known.deletedMessageDisplay === deletedMessageDisplay &&
      known.showModerationIcons === showModerationIcons &&
      known.showTimestamps === options.timestamps &&
      known.currentUserLogin === userLogin &&
      known.theme === theme
    )
      return known;
    this.#room = {
      channelID: this.props.channelID,
      channelLogin: this.props.channelLogin,
      badgeSets: this.#badges,
      currentUserID: this.props.userID,
      currentUserLogin: userLogin,
      currentUserDisplayName: this.props.userDisplayName,
      isCurrentUserModerator,
      isCurrentUserLeadModerator: leads,
      isCurrentUserStaff: false,
      deletedMessageDisplay,
      showModerationIcons,
      showTimestamps: options.timestamps,
      theme,
      useHighContrastColors: false,
      repliesAppearancePreference: 'expanded',
      disableReplyClick: false,
      isPinnable: isCurrentUserModerator,
      sharedChatDataByChannelID: this.#sharedChat,
      onUsernameClick: this.openViewerCard,
      openViewerCard: this.openViewerCard,
      hideViewerCard: this.hideViewerCard,
      setTray: this.setTray,
      confirmModerationAction: this.confirmModerationAction,
    };
    return this.#room;
  }

  override render(): ReactElement {
    const { props, state } = this;
    const room = this.#lineRoom();
    return (
      <section
        data-test-selector="chat-room-component-layout"
        className="InjectLayout-sc-7d1qxe-0 chat-room"
        aria-labelledby="chat-room-header-label"
        data-a-target={`chat-theme-${props.options.theme}`}
      >
        <Layout className="chat-room__content">
          <Layout />
          <Layout />
          <div>
            <Layout>
              <CoreLink
                aria-label="Skip reading chat messages"
                href={`${props.isPopout ? `/popout/${props.channelLogin}/chat` : `/${props.channelLogin}`}#WYSIWGChatInputEditor_SkipChat`}
              />
            </Layout>
          </div>
          <MessageBuffer
            messageHandlerAPI={props.messageHandlerAPI}
            historicalMessages={props.historicalMessages}
            isLoadingHistoricalMessages={false}
            isCurrentUserModerator={props.isCurrentUserModerator}
            shouldSeeBlockedAndDeletedMessages={props.isCurrentUserModerator}
            isBackground={false}
            maxLines={props.options.maxLines}
          >
            {(messages, api) => (
              <ChatList messages={messages} messageBufferAPI={api} room={room} options={props.options} />
            )}
          </MessageBuffer>
          <Layout className="chat-room__notifications" />
          <ChatInput
            isModerator={props.isCurrentUserModerator}
            isPopout={props.isPopout}
            channelLogin={props.channelLogin}
            replyTo={state.replyTo}
            setTray={this.setTray}
            sendMessage={this.sendMessage}
          />
          <Layout className="chat-room__viewer-card" data-a-target="chat-user-card">
            <InjectLayout className="viewer-card-layer">
              {state.card && (
                <ViewerCard
                  {...state.card}
                  channelID={props.channelID}
                  channelLogin={props.channelLogin}
                  hideViewerCard={this.hideViewerCard}
                />
              )}
            </InjectLayout>
          </Layout>
        </Layout>
      </section>
    );
  }
}

function userOf(message: Message): MessageUser | undefined {
  return 'user' in message ? message.user : undefined;
}
