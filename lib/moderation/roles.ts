/** Which roles somebody has in a channel, and which changes of them would change something. Pure. */
import type { ActionKind, LoggedAction } from './action.ts';

/** What somebody is in a channel; a field that is not there is one that nobody knows. Nobody is both. */
export interface Roles {
  readonly moderator?: boolean;
  readonly vip?: boolean;
}

/** What they are after `kind` was done. */
function after(roles: Roles, kind: ActionKind): Roles {
  switch (kind) {
    case 'mod':
      return { moderator: true, vip: false };
    case 'vip':
      return { moderator: false, vip: true };
    case 'unmod':
      return { ...roles, moderator: false };
    case 'unvip':
      return { ...roles, vip: false };
    default:
      return roles;
  }
}

/**
 * The roles of somebody who wore `badges` (by set id; `undefined`: no reader saw which) at `at` (Unix epoch ms), and to whom
 * `history` (newest first) happened: what was done since counts more than what they wore.
 */
export function rolesOf(
  badges: Readonly<Record<string, unknown>> | undefined,
  at = 0,
  history: readonly LoggedAction[] = [],
): Roles {
  const wears = (...sets: readonly string[]): boolean =>
    sets.some((set) => badges !== undefined && Object.hasOwn(badges, set));
  const worn = badges ? { moderator: wears('moderator', 'lead_moderator'), vip: wears('vip') } : {};
  return history
    .filter((entry) => entry.at > at && entry.undoneAt === undefined)
    .reduceRight<Roles>((roles, { action }) => after(roles, action.kind), worn);
}

/**
 * Whether `kind` would change something for somebody who has `roles`, and would not be refused for what they are: whoever
 * moderates is made no VIP and the other way about, before the one is taken from them. All that is no role changes something; of
 * suspicion a page says nothing.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#add-channel-vip
 */
export function changesRole(kind: ActionKind, { moderator, vip }: Roles): boolean {
  switch (kind) {
    case 'mod':
    case 'vip':
      return moderator !== true && vip !== true;
    case 'unmod':
      return moderator !== false;
    case 'unvip':
      return vip !== false;
    default:
      return true;
  }
}
