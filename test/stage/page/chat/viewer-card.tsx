import type { ReactElement } from 'react';

import { ButtonIcon } from '../core/button.tsx';
import { SvgIcon } from '../core/icons.tsx';
import { CoreLink, Layout } from '../core/layout.tsx';

/** Whose card is open, and where, px from the top of the layer. */
export interface OpenViewerCard {
  readonly targetUserID: string;
  readonly targetLogin: string;
  readonly targetDisplayName: string;
  readonly top: number;
}

/** Twitch's own card of a chatter. */
export function ViewerCard({
  targetLogin,
  targetDisplayName,
  top,
  hideViewerCard,
}: OpenViewerCard & {
  readonly channelID: string;
  readonly channelLogin: string;
  readonly hideViewerCard: () => void;
}): ReactElement {
  return (
    <div
      className="viewer-card-layer__draggable"
      data-a-target="viewer-card-positioner"
      id="VIEWER_CARD_ID"
      style={{ top, left: 10 }}
    >
      <div className="viewer-card" data-a-target="viewer-card" role="dialog" aria-label={targetDisplayName}>
        <div className="viewer-card-header__background">
          <div className="viewer-card-header__overlay">
            <div className="viewer-card-header__banner">
              <div className="viewer-card-drag-cancel">
                <CoreLink href={`/${targetLogin}`}>
                  <div className="ScAvatar-sc-1z7wpb-0 tw-avatar">
                    <img
                      className="tw-image tw-image-avatar"
                      alt={targetDisplayName}
                      src={`https://static-cdn.jtvnw.net/jtv_user_pictures/${targetLogin}-profile_image-300x300.png`}
                    />
                  </div>
                </CoreLink>
              </div>
              <div className="viewer-card-header__display-name">
                <div className="viewer-card-drag-cancel">
                  <div>
                    <h4>
                      <CoreLink rel="noopener noreferrer" target="_blank" href={`/${targetLogin}`}>
                        {targetDisplayName}
                      </CoreLink>
                    </h4>
                  </div>
                </div>
              </div>
            </div>
          </div>
        </div>
        <Layout className="viewer-card-drag-cancel stage-card-close">
          <ButtonIcon
            aria-label="Close"
            data-test-selector="close-viewer-card-button"
            onClick={hideViewerCard}
          >
            <SvgIcon name="close" size={16} />
          </ButtonIcon>
        </Layout>
      </div>
    </div>
  );
}
