import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  beginning,
  type Connection,
  type Deed,
  dueAt,
  type Happening,
  patience,
  step,
} from '../../lib/chzzk/chat/connection.ts';
import { readChat, type Socket } from '../../lib/chzzk/chat/reader.ts';
import { addressOf, serverAfter, serverOf } from '../../lib/chzzk/chat/server.ts';
import { FailureError } from '../../lib/failure.ts';

const now = 1_769_585_000_000;
const door = { is: 'door', door: { chat: 'N2FOy2', pass: 'pass' } } as const;
const connected = { is: 'heard', heard: { is: 'connected', sid: 'sid' } } as const;
const news = { is: 'heard', heard: { is: 'news', news: [] } } as const;

/** What becomes of a connection that is led through `happenings`, each at its moment after `now`. */
function lead(...happenings: readonly (readonly [after: number, happening: Happening])[]): {
  connection: Connection;
  deeds: readonly Deed[];
} {
  let connection = beginning(now);
  let deeds: readonly Deed[] = [];
  for (const [after, happening] of happenings)
    ({ next: connection, deeds } = step(connection, happening, now + after, 0.5));
  return { connection, deeds };
}

const joined = [
  [0, { is: 'due' }],
  [0, door],
  [0, { is: 'opened' }],
  [0, connected],
] as const;

describe('the servers', () => {
  it('are nine, one of which is the chat’s', () => {
    expect(serverOf('N2FOy2')).toBe(((78 + 50 + 70 + 79 + 121 + 50) % 9) + 1);
    fc.assert(
      fc.property(fc.string(), (chat) => {
        const first = serverOf(chat);
        const all = new Set([first]);
        for (let server = first, tries = 0; tries < 8; tries += 1) all.add((server = serverAfter(server)));
        expect([...all].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
    );
    expect(addressOf(3)).toBe('wss://kr-ss3.chat.naver.com/chat');
  });
});

describe('a connection', () => {
  it('asks for the way in, opens, says what it wants, and asks for what was said', () => {
    expect(lead([0, { is: 'due' }]).deeds).toEqual([{ do: 'ask' }]);
    expect(lead(...joined.slice(0, 2)).deeds).toEqual([
      { do: 'open', address: addressOf(serverOf('N2FOy2')) },
    ]);
    expect(lead(...joined.slice(0, 3)).deeds).toMatchObject([
      { frame: expect.stringContaining('"READ"') as string },
    ]);
    const { connection, deeds } = lead(...joined);
    expect(connection.is).toBe('joined');
    expect(deeds).toMatchObject([{ do: 'send', frame: expect.stringContaining('5101') as string }]);
  });

  it('answers whoever asks whether it is there, also before it has come in', () => {
    for (const before of [joined, joined.slice(0, 3)]) {
      const { deeds } = lead(...before, [5, { is: 'heard', heard: { is: 'ping' } }]);
      expect(deeds).toMatchObject([{ do: 'send', frame: expect.stringContaining('10000') as string }]);
    }
  });

  it('asks after a silence, and gives up without an answer', () => {
    const quiet = lead(...joined);
    expect(dueAt(quiet.connection)).toBe(now + patience.quiet);
    const asked = lead(...joined, [patience.quiet, { is: 'due' }]);
    expect(asked.deeds).toMatchObject([{ do: 'send', frame: expect.stringContaining('"cmd":0') as string }]);
    const answered = lead(...joined, [patience.quiet, { is: 'due' }], [patience.quiet + 1, news]);
    expect(dueAt(answered.connection)).toBe(now + patience.quiet + 1 + patience.quiet);
    const silent = patience.quiet + patience.answer;
    const dead = lead(...joined, [patience.quiet, { is: 'due' }], [silent, { is: 'due' }]);
    expect(dead.deeds).toEqual([{ do: 'close' }]);
    expect(dead.connection).toMatchObject({ is: 'resting' });
  });

  it('looks now and then whether this is still the chat, and goes to the new one at once', () => {
    const says = (about?: { readonly id: string }) =>
      ({
        is: 'heard',
        heard: { is: 'news', news: [{ what: 'notice', text: '…', for: [], ...(about && { about }) }] },
      }) as const;
    const ask = [{ do: 'ask', known: 'N2FOy2' }];
    const told = lead(...joined, [5_000, says()], [6_500, says()]).connection;
    expect(dueAt(told)).toBe(now + 5_000 + patience.moment);
    const soon = lead(...joined, [5_000, says()], [5_000 + patience.moment, { is: 'due' }]);
    expect(soon.deeds).toEqual(ask);
    expect(soon.connection).toMatchObject({ lookAt: now + 5_000 + patience.moment + patience.look });
    // What it says about somebody is none of the chat's settings.
    expect(lead(...joined, [5_000, says({ id: 'a' })]).connection).toMatchObject({
      lookAt: now + patience.look,
    });
    const looked = lead(...joined, [patience.look - 1, news], [patience.look, { is: 'due' }]);
    expect(looked.deeds).toEqual([{ do: 'ask', known: 'N2FOy2' }]);
    const same = step(looked.connection, { is: 'door', door: { chat: 'N2FOy2' } }, now, 0);
    expect(same).toEqual({ next: looked.connection, deeds: [] });
    const other = step(looked.connection, { is: 'door', door: { chat: 'N3aaaa', pass: 'new' } }, now, 0);
    expect(other.next).toMatchObject({ is: 'joining', chat: 'N3aaaa', pass: 'new', tries: 0 });
    expect(other.deeds).toEqual([{ do: 'close' }, { do: 'open', address: addressOf(serverOf('N3aaaa')) }]);
    // Nothing is broadcast now, and nobody has shut the chat yet.
    expect(step(looked.connection, { is: 'door', door: {} }, now, 0).deeds).toEqual([]);
  });

  it('tries the next server, and waits longer from failure to failure', () => {
    let connection = beginning(now);
    const waits: number[] = [];
    const servers: number[] = [];
    let at = now;
    for (let tries = 0; tries < 10; tries += 1) {
      for (const happening of [{ is: 'due' }, door, { is: 'opened' }] as const)
        ({ next: connection } = step(connection, happening, at, 0.5));
      if (connection.is === 'joining') servers.push(connection.server);
      const refused = { is: 'heard', heard: { is: 'refused' } } as const;
      ({ next: connection } = step(connection, tries % 2 ? refused : { is: 'closed' }, at, 0.5));
      waits.push(dueAt(connection) - at);
      at = dueAt(connection);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
    expect(new Set(servers.slice(0, 9)).size).toBe(9);
  });

  it('comes back soon after one that lasted, and ever later where each breaks off at once', () => {
    const good = lead(...joined, [patience.good, { is: 'closed' }]);
    expect(dueAt(good.connection)).toBe(now + patience.good + 1000);
    expect(good.connection).not.toHaveProperty('server');
    const bad = lead(...joined, [1, { is: 'closed' }], [2000, { is: 'due' }], [2000, door]);
    expect(bad.connection).toMatchObject({ tries: 1, server: serverAfter(serverOf('N2FOy2')) });
  });

  it('asks again a good while later where CHZZK says no, and where nothing is broadcast', () => {
    const refused = lead([0, { is: 'due' }], [0, { is: 'no-door', why: 'refused' }]);
    expect(dueAt(refused.connection)).toBe(now + patience.refused);
    const dark = lead([0, { is: 'due' }], [0, { is: 'door', door: {} }]);
    expect(dueAt(dark.connection)).toBe(now + patience.dark);
    const failed = lead([0, { is: 'due' }], [0, { is: 'no-door', why: 'failed' }]);
    expect(dueAt(failed.connection)).toBe(now + patience.first);
    expect(lead([0, { is: 'due' }], [patience.asking, { is: 'due' }]).connection.is).toBe('resting');
  });

  it('always has something to wait for, and opens nothing twice, whatever happens', () => {
    const happening = fc.constantFrom<Happening>(
      { is: 'due' },
      door,
      { is: 'door', door: {} },
      { is: 'door', door: { chat: 'N3aaaa', pass: 'new' } },
      { is: 'no-door', why: 'failed' },
      { is: 'no-door', why: 'refused' },
      { is: 'opened' },
      connected,
      { is: 'heard', heard: { is: 'refused' } },
      { is: 'heard', heard: { is: 'ping' } },
      news,
      { is: 'closed' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40_000), happening)), (happenings) => {
        let connection = beginning(now);
        let at = now;
        let isOpen = false;
        for (const [pause, what] of happenings) {
          at += pause;
          if (what.is === 'closed') isOpen = false;
          const { next, deeds } = step(connection, what, at, 0.5);
          for (const deed of deeds) {
            if (deed.do === 'open') {
              expect(isOpen).toBe(false);
              isOpen = true;
            }
            if (deed.do === 'close') isOpen = false;
          }
          connection = next;
          expect(Number.isFinite(dueAt(connection))).toBe(true);
          expect(dueAt(connection) - at).toBeLessThanOrEqual(patience.refused);
        }
      }),
    );
  });
});

/** A socket that a test plays the other end of. */
class Played implements Socket {
  readonly address: string;
  readonly sent: string[] = [];
  isClosed = false;
  readonly #listeners = new Map<string, ((event: { data: unknown }) => void)[]>();

  constructor(address: string) {
    this.address = address;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  addEventListener(name: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  tell(name: 'open' | 'close' | 'message', data?: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data });
  }
}

describe('the reader', () => {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());

  const channel = `c${'0'.repeat(30)}1`;

  function read(doors: (known: string | undefined) => Promise<{ chat?: string; pass?: string }>) {
    const sockets: Played[] = [];
    const told: unknown[] = [];
    const states: boolean[] = [];
    const life = new AbortController();
    readChat(
      {
        channel,
        door: doors,
        open: (address) => {
          const socket = new Played(address);
          sockets.push(socket);
          return socket;
        },
        tell: (heard) => told.push(...heard),
        changed: (isReading) => states.push(isReading),
      },
      life.signal,
    );
    return { sockets, told, states, life, last: () => sockets.at(-1) ?? expect.fail('no socket') };
  }

  const comeIn = (socket: Played): void => {
    socket.tell('open');
    socket.tell('message', JSON.stringify({ cmd: 10_100, retCode: 0, bdy: { sid: 's' } }));
  };
  const line = (text: string): string =>
    JSON.stringify({
      cmd: 93_101,
      bdy: [
        { uid: `a${'0'.repeat(31)}`, msg: text, msgTypeCode: 1, msgTime: now, profile: '{"nickname":"n"}' },
      ],
    });

  it('tells what is said, comes back when the line breaks, and ends when it is told to', async () => {
    const { told, states, sockets, life, last } = read(() =>
      Promise.resolve({ chat: 'N2FOy2', pass: 'pass' }),
    );
    await vi.advanceTimersByTimeAsync(0);
    const first = last();
    comeIn(first);
    first.tell('message', line('one'));
    first.tell('close');
    await vi.advanceTimersByTimeAsync(2 * patience.first);
    expect(sockets).toHaveLength(2);
    comeIn(last());
    // What the old one still says is nobody's business.
    first.tell('message', line('late'));
    first.tell('close');
    last().tell('message', line('two'));
    expect(told).toMatchObject([{ message: { text: 'one' } }, { message: { text: 'two' } }]);
    expect(states).toEqual([true, false, true]);
    life.abort();
    expect(last().isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(patience.refused);
    expect(sockets).toHaveLength(2);
  });

  it('goes to the next broadcast’s chat', async () => {
    const chats = ['N11111', 'N22222'];
    const asked: (string | undefined)[] = [];
    const { last, sockets } = read((known) => {
      asked.push(known);
      return Promise.resolve({ chat: chats.shift() ?? 'N22222', pass: 'pass' });
    });
    await vi.advanceTimersByTimeAsync(0);
    comeIn(last());
    // Somebody always says something.
    const chatter = setInterval(() => last().tell('message', line('hm')), 5_000);
    await vi.advanceTimersByTimeAsync(patience.look + 10);
    clearInterval(chatter);
    expect(asked).toEqual([undefined, 'N11111']);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
    comeIn(last());
    expect(last().sent.join()).toContain('N22222');
  });

  it('lets a no be a no for a while, and asks again soon where there was only trouble', async () => {
    const answers = [
      { code: 'offline' } as const,
      { code: 'platform-refused', status: 42_601, message: '' } as const,
    ];
    let asked = 0;
    const { sockets } = read(() => {
      const failure = answers[asked++];
      return failure
        ? Promise.reject(new FailureError(failure))
        : Promise.resolve({ chat: 'N2FOy2', pass: 'pass' });
    });
    await vi.advanceTimersByTimeAsync(2 * patience.first);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(patience.refused - 5_000);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
    expect(sockets).toHaveLength(1);
  });

  it('lives on where the page forbids the socket', async () => {
    const open = vi.fn(() => {
      throw new Error('SecurityError');
    });
    const life = new AbortController();
    const parts = { channel, open, tell: () => undefined, changed: () => undefined };
    readChat({ ...parts, door: () => Promise.resolve({ chat: 'N2FOy2', pass: 'pass' }) }, life.signal);
    await vi.advanceTimersByTimeAsync(5 * patience.first);
    expect(open.mock.calls.length).toBeGreaterThan(1);
    life.abort();
  });
});
