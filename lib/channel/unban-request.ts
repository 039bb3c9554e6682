/** Who asks to be let in again, as plain data. */
import type { LoggedAction } from '../moderation/action.ts';
import type { Person, Somebody } from '../people/people.ts';

/** Somebody's request. `at` is when it was made, Unix epoch milliseconds. */
export interface UnbanRequest {
  readonly id: string;
  readonly who: { readonly id: string; readonly login: string; readonly name: string };
  /** What they wrote; may be empty. */
  readonly text: string;
  readonly at: number;
}

/** Some of those that wait, as the platform orders them. */
export interface UnbanRequests<Row extends UnbanRequest = UnbanRequest> {
  readonly requests: readonly Row[];
  /** From where the next ones are asked for; absent: there are no more. */
  readonly after?: string;
}

/** A request, and what our own stores know of whoever makes it. */
export interface KnownRequest extends UnbanRequest {
  readonly nickname?: string;
  readonly note?: string;
  /** What the user did to them in this channel, newest first; at most {@link earlierAtMost}. */
  readonly earlier: readonly LoggedAction[];
  /** How much that is in all. */
  readonly earlierCount: number;
}

/** So many earlier actions go with a request. */
export const earlierAtMost = 3;

/** What {@link createKnownRequests} needs. */
export interface KnownRequestsParts {
  /** @throws FailureError as the platform */
  readonly read: (channel: string, after?: string) => Promise<UnbanRequests>;
  readonly person: (who: Somebody) => Promise<Person>;
}

/** Makes the reading of requests together with what is known of whoever makes them. */
export function createKnownRequests({ read, person }: KnownRequestsParts) {
  return async (channel: string, after?: string): Promise<UnbanRequests<KnownRequest>> => {
    const { requests, ...rest } = await read(channel, after);
    const known = await Promise.all(
      requests.map(async (request): Promise<KnownRequest> => {
        const { login, id } = request.who;
        const { history, ...words } = await person({ channel, login, id });
        return {
          ...request,
          ...words,
          earlier: history.slice(0, earlierAtMost),
          earlierCount: history.length,
        };
      }),
    );
    return { ...rest, requests: known };
  };
}
