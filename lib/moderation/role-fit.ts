/** Which changes of somebody's role fit what they are. Pure. */
import type { LoggedAction, RoleKind } from './action.ts';

type Badges = Readonly<Record<string, string>>;

const has = (badges: Badges, set: string): boolean => Object.hasOwn(badges, set);

/**
 * Whether `kind` would change something for somebody who wore `badges` at `at` (Unix epoch ms), and to whom `history` (newest
 * first) happened. Where no reader saw badges everything may; of suspicion the page says nothing.
 */
export function fitsRole(
  kind: RoleKind,
  badges: Badges | undefined,
  at: number,
  history: readonly LoggedAction[],
): boolean {
  // What was done since the badges were seen counts more than they do.
  const since = history.filter((entry) => entry.at > at && entry.undoneAt === undefined);
  const last = (one: RoleKind, other: RoleKind): boolean | undefined => {
    const found = since.find(({ action }) => action.kind === one || action.kind === other);
    return found === undefined ? undefined : found.action.kind === one;
  };
  const isMod =
    last('mod', 'unmod') ?? (badges && (has(badges, 'moderator') || has(badges, 'lead_moderator')));
  const isVip = last('vip', 'unvip') ?? (badges && has(badges, 'vip'));
  switch (kind) {
    case 'mod':
      return isMod !== true;
    case 'unmod':
      return isMod !== false;
    case 'vip':
      return isVip !== true;
    case 'unvip':
      return isVip !== false;
    default:
      return true;
  }
}
