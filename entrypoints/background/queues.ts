/** How many wait in channels' queues: counted for the popup, and for the toolbar button where the user wants that. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { createQueues, queuesSchema, type QueuePlace } from '../../lib/channel/queues.ts';
import { createQueueWatch, type QueueTab } from '../../lib/channel/queue-watch.ts';
import { chzzkQueue } from '../../lib/chzzk/manage/queue.ts';
import { channelIn } from '../../lib/chzzk/site.ts';
import { liveChannel, pageAt } from '../../lib/pages/twitch/page-kind.ts';
import { twitchQueue } from '../../lib/twitch/queue.ts';
import { clearOf, showOn } from './button.ts';
import { isChzzkPermitted, manageClient } from './chzzk-services.ts';
import { session, settings } from './ground.ts';
import { awayAfter, isMetered } from './presence.ts';
import { channels } from './services.ts';
import { accounts, helix } from './sign-in.ts';

const onTwitch = twitchQueue(helix, channels);
const onChzzk = chzzkQueue(manageClient);

/** Counts them. */
export const queues = createQueues({
  asker: async ({ platform, channel }) => {
    if (platform === 'twitch') return (await accounts.inChannel('twitch', channel))?.id;
    // CHZZK knows by itself who is logged in.
    return (await isChzzkPermitted()) ? 'chzzk' : undefined;
  },
  ask: async ({ platform, channel }) =>
    platform === 'twitch' ? onTwitch(channel, await accounts.actingIn('twitch', channel)) : onChzzk(channel),
  kept: session.value('queues', queuesSchema),
  now: Date.now,
});

/** The browser tells the addresses of the pages that we may act in, and of no others. */
async function tabs(): Promise<readonly QueueTab[]> {
  const found = await browser.tabs.query({});
  return found.flatMap(({ id, active, url, incognito }) => {
    if (id === undefined || url === undefined || incognito) return [];
    const place = placeAt(url);
    return place ? [{ id, isInFront: active, place }] : [];
  });
}

function placeAt(url: string): QueuePlace | undefined {
  if (!URL.canParse(url)) return undefined;
  const login = liveChannel(pageAt(url));
  if (login !== undefined) return { platform: 'twitch', channel: login };
  const id = channelIn(url);
  return id === undefined ? undefined : { platform: 'chzzk', channel: id };
}

/** Keeps the numbers of tabs. */
export const queueWatch = createQueueWatch({
  settings: () => settings.read(),
  tabs,
  queues,
  numbered: session.value('queueTabs', z.readonly(z.array(z.number()))),
  presence: () => browser.idle.queryState(awayAfter),
  isOnline: () => navigator.onLine,
  isMetered,
  show: showOn,
  clear: clearOf,
});
