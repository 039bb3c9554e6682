import type { LoggedAction } from '../../lib/moderation/action.ts';

/** An entry of the action log: a timeout of ten minutes, but for what is said otherwise. */
export const loggedAction = (
  change: Partial<LoggedAction['action']> = {},
  rest: Partial<LoggedAction> = {},
): LoggedAction => ({
  id: 'a',
  action: {
    platform: 'twitch',
    channel: 'mainstage',
    kind: 'timeout',
    target: { login: 'noisy', name: 'Noisy', id: '20' },
    seconds: 600,
    ...change,
  },
  by: { id: 'twitch:1', login: 'mod' },
  at: 1_000,
  ...rest,
});
