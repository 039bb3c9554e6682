import { describe, expect, it, vi } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { isWrite } from '../../lib/chzzk/manage/call.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { channelId, inputOf, rows } from './chzzk-inputs.ts';

/** Troubles of CHZZK's: what comes, what it is called for what was only read, and for what may have been changed. */
const unsure: Failure = { code: 'outcome-unknown' };
const words = '서버 오류입니다.';
const itself: Failure = { code: 'platform-refused', status: 50_001, message: words };
const page = '<!doctype html><title>서비스 점검 중</title>';
const answer = (body: string, status: number, type: string) => (): Response =>
  new Response(body, { status, headers: { 'content-type': type } });
const enveloped = (code: number, status: number) =>
  answer(JSON.stringify({ code, message: words, content: null }), status, 'application/json');

const troubles = [
  ['a broken server that says so', enveloped(500, 500), { code: 'platform-down', status: 500 }, unsure],
  ['a broken server behind a 200', enveloped(502, 200), { code: 'platform-down', status: 502 }, unsure],
  ['its own number for that', enveloped(50_001, 200), itself, itself],
  ['a page for people', answer(page, 503, 'text/html'), { code: 'platform-down', status: 503 }, unsure],
  ['a page behind a 200', answer(page, 200, 'text/html'), { code: 'upstream-changed', path: 'code' }, unsure],
  ['nothing at all', answer('', 200, 'text/html'), { code: 'upstream-changed', path: 'code' }, unsure],
  [
    'half an answer',
    answer('{"code":200,"con', 200, 'application/json'),
    { code: 'upstream-changed', path: 'code' },
    unsure,
  ],
] as const satisfies readonly (readonly [string, () => Response, Failure, Failure])[];

describe.each(troubles)('CHZZK answers with %s', (_what, response, whenRead, whenChanged) => {
  it.each(rows.map((row) => [row.id, row] as const))(
    'to %s: told as what it is, and asked once',
    async (_id, row) => {
      const fetch = vi.fn<Fetch>(() => Promise.resolve(response()));
      const client = createManageClient({
        read: fetch,
        write: () => fetch,
        online: () => true,
        settle: () => Promise.resolve(),
      });
      const failure = await client.send(row, channelId, inputOf(row)).then(
        () => undefined,
        (error: unknown) => failureOf(error),
      );
      expect(failure).toEqual(isWrite(row) ? whenChanged : whenRead);
      expect(fetch).toHaveBeenCalledOnce();
    },
  );
});
