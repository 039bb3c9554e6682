/** The tools in a stream page, which are not put into every page. */
import { command, nothing } from './command.ts';

/** The commands about them. */
export const toolsCommands = {
  /** Puts the tools' script into the frame that asks, beside the one that does; asked for twice, the second finds the first. */
  'tools.bring': command({ stage: 'free', senders: ['twitch'], request: nothing, result: nothing }),
} as const;
