/** The management API: a call is answered by its route, once it may be made. */
import type { ChzzkUser } from '../naver.ts';
import { standing } from './permissions.ts';
import { findCategories, type ManageRoute, Refusal, routeFor } from './routes.ts';
import type { ChzzkManage } from './state.ts';

/** A call as it arrives. */
export interface ManageCall {
  readonly method: string;
  readonly url: URL;
  readonly origin: string | undefined;
  readonly user: ChzzkUser | undefined;
  readonly body: string;
}

const site = 'https://chzzk.naver.com';
const studio = 'https://studio.chzzk.naver.com';
const refused = new Refusal(403, '권한이 없습니다.');

/** Whether a call that changes something may come from there. Without an origin no page has made it. */
const isWelcome = (route: ManageRoute, origin: string | undefined): boolean =>
  route.method === 'GET' ||
  origin === undefined ||
  origin === studio ||
  (origin === site && route.studio === undefined);

function parsed(body: string): Readonly<Record<string, unknown>> {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The answer: what the envelope holds, or a refusal. `undefined`: it is no path of this API. */
export function answerManage(
  { method, url, origin, user, body }: ManageCall,
  manage: ChzzkManage,
): { readonly content: unknown } | Refusal | undefined {
  if (method === 'GET' && url.pathname === '/manage/v1/auto-complete/categories')
    return { content: findCategories(url.searchParams) };
  const place = /^\/manage\/v1\/channels\/(?<id>[0-9a-f]{32})(?<path>\/.*)$/.exec(url.pathname)?.groups;
  if (!place) return undefined;
  const found = routeFor(method, place['path'] ?? '');
  if (!found) return undefined;
  const { route, at } = found;
  if (!user) return new Refusal(401, '로그인이 필요합니다.');
  const channel = manage.channels.find(({ channelId }) => channelId === place['id']);
  if (!channel || !isWelcome(route, origin)) return refused;
  const { permissions } = standing(channel, user.userIdHash);
  if (route.needs !== undefined && !permissions.includes(route.needs)) return refused;
  if (manage.cold && method !== 'GET' && !manage.warm.has(channel.channelId)) return refused;
  if (method === 'GET') manage.warm.add(channel.channelId);
  const answer = route.answer({ manage, channel, user, at, query: url.searchParams, body: parsed(body) });
  return answer instanceof Refusal ? answer : { content: answer };
}
