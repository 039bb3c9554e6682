import type { ReactElement, ReactNode } from 'react';

import { Layout } from '../core/layout.tsx';
import type { FeedChannel, FeedUser } from '../feed.ts';
import { ChannelInfo } from './channel-info.tsx';
import { SiteLink } from '../site-link.tsx';
import { Player } from './player.tsx';
import { SideNav } from './side-nav.tsx';
import { TopNav } from './top-nav.tsx';

interface PageProps {
  readonly channel: FeedChannel;
  readonly chat: ReactNode;
  readonly theatre?: boolean;
}

/** The site around a page: bar, side navigation (not in moderator view), and the page between. */
export function Site({
  viewer,
  channels,
  current,
  hasSideNav,
  children,
}: {
  readonly viewer: FeedUser | undefined;
  readonly channels: readonly FeedChannel[];
  readonly current: string;
  readonly hasSideNav: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Layout className="stage-site">
      <TopNav viewer={viewer} />
      <Layout className="stage-columns">
        {hasSideNav && <SideNav channels={channels} current={current} />}
        {children}
      </Layout>
    </Layout>
  );
}

/** A channel: player and words in the middle, chat in the right column. */
export function ChannelPage({ channel, chat, theatre }: PageProps): ReactElement {
  return (
    <>
      <main className="twilight-main">
        <div className="channel-root channel-root--live">
          <div className="channel-root__player channel-root__player--with-chat">
            <Player channel={channel} theatre={theatre} />
          </div>
          <div className="channel-root__info channel-root__info--with-chat">
            <ChannelInfo channel={channel} />
          </div>
        </div>
      </main>
      <div className="channel-root__right-column channel-root__right-column--expanded">
        <Layout>
          <div className="right-column right-column--beside" data-test-selector="right-column-chat-bar">
            <Layout className="channel-chat">{chat}</Layout>
          </div>
        </Layout>
      </div>
    </>
  );
}

/** A video or a clip, and what was said meanwhile. No whole capture of it exists, so its frame is the channel's. */
export function VideoPage({ channel, chat }: PageProps): ReactElement {
  return <ChannelPage channel={channel} chat={chat} />;
}

/** Chat alone in its window. */
export function PopoutChatPage({ chat }: { readonly chat: ReactNode }): ReactElement {
  return (
    <div className="twilight-minimal-root">
      <div className="popout-chat-page">{chat}</div>
    </div>
  );
}

/** Moderator view: no capture of it exists, so its frame is a guess around the same chat. */
export function ModerationViewPage({ channel, chat }: PageProps): ReactElement {
  return (
    <div className="moderation-root">
      <div className="moderation-view-page">
        <div className="modview-dock">
          <SiteLink to={`/${channel.login}`} aria-label={`Leave moderator view of ${channel.name}`}>
            <img className="tw-image tw-image-avatar" alt="" src={channel.avatar} />
          </SiteLink>
        </div>
        <div className="stage-widgets" data-highlight-selector="main-grid">
          <div className="moderation-view-page-widget">
            <WidgetTitle>Video Preview</WidgetTitle>
            <Player channel={channel} />
          </div>
          <div className="moderation-view-page-widget">
            <WidgetTitle>AutoMod Queue</WidgetTitle>
            <p>Nothing is held.</p>
          </div>
          <div className="moderation-view-page-widget stage-widget-chat">{chat}</div>
        </div>
      </div>
    </div>
  );
}

/**
 * The dashboard's stream manager. That its root is called so is all that is known of it; the frame is a guess, and the chat in it the
 * same as everywhere.
 */
export function StreamManagerPage({ channel, chat }: PageProps): ReactElement {
  return (
    <div className="sunlight-root">
      <div className="stage-widgets">
        <div className="moderation-view-page-widget">
          <WidgetTitle>Stream Preview</WidgetTitle>
          <Player channel={channel} />
        </div>
        <div className="moderation-view-page-widget">
          <WidgetTitle>Activity Feed</WidgetTitle>
          <p>It is quiet.</p>
        </div>
        <div className="moderation-view-page-widget stage-widget-chat">{chat}</div>
      </div>
    </div>
  );
}

/** Its chat alone in a window; likewise. */
export function DashboardPopout({ chat }: { readonly chat: ReactNode }): ReactElement {
  return <div className="sunlight-root">{chat}</div>;
}

function WidgetTitle({ children }: { readonly children: ReactNode }): ReactElement {
  return <h4 className="stage-widget-title">{children}</h4>;
}
