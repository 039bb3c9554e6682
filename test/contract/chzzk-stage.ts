/** The stage's CHZZK, asked without a socket in between. */
import { ChzzkFollows } from '../stage/chzzk/follows.ts';
import { chzzkHost } from '../stage/chzzk/host.ts';
import { ChzzkManage } from '../stage/chzzk/manage/state.ts';
import type { Naver } from '../stage/chzzk/naver.ts';
import type { Asked } from '../stage/server/http.ts';

/** Asks the stage's host, without a socket in between. */
export function ask(
  naver: Naver,
  path: string,
  how: { cookie?: string; origin?: string; method?: string; body?: string } = {},
  follows = new ChzzkFollows(),
  manage = new ChzzkManage(),
): { status: number; body: string; headers: ReadonlyMap<string, unknown> } {
  const headers = new Map<string, unknown>();
  let status = 0;
  let body = '';
  const response = {
    setHeader: (name: string, value: unknown) => headers.set(name, value),
    writeHead: (code: number) => (status = code),
    end: (text: string) => (body = text),
  };
  const { method = 'GET', body: payload = '', ...sent } = how;
  const url = new URL(path);
  chzzkHost(
    { host: url.host, method, url, headers: sent, body: payload, response } as unknown as Asked,
    naver,
    follows,
    manage,
  );
  return { status, body, headers };
}

/** The path of every field in `value`; of a list, those of its first item. */
export function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.length > 0 ? fieldsOf(value[0], `${path}[]`) : [`${path}[]`];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .flatMap(([name, field]) => fieldsOf(field, path === '' ? name : `${path}.${name}`))
    .toSorted();
}

/** What a browser sends back of the cookies that it was given. */
export const cookieOf = (set: readonly string[]): string => set.map((each) => each.split(';')[0]).join('; ');
