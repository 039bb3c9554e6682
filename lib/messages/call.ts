/**
 * The other side of the door: asking the background, from a page of ours or from a content script.
 */
import { browser } from '../browser.ts';
import { fail } from '../failure.ts';
import type { Answer } from './envelope.ts';
import type { CommandName, RequestOf, ResultOf } from './protocol.ts';

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** Whether this script still belongs to a running extension; after an update the old content script does not. */
function isOrphaned(): boolean {
  try {
    return typeof browser.runtime.id !== 'string';
  } catch {
    return true;
  }
}

async function ask(name: CommandName, request: unknown): Promise<Answer | undefined> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ ask: name, request });
    return isAnswer(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the background for `name`.
 *
 * A worker that dies before it has answered is asked once more: every command is safe to repeat (one that acts bears an
 * id, and the same id twice is one action).
 *
 * @throws FailureError with what went wrong; `unreachable` when nobody answered.
 */
export async function call<Name extends CommandName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ResultOf<Name>> {
  const answer = (await ask(name, request)) ?? (await ask(name, request));
  if (answer === undefined) return fail({ code: 'unreachable', reloaded: isOrphaned() });
  if (!answer.ok) return fail(answer.failure);
  // The background filtered the result by the schema from which this type is made.
  return answer.result as ResultOf<Name>;
}
