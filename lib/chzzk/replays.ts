/** Whose a replay is. Its address does not say so, and it never changes hands. */
import { ask, type Fetch } from './ask.ts';
import { publicCalls } from './public.ts';

/** Replays that are remembered; each saves a request. */
const atMost = 100;

/** Answers the id of the channel whose replay has that number; `undefined` when CHZZK names none. Asks once for each. */
export function createReplays(fetch: Fetch): (number: string) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const { channel } = await ask(fetch, publicCalls.video, {}, { videoNo: number });
    const id = channel?.channelId ?? undefined;
    if (id !== undefined) known.set(number, id);
    if (known.size > atMost) known.delete([...known.keys()][0] ?? '');
    return id;
  };
}
