import { type MouseEvent, type ReactElement, useEffect, useState } from 'react';

import { Chat } from './chat.tsx';
import type { ChzzkStart } from './feed.ts';

/** The site: a live page for each channel, and how one comes to another without loading. */
export function App({ start }: { readonly start: ChzzkStart }): ReactElement {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const changed = (): void => setPath(location.pathname);
    addEventListener('popstate', changed);
    return () => removeEventListener('popstate', changed);
  }, []);
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    event.preventDefault();
    history.pushState(null, '', event.currentTarget.href);
    setPath(location.pathname);
  };
  const [, id = '', popup] = /^\/live\/([0-9a-f]{32})(\/chat)?/.exec(path) ?? [];
  const [, video] = /^\/video\/(\d+)/.exec(path) ?? [];
  const replay = start.channels.find((channel) => video === String(channel.replay))?.id;
  const place = replay === undefined ? (popup === undefined ? 'live' : 'popup') : 'replay';
  const shown = replay ?? id;
  const chat = shown !== '' && (
    <Chat key={`${place} ${shown}`} channelId={shown} options={start.options} place={place} />
  );
  if (popup !== undefined) return <>{chat}</>;
  return (
    <div id="layout-body">
      <header id="header">
        <a href="/lives" onClick={go}>
          전체 방송
        </a>
        {start.channels.map((channel) => (
          <a key={channel.id} href={`/live/${channel.id}`} onClick={go}>
            {channel.name}
          </a>
        ))}
        <span>{start.viewer ?? '로그인'}</span>
      </header>
      <main>
        <div id="live_player_layout" />
        <h1>{start.channels.find((channel) => channel.id === shown)?.name ?? '전체 방송'}</h1>
      </main>
      {chat}
    </div>
  );
}
