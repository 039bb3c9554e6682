import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { keptLine, type KeptLine, logLimits } from '../../lib/chat/log.ts';
import type { ChatMessage } from '../../lib/chat/message.ts';
import { type ChatLog, createChatLog, type Room } from '../../lib/store/chat-log.ts';
import { type Connection, createConnection } from '../../lib/store/database.ts';

const here: Room = { platform: 'twitch', channel: 'mainstage' };
const there: Room = { platform: 'twitch', channel: 'mainstage2' };
const korea: Room = { platform: 'chzzk', channel: 'a'.repeat(32) };

const line = (id: string, at: number, who = '2'): KeptLine => ({ id, who, at, text: `words of ${id}` });

let connection: Connection;
let log: ChatLog;

beforeEach(() => {
  indexedDB = new IDBFactory();
  connection = createConnection();
  log = createChatLog(connection, 20);
});

const ids = async (room: Room, who = '2'): Promise<string[]> =>
  (await log.older(room, who)).lines.map(({ id }) => id);

describe('the local log of messages', () => {
  it('tells what somebody said in one channel, oldest first', async () => {
    await log.keep(here, [line('b', 2), line('a', 1), line('x', 3, '3')]);
    await log.keep(there, [line('c', 3)]);
    expect(await log.older(here, '2')).toEqual({
      lines: [
        { id: 'a', at: 1, text: 'words of a' },
        { id: 'b', at: 2, text: 'words of b' },
      ],
      more: false,
    });
    expect(await ids(there)).toEqual(['c']);
    expect(await ids(korea)).toEqual([]);
  });

  it('refuses doubles by id, and keeps what was said first', async () => {
    await log.keep(here, [line('a', 1), { ...line('a', 9), text: 'forged' }]);
    await log.keep(here, [{ ...line('a', 5), who: '3' }]);
    expect(await log.older(here, '2')).toMatchObject({ lines: [{ at: 1, text: 'words of a' }] });
    expect(await ids(here, '3')).toEqual([]);
  });

  it('is read page by page, whatever was said in the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 180 }), async (moments) => {
        await log.forget();
        const said = moments.map((at, place) => line(`m${String(place).padStart(3, '0')}`, at));
        await log.keep(here, said);
        const read: string[] = [];
        let page = await log.older(here, '2');
        for (;;) {
          expect(page.lines.length).toBeLessThanOrEqual(logLimits.page);
          read.unshift(...page.lines.map(({ id }) => id));
          const [first] = page.lines;
          if (!page.more || !first) break;
          page = await log.older(here, '2', first);
        }
        expect(read).toEqual(said.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map((x) => x.id));
      }),
      { numRuns: 25 },
    );
  });

  it('counts by channel, and forgets one of them or all', async () => {
    await log.keep(here, [line('a', 1), line('b', 2, '3')]);
    await log.keep(there, [line('a', 1)]);
    await log.keep(korea, [line('a', 1)]);
    expect(await log.rooms()).toEqual([
      { ...korea, lines: 1 },
      { ...here, lines: 2 },
      { ...there, lines: 1 },
    ]);
    await log.forget(here);
    expect(await log.rooms()).toEqual([
      { ...korea, lines: 1 },
      { ...there, lines: 1 },
    ]);
    await log.forget();
    expect(await log.rooms()).toEqual([]);
  });

  it('deletes what is too old, and the oldest of what is too much', async () => {
    await log.keep(
      here,
      Array.from({ length: 30 }, (_, at) => line(`m${at}`, at)),
    );
    await log.prune(5);
    expect((await log.older(here, '2')).lines.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, place) => place + 10),
    );
    await log.prune(15);
    expect((await log.rooms())[0]?.lines).toBe(15);
  });
});

describe('what is kept of a message', () => {
  const message: ChatMessage = {
    channel: { platform: 'twitch', login: 'mainstage' },
    id: 'm1',
    author: { login: 'bob', id: '2', name: 'Bob', color: '#ff0000', badges: { vip: '1' } },
    text: 'hi',
    at: 7,
    deleted: false,
  };

  it('is who, when and the words', () => {
    expect(keptLine(message, 9)).toEqual({ id: 'm1', who: '2', at: 7, text: 'hi' });
    expect(keptLine({ ...message, text: 'x'.repeat(900) }, 9)?.text).toHaveLength(logLimits.text);
  });

  it.each([
    ['whose id nobody saw', { id: undefined }],
    ['whose author nobody is sure of', { author: { login: 'bob', name: 'Bob' } }],
    ['that was found by its words', { doubt: 'inferred' }],
    ['about which readers differ', { doubt: 'contradicted' }],
    ['that is deleted', { deleted: true }],
    ['that is pinned', { pinned: true }],
    ['without words', { text: '' }],
  ])('is nothing of one %s', (_what, change) => {
    expect(keptLine({ ...message, ...change } as ChatMessage, 9)).toBeUndefined();
  });
});
