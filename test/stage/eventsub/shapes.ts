/** Shapes that many events share. */

/** Somebody as id, login and name under `prefix`. */
export function person(
  prefix: string,
  user: { readonly id?: string; readonly login: string; readonly displayName: string },
  id = user.id ?? '',
): Record<string, string> {
  return { [`${prefix}_id`]: id, [`${prefix}_login`]: user.login, [`${prefix}_name`]: user.displayName };
}

/** What moderators do, by the names of `channel.moderate`. */
export type ModeratorAction =
  | 'ban'
  | 'timeout'
  | 'unban'
  | 'untimeout'
  | 'clear'
  | 'delete'
  | 'mod'
  | 'unmod'
  | 'vip'
  | 'unvip'
  | 'raid'
  | 'unraid'
  | 'warn'
  | `${'emoteonly' | 'followers' | 'slow' | 'subscribers' | 'uniquechat'}${'' | 'off'}`;

/** The details that an event of `channel.moderate` has room for; all but one are null. */
const details = [
  'followers',
  'slow',
  'vip',
  'unvip',
  'mod',
  'unmod',
  'ban',
  'unban',
  'timeout',
  'untimeout',
  'raid',
  'unraid',
  'delete',
  'automod_terms',
  'unban_request',
  'shared_chat_ban',
  'shared_chat_unban',
  'shared_chat_timeout',
  'shared_chat_untimeout',
  'shared_chat_delete',
] as const;

/** An event of `channel.moderate`, without its channels. Version 2 also knows warnings. */
export function actionEvent(
  version: '1' | '2',
  by: { readonly id: string; readonly login: string; readonly displayName: string },
  action: ModeratorAction,
  more: object,
): object {
  const empty = Object.fromEntries(
    [...details, ...(version === '2' ? ['warn'] : [])].map((name) => [name, null]),
  );
  return {
    ...person('moderator_user', by),
    action,
    ...empty,
    ...more,
  };
}
