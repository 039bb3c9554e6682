/** Looks now and then how well we hold on to the page, tells the background of it, and marks the page where something is off. */
import { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import { call } from '../../lib/messages/call.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import { healthOf, lossesOf } from '../../lib/pages/twitch/health.ts';
import { text } from '../../lib/text.ts';

/** When the first look is, and how often it is looked after that, in ms. */
const pauses = { first: 3_000, next: 30_000 };

/** Watches over the page until `signal` aborts. */
export function watchHealth(chat: ChatPage, isAlive: () => boolean, signal: AbortSignal): void {
  let told = '';
  const mark = mountCornerMark(
    { document, theme: chat.theme, onOpen: () => void call('health.open', {}).catch(() => undefined) },
    signal,
  );
  const look = (): void => {
    if (!isAlive()) return;
    timer = setTimeout(look, pauses.next);
    if (document.hidden) return;
    const health = healthOf(document, chat);
    const off = lossesOf(health).map((loss) => text(loss));
    mark(off.length > 0 ? text('healthMark', off.join(', ')) : undefined);
    const news = JSON.stringify(health);
    if (news === told) return;
    told = news;
    call('health.tell', health).catch(() => (told = ''));
  };
  let timer = setTimeout(look, pauses.first);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
