/** The channel of a tab: who one is there, its tools, polls and predictions. */
import { browser } from '../../../lib/browser.ts';
import type { QueuePlace } from '../../../lib/channel/queues.ts';
import { fail } from '../../../lib/failure.ts';
import type { channelCommands } from '../../../lib/messages/protocol/channel.ts';
import { tell } from '../../../lib/messages/tell.ts';
import { liveChannel, pageAt } from '../../../lib/pages/twitch/page-kind.ts';
import { channelTabs, settings, tabs } from '../ground.ts';
import { queues, queueWatch } from '../queues.ts';
import { channels, channelTools, once, polls, predictions } from '../services.ts';
import { accounts } from '../sign-in.ts';
import { declineKnown } from './declined.ts';
import type { HandlersOf } from './handlers-of.ts';
import { channelAt, provenChannel } from './proven.ts';

/** A queue that was counted so long ago is counted anew for whoever opens the popup, ms. */
const queueValid = 60_000;

/** Nobody waits for the number on the toolbar button. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

async function countQueue(place: QueuePlace, fresh: boolean) {
  const counted = await queues.read(place, fresh ? 0 : queueValid);
  quietly(queueWatch.draw());
  return counted;
}

/** Whether a tab at `address` is still about `channel`: nobody says when a page goes. The address is known of Twitch's pages alone. */
function isAbout(channel: string, address: string | undefined): boolean {
  const page = address === undefined ? undefined : pageAt(address);
  if (!page || page.kind === 'other') return false;
  const named = liveChannel(page);
  return named === undefined || named === channel;
}

/** Notes what a tab shows. A popup may have been opened before its page had said so. */
async function shows(tabId: number, shown: Parameters<typeof channelTabs.note>[1]): Promise<void> {
  await channelTabs.note(tabId, shown);
  quietly(tell('place', { tabId }, tabs));
}

/** See the file's head. */
export const channelHandlers: HandlersOf<typeof channelCommands> = {
  'channel.ofTab': async ({ tabId }) => {
    const [shown, tab] = await Promise.all([
      channelTabs.of(tabId),
      browser.tabs.get(tabId).catch(() => undefined),
    ]);
    if (shown === undefined || !isAbout(shown.channel, tab?.url)) return {};
    const { channel, also } = shown;
    const account = await accounts.inChannel('twitch', channel);
    const role = account && (await channels.known(channel, account));
    return { channel, ...(role && { role }), ...(also && { also }) };
  },
  'channel.also': async ({ channel, also }, sender) => {
    await provenChannel(channel, sender, 'channel.also');
    if (sender.name === 'twitch' && sender.frameId === 0) await shows(sender.tabId, { channel, also });
    return {};
  },
  'channel.ofRecording': async (_request, sender) => {
    if (sender.name !== 'twitch') return {};
    // Whoever signs in later is told to the page, which then asks again.
    await tabs.add(sender.tabId);
    const { activeId } = await accounts.read();
    const channel = activeId === undefined ? undefined : await channelAt(sender.url);
    return channel === undefined ? {} : { channel };
  },
  'channel.role': async ({ channel, pageSaysModerator = false }, sender) => {
    await provenChannel(channel, sender, 'channel.role');
    if (sender.name === 'twitch') {
      await tabs.add(sender.tabId);
      // A site may embed several chats; none of them is what its tab is about.
      if (sender.frameId === 0) await shows(sender.tabId, { channel });
    }
    const [account, all] = await Promise.all([accounts.inChannel('twitch', channel), settings.read()]);
    const quiet = all['moderation.quietTools'] && ({ quietTools: true } as const);
    if (account === undefined) return { channel, role: 'none', ...quiet };
    if (account.state === 'expired') return { channel, role: 'none', login: account.login, expired: true };
    const place = await channels.find(channel, account, { pageSaysModerator });
    const role = place === undefined ? 'none' : place.id === account.userId ? 'broadcaster' : 'moderator';
    if (place && sender.name === 'twitch') quietly(queueWatch.opened({ platform: 'twitch', channel }));
    return { channel, role, login: account.login, ...(role === 'none' && quiet) };
  },
  'channel.view': async ({ channel }) =>
    channelTools.view(channel, await accounts.actingIn('twitch', channel)),
  'channel.act': ({ id, channel, wish }) =>
    declineKnown(
      once(id, async (beforeSending) => {
        const account = await accounts.actingIn('twitch', channel);
        const by = { account, beforeSending };
        if (wish.tool === 'mark') {
          const seconds = await channelTools.mark(channel, wish.description, by);
          return seconds === undefined ? {} : { seconds };
        }
        const place = await channels.find(channel, account);
        if (!place) return fail({ code: 'not-moderator', channel });
        if (wish.tool === 'modes') await channelTools.setModes(place.id, wish.change, by);
        else await channelTools.setShield(place.id, wish.on, by);
        return {};
      }),
      () => accounts.inChannel('twitch', channel),
    ),
  'channel.queue': ({ place, fresh }) =>
    declineKnown(countQueue(place, fresh), async () =>
      place.platform === 'twitch' ? accounts.inChannel('twitch', place.channel) : undefined,
    ),
  'channel.clip': ({ id, channel }) =>
    declineKnown(
      once(id, async (beforeSending) => {
        const account = await accounts.actingIn('twitch', channel);
        const { id: channelId } = await channelTools.view(channel, account);
        return channelTools.clip(channelId, { account, beforeSending });
      }),
      () => accounts.inChannel('twitch', channel),
    ),
  'channel.clipMade': async ({ channel, clipId }) => {
    const url = await channelTools.clipMade(clipId, await accounts.actingIn('twitch', channel));
    return url === undefined ? {} : { url };
  },
  'polls.refresh': async () => {
    await declineKnown(polls.refresh(), () => accounts.acting());
    return {};
  },
  'polls.start': async ({ draft, askedAt }) => {
    await declineKnown(polls.start(draft, askedAt), () => accounts.acting());
    return {};
  },
  'polls.end': async ({ id, ending }) => {
    await declineKnown(polls.end(id, ending), () => accounts.acting());
    return {};
  },
  'predictions.refresh': async () => {
    await declineKnown(predictions.refresh(), () => accounts.acting());
    return {};
  },
  'predictions.start': async ({ draft, askedAt }) => {
    await declineKnown(predictions.start(draft, askedAt), () => accounts.acting());
    return {};
  },
  'predictions.end': async ({ id, ending }) => {
    await declineKnown(predictions.end(id, ending), () => accounts.acting());
    return {};
  },
};
