/** Making an order of an action: who is meant, where that is, and whether it may be. */
import type { Account } from '../accounts/account.ts';
import { fail } from '../failure.ts';
import type { Action } from './action.ts';
import type { Order } from './book.ts';
import type { ModerationPlatform } from './platform.ts';
import { protection } from './protect.ts';

/** What {@link createOrdering} needs. */
export interface OrderingParts {
  readonly platform: Pick<ModerationPlatform, 'user' | 'moderatedChannel' | 'moderates'>;
  readonly now: () => number;
}

/**
 * The order for `action` as `by`, proven against the platform. `whom`: the platform's id of somebody whom nobody looks up.
 *
 * @throws FailureError `not-moderator`, `no-such-user`, `identity-mismatch`, `protected`, or what the platform says
 */
export type Ordering = (id: string, action: Action, by: Account, whom?: string) => Promise<Order>;

/** Makes an {@link Ordering}. */
export function createOrdering({ platform, now }: OrderingParts): Ordering {
  return async function orderFor(id: string, action: Action, by: Account, whom?: string): Promise<Order> {
    const { channel, target, kind } = action;
    const place = await platform.moderatedChannel(channel, by);
    if (place === undefined) return fail({ code: 'not-moderator', channel });
    const person =
      whom === undefined ? await platform.user(target.login, by, action) : { ...target, id: whom };
    if (person === undefined) return fail({ code: 'no-such-user', login: target.login });
    // The id came from the page. The login is what the moderator saw and meant.
    if (person.login !== target.login || (target.id !== undefined && target.id !== person.id)) {
      return fail({ code: 'identity-mismatch', login: target.login });
    }
    const refusal = protection({
      kind,
      targetId: person.id,
      targetLogin: target.login,
      channelId: place.id,
      actorId: by.userId,
      targetModerates: await platform.moderates(person.id, place.id, by),
    });
    if (refusal !== undefined) return fail(refusal);
    // Where its id is its login, people know a channel by its name.
    const proven = {
      ...action,
      ...(place.name !== place.login && place.login === place.id && { channelName: place.name }),
      target: whom === undefined ? { ...target, id: person.id } : target,
    };
    return { id, action: proven, channelId: place.id, targetId: person.id, accountId: by.id, at: now() };
  };
}
