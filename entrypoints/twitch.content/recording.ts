/** One visit to a video or a clip: finds out whose it is, and opens that channel's chat. */
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { openChannel } from './channel.ts';
import type { Life } from '../stream-page/life.ts';

/** Opens the visit to the recording at the page's address; it ends with `signal`. */
export function openRecording(life: Life, signal: AbortSignal): void {
  const asking = new AbortController();
  const until = AbortSignal.any([signal, asking.signal]);

  const ask = async (): Promise<void> => {
    const { channel } = await call('channel.ofRecording', {}).catch(() => ({ channel: undefined }));
    if (until.aborted || channel === undefined) return;
    asking.abort();
    openChannel(channel, life, signal);
  };
  // Nobody may have been signed in when we asked; or the network or the worker away.
  const askAgain = (event: Event): void => {
    if (event.isTrusted && !document.hidden) void ask();
  };
  follow('accounts', () => void ask(), until);
  window.addEventListener('online', askAgain, { signal: until });
  document.addEventListener('visibilitychange', askAgain, { signal: until });
  void ask();
}
