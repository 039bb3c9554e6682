/** Brings the tools into a stream page. */
import { browser } from '../../../lib/browser.ts';
import type { toolsCommands } from '../../../lib/messages/protocol/tools.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import type { HandlersOf } from './handlers-of.ts';

async function put(script: string, sender: Sender): Promise<void> {
  if (!('tabId' in sender)) return;
  await browser.scripting.executeScript({
    target: { tabId: sender.tabId, frameIds: [sender.frameId] },
    files: [script],
  });
}

/** See the file's head. */
export const toolsHandlers: HandlersOf<typeof toolsCommands> = {
  'tools.bring': async (_request, sender) => {
    await put('content-scripts/twitch-tools.js', sender);
    return {};
  },
  'tools.more': async ({ what }, sender) => {
    await put(`content-scripts/${what}.js`, sender);
    return {};
  },
};
