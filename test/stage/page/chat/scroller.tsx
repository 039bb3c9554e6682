import { Component, createRef, type ReactElement, type ReactNode } from 'react';

import { InjectLayout, Layout } from '../core/layout.tsx';

interface ScrollerProps {
  readonly isPaused: boolean;
  readonly setPaused: (paused: boolean) => void;
  readonly children: ReactNode;
  /** What stands below the scrolled part. */
  readonly footer: ReactNode;
}

/** Nearer to the end than this counts as at the end, px. */
const near = 12;

/** Keeps to the newest line, and lets go when the reader scrolls up. */
export class Scroller extends Component<ScrollerProps> {
  readonly scrollRef = createRef<HTMLDivElement>();
  #last = 0;

  override componentDidMount(): void {
    this.scrollToBottom();
  }

  override componentDidUpdate(before: ScrollerProps): void {
    if (!this.props.isPaused) this.scrollToBottom();
    else if (!before.isPaused) this.#last = this.scrollRef.current?.scrollTop ?? 0;
  }

  scrollToBottom = (): void => {
    const box = this.scrollRef.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    this.#last = box.scrollTop;
  };

  handleScrollEvent = (): void => {
    const box = this.scrollRef.current;
    if (!box) return;
    const left = box.scrollHeight - box.clientHeight - box.scrollTop;
    const wentUp = box.scrollTop < this.#last - 1;
    this.#last = box.scrollTop;
    if (left <= near) this.props.setPaused(false);
    else if (wentUp) this.props.setPaused(true);
  };

  override render(): ReactElement {
    return (
      <div
        aria-label="Chat messages"
        aria-describedby="Exit-chat-container"
        className="Layout-sc-9k2mvt-0 InjectLayout-sc-7d1qxe-0 chat-list--default font-scale--default"
        style={{ opacity: 1 }}
      >
        <Layout className="InjectLayout-sc-7d1qxe-0" style={{ position: 'relative' }}>
          <div className="resize-detector">
            <div className="resize-detector">
              <div className="resize-detector__grow" />
            </div>
            <div className="resize-detector">
              <div className="resize-detector__shrink" />
            </div>
          </div>
          <div className="scrollable-area" data-a-target="chat-scroller" data-simplebar="init">
            <div className="simplebar-track vertical" style={{ visibility: 'hidden' }}>
              <div className="simplebar-scrollbar" />
            </div>
            <div className="simplebar-track horizontal" style={{ visibility: 'hidden' }}>
              <div className="simplebar-scrollbar" />
            </div>
            <div className="simplebar-scroll-content" ref={this.scrollRef} onScroll={this.handleScrollEvent}>
              <div className="simplebar-content">{this.props.children}</div>
            </div>
          </div>
        </Layout>
        <div>{this.props.footer}</div>
      </div>
    );
  }
}

/** Says that chat is held, and lets it go on. */
export function PausedFooter({
  newer,
  resume,
}: {
  readonly newer: boolean;
  readonly resume: () => void;
}): ReactElement {
  return (
    <InjectLayout className="chat-paused-footer chat-list__more-messages">
      <button type="button" onClick={resume}>
        {newer ? 'Chat paused: new messages below' : 'Chat paused due to scroll'}
      </button>
    </InjectLayout>
  );
}
