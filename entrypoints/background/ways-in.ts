/** Ways to us from the browser itself: the menu on links and pages, the address bar, and the shortcuts. */
import { browser } from '../../lib/browser.ts';
import { channelKey } from '../../lib/live/arrange.ts';
import { addressOf } from '../../lib/live/channel-url.ts';
import { addressFor, asMarkup, suggestionsFor } from '../../lib/live/omnibox.ts';
import { ways } from '../../lib/live/opening.ts';
import { deedOf, lineId, pageMenu } from '../../lib/live/page-menu.ts';
import { type LiveStream, streamsIn } from '../../lib/live/stream.ts';
import { listIdOf } from '../../lib/live/whose.ts';
import { speakIn } from '../../lib/options/language.ts';
import { liveChannel, pageAt } from '../../lib/pages/twitch/page-kind.ts';
import { openWindow } from '../../lib/options/own-window.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';
import { text } from '../../lib/text.ts';
import { chzzkLive, live } from './live.ts';
import { accounts, findUser, records, settings } from './services.ts';

const twitchPages = ['*://www.twitch.tv/*', '*://twitch.tv/*'];

/** Two at once would each take all lines away, and then put each of them there twice, which the browser refuses. */
const inTurn = createWriteQueue('menu');

/** Draws the menu anew. The browser keeps it, so this is done when we are installed, updated, or speak otherwise. */
export const drawMenu = (): Promise<void> => inTurn.run(draw);

async function draw(): Promise<void> {
  const { language } = await settings.read();
  await speakIn(language).catch(() => speakIn('auto'));
  await browser.contextMenus.removeAll();
  for (const { id, label } of pageMenu) {
    const title = text(label);
    browser.contextMenus.create({
      id: lineId('link', id),
      title,
      contexts: ['link'],
      targetUrlPatterns: twitchPages,
    });
    browser.contextMenus.create({
      id: lineId('page', id),
      title,
      contexts: ['page'],
      documentUrlPatterns: twitchPages,
    });
  }
}

/** The live channels that the popup lists too. */
async function streams(): Promise<readonly LiveStream[]> {
  const [view, wish] = await Promise.all([accounts.read(), settings.read()]);
  const listId = listIdOf(view, wish);
  const own = listId === undefined ? undefined : await records.get('live', listId);
  return streamsIn({ own, chzzk: await chzzkLive.stored() }) ?? [];
}

async function pin(login: string): Promise<void> {
  const known = (await streams()).find((stream) => stream.platform === 'twitch' && stream.login === login);
  const id = known?.channelId ?? (await findUser(login, await accounts.acting()))?.id;
  if (id === undefined) return;
  const key = channelKey({ platform: 'twitch', channelId: id });
  const { 'live.pinned': pinned } = await settings.read();
  if (!pinned.includes(key)) await settings.write({ 'live.pinned': [...pinned, key] });
}

/** A line of the menu was chosen, at a link or else on the page. */
export async function chosen(line: unknown, address: string | undefined): Promise<void> {
  const deed = deedOf(line);
  const login = address === undefined ? undefined : liveChannel(pageAt(address));
  if (deed === undefined || login === undefined) return;
  if (deed === 'pin') return pin(login);
  const { sight, where } = ways[deed];
  const url = addressOf(sight, { platform: 'twitch', login });
  if (where === 'popout') await browser.windows.create({ url, type: 'popup', width: 480, height: 720 });
  else await browser.tabs.create({ url });
}

/** Something was typed after our keyword. */
export async function suggest(
  typed: string,
  show: (suggestions: { content: string; description: string }[]) => void,
): Promise<void> {
  const found = suggestionsFor(typed, await streams());
  const words = (description: string): string =>
    import.meta.env.FIREFOX ? description : asMarkup(description);
  show(found.map(({ content, description }) => ({ content, description: words(description) })));
}

/** Enter after our keyword. */
export async function enter(typed: string, how: string): Promise<void> {
  const url = addressFor(typed, await streams());
  if (how === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: how === 'newForegroundTab' });
}

/** A shortcut of the browser was pressed. */
export async function command(name: string): Promise<void> {
  if (name === 'refresh') await Promise.allSettled([live.refresh(), chzzkLive.refresh()]);
  if (name === 'window') await openWindow();
}
