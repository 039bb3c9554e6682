/** Managing channels on CHZZK. */
import type { chzzkCommands } from '../../../lib/messages/protocol/chzzk.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { openChzzkTab } from '../chzzk-tab.ts';
import { chzzkManage } from '../chzzk-services.ts';
import { actRecovered, batches, isRecovered } from '../batches.ts';
import { once } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';
import { provenChannel } from './proven.ts';

/** A page of CHZZK's speaks of the channel that it shows, and of no other; pages of ours of any. @throws FailureError `refused` */
const mayManage = async (channel: string, sender: Sender, command: string): Promise<unknown> =>
  'platform' in sender && provenChannel(channel, sender, command);

/** See the file's head. */
export const chzzkHandlers: HandlersOf<typeof chzzkCommands> = {
  'chzzk.channels': async ({ also }, sender) => {
    await mayManage(also ?? '', sender, 'chzzk.channels');
    const channels = await chzzkManage.channels(also);
    if (channels === undefined) return {};
    return { channels: 'platform' in sender ? channels.filter(({ id }) => id === also) : channels };
  },
  'chzzk.read': async ({ channel, list, page, search }, sender) => {
    await mayManage(channel, sender, 'chzzk.read');
    return chzzkManage.read(channel, list, page, search);
  },
  'chzzk.activity': async ({ channel, id }, sender) => {
    await mayManage(channel, sender, 'chzzk.activity');
    return chzzkManage.activity(channel, id);
  },
  'chzzk.streamKey': ({ channel }) => chzzkManage.streamKey(channel),
  'chzzk.categories': async ({ channel, name }, sender) => {
    await mayManage(channel, sender, 'chzzk.categories');
    return { categories: await chzzkManage.categories(channel, name) };
  },
  'chzzk.act': async ({ id, channel, doing }, sender) => {
    await mayManage(channel, sender, 'chzzk.act');
    if (isRecovered(doing)) return actRecovered(channel, id, doing);
    return once(id, async (beforeSending) => {
      await beforeSending();
      await chzzkManage.act(channel, doing);
      return {};
    });
  },
  'chzzk.startBatch': async (wish, sender) => {
    await mayManage(wish.channel, sender, 'chzzk.startBatch');
    return batches.start(wish);
  },
  'chzzk.batch': async ({ channel }, sender) => {
    await mayManage(channel, sender, 'chzzk.batch');
    const news = await batches.read(channel);
    return news ? { news } : {};
  },
  'chzzk.changeBatch': async ({ channel, id, change }, sender) => {
    await mayManage(channel, sender, 'chzzk.changeBatch');
    const news = await batches.change(channel, id, change);
    return news ? { news } : {};
  },
  'chzzk.openTab': async ({ channel, from }, sender) => {
    await mayManage(channel, sender, 'chzzk.openTab');
    await openChzzkTab(from, channel);
    return {};
  },
};
