/** CHZZK's chat servers, which are one to them all: whoever has a pass comes in, reads, and is told what happens. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ChzzkChat, ChzzkChatEvent } from '../chat.ts';
import {
  blindBody,
  frameOf,
  liveMessage,
  pinnedBody,
  type Place,
  recentMessage,
  systemMessage,
} from './frames.ts';

/** The host names of the servers. */
export const chzzkChatHosts = Array.from(
  { length: 9 },
  (_, index) => `kr-ss${index + 1}.chat.naver.com` as const,
);

/** Somebody who is connected. */
interface Seat {
  readonly socket: WebSocket;
  /** Which server they came to. */
  readonly host: string;
  sid: string;
  channelId: string;
  chatId: string;
  leave: () => void;
}

/** What goes wrong, for as long as it is set. */
export interface ChzzkSocketFaults {
  /** Whoever wants to come in is refused. */
  refused: boolean;
  /** Nothing is said, not even an answer. */
  silent: boolean;
  /** Each batch of messages begins with some that nobody can read. */
  garbled: boolean;
}

/** See the file's head. */
export class ChzzkSockets {
  readonly faults: ChzzkSocketFaults = { refused: false, silent: false, garbled: false };
  readonly #chat: ChzzkChat;
  readonly #seats = new Set<Seat>();
  readonly #arrivals = new Set<() => void>();

  constructor(chat: ChzzkChat) {
    this.#chat = chat;
  }

  /** The servers on which somebody reads the chat of a channel now. */
  readers(channelId: string): readonly string[] {
    return [...this.#seats].filter((seat) => seat.channelId === channelId).map(({ host }) => host);
  }

  /** Resolves when somebody has come in. */
  nextReader(): Promise<void> {
    return new Promise((resolve) => {
      const told = (): void => {
        this.#arrivals.delete(told);
        resolve();
      };
      this.#arrivals.add(told);
    });
  }

  /** Takes a new connection to `host`. */
  accept(socket: WebSocket, host: string): void {
    const seat: Seat = { socket, host, sid: '', channelId: '', chatId: '', leave: () => undefined };
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      seat.leave();
      this.#seats.delete(seat);
    });
    socket.on('message', (data: Buffer) => {
      try {
        this.#heard(seat, JSON.parse(data.toString('utf8')) as Frame);
      } catch {
        socket.close();
      }
    });
  }

  /** Breaks every connection. */
  drop(): void {
    for (const { socket } of this.#seats) socket.terminate();
  }

  /** Asks everybody whether they are there. */
  ping(): void {
    for (const seat of this.#seats) this.#send(seat, JSON.stringify({ ver: '1', cmd: 0 }));
  }

  /** Gives the channel another chat, as the next broadcast has it; whoever reads the old one hears nothing more. */
  renew(channelId: string): void {
    this.#chat.renew(channelId);
    for (const seat of this.#seats) if (seat.channelId === channelId) seat.leave();
  }

  /** Shows what was hidden, as far as the socket tells of it. */
  unblind(channelId: string, at: number, userId: string): void {
    this.#tell(channelId, 94_008, ({ chatId }) => blindBody(chatId, { at, userId }, 'CANCEL'));
  }

  /** The site says in the chat that somebody was restricted. */
  restricted(channelId: string, by: string, about: string): void {
    const description = `${by} 님이 ${about} 님을 활동 제한했습니다.`;
    this.#tell(channelId, 93_102, (place) => [systemMessage(place, Date.now(), { description, by, about })]);
  }

  /** The site says something in the chat that is about nobody. */
  notice(channelId: string, description: string): void {
    this.#tell(channelId, 93_102, (place) => [systemMessage(place, Date.now(), { description })]);
  }

  /** Sends a body of any kind to whoever reads the chat of a channel. */
  raw(channelId: string, cmd: number, body: unknown): void {
    this.#tell(channelId, cmd, () => body);
  }

  #heard(seat: Seat, { ver, cmd, svcid, cid, sid, tid = null, bdy = {} }: Frame): void {
    if (ver !== '2' && ver !== '3') return;
    if (cmd === 0) this.#send(seat, JSON.stringify({ ver: '1', cmd: 10_000 }));
    if (svcid !== 'game') return;
    if (cmd === 100 && seat.sid === '') this.#comesIn(seat, String(cid), tid, bdy);
    if (cmd === 5_101 && seat.sid !== '' && sid === seat.sid && cid === seat.chatId) {
      const count = Number(bdy['recentMessageCount']);
      const messageList = this.#chat
        .lines(seat.channelId)
        .slice(-count)
        .map((line) => recentMessage(this.#placeOf(seat), line))
        .toReversed();
      const body = { messageList, userCount: this.#seats.size, notice: null };
      this.#send(seat, frameOf(seat.chatId, 15_101, body, { tid }));
    }
  }

  #comesIn(seat: Seat, chatId: string, tid: unknown, bdy: Readonly<Record<string, unknown>>): void {
    const pass = this.#chat.passes.get(String(bdy['accTkn']));
    const uid = bdy['auth'] === 'SEND' ? (pass?.userId ?? 'nobody') : null;
    const isRight = pass?.chatId === chatId && bdy['uid'] === uid && bdy['devType'] === 2001;
    const isKnown = bdy['auth'] === 'READ' || bdy['auth'] === 'SEND';
    if (!pass || !isRight || !isKnown || this.faults.refused) {
      // No source has seen a refusal; all agree that its code is not 0.
      this.#send(seat, frameOf(chatId, 10_100, {}, { tid, retCode: 401, retMsg: 'REFUSED' }));
      return;
    }
    Object.assign(seat, { sid: randomUUID(), chatId, channelId: pass.channelId });
    this.#seats.add(seat);
    // A chat of a broadcast that is over says nothing any more.
    if (chatId === this.#chat.idOf(pass.channelId))
      seat.leave = this.#chat.on(pass.channelId, (event) => this.#happened(seat, event));
    this.#send(
      seat,
      frameOf(chatId, 10_100, { sid: seat.sid, uuid: null }, { tid, retCode: 0, retMsg: 'SUCCESS' }),
    );
    for (const told of this.#arrivals) told();
  }

  #happened(seat: Seat, event: ChzzkChatEvent): void {
    const { chatId } = seat;
    if (event.what === 'hidden') {
      this.#send(seat, frameOf(chatId, 94_008, blindBody(chatId, event)));
    } else if (event.what === 'pinned') {
      const body = event.pinned ? pinnedBody(this.#placeOf(seat), event.pinned) : {};
      this.#send(seat, frameOf(chatId, 94_010, body));
    } else {
      const { line } = event;
      const garbage = this.faults.garbled ? [null, 7, { uid: 7 }, { profile: '{', extras: '[' }] : [];
      const batch = [...garbage, liveMessage(this.#placeOf(seat), line)];
      this.#send(seat, frameOf(chatId, line.type === 10 ? 93_102 : 93_101, batch));
    }
  }

  #placeOf({ channelId, chatId }: Seat): Place {
    return { channelId, chatId, members: this.#seats.size };
  }

  #tell(channelId: string, cmd: number, bodyFor: (place: Place) => unknown): void {
    for (const seat of this.#seats) {
      if (seat.channelId === channelId)
        this.#send(seat, frameOf(seat.chatId, cmd, bodyFor(this.#placeOf(seat))));
    }
  }

  #send({ socket }: Seat, text: string): void {
    if (!this.faults.silent) socket.send(text);
  }
}

interface Frame {
  readonly ver?: unknown;
  readonly cmd?: unknown;
  readonly svcid?: unknown;
  readonly cid?: unknown;
  readonly sid?: unknown;
  readonly tid?: unknown;
  readonly bdy?: Readonly<Record<string, unknown>>;
}
