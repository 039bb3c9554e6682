/** Has the page looked after once the tools stand: what does that comes with a script of its own, in a quiet moment. */
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { LineHealth, Site } from '../../lib/pages/health.ts';
import { whenThere } from './scripts.ts';

/** When the first look is, in ms. */
const firstLook = 3_000;

/** How often it is looked after that, in ms. */
export const nextLook = 30_000;

/** What is watched over. */
export interface Watched {
  readonly site: Site;
  readonly chat: Pick<ChatPage, 'lines' | 'read' | 'theme'>;
  readonly line: LineHealth;
  /** Whether the site's own stream is read by us; absent where that is not wanted. */
  readonly stream?: () => boolean | undefined;
  readonly isAlive: () => boolean;
}

/** Watches over the page until `signal` aborts. */
export function watchHealth(watched: Watched, signal: AbortSignal): void {
  const begin = (): void =>
    whenThere('corner', ({ keepLooking }) => keepLooking(watched, signal), watched.isAlive, signal);
  const timer = setTimeout(begin, firstLook);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
