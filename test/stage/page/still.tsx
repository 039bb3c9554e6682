import { renderToStaticMarkup } from 'react-dom/server';

import { App } from './app.tsx';
import { badgeSets, type BadgeSets, putBadge } from './chat/badges.ts';
import { type ListedMessage, messageHandlers, MessageType } from './chat/message.ts';
import { StreamChat } from './chat/stream-chat.tsx';
import { toMessages } from './chat/to-message.ts';
import { VideoChat } from './chat/video-chat.tsx';
import type { FeedChannel, FeedEvent, Still, StillRoom } from './feed.ts';
import { defaultOptions } from './options.ts';

const somewhere: FeedChannel = {
  id: '1001',
  login: 'maywz',
  name: 'mayWz',
  avatar: '',
  title: '',
  category: '',
  tags: [],
  partner: false,
  followers: 0,
  about: '',
};

/** The markup of a chat in which `events` happened; rendered on the spot, without a browser. */
const chat: Still['chat'] = (events, room = {}) => renderToStaticMarkup(stillChat(events, room, true));

/** The markup of the chat beside a recording. */
const replay: Still['replay'] = (lines) =>
  renderToStaticMarkup(
    <VideoChat
      lines={lines}
      reading={{ channelID: somewhere.id, channelLogin: somewhere.login, moderator: false }}
      theme={1}
    />,
  );

/** The markup of a whole page, its chat empty. */
const page: Still['page'] = (path, start) =>
  renderToStaticMarkup(
    <App
      path={path}
      start={start}
      chat={(channel, isPopout) =>
        stillChat([], { ...(start.viewer && { viewer: start.viewer }), channel }, isPopout)
      }
    />,
  );

function stillChat(events: readonly FeedEvent[], room: StillRoom, isPopout: boolean): React.ReactElement {
  const { channel = somewhere, viewer, moderator = false } = room;
  const reading = { channelID: channel.id, channelLogin: channel.login, viewer: viewer?.login, moderator };
  const messages = events
    .flatMap((event) => toMessages(event, reading))
    .filter((message): message is ListedMessage => message.type !== MessageType.moderation);
  return (
    <StreamChat
      channelID={channel.id}
      channelLogin={channel.login}
      channelDisplayName={channel.name}
      primaryColorHex="7C6CFF"
      isCurrentUserModerator={moderator}
      role={{ moderator }}
      isPopout={isPopout}
      onSendMessage={() => undefined}
      viewer={viewer}
      options={{ ...defaultOptions, ...room.options }}
      messageHandlerAPI={messageHandlers()}
      historicalMessages={messages}
      badgeSets={badgesOf(room)}
    />
  );
}

function badgesOf({ badges = {} }: StillRoom): BadgeSets {
  const sets = badgeSets();
  for (const [worn, { title, images }] of Object.entries(badges)) {
    const [setID = '', version = ''] = worn.split('/');
    const [image1x, image2x = image1x, image4x = image1x] = images;
    putBadge(sets.globalsBySet, { id: worn, setID, version, title, image1x, image2x, image4x });
  }
  return sets;
}

export const still: Still = { chat, replay, page };
