/** Who must not be hit, whatever was clicked. */
import type { Failure } from '../failure.ts';
import type { ActionKind } from './action.ts';

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

/** Why this aim is refused, or `undefined` when it is not. Lifting a ban hits nobody. */
export function protection(aim: Aim): Failure | undefined {
  const { kind, targetId, targetLogin: login, channelId, actorId } = aim;
  if (kind === 'unban') return undefined;
  if (targetId === channelId) return { code: 'protected', who: 'broadcaster', login };
  // One's own message may be deleted; timing oneself out is a slip.
  if (targetId === actorId) return kind === 'delete' ? undefined : { code: 'protected', who: 'self', login };
  // The broadcaster stands above moderators.
  if (aim.targetModerates && actorId !== channelId) return { code: 'protected', who: 'moderator', login };
  return undefined;
}
