import type { ReactElement } from 'react';

import { classes, Layout } from '../core/layout.tsx';
import type { FeedChannel } from '../feed.ts';
import { SiteLink } from '../site-link.tsx';
import { short } from './words.ts';

/** The channels at the left edge. */
export function SideNav({
  channels,
  current,
}: {
  readonly channels: readonly FeedChannel[];
  readonly current: string;
}): ReactElement {
  return (
    <div className="side-nav side-nav--expanded" data-a-target="side-nav-bar">
      <div className="side-bar-contents">
        <div className="side-nav-section" role="group" aria-label="Followed Channels">
          <Layout className="side-nav-header">
            <h3>Followed Channels</h3>
          </Layout>
          {channels.map((channel, at) => (
            <Card key={channel.login} channel={channel} at={at} isCurrent={channel.login === current} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Card({
  channel,
  at,
  isCurrent,
}: {
  readonly channel: FeedChannel;
  readonly at: number;
  readonly isCurrent: boolean;
}): ReactElement {
  const { live } = channel;
  return (
    <div className={classes('side-nav-card', isCurrent && 'stage-current')}>
      <SiteLink
        to={`/${channel.login}`}
        className="side-nav-card__link"
        data-a-id={`followed-channel-${at}`}
        data-a-target="followed-channel"
      >
        <div className={classes('side-nav-card__avatar', !live && 'side-nav-card__avatar--offline')}>
          <img className="tw-image tw-image-avatar" alt="" src={channel.avatar} />
        </div>
        <div className="stage-card-words">
          <div className="side-nav-card__metadata" data-a-target="side-nav-card-metadata">
            <p title={channel.name} data-a-target="side-nav-title">
              {channel.name}
            </p>
            <p title={channel.category} data-a-target="side-nav-game-title">
              {live ? channel.category : ''}
            </p>
          </div>
          <div className="side-nav-card__live-status" data-a-target="side-nav-live-status">
            {live ? (
              <>
                <span className="tw-channel-status-indicator" aria-hidden="true" />
                <span>{short(live.viewers)}</span>
              </>
            ) : (
              <span>Offline</span>
            )}
          </div>
        </div>
      </SiteLink>
    </div>
  );
}
