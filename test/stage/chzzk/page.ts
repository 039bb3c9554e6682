/** The page of a live channel, and its chat in a window of its own. */
import { type ChzzkStart, feedOf, lineOf, pinnedOf } from '../page/chzzk/feed.ts';
import type { Asked } from '../server/http.ts';
import type { ChzzkChat } from './chat.ts';
import { replayOf } from './broadcast.ts';
import type { ChzzkManage } from './manage/state.ts';
import type { Naver } from './naver.ts';

/** Lines that a page gets when it opens. */
const history = 50;

/** Answers what belongs to the page; whether it does. */
export function answerPage(asked: Asked, naver: Naver, chat: ChzzkChat, manage: ChzzkManage): boolean {
  const { host, method, url, headers, response } = asked;
  if (host !== 'chzzk.naver.com' || method !== 'GET') return false;
  const file = /^\/stage\/page\.(js|css)$/.exec(url.pathname)?.[1];
  if (file !== undefined) {
    // Vite is loaded by whoever looks at the page, and by nobody else.
    void import('../page/build.ts')
      .then(({ pageFiles }) => pageFiles('18', 'chzzk'))
      .then(
        ({ script, style }) => {
          const type = file === 'js' ? 'text/javascript' : 'text/css';
          response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
          response.end(file === 'js' ? script : style);
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    return true;
  }
  const feed = /^\/stage\/feed\/([0-9a-f]{32})$/.exec(url.pathname)?.[1];
  if (feed !== undefined) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const send = (event: unknown): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
    send({
      what: 'history',
      lines: chat
        .lines(feed)
        .slice(-history)
        .map((line) => lineOf(feed, line)),
      pinned: pinnedOf(feed, chat.pinned(feed)),
    });
    response.on(
      'close',
      chat.on(feed, (event) => send(feedOf(feed, event))),
    );
    return true;
  }
  if (!/^\/(?:live\/[0-9a-f]{32}(?:\/chat)?|video\/\d+)\/?$/.test(url.pathname)) return false;
  const start: ChzzkStart = {
    channels: manage.channels.map(({ channelId: id, name }) => ({ id, name, replay: replayOf(id) })),
    options: chat.options,
    viewer: naver.userOf(headers.cookie)?.nickname ?? null,
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  // A script element ends at the first `</`, whatever its text says.
  response.end(`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<title>CHZZK</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stage/page.css">
<script type="application/json" id="stage-start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/stage/page.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`);
  return true;
}
