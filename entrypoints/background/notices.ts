/** What the user is told of and what opens by itself while nobody looks, and what a press on a notification does. */
import { browser } from '../../lib/browser.ts';
import { addressOf, channelUrl } from '../../lib/live/channel-url.ts';
import { type Notice, targetOf } from '../../lib/live/notice.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { speakIn } from '../../lib/options/language.ts';
import { isOpenAt } from '../../lib/pages/stream-at.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { ring } from '../../lib/sound/chime.ts';
import { text } from '../../lib/text.ts';
import { settings } from './ground.ts';

/** Whether the user lets us tell them anything. */
// Without their permission the browser does not even have the function.
export const isPermitted = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ['notifications'] });

/** Tells of it, if the browser may. */
export async function notify(
  { id, streams, changed = false, watched = false }: Notice,
  { language }: Settings,
): Promise<void> {
  const [first] = streams;
  if (!first || !(await isPermitted())) return;
  await speakIn(language).catch(() => speakIn('auto'));
  const isOne = streams.length === 1;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: isOne
      ? text(changed ? 'noticeChanged' : 'noticeLive', first.name)
      : text(
          changed ? 'noticeManyChanged' : watched ? 'noticeManyWatched' : 'noticeManyLive',
          streams.length,
        ),
    message: isOne
      ? [first.title, first.category].filter(Boolean).join('\n')
      : streams.map(({ name }) => name).join(', '),
    // Firefox refuses what it does not know.
    ...(import.meta.env.FIREFOX
      ? {}
      : { buttons: isOne ? [{ title: text('openChatAlone') }, { title: text('noticeMute') }] : [] }),
  });
}

/** Says why something went otherwise that the user wanted where no page of ours is in sight, if the browser may. */
export async function tell(title: string, message: string): Promise<void> {
  if (!(await isPermitted())) return;
  await browser.notifications.create('told', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/**
 * The sound of a notification. Firefox's background is a page and can be heard; Chrome's is not, and opens one that rings
 * and goes by itself. One that rings already is enough.
 */
export async function soundOut(volume: number): Promise<void> {
  if (!(await isPermitted())) return;
  if (import.meta.env.FIREFOX) {
    // Not waited for: whoever asks meanwhile who is live would be given the answer that is being told of.
    void ring(volume).catch(() => undefined);
    return;
  }
  const page = {
    url: `/sound.html?volume=${volume}`,
    reasons: ['AUDIO_PLAYBACK' as const],
    justification: 'The sound of a notification.',
  };
  await browser.offscreen.createDocument(page).catch(() => undefined);
}

/**
 * Opens a channel in the background, unless it is open already. The browser tells the addresses of tabs on sites that the
 * user lets us at; on CHZZK without that, nobody can know.
 */
export async function open(stream: LiveStream): Promise<void> {
  const addresses = (await browser.tabs.query({})).flatMap(({ url }) => url ?? []);
  if (!isOpenAt(addresses, stream)) await browser.tabs.create({ url: channelUrl(stream), active: false });
}

async function pressed(id: string, button?: number): Promise<void> {
  const target = targetOf(id);
  if (!target) return;
  await browser.notifications.clear(id);
  if (target.kind !== 'channel') {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  } else if (button === 1) {
    const muted = (await settings.read())['live.muted'];
    const key = `${target.platform}:${target.channelId}`;
    if (!muted.includes(key)) await settings.write({ 'live.muted': [...muted, key] });
  } else {
    await browser.tabs.create({ url: addressOf(button === 0 ? 'chat' : 'channel', target) });
  }
}

let listens = false;

/** Hears of presses on notifications. In the first turn of every start: it is the press that wakes the background. */
export function hearNotifications(): void {
  // Permitted later, the function comes later; see `permissions.onAdded`.
  const offered = (browser as Partial<typeof browser>).notifications;
  if (!offered || listens) return;
  listens = true;
  offered.onClicked.addListener((id) => void pressed(id));
  // Firefox has no buttons.
  const buttons = (offered as Partial<typeof offered>).onButtonClicked;
  buttons?.addListener((id, button) => void pressed(id, button));
}
