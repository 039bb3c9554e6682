/** CHZZK's hosts: the APIs that say who is logged in and whom they follow, and a page to log in on. */
import { type Asked, redirect, sendHtml, sendJson } from '../server/http.ts';
import { html } from '../oauth/pages.ts';
import { type ChzzkFollows, followingRow } from './follows.ts';
import { clipsOf, liveDetailOf, videoOf, videosOf } from './broadcast.ts';
import { categoriesLive, categoryLives } from './categories.ts';
import { channelOf } from './channel.ts';
import { answerChat } from './chat-api.ts';
import { ChzzkChat } from './chat.ts';
import { answerManage } from './manage/api.ts';
import { Refusal } from './manage/routes.ts';
import { ChzzkManage } from './manage/state.ts';
import type { ChzzkUser, Naver } from './naver.ts';
import { answerPage } from './page.ts';
import { searchChannels, searchLives } from './search.ts';

/** The host names of CHZZK that the stage answers for. */
export const chzzkHosts = [
  'chzzk.naver.com',
  'studio.chzzk.naver.com',
  'comm-api.game.naver.com',
  'api.chzzk.naver.com',
] as const;

/** Pages that may read the API's answers with their visitors' cookies. Extensions may where the user permits them to. */
const readers: ReadonlySet<string> = new Set(['https://chzzk.naver.com', 'https://studio.chzzk.naver.com']);

/** Who asks, as the API says it; nobody is answered too. */
function status(user: ChzzkUser | undefined): object {
  return {
    hasProfile: user !== undefined,
    userIdHash: user?.userIdHash ?? null,
    nickname: user?.nickname ?? null,
    profileImageUrl: null,
    penalties: user ? [] : null,
    officialNotiAgree: user !== undefined,
    officialNotiAgreeUpdatedDate: null,
    verifiedMark: false,
    loggedIn: user !== undefined,
  };
}

/** The rows of a page, from 0. */
function pageOf<Row>(rows: readonly Row[], query: URLSearchParams): { rows: readonly Row[]; pages: number } {
  const size = Number(query.get('size') ?? 10);
  const page = Number(query.get('page') ?? 0);
  return { rows: rows.slice(page * size, (page + 1) * size), pages: Math.ceil(rows.length / size) };
}

/** Whom the user follows, and who of them is live. The second path of the latter is an older one, and as good. */
const lists: Readonly<Record<string, (follows: ChzzkFollows, query: URLSearchParams) => object>> = {
  '/service/v1/channels/followings': (follows, query) => {
    const { rows, pages } = pageOf(follows.channels, query);
    return {
      totalCount: follows.channels.length,
      totalPage: pages,
      followingList: rows.map(followingRow),
    };
  },
  '/service/v1/channels/followings/live': followingsLive,
  '/service/v1/channels/following-lives': followingsLive,
};

function followingsLive(follows: ChzzkFollows): object {
  const live = follows.live();
  return {
    totalLiveCount: live.length,
    totalCount: live.length,
    totalPage: 1,
    followingList: live.map(followingRow),
  };
}

/** What anybody is told of a channel, by version and last part of the path. */
const abouts: Readonly<
  Record<string, (id: string, follows: ChzzkFollows, manage: ChzzkManage, query: URLSearchParams) => unknown>
> = {
  'v1 ': channelOf,
  'v3.3 live-detail': (id, follows) => liveDetailOf(id, follows),
  'v1 videos': (id, follows, _manage, query) => videosOf(id, follows, query),
  'v1 clips': (id, follows, _manage, query) => clipsOf(id, follows, query),
};

const ok = (content: unknown): object => ({ code: 200, message: null, content });
const refused = (code: number, message: string): object => ({ code, message });

function api(asked: Asked, naver: Naver, follows: ChzzkFollows, manage: ChzzkManage, chat: ChzzkChat): void {
  const { host, method, url, headers, response } = asked;
  const { origin } = headers;
  if (origin !== undefined && readers.has(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    if (method === 'OPTIONS') {
      response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
      response.setHeader('access-control-allow-headers', 'content-type');
      response.writeHead(204);
      response.end();
      return;
    }
  }
  const user = naver.userOf(headers.cookie);
  const call = { method, url, origin, user, body: asked.body };
  const managed =
    (host === 'api.chzzk.naver.com' ? answerManage(call, manage) : undefined) ??
    answerChat(call, chat, manage);
  if (managed) {
    if (managed instanceof Refusal)
      sendJson(response, managed.status, refused(managed.code, managed.message));
    else {
      // Who is kept quiet is not read any more either.
      const quiet = manage.channels.flatMap(({ channelId, quiet }) =>
        quiet.map((who) => [channelId, who] as const),
      );
      for (const [channelId, { userIdHash }] of quiet) chat.hideAll(channelId, userIdHash);
      sendJson(response, 200, ok(managed.content));
    }
    return;
  }
  const isRead = method === 'GET';
  const isSearch = host === 'api.chzzk.naver.com' && url.pathname === '/service/v1/search/channels';
  const isOpen = isRead && host === 'api.chzzk.naver.com';
  const [, categoryType, categoryId] = isOpen
    ? (/^\/service\/v2\/categories\/([A-Z]+)\/([^/]+)\/lives$/.exec(url.pathname) ?? [])
    : [];
  const list = isRead && host === 'api.chzzk.naver.com' ? lists[url.pathname] : undefined;
  const [, version, channelId, part] =
    isRead && host === 'api.chzzk.naver.com'
      ? (/^\/service\/(v[\d.]+)\/channels\/([0-9a-f]{32})(?:\/([a-z-]+))?$/.exec(url.pathname) ?? [])
      : [];
  const about = channelId === undefined ? undefined : abouts[`${version ?? ''} ${part ?? ''}`];
  if (isRead && host === 'comm-api.game.naver.com' && url.pathname === '/nng_main/v1/user/getUserStatus') {
    sendJson(response, 200, ok(status(user)));
  } else if (isRead && isSearch) sendJson(response, 200, ok(searchChannels(follows, url.searchParams)));
  else if (isOpen && url.pathname === '/service/v1/search/lives')
    sendJson(response, 200, ok(searchLives(follows, url.searchParams)));
  else if (isOpen && url.pathname === '/service/v1/categories/live')
    sendJson(response, 200, ok(categoriesLive(follows, url.searchParams)));
  else if (categoryType !== undefined && categoryId !== undefined)
    sendJson(
      response,
      200,
      ok(categoryLives(categoryType, decodeURIComponent(categoryId), follows, url.searchParams)),
    );
  else if (isOpen && videoAt(url.pathname, manage))
    sendJson(response, 200, ok(videoAt(url.pathname, manage)));
  else if (channelId !== undefined && about)
    sendJson(response, 200, ok(about(channelId, follows, manage, url.searchParams)));
  else if (list && !user) sendJson(response, 401, refused(401, '로그인이 필요합니다.'));
  else if (list) sendJson(response, 200, ok(list(follows, url.searchParams)));
  else sendJson(response, 404, refused(404, '요청한 내용을 찾을 수 없습니다.'));
}

/** The recording of a managed channel at `path`. */
function videoAt(path: string, manage: ChzzkManage): object | undefined {
  const number = /^\/service\/v3\/videos\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? undefined : videoOf(Number(number), manage.channels);
}

/** Hosts of pages; the others are APIs. */
const sites: ReadonlySet<string> = new Set(['chzzk.naver.com', 'studio.chzzk.naver.com']);

/** A page with a name and a button; Naver's own log-in, with its password, is not played. */
function site({ method, url, headers, response }: Asked, naver: Naver): void {
  if (method === 'POST' && url.pathname === '/login') {
    response.setHeader('set-cookie', naver.logIn());
    redirect(response, '/');
    return;
  }
  const user = naver.userOf(headers.cookie);
  const body = user
    ? `<p role="status">${html(user.nickname)}</p>`
    : '<form method="post" action="/login"><button>로그인</button></form>';
  sendHtml(
    response,
    200,
    `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>CHZZK</title></head><body><h1>치지직</h1>${body}</body></html>`,
  );
}

/** Answers a request to one of {@link chzzkHosts}. */
export function chzzkHost(
  asked: Asked,
  naver: Naver,
  follows: ChzzkFollows,
  manage = new ChzzkManage(),
  chat = new ChzzkChat(),
): void {
  if (!sites.has(asked.host)) api(asked, naver, follows, manage, chat);
  else if (!answerPage(asked, naver, chat, manage)) site(asked, naver);
}
