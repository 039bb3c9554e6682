/** What the tools in a stream page ask of the background. The entrypoint fills it in; nobody below knows about messages. */
import type { ChannelRole, PageRole } from '../channel/role.ts';
import type { FeatureName } from '../features.ts';
import type { Action, LoggedAction } from '../moderation/action.ts';
import type { NextStep } from '../moderation/ladder.ts';
import type { Somebody } from '../people/people.ts';

/** What the account may do in a channel. `login` is the account's, absent when nobody is signed in. */
export interface Role {
  readonly role: ChannelRole;
  readonly login?: string;
  /** The account must sign in again; what it may do is not known until then. */
  readonly expired?: true;
  /** The user wants the tools that need no power where they have none. */
  readonly quietTools?: true;
}

/** Who acts in a channel, and as what. */
export interface Acting {
  readonly login: string;
  readonly role: ChannelRole;
  readonly also: readonly PageRole[];
}

/** The background, as the tools see it. Every call rejects with a `FailureError`. */
export interface Desk {
  /** Carries `action` out. The same `id` twice is one action. */
  readonly act: (id: string, action: Action) => Promise<LoggedAction>;
  /** Takes the logged action `id` back. */
  readonly undo: (id: string) => Promise<LoggedAction>;
  /** The next step of the user's offence ladder for a chatter; offences of the last `days` count. */
  readonly nextStep: (who: Somebody) => Promise<{ readonly next?: NextStep; readonly days: number }>;
  /**
   * Lets the user allow what `feature` needs, on the platform's own page. Resolves when they have. It is allowed to the
   * account that acts in `channel`, or to the one that did what the logged action `undoes` is.
   */
  readonly allow: (feature: FeatureName, channel: string, undoes?: string) => Promise<unknown>;
  /** Lets that account sign in again. Resolves when it has. */
  readonly signInAgain: (channel: string, undoes?: string) => Promise<unknown>;
}
