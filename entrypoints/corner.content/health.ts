/** Looks now and then how well we hold on to the page, tells the background of it, and marks the page where something is off. */
import { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import { call } from '../../lib/messages/call.ts';
import { healthOf, lossesOf } from '../../lib/pages/health.ts';
import { text } from '../../lib/text.ts';
import { nextLook, type Watched } from '../stream-page/health.ts';

/** Looks now, and then again and again until `signal` aborts. */
export function keepLooking(watched: Watched, signal: AbortSignal): void {
  const { site, chat, line, stream, isAlive } = watched;
  let told = '';
  const mark = mountCornerMark(
    { document, theme: chat.theme, onOpen: () => void call('health.open', {}).catch(() => undefined) },
    signal,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (!isAlive()) return;
    timer = setTimeout(look, nextLook);
    if (document.hidden) return;
    const health = healthOf(document, site, chat, line, stream?.());
    const off = lossesOf(site, health).map((loss) => text(loss));
    mark(off.length > 0 ? text('healthMark', off.join(', ')) : undefined);
    const news = JSON.stringify(health);
    if (news === told) return;
    told = news;
    call('health.tell', health).catch(() => (told = ''));
  };
  look();
  signal.addEventListener('abort', () => clearTimeout(timer));
}
