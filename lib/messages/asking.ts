/**
 * Asking without being left waiting for ever.
 *
 * A browser may lose a message that reaches a background in the moment of its end, and then tells nobody: neither an
 * answer nor an error comes. So a question bears an id, and whoever has waited for a while asks whether it is being worked
 * on. The background remembers that in memory alone, which dies with it.
 */
import type { Answer, Doubt, Question } from './envelope.ts';

/** How long to wait for an answer before asking whether the question was heard, and for the answer to that, ms. */
export const doubtMs = 4_000;

/**
 * How long a background may stay silent before it is given up, ms. One that the browser is ending takes no messages, and a
 * busy browser needs seconds for that.
 */
export const silenceMs = 10_000;

/** How long to wait before each further attempt, ms; the last one counts for all that follow. */
const pauses = [50, 250, 1_000];

/** Sends a message; `undefined` when there is nobody to answer it. */
export type SendMessage = (message: Question | Doubt) => Promise<unknown>;

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** Asks once; `undefined` when the question or its answer was lost. */
export function askOnce(send: SendMessage, ask: string, request: unknown): Promise<Answer | undefined> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const end = (answer: unknown): void => {
      isOver = true;
      clearTimeout(timer);
      resolve(isAnswer(answer) ? answer : undefined);
    };
    const wait = (then: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(then, doubtMs);
    };
    const doubt = (): void => {
      wait(() => end(undefined));
      send({ doubt: id }).then(
        (heard) => {
          if (heard !== true) end(undefined);
          else if (!isOver) wait(doubt);
        },
        () => end(undefined),
      );
    };
    wait(doubt);
    send({ ask, request, id }).then(end, () => end(undefined));
  });
}

/** Asks until there is an answer, or the background is `isGone` for good; `undefined` when nobody answered in time. */
export async function askUntilAnswered(
  send: SendMessage,
  ask: string,
  request: unknown,
  isGone: () => boolean,
): Promise<Answer | undefined> {
  const end = performance.now() + silenceMs;
  for (let attempt = 0; ; attempt++) {
    const answer = await askOnce(send, ask, request);
    if (answer || isGone() || performance.now() > end) return answer;
    const ms = pauses[Math.min(attempt, pauses.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
