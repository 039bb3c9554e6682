/** The queue of unban requests in a stream page: those that wait, which one is meant, and what is being answered. */
import type { KnownRequest, UnbanRequests } from '../channel/unban-request.ts';
import { type Failure, failureOf } from '../failure.ts';
import type { Action } from '../moderation/action.ts';
import { unlockOf } from '../moderation/unlock.ts';

/** How a request is answered. */
export type Verdict = 'approve' | 'deny';

/** An answer on its way, or what became of it. `id` is the action's, made when the user was asked: sent twice it is one. */
export interface Answering {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reply: string;
  readonly state: 'asked' | 'sending' | 'done' | 'failed';
  readonly failure?: Failure | undefined;
}

/** The list, as far as it was read. */
export interface Pleas {
  readonly rows: readonly KnownRequest[];
  /** From where it goes on; absent: it is whole. */
  readonly after?: string | undefined;
  /** When its beginning was read, Unix epoch milliseconds. */
  readonly at?: number | undefined;
  /** Something of it is being read. */
  readonly isBusy: boolean;
  /** Why its last reading failed; what is shown stays. */
  readonly failure?: Failure | undefined;
}

/** The background, as the queue sees it. Every call rejects with a `FailureError`. */
export interface RequestsDesk {
  readonly read: (after?: string) => Promise<UnbanRequests<KnownRequest>>;
  /** The same id twice is one action. */
  readonly act: (id: string, action: Action) => Promise<unknown>;
  /** Lets the user do on the platform's page what `failure` waits for. */
  readonly unlock: (failure: Failure) => Promise<unknown>;
}

/** What {@link Requesting} needs. */
export interface RequestingParts {
  /** Login of the channel. */
  readonly channel: string;
  readonly desk: RequestsDesk;
  readonly changed: () => void;
  readonly now?: () => number;
}

/** The longest answer that Twitch takes. @see https://dev.twitch.tv/docs/api/reference/#resolve-unban-requests */
export const replyAtMost = 500;

/** Whether nothing is left to answer: it was answered, or the request waits no more. */
export const isOver = (answer: Answering | undefined): boolean =>
  answer?.state === 'done' || answer?.failure?.code === 'request-gone';

/** See the file's head. */
export class Requesting {
  readonly #parts: RequestingParts;
  list: Pleas = { rows: [], isBusy: false };
  /** The request that is meant, by its id. */
  current: string | undefined;
  /** Request → its answer. */
  readonly #answers = new Map<string, Answering>();
  /** Counts readings from the beginning: what an older one brings is of no use any more. */
  #reading = 0;

  constructor(parts: RequestingParts) {
    this.#parts = parts;
  }

  /** What is being answered to a request, or was. */
  answerTo = (id: string): Answering | undefined => this.#answers.get(id);

  /** Reads the list from its beginning. What is on its way, or could not be sent, stays with its request. */
  async load(): Promise<void> {
    const reading = ++this.#reading;
    this.#set({ isBusy: true, failure: undefined });
    try {
      const { requests: rows, after } = await this.#parts.desk.read();
      if (reading !== this.#reading) return;
      for (const [id, answer] of this.#answers) {
        if (isOver(answer) || !rows.some((row) => row.id === id)) this.#answers.delete(id);
      }
      if (!rows.some(({ id }) => id === this.current)) this.current = rows[0]?.id;
      this.#set({ rows, after, at: (this.#parts.now ?? Date.now)(), isBusy: false });
    } catch (error) {
      if (reading === this.#reading) this.#set({ isBusy: false, failure: failureOf(error) });
    }
  }

  /** Reads on. */
  async more(): Promise<void> {
    const { rows, after, isBusy } = this.list;
    if (after === undefined || isBusy) return;
    const reading = this.#reading;
    this.#set({ isBusy: true, failure: undefined });
    try {
      const page = await this.#parts.desk.read(after);
      if (reading !== this.#reading) return;
      // Requests that came meanwhile have moved others to a later page.
      const known = new Set(rows.map(({ id }) => id));
      const fresh = page.requests.filter(({ id }) => !known.has(id));
      this.#set({ rows: [...rows, ...fresh], after: page.after, isBusy: false });
    } catch (error) {
      if (reading === this.#reading) this.#set({ isBusy: false, failure: failureOf(error) });
    }
  }

  /** Reads again what could not be read. */
  async retry(): Promise<void> {
    const { rows, after } = this.list;
    await (rows.length > 0 && after !== undefined ? this.more() : this.load());
  }

  /** Lets the user allow what the list waits for, or sign in, and reads it. */
  async unlock(): Promise<void> {
    const { failure, isBusy } = this.list;
    if (!failure || isBusy) return;
    this.#set({ isBusy: true, failure: undefined });
    try {
      await this.#parts.desk.unlock(failure);
    } catch {
      this.#set({ isBusy: false, failure });
      return;
    }
    this.list = { ...this.list, isBusy: false };
    await this.retry();
  }

  /** Means that request. */
  choose(id: string): void {
    if (this.current === id) return;
    this.current = id;
    this.#parts.changed();
  }

  /**
   * Means the next request or the one before, of those that wait. At the end it reads on, or where that was all, anew: while
   * requests are answered the platform's pages move, so that some may have been left out.
   */
  async step(way: 1 | -1): Promise<void> {
    const next = this.#neighbour(way);
    if (next) this.choose(next.id);
    if (next || way < 0 || this.list.isBusy) return;
    const { length } = this.list.rows;
    if (this.list.after !== undefined) {
      await this.more();
      const [first] = this.list.rows.slice(length);
      if (first) this.choose(first.id);
    } else if (this.list.rows.some(({ id }) => this.#isDone(id))) await this.load();
  }

  #neighbour(way: 1 | -1): KnownRequest | undefined {
    const { rows } = this.list;
    const from = rows.findIndex(({ id }) => id === this.current);
    const others = way > 0 ? rows.slice(from + 1) : rows.slice(0, Math.max(from, 0)).toReversed();
    return others.find(({ id }) => !this.#isDone(id));
  }

  #isDone = (id: string): boolean => isOver(this.answerTo(id));

  /** Asks whether the user is sure of that answer; not where one is on its way or given. */
  ask(id: string, verdict: Verdict): void {
    const before = this.answerTo(id);
    if (before?.state === 'sending' || isOver(before)) return;
    this.current = id;
    this.#answer(id, { id: crypto.randomUUID(), verdict, reply: before?.reply ?? '', state: 'asked' });
  }

  /** Writes what goes with the answer. */
  write(id: string, reply: string): void {
    const before = this.answerTo(id);
    if (before?.state === 'asked') this.#answer(id, { ...before, reply });
  }

  /** Does not answer after all. */
  cancel(id: string): void {
    const state = this.answerTo(id)?.state;
    if (state !== 'asked' && state !== 'failed') return;
    this.#answers.delete(id);
    this.#parts.changed();
  }

  /** Answers. Then the next one that waits is meant. */
  async send(id: string): Promise<void> {
    const request = this.list.rows.find((row) => row.id === id);
    const asked = this.answerTo(id);
    if (!request || !asked || asked.state === 'sending' || isOver(asked)) return;
    const answering = { ...asked, failure: undefined };
    this.#answer(id, { ...answering, state: 'sending' });
    try {
      await this.#parts.desk.act(asked.id, this.#actionOf(request, asked));
    } catch (error) {
      this.#answer(id, { ...answering, state: 'failed', failure: failureOf(error) });
      return;
    }
    this.#answer(id, { ...answering, state: 'done' });
    const next = this.#neighbour(1);
    if (next && this.current === id) this.choose(next.id);
  }

  /** Lets the user allow what an answer was missing, or sign in, and sends it. */
  async unlockAnswer(id: string): Promise<void> {
    const asked = this.answerTo(id);
    if (asked?.state !== 'failed' || !asked.failure || !unlockOf(asked.failure)) return;
    this.#answer(id, { ...asked, state: 'sending' });
    try {
      await this.#parts.desk.unlock(asked.failure);
    } catch {
      this.#answer(id, asked);
      return;
    }
    this.#answer(id, { ...asked, state: 'failed' });
    await this.send(id);
  }

  #actionOf({ id, who }: KnownRequest, { verdict, reply }: Answering): Action {
    return {
      platform: 'twitch',
      channel: this.#parts.channel,
      kind: verdict === 'approve' ? 'unban' : 'deny',
      target: { login: who.login, name: who.name, id: who.id },
      request: id,
      ...(reply.trim() !== '' && { reason: reply.trim() }),
    };
  }

  #answer(id: string, answering: Answering): void {
    this.#answers.set(id, answering);
    this.#parts.changed();
  }

  #set(change: Partial<Pleas>): void {
    this.list = { ...this.list, ...change };
    this.#parts.changed();
  }
}
