import { Component, createRef, type KeyboardEvent, type ReactElement } from 'react';

import { Button, ButtonIcon } from '../core/button.tsx';
import { AspectIcon, SvgIcon } from '../core/icons.tsx';
import { InjectLayout, Layout } from '../core/layout.tsx';
import type { ChatMessage } from './message.ts';

interface ChatInputProps {
  readonly isModerator: boolean;
  readonly isPopout: boolean;
  readonly channelLogin: string;
  readonly replyTo: ChatMessage | undefined;
  readonly setTray: (reply: ChatMessage | undefined) => void;
  readonly sendMessage: (text: string) => void;
}

/** The box in which one writes. `round` is renewed with each message sent: the editor's nodes are not React's. */
export class ChatInput extends Component<
  ChatInputProps,
  { readonly round: number; readonly empty: boolean }
> {
  override state = { round: 0, empty: true };
  readonly #editor = createRef<HTMLDivElement>();

  readonly #text = (): string => (this.#editor.current?.textContent ?? '').replaceAll('\uFEFF', '').trim();

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #send = (): void => {
    const text = this.#text();
    if (text === '') return;
    this.props.sendMessage(text);
    this.setState(
      ({ round }) => ({ round: round + 1, empty: true }),
      () => this.#editor.current?.focus(),
    );
  };

  override render(): ReactElement {
    const { replyTo, setTray, isModerator, isPopout, channelLogin } = this.props;
    return (
      <Layout className="chat-input">
        <Layout />
        <div>
          <InjectLayout className="stage-input-column">
            <Layout>
              <Layout>{replyTo && <ReplyTray message={replyTo} close={() => setTray(undefined)} />}</Layout>
              <Layout aria-live="polite" />
            </Layout>
            <Layout className="stage-input-row">
              <Layout>
                <Layout className="chat-input__textarea">
                  <InjectLayout>
                    <Layout className="font-scale--default">
                      <Layout>
                        <Layout id="WYSIWGChatInputEditor_SkipChat">
                          <div className="chat-wysiwyg-input__box">
                            {this.state.empty && (
                              <div className="chat-wysiwyg-input__placeholder">Send a message</div>
                            )}
                            <div
                              key={this.state.round}
                              ref={this.#editor}
                              role="textbox"
                              aria-multiline="true"
                              data-a-target="chat-input"
                              data-test-selector="chat-input"
                              aria-label="Send a message"
                              data-placeholder="Send a message"
                              className="chat-wysiwyg-input__editor"
                              spellCheck
                              data-slate-editor="true"
                              data-slate-node="value"
                              contentEditable
                              suppressContentEditableWarning
                              data-zindex="-1"
                              onKeyDown={this.#onKeyDown}
                              onInput={() => this.setState({ empty: this.#text() === '' })}
                            >
                              <div data-slate-node="element">
                                <span data-slate-node="text">
                                  <span
                                    data-slate-leaf="true"
                                    className="ScTransitionBase-sc-7q0rkz-0 tw-transition"
                                    data-a-target="chat-input-text"
                                    aria-hidden="false"
                                  >
                                    <span data-slate-zero-width="n" data-slate-length="0">
                                      {'\uFEFF'}
                                      <br />
                                    </span>
                                  </span>
                                </span>
                              </div>
                            </div>
                          </div>
                        </Layout>
                      </Layout>
                    </Layout>
                  </InjectLayout>
                  <BadgeCarousel />
                  <Layout className="stage-input-emotes">
                    <Layout>
                      <Layout>
                        <ButtonIcon aria-label="Emote picker" data-a-target="emote-picker-button">
                          <AspectIcon name="face" />
                        </ButtonIcon>
                      </Layout>
                    </Layout>
                  </Layout>
                </Layout>
              </Layout>
            </Layout>
          </InjectLayout>
          <Layout className="chat-input__buttons-container" data-test-selector="chat-input-buttons-container">
            <Layout>
              <Layout>
                <div>{!isPopout && <PointsSummary />}</div>
              </Layout>
            </Layout>
            <Layout className="stage-input-right">
              <Layout>
                <p className="CoreText-sc-4b8zrn-0" />
              </Layout>
              {isModerator && (
                <a
                  className="ScCoreLink-sc-5h3wja-0 tw-link"
                  data-test-selector="mod-view-link"
                  aria-label="Moderator view"
                  href={`/moderator/${channelLogin}`}
                >
                  <SvgIcon name="shield" />
                </a>
              )}
              <Layout>
                <InjectLayout>
                  <Layout>
                    <ButtonIcon data-a-target="chat-settings" aria-label="Chat settings">
                      <SvgIcon name="settings" />
                    </ButtonIcon>
                  </Layout>
                </InjectLayout>
              </Layout>
              <Layout>
                <InjectLayout>
                  <Button data-a-target="chat-send-button" aria-label="Send Chat" onClick={this.#send}>
                    Chat
                  </Button>
                </InjectLayout>
              </Layout>
            </Layout>
          </Layout>
        </div>
      </Layout>
    );
  }
}

function ReplyTray({
  message,
  close,
}: {
  readonly message: ChatMessage;
  readonly close: () => void;
}): ReactElement {
  return (
    <Layout className="chat-input-tray__open">
      <SvgIcon name="reply" size={16} />
      <p>
        Replying to @{message.user.userDisplayName}: <span dir="auto">{message.messageBody}</span>
      </p>
      <ButtonIcon aria-label="Cancel reply" onClick={close}>
        <SvgIcon name="close" size={14} />
      </ButtonIcon>
    </Layout>
  );
}

function BadgeCarousel(): ReactElement {
  return (
    <Layout className="chat-input__badge-carousel">
      <Layout data-a-target="chat-badge-carousel">
        <Layout className="ScAttachedTooltipWrapper-sc-2m6ufy-0" aria-describedby="badge-carousel-tooltip">
          <Layout data-toggle-balloon-id="badge-carousel">
            <div
              data-test-selector="toggle-balloon-wrapper__mouse-enter-detector"
              style={{ display: 'inherit' }}
            >
              <ButtonIcon aria-label="ChatBadgeCarousel" data-a-target="chat-badge-carousel-badge-icon">
                <InjectLayout className="tw-transition-group">
                  <div className="ScTransitionBase-sc-7q0rkz-0 tw-transition" aria-hidden="false">
                    <img
                      alt="Custom/Vanity Badge"
                      aria-label="Custom/Vanity Badge"
                      className="chat-badge"
                      src="https://static-cdn.jtvnw.net/badges/v1/vanity-1/2"
                    />
                  </div>
                </InjectLayout>
              </ButtonIcon>
            </div>
          </Layout>
        </Layout>
      </Layout>
    </Layout>
  );
}

function PointsSummary(): ReactElement {
  return (
    <div className="community-points-summary" data-test-selector="community-points-summary">
      <SvgIcon name="star" size={16} />
      <span>12.4K</span>
    </div>
  );
}
