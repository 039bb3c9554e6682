/** A WebSocket for tests that talk to a stage without a browser. */
import type { WebSocket } from 'ws';
import { openSocket } from './ask.ts';
import type { Stage } from './stage.ts';

/** A socket whose messages are read one after the other. */
export class Listener {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #read: string[] = [];
  readonly #waiting: ((text: string) => void)[] = [];

  constructor(stage: Pick<Stage, 'httpsPort'>, address: string) {
    this.socket = openSocket(stage, address);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => this.#push(data.toString('utf8')));
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
  }

  #push(text: string): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(text);
    else this.#read.push(text);
  }

  /** The next message; several may wait. */
  next(): Promise<string> {
    const read = this.#read.shift();
    return read === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(read);
  }
}
