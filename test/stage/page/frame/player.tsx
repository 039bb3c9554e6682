import type { ReactElement } from 'react';

import { ButtonIcon } from '../core/button.tsx';
import { AspectIcon } from '../core/icons.tsx';
import { classes } from '../core/layout.tsx';
import type { FeedChannel } from '../feed.ts';
import { hue } from './words.ts';

/** Where the video would be: a still of an empty stage, lit in the channel's own colour. */
export function Player({
  channel,
  theatre = false,
}: {
  readonly channel: FeedChannel;
  readonly theatre?: boolean | undefined;
}): ReactElement {
  return (
    <div
      className={classes('persistent-player', theatre && 'persistent-player--theatre')}
      data-a-player-state=""
    >
      <div
        className="video-player"
        data-a-target="video-player"
        data-test-selector="video-player__video-layout"
      >
        <div className="video-player__container">
          <Scene channel={channel} />
          <div className="video-player__overlay" data-a-target="player-overlay-click-handler">
            {channel.live && <span className="stage-live-pill">LIVE</span>}
            <div className="player-controls" data-a-target="player-controls">
              <div className="player-controls__left-control-group">
                <ButtonIcon data-a-target="player-play-pause-button" aria-label="Pause (space/k)">
                  <AspectIcon name="pause" />
                </ButtonIcon>
                <ButtonIcon data-a-target="player-mute-unmute-button" aria-label="Mute (m)">
                  <AspectIcon name="volume" />
                </ButtonIcon>
              </div>
              <div className="player-controls__right-control-group">
                <ButtonIcon data-a-target="player-settings-button" aria-label="Settings">
                  <AspectIcon name="settings" />
                </ButtonIcon>
                <ButtonIcon data-a-target="player-theatre-mode-button" aria-label="Theatre Mode (alt+t)">
                  <AspectIcon name="theatre" />
                </ButtonIcon>
                <ButtonIcon
                  data-a-target="player-fullscreen-button"
                  aria-label="Fullscreen (f)"
                  onClick={toggleFullScreen}
                >
                  <AspectIcon name="fullscreen" />
                </ButtonIcon>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The player alone fills the screen, and chat is not seen. */
function toggleFullScreen({ currentTarget }: { readonly currentTarget: Element }): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void currentTarget.closest('.video-player')?.requestFullscreen();
}

function Scene({ channel }: { readonly channel: FeedChannel }): ReactElement {
  // From blue over violet to red: stage light is seldom green.
  const own = 200 + (hue(channel.login) % 140);
  const beam = (turn: number): string => `hsl(${own + turn} 70% 64%)`;
  return (
    <svg
      className="stage-scene"
      viewBox="0 0 1600 900"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="scene-back" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={`hsl(${own} 45% 9%)`} />
          <stop offset="0.72" stopColor={`hsl(${own} 42% 18%)`} />
          <stop offset="1" stopColor={`hsl(${own} 35% 7%)`} />
        </linearGradient>
        {[0, 40, -40].map((turn) => (
          <linearGradient key={turn} id={`scene-beam-${turn}`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={beam(turn)} stopOpacity="0.6" />
            <stop offset="1" stopColor={beam(turn)} stopOpacity="0" />
          </linearGradient>
        ))}
      </defs>
      <rect width="1600" height="900" fill="url(#scene-back)" />
      <path d="M330 0h60l330 690H120Z" fill="url(#scene-beam-40)" />
      <path d="M1210 0h60l210 690H880Z" fill="url(#scene-beam--40)" />
      <path d="M770 0h60l270 720H500Z" fill="url(#scene-beam-0)" />
      <ellipse cx="800" cy="716" rx="340" ry="52" fill={beam(0)} opacity="0.28" />
      <path d="M0 690h1600v210H0Z" fill={`hsl(${own} 40% 6%)`} opacity="0.72" />
      <ellipse cx="800" cy="726" rx="270" ry="32" fill={beam(0)} opacity="0.35" />
      <g fill={`hsl(${own} 40% 5%)`}>
        <path d="M792 470h16v250h-16Z" />
        <rect x="776" y="400" width="48" height="92" rx="24" />
        <path d="M740 716h120l14 14H726Z" />
        <path d="M0 900V812q59-88 118 0q52-76 104 0q63-100 126 0q48-72 96 0q57-92 114 0q59-88 118 0q52-76 104 0q63-100 126 0q48-72 96 0q57-92 114 0q59-88 118 0q52-76 104 0q63-100 126 0q48-72 96 0q57-92 114 0V900Z" />
      </g>
    </svg>
  );
}
