/**
 * What happens in the world, by name: the page, the sockets and the tests listen to these.
 */
import type { Ban, ChatLine, Stream, User } from './records.ts';
import type { ChatSettings } from './settings.ts';
import type { AutomodSettings, HeldMessage, Shield, UnbanRequest } from './safety.ts';

/** Everything that can happen, with what its listeners are told. */
export interface WorldEvents {
  /** A chat line was said. */
  message: ChatLine;
  /** One line was deleted by `by`. */
  deleted: { readonly channelId: string; readonly line: ChatLine; readonly by: User };
  /** The whole chat was cleared. */
  cleared: { readonly channelId: string; readonly by: User };
  /** A chatter was timed out; all their lines go. */
  timedout: {
    readonly channelId: string;
    readonly user: User;
    readonly by: User;
    readonly ban: Ban;
    readonly seconds: number;
  };
  /** A chatter was banned for good; all their lines go. */
  banned: { readonly channelId: string; readonly user: User; readonly by: User; readonly ban: Ban };
  /** A ban or a timeout was lifted by hand; one that merely runs out says nothing. */
  unbanned: {
    readonly channelId: string;
    readonly user: User;
    readonly by: User;
    readonly wasTimeout: boolean;
  };
  /** A channel went live. */
  live: { readonly channelId: string; readonly stream: Stream };
  /** A channel's stream ended. */
  offline: { readonly channelId: string; readonly stream: Stream };
  /** Title, category, tags or viewers of a channel changed. */
  channel: { readonly channelId: string };
  /** A role was given or taken. */
  role: {
    readonly channelId: string;
    readonly user: User;
    readonly role: 'moderator' | 'vip';
    readonly has: boolean;
  };
  /** The room's modes changed (slow, followers only and so on). */
  settings: { readonly channelId: string; readonly by: User; readonly before: ChatSettings };
  /** A line of the system's in chat: announcement, raid, subscription. `kind` is IRC's msg-id. */
  notice: {
    readonly channelId: string;
    readonly id: string;
    readonly kind: string;
    readonly user: User;
    readonly system: string;
    readonly text: string;
    readonly params: Readonly<Record<string, string>>;
    readonly at: number;
  };
  /** A line was pinned, or the pin was taken off. */
  pinned: { readonly channelId: string; readonly line: ChatLine | undefined; readonly by: User };
  /** AutoMod holds a message. */
  held: HeldMessage;
  /** A moderator decided about a held message. */
  decided: { readonly held: HeldMessage; readonly by: User };
  /** AutoMod was set. */
  automodSet: { readonly channelId: string; readonly by: User; readonly settings: AutomodSettings };
  /** Shield mode went on or off. */
  shield: { readonly channelId: string; readonly shield: Shield };
  /** A chatter was warned. */
  warned: { readonly channelId: string; readonly user: User; readonly by: User; readonly reason: string };
  /** A chatter acknowledged a warning. */
  acknowledged: { readonly channelId: string; readonly user: User };
  /** A chatter is treated as suspicious, or no more. */
  suspected: {
    readonly channelId: string;
    readonly user: User;
    readonly by: User;
    readonly status: 'ACTIVE_MONITORING' | 'RESTRICTED' | 'NO_TREATMENT';
  };
  /** A banned chatter asks to be let in again. */
  unbanRequested: { readonly channelId: string; readonly request: UnbanRequest };
  /** Such a request was decided. */
  unbanResolved: { readonly channelId: string; readonly request: UnbanRequest };
  /** A raid was called, called off, or has left. */
  raid: { readonly from: User; readonly to: User; readonly what: 'called' | 'called-off' | 'left' };
  /** A shoutout was given. */
  shoutout: { readonly from: User; readonly to: User; readonly by: User };
  /** Somebody began to follow. */
  followed: { readonly channelId: string; readonly user: User; readonly at: number };
  /** Something that EventSub tells: type, the ids that conditions are matched with, and the event as it goes out. */
  occurred: {
    readonly type: string;
    readonly version: string;
    readonly about: Readonly<Record<string, string>>;
    readonly event: Readonly<Record<string, unknown>>;
  };
}

type Listener<T> = (event: T) => void;

/** A small typed emitter; listeners run at once, in the order in which they came. */
export class Happenings {
  readonly #listeners = new Map<keyof WorldEvents, Set<Listener<never>>>();

  /** Calls `listener` at every `name`; the answer takes it off again. */
  on<N extends keyof WorldEvents>(name: N, listener: Listener<WorldEvents[N]>): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    set.add(listener);
    this.#listeners.set(name, set);
    return () => {
      set.delete(listener);
    };
  }

  /** Resolves with the next `name` that `wanted` accepts. */
  next<N extends keyof WorldEvents>(
    name: N,
    wanted: (event: WorldEvents[N]) => boolean = () => true,
  ): Promise<WorldEvents[N]> {
    return new Promise((resolve) => {
      const off = this.on(name, (event) => {
        if (!wanted(event)) return;
        off();
        resolve(event);
      });
    });
  }

  /** Tells every listener of `name`. */
  emit<N extends keyof WorldEvents>(name: N, event: WorldEvents[N]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])])
      (listener as Listener<WorldEvents[N]>)(event);
  }
}
