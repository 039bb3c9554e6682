/** What the tools that know people ask of the background. The entrypoint fills it in. */
import type { Before, KeptPage } from '../chat/log.ts';
import type { ChatMessage } from '../chat/message.ts';
import type { FeatureName } from '../features.ts';
import type { Activity, Person, Profile, Somebody } from '../people/people.ts';
import type { Known } from '../people/person.ts';

/** The background, as they see it. Every call rejects with a `FailureError`. */
export interface PeopleDesk {
  /** Everybody whose lines are marked in `channel`. */
  readonly known: (channel: string) => Promise<readonly Known[]>;
  readonly person: (who: Somebody) => Promise<Person>;
  readonly profile: (who: Somebody) => Promise<Profile>;
  /** Since when they follow (Unix epoch milliseconds); absent when they do not. There is none where the profile says it. */
  readonly follow?: (who: Somebody) => Promise<{ readonly at?: number }>;
  /** What they did in the channel's chat, where the platform counts that. */
  readonly activity?: (who: Somebody) => Promise<Activity>;
  /** What the local log holds of somebody, the newest `before` a message; nobody is found there but by id. */
  readonly older: (who: Somebody & { readonly id: string }, before?: Before) => Promise<KeptPage>;
  /** Begins to keep messages. */
  readonly keepMessages: () => Promise<unknown>;
  readonly write: (
    who: Somebody,
    words: { readonly nickname: string; readonly note: string },
  ) => Promise<unknown>;
  readonly allow: (feature: FeatureName, channel: string) => Promise<unknown>;
}

/** The author of a message, as the background is asked about them. */
export const whoOf = ({ channel, author }: ChatMessage): Somebody => ({
  channel: channel.login,
  login: author.login,
  ...(author.id !== undefined && { id: author.id }),
});
