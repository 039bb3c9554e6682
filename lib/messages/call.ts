/**
 * The other side of the door: asking the background, from a page of ours or from a content script.
 */
import { browser } from '../browser.ts';
import { fail } from '../failure.ts';
import { askUntilAnswered } from './asking.ts';
import type { CommandName, RequestOf, ResultOf } from './protocol.ts';

/** Whether this script's extension is gone; after an update that is so for the old content script. */
export function isOrphaned(): boolean {
  try {
    return typeof browser.runtime.id !== 'string';
  } catch {
    return true;
  }
}

// An orphaned script has no runtime to send with; that is thrown, not answered.
const send = async (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);

/**
 * Asks the background for `name`.
 *
 * A worker that dies before it has answered, or never heard the question, is asked again: every command is safe to repeat
 * (one that acts bears an id, and the same id twice is one action).
 *
 * @throws FailureError with what went wrong; `unreachable` when nobody answered.
 */
export async function call<Name extends CommandName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ResultOf<Name>> {
  const answer = await askUntilAnswered(send, name, request, isOrphaned);
  if (!answer) return fail({ code: 'unreachable', reloaded: isOrphaned() });
  if (!answer.ok) return fail(answer.failure);
  // The background filtered the result by the schema from which this type is made.
  return answer.result as ResultOf<Name>;
}
