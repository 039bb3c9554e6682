import { Component, type ReactElement } from 'react';

import { ButtonIcon } from '../core/button.tsx';
import { AspectIcon } from '../core/icons.tsx';
import { InjectLayout, Layout } from '../core/layout.tsx';
import type { FeedRole, FeedUser } from '../feed.ts';
import type { PageOptions } from '../options.ts';
import type { BadgeSets } from './badges.ts';
import { ChatController } from './chat-controller.tsx';
import type { ListedMessage, MessageHandlerAPI } from './message.ts';
import type { StreamChatProps } from './props.ts';

interface Props extends StreamChatProps {
  readonly viewer: FeedUser | undefined;
  readonly role: FeedRole;
  readonly options: PageOptions;
  readonly messageHandlerAPI: MessageHandlerAPI;
  readonly historicalMessages: readonly ListedMessage[];
  readonly chatRules?: readonly string[];
  readonly badgeSets?: BadgeSets;
}

/** A channel's chat: its header, and the room. */
export class StreamChat extends Component<Props> {
  readonly #connection = {
    sendMessage: (...said: Parameters<StreamChatProps['onSendMessage']>): void =>
      this.props.onSendMessage(...said),
  };

  override render(): ReactElement {
    const { viewer, options, role, ...props } = this.props;
    return (
      <Layout className="stream-chat">
        <Layout className="stream-chat-header" role="region">
          {!props.isPopout && (
            <Layout className="right-column__toggle-visibility toggle-visibility__right-column">
              <ButtonIcon data-a-target="right-column__toggle-collapse-btn" aria-label="Collapse Chat">
                <AspectIcon name="collapse" />
              </ButtonIcon>
            </Layout>
          )}
          <Layout className="stage-chat-title">
            <h4
              data-test-selector="chat-room-header-label"
              id="chat-room-header-label"
              className="CoreText-sc-4b8zrn-0"
            >
              Stream Chat
            </h4>
          </Layout>
          <Layout className="stage-chat-people">
            <Layout />
            <InjectLayout>
              <ButtonIcon aria-label="Users in Chat" data-test-selector="chat-viewer-list">
                <AspectIcon name="people" />
              </ButtonIcon>
            </InjectLayout>
          </Layout>
        </Layout>
        <ChatController
          channelDisplayName={props.channelDisplayName}
          channelID={props.channelID}
          channelLogin={props.channelLogin}
          chatConnectionAPI={this.#connection}
          chatRules={props.chatRules ?? []}
          isBackground={false}
          isCurrentUserModerator={props.isCurrentUserModerator}
          leads={role.lead === true}
          isCurrentUserVIP={role.vip === true}
          isCurrentUserEditor={role.editor === true}
          isEmbedded={false}
          isPopout={props.isPopout}
          isLoggedIn={viewer !== undefined}
          isReadOnly={viewer === undefined}
          messageHandlerAPI={props.messageHandlerAPI}
          slowModeEnabled={false}
          slowModeDuration={0}
          followerModeDuration={-1}
          theme={options.theme === 'dark' ? 1 : 0}
          userID={viewer?.id}
          userLogin={viewer?.login}
          userDisplayName={viewer?.name}
          options={options}
          historicalMessages={props.historicalMessages}
          {...(props.badgeSets && { badgeSets: props.badgeSets })}
        />
      </Layout>
    );
  }
}
