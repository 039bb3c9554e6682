/** Sweeps. */
import type { sweepCommands } from '../../../lib/messages/protocol/sweep.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import type { Platform } from '../../../lib/chat/message.ts';
import { sweeps } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';
import { provenChannel } from './proven.ts';

const platformOf = ({ name }: Sender): Platform => (name === 'chzzk' ? 'chzzk' : 'twitch');

/** See the file's head. */
export const sweepHandlers: HandlersOf<typeof sweepCommands> = {
  'sweep.start': async (wish, sender) => {
    // A channel that is proven is one of the sender's platform, and so is all that the schema lets stand beside it.
    await provenChannel(wish.channel, sender, 'sweep.start');
    return sweeps.start({ platform: platformOf(sender), ...wish });
  },
  'sweep.read': async ({ channel }, sender) => {
    await provenChannel(channel, sender, 'sweep.read');
    const news = await sweeps.read(platformOf(sender), channel);
    return news ? { news } : {};
  },
  'sweep.change': async ({ channel, id, change }, sender) => {
    await provenChannel(channel, sender, 'sweep.change');
    const sweep = await sweeps.find(id);
    if (sweep?.platform !== platformOf(sender) || sweep.channel !== channel) return {};
    const news = await sweeps.change(id, change);
    return news ? { news } : {};
  },
};
