import type { ReactElement } from 'react';

import { AspectIcon } from '../core/icons.tsx';
import { Layout } from '../core/layout.tsx';
import type { FeedUser } from '../feed.ts';
import { SiteLink } from '../site-link.tsx';

/** The bar over every page but the popouts. */
export function TopNav({ viewer }: { readonly viewer: FeedUser | undefined }): ReactElement {
  return (
    <nav className="top-nav" data-a-target="top-nav-container" aria-label="Top navigation">
      <div className="top-nav__menu">
        <Layout className="stage-top-left">
          <SiteLink to="/" className="top-nav__home-link" aria-label="Home">
            <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
              <path d="M3 6 13 2l10 4v9c0 4-4 7-10 9C7 22 3 19 3 15V6Z" fill="var(--accent)" />
              <path d="M8 17V9h2.5v8H8Zm4-3V9h2.5v5H12Zm4 3V9h2.5v8H16Z" fill="var(--on-accent)" />
            </svg>
          </SiteLink>
          <SiteLink to="/directory/following" className="stage-top-link">
            Following
          </SiteLink>
          <SiteLink to="/directory" className="stage-top-link">
            Browse
          </SiteLink>
        </Layout>
        <Layout className="top-nav__search-container">
          <input type="search" placeholder="Search" aria-label="Search Input" />
          <span className="stage-search-icon">
            <AspectIcon name="search" />
          </span>
        </Layout>
        <Layout className="stage-top-right">
          {viewer ? (
            <button className="stage-user-menu" data-a-target="user-menu-toggle" aria-label="User Menu">
              <img
                className="tw-image tw-image-avatar"
                alt=""
                src={`https://static-cdn.jtvnw.net/jtv_user_pictures/${viewer.login}-profile_image-70x70.png`}
              />
            </button>
          ) : (
            <button className="stage-log-in" data-a-target="login-button">
              Log In
            </button>
          )}
        </Layout>
      </div>
    </nav>
  );
}
