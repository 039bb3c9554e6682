/** The API explorer. */
import type { helixCommands } from '../../../lib/messages/protocol/helix.ts';
import { callDesk } from '../services.ts';
import { pastedTokens } from '../sign-in.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const helixHandlers: HandlersOf<typeof helixCommands> = {
  'helix.call': (wanted) => callDesk.call(wanted),
  'helix.token': async (token) => {
    await pastedTokens.keep(token);
    return {};
  },
  'helix.forgetToken': async ({ kind }) => {
    await pastedTokens.forget(kind);
    return {};
  },
  'helix.tokens': async () => ({ tokens: await pastedTokens.kinds() }),
};
