/** Which channel a page may speak of. */
import { fail } from '../../../lib/failure.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { chatAt, replayAt } from '../../../lib/pages/chzzk/page-kind.ts';
import { liveChannel, pageAt, recordingOn } from '../../../lib/pages/twitch/page-kind.ts';
import { chzzkReplays } from '../chzzk-services.ts';
import { recordings } from '../services.ts';
import { accounts } from '../sign-in.ts';

/** The channel whose chat stands at `address`, live or recorded. @throws FailureError when Twitch cannot be asked. */
export async function channelAt(address: string): Promise<string | undefined> {
  const page = pageAt(address);
  const recording = recordingOn(page);
  return recording ? recordings.channelOf(recording, () => accounts.acting()) : liveChannel(page);
}

/** The same on CHZZK. @throws FailureError when CHZZK cannot be asked. */
export async function chzzkChannelAt(address: string): Promise<string | undefined> {
  const replay = replayAt(address);
  return replay === undefined ? chatAt(address)?.channel : chzzkReplays(replay);
}

/**
 * The channel that `sender` may speak of: the one in the address that the browser stamped, or whose recording stands there.
 *
 * @throws FailureError `refused` when the page claims another one.
 */
export async function provenChannel(claimed: string, sender: Sender, command: string): Promise<string> {
  const proven =
    sender.name === 'twitch'
      ? await channelAt(sender.url)
      : sender.name === 'chzzk'
        ? await chzzkChannelAt(sender.url)
        : undefined;
  if (proven !== claimed) fail({ code: 'refused', why: 'wrong-sender', command });
  return claimed;
}
