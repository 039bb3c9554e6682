/** Ways to us from the browser itself: the menu on links and pages, the address bar, and the shortcuts. */
import { browser } from '../../lib/browser.ts';
import { failureOf } from '../../lib/failure.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import { channelKey } from '../../lib/live/arrange.ts';
import { addressOf } from '../../lib/live/channel-url.ts';
import type { Link } from '../../lib/live/channel-list.ts';
import { addressFor, asMarkup, suggestionsFor } from '../../lib/live/omnibox.ts';
import { isFilledBy, openingTo, ways } from '../../lib/live/opening.ts';
import { deedOf, linesOf } from '../../lib/live/page-menu.ts';
import { type SideTrouble, troubleOf, troubleWords } from '../../lib/live/side-trouble.ts';
import { type LiveStream, streamsIn } from '../../lib/live/stream.ts';
import { listIdOf } from '../../lib/live/whose.ts';
import { speakIn } from '../../lib/options/language.ts';
import { channelAt } from '../../lib/pages/channel-at.ts';
import type { AddressedChannel } from '../../lib/pages/stream-at.ts';
import { openWindow } from '../../lib/options/own-window.ts';
import { createWriteQueue } from '../../lib/store/write-queue.ts';
import { text } from '../../lib/text.ts';
import { chzzkLive, live } from './live.ts';
import { records, settings } from './ground.ts';
import { findUser } from './services.ts';
import { tell } from './notices.ts';
import { screenAround, sideView } from './side-view.ts';
import { accounts } from './sign-in.ts';

/** Two at once would each take all lines away, and then put each of them there twice, which the browser refuses. */
const inTurn = createWriteQueue('menu');

/** Draws the menu anew. The browser keeps it, so this is done when we are installed, updated, or speak otherwise. */
export const drawMenu = (): Promise<void> => inTurn.run(draw);

async function draw(): Promise<void> {
  const { language, 'live.actions': links } = await settings.read();
  await speakIn(language).catch(() => speakIn('auto'));
  await browser.contextMenus.removeAll();
  for (const { id, spot, words, patterns } of linesOf(links)) {
    browser.contextMenus.create({
      id,
      title: 'own' in words ? words.own : text(words.key),
      contexts: [spot],
      [spot === 'link' ? 'targetUrlPatterns' : 'documentUrlPatterns']: [...patterns],
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

/** A channel of which nothing more is known than `user` says. */
const unlisted = (
  channel: AddressedChannel,
  user: { readonly id: string; readonly name: string },
): LiveStream => ({
  ...channel,
  channelId: user.id,
  name: user.name,
  title: '',
  category: '',
  viewers: 0,
  rerun: false,
});

const listed = async ({ platform, login }: AddressedChannel): Promise<LiveStream | undefined> =>
  (await streams()).find((stream) => stream.platform === platform && stream.login === login);

/**
 * The channel, as much of it as is known: what we list, or else what Twitch tells of whoever has that login.
 *
 * @throws FailureError where Twitch would have to tell, and cannot, or nobody is signed in
 */
async function known(channel: AddressedChannel): Promise<LiveStream | undefined> {
  const { platform, login } = channel;
  const found = await listed(channel);
  if (found) return found;
  // On CHZZK a channel's address has its id.
  const user =
    platform === 'chzzk' ? { id: login, name: '' } : await findUser(login, await accounts.acting());
  return user && unlisted(channel, user);
}

async function pin(channel: AddressedChannel): Promise<void> {
  const found = await known(channel);
  if (!found) return;
  const key = channelKey(found);
  const { 'live.pinned': pinned } = await settings.read();
  if (!pinned.includes(key)) await settings.write({ 'live.pinned': [...pinned, key] });
}

/**
 * Opens the channel beside those that are open side by side, on the screen of the window in which that was chosen. Where that
 * does not go it opens as a tab, and the user is told why.
 */
async function openBeside(channel: AddressedChannel, from: MenuTab | undefined): Promise<void> {
  const { 'live.sideShows': shows, 'live.sideTiling': tiling, language } = await settings.read();
  const window = await browser.windows.get(from?.windowId ?? browser.windows.WINDOW_ID_CURRENT);
  const { id: windowId, left = 0, top = 0, width = 1_280, height = 720, incognito } = window;
  const wish = { channels: [channel], shows, tiling, isPrivate: incognito };
  let trouble: SideTrouble | undefined;
  try {
    const area = await screenAround({ left, top, width, height }, from?.id);
    trouble = troubleOf(await sideView.show({ ...wish, area }));
  } catch (error) {
    trouble = { kind: 'failed', failure: failureOf(error) };
  }
  if (!trouble) return;
  await browser.tabs.create({
    url: addressOf('channel', channel),
    ...(windowId === undefined ? {} : { windowId }),
  });
  await speakIn(language).catch(() => speakIn('auto'));
  await tell(text('sideBySide'), troubleWords(trouble));
}

/** Opens the user's own address for the channel. @throws as {@link known}, where the address needs what nobody knows yet */
async function openOwn(link: Link, channel: AddressedChannel): Promise<void> {
  const stream = isFilledBy(link, channel.platform)
    ? ((await listed(channel)) ?? unlisted(channel, { id: channel.login, name: '' }))
    : await known(channel);
  if (stream) await browser.tabs.create({ url: openingTo(link, stream).url });
}

/** Does what was chosen where no page of ours is in sight. What goes wrong is said by our window, which has the button that mends it. */
async function orSay(what: () => string, deed: Promise<void>): Promise<void> {
  try {
    await deed;
  } catch (error) {
    const { language } = await settings.read();
    await speakIn(language).catch(() => speakIn('auto'));
    await tell(what(), describeFailure(failureOf(error)).title);
    await openWindow();
  }
}

/** The tab whose menu it was. */
export interface MenuTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/** A line of the menu was chosen, at a link or else on the page. */
export async function chosen(
  line: unknown,
  address: string | undefined,
  from: MenuTab | undefined,
): Promise<void> {
  const deed = deedOf(line, (await settings.read())['live.actions']);
  const channel = address === undefined ? undefined : channelAt(address);
  if (deed === undefined || channel === undefined) return;
  if (deed === 'pin') return orSay(() => text('menuPin'), pin(channel));
  if (deed === 'side') return openBeside(channel, from);
  if (typeof deed === 'object') return orSay(() => deed.name, openOwn(deed, channel));
  const { sight, where } = ways[deed];
  const url = addressOf(sight, channel);
  if (where === 'popout') await browser.windows.create({ url, type: 'popup', width: 480, height: 720 });
  else if (where === 'window') await browser.windows.create({ url });
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
