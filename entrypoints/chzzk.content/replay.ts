/** One visit to a replay: finds out whose it is, and puts up what can be done about those who wrote beside it. */
import { call } from '../../lib/messages/call.ts';
import type { Life } from '../stream-page/life.ts';
import { openChat } from './chat.ts';

/** Opens the visit to the replay at the page's address; it ends with `signal`. */
export function openReplay(life: Life, signal: AbortSignal): void {
  const asking = new AbortController();
  const until = AbortSignal.any([signal, asking.signal]);

  const ask = async (): Promise<void> => {
    if (!life.goesOn()) return;
    const { channel } = await call('chzzk.ofReplay', {}).catch(() => ({ channel: undefined }));
    if (until.aborted || channel === undefined) return;
    asking.abort();
    openChat(channel, life, signal, 'replay');
  };
  // The network or the worker may have been away when we asked.
  const askAgain = (event: Event): void => {
    if (event.isTrusted && !document.hidden) void ask();
  };
  window.addEventListener('online', askAgain, { signal: until });
  document.addEventListener('visibilitychange', askAgain, { signal: until });
  void ask();
}
