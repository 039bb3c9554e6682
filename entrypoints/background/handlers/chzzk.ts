/** Managing channels on CHZZK. */
import type { chzzkCommands } from '../../../lib/messages/protocol/chzzk.ts';
import { openChzzkTab } from '../chzzk-tab.ts';
import { chzzkManage, once } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const chzzkHandlers: HandlersOf<typeof chzzkCommands> = {
  'chzzk.channels': async ({ also }) => {
    const channels = await chzzkManage.channels(also);
    return channels === undefined ? {} : { channels };
  },
  'chzzk.read': ({ channel, list, page, search }) => chzzkManage.read(channel, list, page, search),
  'chzzk.activity': ({ channel, id }) => chzzkManage.activity(channel, id),
  'chzzk.streamKey': ({ channel }) => chzzkManage.streamKey(channel),
  'chzzk.categories': async ({ channel, name }) => ({
    categories: await chzzkManage.categories(channel, name),
  }),
  'chzzk.act': ({ id, channel, doing }) =>
    once(id, async (beforeSending) => {
      await beforeSending();
      await chzzkManage.act(channel, doing);
      return {};
    }),
  'chzzk.openTab': async ({ channel, from }) => {
    await openChzzkTab(from, channel);
    return {};
  },
};
