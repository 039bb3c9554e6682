/** Everything that may be asked of the background: by whom, in which shape, and with which answer. */
import * as z from 'zod/mini';

import { accountsCommands } from './protocol/accounts.ts';
import { channelCommands } from './protocol/channel.ts';
import { chatLogCommands } from './protocol/chat-log.ts';
import { type Command, command, nothing, pages } from './protocol/command.ts';
import { chzzkChatCommands } from './protocol/chzzk-chat.ts';
import { chzzkCommands } from './protocol/chzzk.ts';
import { helixCommands } from './protocol/helix.ts';
import { liveCommands } from './protocol/live.ts';
import { moderationCommands } from './protocol/moderation.ts';
import { settingsCommands } from './protocol/settings.ts';
import { sweepCommands } from './protocol/sweep.ts';
import { toolsCommands } from './protocol/tools.ts';

/** The table of commands. */
export const protocol = {
  /** Does the background answer? */
  'background.ping': command({
    stage: 'free',
    senders: [...pages, 'twitch'],
    request: nothing,
    result: z.object({ version: z.string() }),
  }),
  ...accountsCommands,
  ...liveCommands,
  ...channelCommands,
  ...moderationCommands,
  ...chatLogCommands,
  ...settingsCommands,
  ...sweepCommands,
  ...toolsCommands,
  ...helixCommands,
  ...chzzkCommands,
  ...chzzkChatCommands,
} as const;

/** The name of a command. */
export type CommandName = keyof typeof protocol;

/** What a command is asked with. */
export type RequestOf<Name extends CommandName> = z.infer<(typeof protocol)[Name]['request']>;

/** What a command answers. */
export type ResultOf<Name extends CommandName> = z.infer<(typeof protocol)[Name]['result']>;

/** The row of `name`; names that only look like properties (`__proto__`) are unknown. */
export function rowOf(name: string): Command<z.ZodMiniType, z.ZodMiniType> | undefined {
  return Object.hasOwn(protocol, name) ? protocol[name as CommandName] : undefined;
}
