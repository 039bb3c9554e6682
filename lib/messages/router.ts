/**
 * The background's door: decides who may ask for what, in which shape, and answers with a result or a failure.
 */
import { fail, failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { Answer } from './envelope.ts';
import { isDoubt, isQuestion } from './envelope.ts';
import type { CommandName, RequestOf, ResultOf } from './protocol.ts';
import { rowOf } from './protocol.ts';
import { senderOf } from './sender.ts';
import type { Self, Sender, Stamp } from './sender.ts';

/** One function for every command. */
export type Handlers = {
  readonly [Name in CommandName]: (request: RequestOf<Name>, sender: Sender) => Promise<ResultOf<Name>>;
};

/** What a router needs. */
export interface RouterParts {
  readonly self: Self;
  readonly handlers: Handlers;
  /** Resolves when the stores are open; commands of the stages `ready` and `trusted` wait for it. */
  readonly ready: () => Promise<void>;
  /** Told of every refusal and fault: the command and the reason, never a payload. */
  readonly log: (command: string, failure: Failure, error?: unknown) => void;
}

/** Answers messages. `undefined` means: not a question to us; somebody else may answer. */
export type Router = (message: unknown, stamp: Stamp) => Promise<Answer | boolean> | undefined;

/** Makes the router of the background. */
export function createRouter({ self, handlers, ready, log }: RouterParts): Router {
  /** The questions that are being worked on. What an earlier life heard is not among them. */
  const heard = new Set<string>();

  async function answer(name: string, request: unknown, stamp: Stamp): Promise<unknown> {
    const row = rowOf(name);
    if (row === undefined) return fail({ code: 'refused', why: 'unknown-command', command: '' });
    const sender = senderOf(stamp, self);
    if (sender === undefined || !row.senders.includes(sender.name)) {
      return fail({ code: 'refused', why: 'wrong-sender', command: name });
    }
    const parsed = row.request.safeParse(request);
    if (!parsed.success) return fail({ code: 'refused', why: 'bad-shape', command: name });
    if (row.stage !== 'free') await ready();
    // The table's row and the handler bear the same name; the compiler cannot follow a name that came by message.
    const handle = handlers[name as CommandName] as (request: unknown, sender: Sender) => Promise<unknown>;
    return row.result.parse(await handle(parsed.data, sender));
  }

  return (message, stamp) => {
    if (isDoubt(message)) {
      return Promise.resolve(senderOf(stamp, self) !== undefined && heard.has(message.doubt));
    }
    if (!isQuestion(message)) return undefined;
    const { ask, request, id } = message;
    if (id !== undefined) heard.add(id);
    return answer(ask, request, stamp)
      .then(
        (result): Answer => ({ ok: true, result }),
        (error: unknown): Answer => {
          const reference = crypto.randomUUID().slice(0, 8);
          const failure = failureOf(error, reference);
          log(rowOf(ask) === undefined ? 'unknown' : ask, failure, error);
          return { ok: false, failure };
        },
      )
      .finally(() => id !== undefined && heard.delete(id));
  };
}
