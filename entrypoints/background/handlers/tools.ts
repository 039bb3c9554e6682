/** Brings the tools into a stream page. */
import { browser } from '../../../lib/browser.ts';
import type { toolsCommands } from '../../../lib/messages/protocol/tools.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const toolsHandlers: HandlersOf<typeof toolsCommands> = {
  'tools.bring': async (_request, sender) => {
    if (sender.name !== 'twitch') return {};
    const { tabId, frameId } = sender;
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['content-scripts/twitch-tools.js'],
    });
    return {};
  },
};
