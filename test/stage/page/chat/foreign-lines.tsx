/** Lines as other extensions draw them. Only what ours could stumble over is there: their own attributes and wrappers. */
import { Component, type ReactElement } from 'react';

import { bodyParts } from './body.tsx';
import { ChatLine } from './chat-line.tsx';
import type { ChatLineProps } from './props.ts';

/** Tells at the element itself how often it was pressed. */
function countPress({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.dataset['presses'] = String(Number(currentTarget.dataset['presses'] ?? 0) + 1);
}

/** Listens without React, which both BetterTTV and 7TV do. */
function listen(part: HTMLElement | null): void {
  part?.addEventListener('click', () => countPress({ currentTarget: part }));
}

/** FrankerFaceZ renders in Twitch's component, with attributes of its own and without Twitch's test hooks. */
export class FfzLine extends ChatLine {
  override render(): ReactElement {
    const { message, channelID, channelLogin } = this.props;
    const { userID, userLogin, userDisplayName, color } = message.user;
    return (
      <div
        className="chat-line__message tw-relative"
        data-room-id={channelID}
        data-room={channelLogin}
        data-user-id={userID}
        data-user={userLogin}
      >
        <span className="chat-line__message--badges">
          {Object.entries(message.badges).map(([set, version]) => (
            <span
              key={set}
              className="ffz-tooltip ffz-badge"
              data-tooltip-type="badge"
              data-provider="twitch"
              data-badge={set}
              data-version={version}
            />
          ))}
        </span>
        <span className="chat-line__username notranslate" role="button" style={{ color }}>
          <span>
            <span className="chat-author__display-name">{userDisplayName}</span>
          </span>
        </span>
        <span>: </span>
        <button className="ffz--inline-action ffz-tooltip" title="Copy" onClick={countPress}>
          +
        </button>
        <span className="message">
          {message.deleted ? '<message deleted>' : bodyParts(message, this.props.theme)}
        </span>
      </div>
    );
  }
}

/** BetterTTV leaves Twitch's line and puts nodes of its own into it, outside of React. */
export class BttvLine extends ChatLine {
  override render(): ReactElement {
    return <div ref={addToLine}>{super.render()}</div>;
  }
}

function addToLine(row: HTMLElement | null): void {
  const line = row?.querySelector('.chat-line__message');
  if (!line || line.querySelector('.bttv-message-emote')) return;
  const emote = document.createElement('div');
  emote.className = 'bttv-tooltip-wrapper bttv-message-emote';
  const picture = document.createElement('img');
  picture.alt = 'catJAM';
  picture.className = 'chat-line__message--emote bttv-emote';
  emote.append(picture);
  listen(emote);
  line.querySelector('.chat-line__username-container')?.before(emote);
  Object.assign(line, { __bttvParsed: true });
}

/** 7TV's own list (until 2026) is made without React; its lines tell their message's id. */
export class SevenTvLine extends Component<ChatLineProps> {
  override render(): ReactElement {
    const { message, theme } = this.props;
    return (
      <div className="seventv-message" {...{ 'msg-id': message.id }}>
        <div className="seventv-user-message">
          <div className="seventv-chat-user">
            <span className="seventv-chat-user-username" data-stage={message.user.userLogin}>
              {message.user.userDisplayName}
            </span>
          </div>
          <span>: </span>
          <button className="seventv-button" title="Copy" ref={listen}>
            +
          </button>
          <span className="seventv-message-body">
            {message.deleted ? '<message deleted>' : bodyParts(message, theme)}
          </span>
        </div>
      </div>
    );
  }
}
