/** Who must not be hit, whatever was clicked. The faces and the background ask the same table. */
import type { Failure } from '../failure.ts';
import { type ActionKind, roleKinds } from './action.ts';
import { changesRole, type Roles } from './roles.ts';

/** Who somebody is, when that protects them. */
export type Protected = 'self' | 'broadcaster' | 'moderator';

/** Kinds that take nothing from anybody. */
const harmless: ReadonlySet<ActionKind> = new Set([
  'unban',
  'pin',
  'unpin',
  'say',
  'unbar',
  'deny',
  'mod',
  'vip',
  'trust',
]);

/** What only the broadcaster may do. */
const ofBroadcaster: ReadonlySet<ActionKind> = new Set(['mod', 'unmod', 'vip', 'unvip']);

const ofRole: ReadonlySet<ActionKind> = new Set(roleKinds);

/**
 * Whether there is a point in doing `kind` about somebody who is `who` and has `roles`: roles are given to those who do not have
 * them, taken from those who do, and never about oneself or the broadcaster. All else has one.
 */
export function hasPoint(
  kind: ActionKind,
  who: Protected | undefined,
  roles: Roles,
  asBroadcaster: boolean,
): boolean {
  if (!ofRole.has(kind)) return true;
  if (who === 'self' || who === 'broadcaster' || (ofBroadcaster.has(kind) && !asBroadcaster)) return false;
  return changesRole(kind, roles);
}

/** Whether `kind` may be done about somebody who is `who`. `asBroadcaster`: the channel is the actor's own. */
export function mayDo(kind: ActionKind, who: Protected | undefined, asBroadcaster: boolean): boolean {
  if (who === undefined || harmless.has(kind)) return true;
  switch (who) {
    case 'self':
      // A moderator's own message may be deleted, the broadcaster's may not; timing oneself out is a slip.
      return kind === 'delete' && !asBroadcaster;
    case 'moderator':
      return asBroadcaster;
    case 'broadcaster':
      return false;
  }
}

/** What is known of the two people and of the place. */
export interface Aim {
  readonly kind: ActionKind;
  readonly targetId: string;
  readonly targetLogin: string;
  readonly channelId: string;
  /** User id of the account that acts. */
  readonly actorId: string;
  /** Whether the target is known to moderate here. */
  readonly targetModerates: boolean;
}

/** Why this aim is refused, or `undefined` when it is not. */
export function protection(aim: Aim): Failure | undefined {
  const { kind, targetId, targetLogin: login, channelId, actorId } = aim;
  const who =
    targetId === actorId
      ? 'self'
      : targetId === channelId
        ? 'broadcaster'
        : aim.targetModerates
          ? 'moderator'
          : undefined;
  if (who === undefined || mayDo(kind, who, actorId === channelId)) return undefined;
  return { code: 'protected', who, login };
}
