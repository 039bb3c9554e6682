/** How CHZZK's page holds, told to whoever looks after that. */
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import { chzzkChat } from '../../lib/pages/chzzk/chat.ts';
import type { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';
import { chzzkSite } from '../../lib/pages/chzzk/site.ts';
import { watchHealth } from '../stream-page/health.ts';
import type { Life } from '../stream-page/life.ts';

/** Watches over `chat` of `channel` (its id), which `second` helps to read, until `signal` aborts. */
export function watchOver(
  chat: ChatPage,
  channel: string,
  second: SecondReader,
  life: Life,
  signal: AbortSignal,
): void {
  const unaided = chzzkChat(document, channel);
  const line = {
    probe: (row: HTMLElement) => unaided.read(row)?.author.id !== undefined,
    ids: ({ author }: { readonly author: { readonly id?: string } }) => author.id !== undefined,
  };
  watchHealth({ site: chzzkSite, chat, line, stream: () => second.isFed, isAlive: life.goesOn }, signal);
}
