import { describe, expect, it } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { isChzzkRecordings, readChzzkRecordings } from '../../lib/chzzk/recordings.ts';

const channelId = 'c'.repeat(32);
const answering = (content: unknown) => {
  const asked: URL[] = [];
  const fetch: Fetch = (url) => {
    asked.push(new URL(url));
    return Promise.resolve(new Response(JSON.stringify({ code: 200, content })));
  };
  return { asked, fetch };
};
const videos = { kind: 'videos', of: { channelId }, type: 'all', period: 'all', sort: 'views' } as const;
const clips = { kind: 'clips', of: { channelId }, period: 'day' } as const;

describe('recordings on CHZZK', () => {
  it('are those of its channels, and no category’s', () => {
    expect(isChzzkRecordings(videos)).toBe(true);
    expect(isChzzkRecordings({ ...clips, of: { channelId: '123' } })).toBe(false);
    expect(isChzzkRecordings({ ...clips, of: { categoryId: '123' } })).toBe(false);
    expect(isChzzkRecordings({ kind: 'categories' })).toBe(false);
  });

  it.each([
    [{ totalPages: 3 }, undefined, '1'],
    [{ totalPage: 3 }, '1', '2'],
    [{ totalPages: 3 }, '2', undefined],
    [{}, undefined, undefined],
  ] as const)('go on by pages: %o after %s', async (pages, after, next) => {
    const { fetch, asked } = answering({ ...pages, data: [] });
    expect((await readChzzkRecordings(fetch, videos, after)).next).toBe(next);
    expect(asked[0]?.searchParams.get('page')).toBe(after ?? '0');
  });

  it('go on where the clips before ended', async () => {
    const { fetch, asked } = answering({ data: [], page: { next: { clipUID: 'Ab_1', readCount: 40 } } });
    const { next } = await readChzzkRecordings(fetch, clips);
    await readChzzkRecordings(fetch, clips, next);
    expect(Object.fromEntries(asked[1]?.searchParams ?? [])).toMatchObject({
      clipUID: 'Ab_1',
      readCount: '40',
    });
    const last = answering({ data: [], page: { next: null } });
    expect((await readChzzkRecordings(last.fetch, clips)).next).toBeUndefined();
  });

  it('are left out where CHZZK hides them, and lead nowhere else', async () => {
    const row = { clipUID: '../../evil?a', clipTitle: null, thumbnailImageUrl: 'https://evil.example/a.png' };
    const { items } = await readChzzkRecordings(
      answering({ data: [row, { clipUID: 'x', blindType: 'ABUSE' }] }).fetch,
      clips,
    );
    expect(items).toMatchObject([
      { url: 'https://chzzk.naver.com/clips/..%2F..%2Fevil%3Fa', title: '', imageUrl: '' },
    ]);
  });
});
