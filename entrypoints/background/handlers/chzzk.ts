/** Managing channels on CHZZK. */
import { deedOf } from '../../../lib/chzzk/manage/deeds.ts';
import { fail } from '../../../lib/failure.ts';
import type { chzzkCommands } from '../../../lib/messages/protocol/chzzk.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { openChzzkTab } from '../chzzk-tab.ts';
import { chzzkManage } from '../chzzk-services.ts';
import { chzzkModeration, once } from '../services.ts';
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
    switch (doing.what) {
      case 'restrict':
      case 'edit-restriction':
      case 'lift':
      case 'accept':
      case 'reject': {
        const { action, whom } = deedOf(channel, doing);
        const { undoUntil } = await chzzkModeration.actOn(whom, id, action);
        return undoUntil === undefined ? {} : { undoable: true as const };
      }
      case 'take-back': {
        const entry = await chzzkModeration.entry(doing.id);
        if (entry?.action.channel !== channel) return fail({ code: 'undo-gone' });
        await chzzkModeration.undo(doing.id);
        return {};
      }
      default:
        return once(id, async (beforeSending) => {
          await beforeSending();
          await chzzkManage.act(channel, doing);
          return {};
        });
    }
  },
  'chzzk.openTab': async ({ channel, from }, sender) => {
    await mayManage(channel, sender, 'chzzk.openTab');
    await openChzzkTab(from, channel);
    return {};
  },
};
