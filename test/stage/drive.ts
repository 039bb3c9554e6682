/** The test's hands: everything that people and accidents do on the stage. */
import type { EventSubHub } from './eventsub/hub.ts';
import type { Fault, FaultPlace, Faults, Held } from './faults.ts';
import type { ChatServer } from './irc/room.ts';
import type { Lifetimes, Token } from './oauth/authority.ts';
import type { Ban, ChatLine, Saying, Stream } from './world/records.ts';
import { clients, growLiveFollows } from './world/seed.ts';
import type { World } from './world/world.ts';

/** Typed hands over one stage. People are named by login or id. */
export class Drive {
  readonly faults: Faults;
  readonly eventsub: EventSubHub;
  readonly irc: ChatServer;
  readonly #world: World;

  constructor(world: World, faults: Faults, eventsub: EventSubHub, irc: ChatServer) {
    this.#world = world;
    this.faults = faults;
    this.eventsub = eventsub;
    this.irc = irc;
  }

  // Chat and moderation

  say(channel: string, saying: Saying): ChatLine {
    return this.#world.say(channel, saying);
  }

  ban(channel: string, who: string, how: { by?: string; reason?: string } = {}): Ban {
    return this.#world.ban(channel, who, how);
  }

  /** Times out for `seconds`. */
  timeout(channel: string, who: string, seconds: number, how: { by?: string; reason?: string } = {}): Ban {
    return this.#world.timeout(channel, who, seconds, how);
  }

  unban(channel: string, who: string, by?: string): boolean {
    return this.#world.unban(channel, who, by);
  }

  deleteMessage(channel: string, messageId: string, by?: string): boolean {
    return this.#world.deleteMessage(channel, messageId, by);
  }

  // Streams and follows

  goLive(channel: string, how: Parameters<World['goLive']>[1] = {}): Stream {
    return this.#world.goLive(channel, how);
  }

  goOffline(channel: string): void {
    this.#world.goOffline(channel);
  }

  /** Makes `who` follow `count` live channels. */
  growLiveFollows(count: number, who = 'stagehand'): void {
    growLiveFollows(this.#world, who, count);
  }

  // Accounts

  /** Chooses who is logged in to Twitch in the browser; nobody = the log-in choice comes first. */
  logIn(login: string | undefined, choices?: readonly string[]): void {
    this.#world.auth.signedIn = login;
    if (choices) this.#world.auth.logins = [...choices];
  }

  /** A token without the trouble of a flow; `seconds` = its life. */
  token(login: string, scopes: readonly string[], how: { clientId?: string; seconds?: number } = {}): Token {
    const clientId = how.clientId ?? clients.confidential;
    const { id } = this.#world.user(login);
    this.#world.auth.consent(clientId, id, scopes);
    return this.#world.auth.issue({ clientId, userId: id, scopes, flow: 'implicit' }, how.seconds);
  }

  /** An app access token. */
  appToken(clientId: string = clients.confidential): Token {
    return this.#world.auth.issue({ clientId, scopes: [], flow: 'client-credentials' });
  }

  /** A signed JWT of an extension's back end. */
  extensionJwt(claims: Readonly<Record<string, unknown>> = {}): string {
    return this.#world.extensionJwt(claims);
  }

  /** How long tokens live from now on, seconds. */
  setLifetimes(lifetimes: Partial<Lifetimes>): void {
    this.#world.auth.lifetimes = { ...this.#world.auth.lifetimes, ...lifetimes };
  }

  /** The user takes the app off their connections. */
  disconnectApp(login: string, clientId: string = clients.confidential): void {
    this.#world.auth.disconnect(clientId, this.#world.user(login).id);
  }

  /** The user changes the password: all tokens end. */
  changePassword(login: string): void {
    const user = this.#world.user(login);
    user.passwordVersion += 1;
    this.#world.auth.endTokensOf(user.id);
  }

  // Time and accidents

  /** Puts the stage's clock forward by `ms`. */
  advance(ms: number): void {
    this.#world.clock.advance(ms);
  }

  /** Lets the next `times` calls to `at` meet `fault`. */
  fault(at: FaultPlace, fault: Fault, times = 1): void {
    this.faults.add(at, fault, times);
  }

  /** Holds calls to `at` back until let go. */
  hold(at: FaultPlace): Held {
    return this.faults.hold(at);
  }

  /** Takes Helix's points away, so that `left` are left to every caller seen so far. */
  drainBucket(left = 0): void {
    this.#world.buckets.drain(left);
  }
}
