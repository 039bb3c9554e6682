import { Component, type ReactElement, type ReactNode } from 'react';

import { LiveChat } from './chat/live-chat.tsx';
import { VideoChat } from './chat/video-chat.tsx';
import type { FeedChannel, PageStart } from './feed.ts';
import {
  ChannelPage,
  DashboardPopout,
  ModerationViewPage,
  PopoutChatPage,
  Site,
  StreamManagerPage,
  VideoPage,
} from './frame/pages.tsx';
import { pageNames, type Route, routeOf } from './routes.ts';
import { Navigate } from './site-link.tsx';

interface AppProps {
  readonly start: PageStart;
  /** The path at which the page was loaded. */
  readonly path: string;
  /** Draws a chat; the contract test puts a still one in. */
  readonly chat?: (channel: FeedChannel, isPopout: boolean) => ReactNode;
}

interface AppState {
  readonly path: string;
  readonly channels: readonly FeedChannel[];
}

/** The whole site: which page stands, and how one comes to another without loading. */
export class App extends Component<AppProps, AppState> {
  override state: AppState = { path: this.props.path, channels: this.props.start.channels };

  override componentDidMount(): void {
    window.addEventListener('popstate', this.#onPopState);
    this.#nameRoot();
  }

  override componentDidUpdate(): void {
    this.#nameRoot();
  }

  override componentWillUnmount(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  #onPopState = (): void => this.setState({ path: location.pathname });

  navigate = (path: string): void => {
    if (path === location.pathname) return;
    history.pushState({ key: String(Date.now()) }, '', path + location.search);
    this.setState({ path });
  };

  #nameRoot(): void {
    const route = routeOf(this.state.path);
    document.getElementById('root')?.setAttribute('data-a-page-loaded-name', pageNames[route.page]);
    document.title = `${this.#channel(route)?.name ?? 'Home'} - Twitch`;
  }

  #channel(route: Route): FeedChannel | undefined {
    const login =
      route.page === 'recording' ? this.props.start.recording?.login : 'login' in route && route.login;
    return this.state.channels.find((channel) => channel.login === login);
  }

  #onChannel = (changed: FeedChannel): void =>
    this.setState(({ channels }) => ({
      channels: channels.map((channel) => (channel.id === changed.id ? changed : channel)),
    }));

  #chat(channel: FeedChannel, isPopout: boolean): ReactNode {
    const { start, chat } = this.props;
    if (chat) return chat(channel, isPopout);
    return (
      <LiveChat
        key={channel.login}
        channel={channel}
        viewer={start.viewer}
        isPopout={isPopout}
        options={start.options}
        onChannel={this.#onChannel}
      />
    );
  }

  /** What was said in a recording of `channel`. */
  #replay({ id, login }: FeedChannel): ReactElement {
    const { viewer, recording, options } = this.props.start;
    return (
      <VideoChat
        lines={recording?.lines ?? []}
        reading={{ channelID: id, channelLogin: login, viewer: viewer?.login, moderator: false }}
        theme={options.theme === 'dark' ? 1 : 0}
      />
    );
  }

  override render(): ReactElement {
    const route = routeOf(this.state.path);
    return <Navigate.Provider value={this.navigate}>{this.#page(route)}</Navigate.Provider>;
  }

  #page(route: Route): ReactElement {
    const { viewer } = this.props.start;
    const channel = this.#channel(route);
    if (route.page === 'popout') return <PopoutChatPage chat={channel && this.#chat(channel, true)} />;
    if (route.page === 'dashboard-popout')
      return <DashboardPopout chat={channel && this.#chat(channel, true)} />;
    if (route.page === 'dashboard' && channel)
      return <StreamManagerPage channel={channel} chat={this.#chat(channel, false)} />;
    return (
      <Site
        viewer={viewer}
        channels={this.state.channels}
        current={channel?.login ?? ''}
        hasSideNav={route.page !== 'moderator'}
      >
        {!channel ? (
          <Nowhere />
        ) : route.page === 'moderator' ? (
          <ModerationViewPage channel={channel} chat={this.#chat(channel, false)} />
        ) : route.page === 'recording' ? (
          <VideoPage channel={channel} chat={this.#replay(channel)} />
        ) : (
          <ChannelPage
            channel={channel}
            chat={this.#chat(channel, false)}
            theatre={this.props.start.options.theatre}
          />
        )}
      </Site>
    );
  }
}

function Nowhere(): ReactElement {
  return (
    <main className="twilight-main">
      <div className="stage-nowhere">
        <h2>Nobody is on here</h2>
        <p>Pick a channel on the left.</p>
      </div>
    </main>
  );
}
