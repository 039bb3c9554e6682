/** Managing channels on CHZZK. */
import type { chzzkCommands } from '../../../lib/messages/protocol/chzzk.ts';
import { openChzzkTab } from '../chzzk-tab.ts';
import { chzzkManage, once } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const chzzkHandlers: HandlersOf<typeof chzzkCommands> = {
  'chzzk.channels': async () => {
    const channels = await chzzkManage.channels();
    return channels === undefined ? {} : { channels };
  },
  'chzzk.words': async ({ channel }) => ({ words: await chzzkManage.words(channel) }),
  'chzzk.restrictions': ({ channel, page, name }) => chzzkManage.restrictions(channel, page, name),
  'chzzk.requests': ({ channel, page, name }) => chzzkManage.requests(channel, page, name),
  'chzzk.helpers': async ({ channel }) => ({ helpers: await chzzkManage.helpers(channel) }),
  'chzzk.rule': async ({ channel }) => ({ rule: await chzzkManage.rule(channel) }),
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
