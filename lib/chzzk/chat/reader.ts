/** Reads a channel's chat through a socket of our own, as nobody, for as long as it is wanted. All it decides is decided elsewhere. */
import type { ChatNews } from '../../chat/news.ts';
import { failureOf } from '../../failure.ts';
import { beginning, type Connection, type Door, dueAt, type Happening, step } from './connection.ts';
import { readFrame } from './frame.ts';

/** As much of a WebSocket as is used. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(name: 'open' | 'close', listener: () => void): void;
  addEventListener(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What {@link readChat} needs. */
export interface ReaderParts {
  /** The channel's id. */
  readonly channel: string;
  /** The way in; of a chat that is `known` only whether it is still the one. */
  readonly door: (known: string | undefined) => Promise<Door>;
  readonly open: (address: string) => Socket;
  /** `isPast`: of what was said before it was listened to. */
  readonly tell: (news: readonly ChatNews[], isPast: boolean) => void;
  /** Whether it reads now. */
  readonly changed: (isReading: boolean) => void;
}

/** Whether it is CHZZK's no, after which asking again soon is no use, and not only trouble on the way. */
const isRefusal = (error: unknown): boolean =>
  ['platform-refused', 'chzzk-logged-out'].includes(failureOf(error).code);

/** Reads until `signal` aborts. Never throws. */
export function readChat(parts: ReaderParts, signal: AbortSignal): void {
  const { channel, tell, changed } = parts;
  if (signal.aborted) return;
  let connection: Connection = beginning(Date.now());
  let socket: Socket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The question whose answer is waited for; those of before are of no interest any more. */
  let question = 0;

  function happened(happening: Happening): void {
    if (signal.aborted) return;
    const wasReading = connection.is === 'joined';
    const now = Date.now();
    const { next, deeds } = step(connection, happening, now, Math.random());
    connection = next;
    for (const deed of deeds) {
      switch (deed.do) {
        case 'ask':
          ask(deed.known);
          break;
        case 'open':
          open(deed.address);
          break;
        case 'send':
          socket?.send(deed.frame);
          break;
        case 'close':
          close();
          break;
      }
    }
    clearTimeout(timer);
    timer = setTimeout(() => happened({ is: 'due' }), Math.max(0, dueAt(connection) - now));
    const isReading = connection.is === 'joined';
    if (isReading !== wasReading) changed(isReading);
  }

  function ask(known: string | undefined): void {
    const mine = ++question;
    parts.door(known).then(
      (door) => {
        if (mine === question) happened({ is: 'door', door });
      },
      (error: unknown) => {
        if (mine !== question) return;
        happened({ is: 'no-door', why: isRefusal(error) ? 'refused' : 'failed' });
      },
    );
  }

  function open(address: string): void {
    let mine: Socket;
    try {
      mine = parts.open(address);
    } catch {
      // The page's own rules forbid it: that is as if it had not answered.
      queueMicrotask(() => happened({ is: 'closed' }));
      return;
    }
    socket = mine;
    mine.addEventListener('open', () => {
      if (mine === socket) happened({ is: 'opened' });
    });
    mine.addEventListener('close', () => {
      if (mine !== socket) return;
      socket = undefined;
      happened({ is: 'closed' });
    });
    mine.addEventListener('message', ({ data }) => {
      if (mine !== socket || !('chat' in connection)) return;
      const heard = readFrame(data, { channel, chat: connection.chat });
      happened({ is: 'heard', heard });
      if ('news' in heard && heard.news.length > 0) tell(heard.news, heard.is === 'history');
    });
  }

  function close(): void {
    const old = socket;
    socket = undefined;
    old?.close();
  }

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    close();
  });
  happened({ is: 'due' });
}
