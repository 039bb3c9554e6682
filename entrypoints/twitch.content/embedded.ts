/**
 * One visit to a chat inside another site. Such a site could lay things of its own over our buttons, so the tools are put up
 * only where the user has said that it may have them, and that is said in our own pages.
 */
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { openChannel } from './channel.ts';
import type { Life } from '../stream-page/life.ts';
import { theTools } from './bring.ts';

/** Opens the visit to the chat of `channel` inside `sites`; it ends with `signal`. */
export function openEmbedded(
  channel: string,
  sites: readonly string[],
  life: Life,
  signal: AbortSignal,
): void {
  let stay = new AbortController();
  /** The nearest of the sites that may not have them; empty where all may. */
  let missing: string | undefined;
  let question = 0;

  const ask = async (): Promise<void> => {
    const current = ++question;
    const answer = await call('settings.embedded', { sites }).catch(() => undefined);
    if (!life.goesOn() || signal.aborted || current !== question || !answer) return;
    if ((answer.missing ?? '') === missing) return;
    missing = answer.missing ?? '';
    stay.abort();
    stay = new AbortController();
    const until = AbortSignal.any([signal, stay.signal]);
    if (missing === '') openChannel(channel, life, until);
    else offer(channel, missing, life, until);
  };
  const askAgain = (event: Event): void => {
    if (event.isTrusted && missing === undefined && !document.hidden) void ask();
  };
  follow(
    'settings',
    ({ key }) => {
      if (key === 'moderation.embedSites') void ask();
    },
    signal,
  );
  window.addEventListener('online', askAgain, { signal });
  document.addEventListener('visibilitychange', askAgain, { signal });
  void ask();
}

/** Says, to whoever moderates there, that there could be tools, and where to say so. */
function offer(channel: string, site: string, life: Life, signal: AbortSignal): void {
  let shown = new AbortController();
  let question = 0;

  const look = async (): Promise<void> => {
    const current = ++question;
    const found = await call('channel.role', { channel }).catch(() => undefined);
    if (!found || current !== question) return;
    shown.abort();
    shown = new AbortController();
    if (found.role === 'none') return;
    const tools = await theTools();
    if (life.goesOn() && !signal.aborted && current === question)
      await tools?.offer({ channel, life, signal: AbortSignal.any([signal, shown.signal]) }, site);
  };
  follow('accounts', () => void look(), signal);
  void look();
}
