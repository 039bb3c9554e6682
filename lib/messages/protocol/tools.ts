/** The tools in a stream page, which are not put into every page. */
import * as z from 'zod/mini';

import { command, nothing, sites } from './command.ts';

/** The commands about them. */
export const toolsCommands = {
  /** Puts the tools' script into the frame that asks, beside the one that does; asked for twice, the second finds the first. */
  'tools.bring': command({ stage: 'free', senders: ['twitch'], request: nothing, result: nothing }),
  /** Likewise a script that is not needed at once, on either site. */
  'tools.more': command({
    stage: 'free',
    senders: sites,
    request: z.object({ what: z.enum(['corner', 'panels', 'requests', 'sweep']) }),
    result: nothing,
  }),
} as const;
