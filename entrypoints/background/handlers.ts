/** Which service answers which command. */
import { browser } from '../../lib/browser.ts';
import type { Handlers } from '../../lib/messages/router.ts';
import { accountsHandlers } from './handlers/accounts.ts';
import { channelHandlers } from './handlers/channel.ts';
import { chatLogHandlers } from './handlers/chat-log.ts';
import { chzzkChatHandlers } from './handlers/chzzk-chat.ts';
import { chzzkHandlers } from './handlers/chzzk.ts';
import { helixHandlers } from './handlers/helix.ts';
import { liveHandlers } from './handlers/live.ts';
import { moderationHandlers } from './handlers/moderation.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { sweepHandlers } from './handlers/sweep.ts';
import { toolsHandlers } from './handlers/tools.ts';

/** The handlers of all commands; each table of `lib/messages/protocol` has its own. */
export const handlers: Handlers = {
  'background.ping': () => Promise.resolve({ version: browser.runtime.getManifest().version }),
  ...accountsHandlers,
  ...channelHandlers,
  ...chatLogHandlers,
  ...chzzkHandlers,
  ...chzzkChatHandlers,
  ...helixHandlers,
  ...liveHandlers,
  ...moderationHandlers,
  ...settingsHandlers,
  ...sweepHandlers,
  ...toolsHandlers,
};
