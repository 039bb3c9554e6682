/** Looks now and then how well we hold on to the page, tells the background of it, and marks the page where something is off. */
import { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import { call } from '../../lib/messages/call.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import { lossesOf, type PageHealth, type Site } from '../../lib/pages/health.ts';
import { text } from '../../lib/text.ts';

/** When the first look is, and how often it is looked after that, in ms. */
const pauses = { first: 3_000, next: 30_000 };

/** What is watched over. */
export interface Watched {
  readonly site: Site;
  readonly theme: ChatPage['theme'];
  /** How the page stands now. */
  readonly look: () => PageHealth;
  readonly isAlive: () => boolean;
}

/** Watches over the page until `signal` aborts. */
export function watchHealth({ site, theme, look, isAlive }: Watched, signal: AbortSignal): void {
  let told = '';
  const mark = mountCornerMark(
    { document, theme, onOpen: () => void call('health.open', {}).catch(() => undefined) },
    signal,
  );
  const lookAgain = (): void => {
    if (!isAlive()) return;
    timer = setTimeout(lookAgain, pauses.next);
    if (document.hidden) return;
    const health = look();
    const off = lossesOf(site, health).map((loss) => text(loss));
    mark(off.length > 0 ? text('healthMark', off.join(', ')) : undefined);
    const news = JSON.stringify(health);
    if (news === told) return;
    told = news;
    call('health.tell', health).catch(() => (told = ''));
  };
  let timer = setTimeout(lookAgain, pauses.first);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
