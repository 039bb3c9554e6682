import { type ReactElement, useEffect, useState } from 'react';

import { Button, ButtonIcon } from '../core/button.tsx';
import { AspectIcon, SvgIcon } from '../core/icons.tsx';
import { CoreText, Layout } from '../core/layout.tsx';
import type { FeedChannel } from '../feed.ts';
import { SiteLink } from '../site-link.tsx';
import { short, uptime } from './words.ts';

/** What stands under the player: who streams, what, since when, to how many. */
export function ChannelInfo({ channel }: { readonly channel: FeedChannel }): ReactElement {
  const { live } = channel;
  return (
    <section
      id={live ? 'live-channel-stream-information' : 'offline-channel-main-content'}
      className="channel-info-content"
      aria-label="Channel Information"
    >
      <Layout className="stage-info">
        <SiteLink to={`/${channel.login}`} className="stage-info-avatar" aria-label={channel.name}>
          <img className="tw-image tw-image-avatar" alt={channel.name} src={channel.avatar} />
          {live && <span className="tw-channel-status-text-indicator">LIVE</span>}
        </SiteLink>
        <Layout className="stage-info-words">
          <SiteLink to={`/${channel.login}`}>
            <h1 className="tw-title">
              {channel.name}
              {channel.partner && (
                <span className="stage-verified" title="Verified">
                  <SvgIcon name="star" size={14} />
                </span>
              )}
            </h1>
          </SiteLink>
          <h2 data-a-target="stream-title" title={channel.title}>
            {channel.title}
          </h2>
          <Layout className="stage-info-tags">
            {live && (
              <SiteLink
                to={`/directory/category/${channel.category.toLowerCase().replaceAll(' ', '-')}`}
                data-a-target="stream-game-link"
              >
                {channel.category}
              </SiteLink>
            )}
            {channel.tags.map((tag) => (
              <span key={tag} className="tw-tag">
                {tag}
              </span>
            ))}
          </Layout>
        </Layout>
        <Layout className="stage-info-right" data-target="channel-header-right">
          <Layout className="stage-info-buttons">
            <Button data-a-target="follow-button" aria-label={`Follow ${channel.name}`}>
              Follow
            </Button>
            <ButtonIcon aria-label="Subscribe">
              <AspectIcon name="star" />
            </ButtonIcon>
          </Layout>
          {live && (
            <Layout className="stage-info-numbers">
              <span className="stage-viewers" data-a-target="animated-channel-viewers-count">
                <SvgIcon name="people" size={16} />
                {live.viewers.toLocaleString('en')}
              </span>
              <LiveTime startedAt={live.startedAt} />
            </Layout>
          )}
        </Layout>
      </Layout>
      <Layout className="stage-about">
        <h3>About {channel.name}</h3>
        <p className="stage-followers">
          <b>{short(channel.followers)}</b> followers
        </p>
        <CoreText>{channel.about}</CoreText>
      </Layout>
    </section>
  );
}

/** How long the stream runs; counts on. */
function LiveTime({ startedAt }: { readonly startedAt: number }): ReactElement {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span className="live-time">{uptime(startedAt, now)}</span>;
}
