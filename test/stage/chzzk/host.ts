/** CHZZK's hosts: the API that says who is logged in, and a page to log in on. */
import { type Asked, redirect, sendHtml, sendJson } from '../server/http.ts';
import { html } from '../oauth/pages.ts';
import type { ChzzkUser, Naver } from './naver.ts';

/** The host names of CHZZK that the stage answers for. */
export const chzzkHosts = ['chzzk.naver.com', 'comm-api.game.naver.com'] as const;

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

function api({ method, url, headers, response }: Asked, naver: Naver): void {
  const { origin } = headers;
  if (origin !== undefined && readers.has(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
  }
  if (method === 'GET' && url.pathname === '/nng_main/v1/user/getUserStatus') {
    sendJson(response, 200, { code: 200, message: null, content: status(naver.userOf(headers.cookie)) });
  } else sendJson(response, 404, { code: 404, message: '요청한 내용을 찾을 수 없습니다.' });
}

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
export function chzzkHost(asked: Asked, naver: Naver): void {
  if (asked.host === 'chzzk.naver.com') site(asked, naver);
  else api(asked, naver);
}
