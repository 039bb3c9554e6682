/**
 * The state of the stage and what can happen in it. It knows no HTTP: the servers, the page and the tests act on it,
 * and it tells them what happened through {@link World.events}.
 */
import { createHmac } from 'node:crypto';
import type { EventSubHub } from '../eventsub/hub.ts';
import { Buckets, Quota } from '../helix/bucket.ts';
import { Authority } from '../oauth/authority.ts';
import { BackOffice } from './back-office.ts';
import { ChannelLife } from './channel-life.ts';
import { randomText } from './ids.ts';
import { Pins } from './pins.ts';
import { Polls } from './polls.ts';
import { Predictions } from './predictions.ts';
import { Recordings } from './recordings.ts';
import { Rewards } from './rewards.ts';
import { Rooms } from './rooms.ts';
import { Safety } from './safety.ts';
import { Schedules } from './schedule.ts';
import { refusalToSpeak, type SpeechRefusal } from './settings.ts';

/** A whole local Twitch, without its servers: rooms on channels on people, and the desks beside them. */
export class World extends Rooms {
  readonly auth = new Authority(this.clock);
  /** Helix's point buckets. */
  readonly buckets = new Buckets(this.clock);
  /** The limits of single endpoints and of chat. */
  readonly quota = new Quota(this.clock);
  /** AutoMod, terms, shield mode, warnings, suspicious users, unban requests. */
  readonly safety = new Safety(this);
  /** The pinned messages. */
  readonly pins = new Pins(this);
  readonly polls = new Polls(this);
  readonly predictions = new Predictions(this);
  readonly rewards = new Rewards(this);
  readonly schedules = new Schedules(this);
  /** Videos, markers, clips. */
  readonly recordings = new Recordings(this);
  /** Raids, ads, goals, charity, hype trains, Bits. */
  readonly life = new ChannelLife(this);
  /** Conduits, drops, extensions, teams. */
  readonly office = new BackOffice();
  /** User id → (user id → blocked at). */
  readonly blocked = new Map<string, Map<string, number>>();
  readonly whispers: {
    readonly fromId: string;
    readonly toId: string;
    readonly text: string;
    readonly at: number;
  }[] = [];
  /** Ids of those who may choose any colour. */
  readonly turbo = new Set<string>();
  /** Chats that several channels share, the host first. */
  readonly sharedChats: {
    readonly id: string;
    readonly channelIds: readonly string[];
    readonly since: number;
  }[] = [];
  /** How many VIPs a channel may have. */
  vipSlots = 50;
  /** Channels that may not have VIPs yet. */
  readonly withoutVips = new Set<string>();
  /** The EventSub server, once the stage stands. */
  eventsub: EventSubHub | undefined;
  /** Bans, timeouts and their ends that a channel takes per minute; Twitch does not publish its number. */
  bansPerMinute = Infinity;
  /** With this, extensions sign their tokens. */
  readonly extensionSecret = randomText(32);

  /** Every token and device code ever handed out, so that tests can look for leaks. */
  get issuedTokens(): ReadonlySet<string> {
    return this.auth.issued;
  }

  /** Tells EventSub's subscribers of `type`; `about` = the ids with which their conditions are matched. */
  tell(
    type: string,
    about: Readonly<Record<string, string>>,
    event: Readonly<Record<string, unknown>>,
    version = '1',
  ): void {
    this.events.emit('occurred', { type, version, about, event });
  }

  /** `from`'s channel points its viewers to `to`'s. */
  shoutOut(from: string, to: string, by: string): void {
    this.events.emit('shoutout', { from: this.user(from), to: this.user(to), by: this.user(by) });
  }

  /** `from` whispers to `to`. */
  whisper(from: string, to: string, text: string): void {
    const [sender, receiver] = [this.user(from), this.user(to)];
    this.whispers.push({ fromId: sender.id, toId: receiver.id, text, at: this.clock.now() });
    this.tell(
      'user.whisper.message',
      { user_id: receiver.id },
      {
        from_user_id: sender.id,
        from_user_login: sender.login,
        from_user_name: sender.displayName,
        to_user_id: receiver.id,
        to_user_login: receiver.login,
        to_user_name: receiver.displayName,
        whisper_id: crypto.randomUUID(),
        whisper: { text },
      },
    );
  }

  /** Why somebody may not say this now; nothing when they may. Counts against their limits. */
  refusalToSpeak(channelId: string, userId: string, text: string): SpeechRefusal | undefined {
    return refusalToSpeak(this, channelId, userId, text);
  }

  /** A JWT as an extension's back end signs it; good for an hour unless `claims` say otherwise. */
  extensionJwt(claims: Readonly<Record<string, unknown>> = {}): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(this.clock.now() / 1000) + 3_600;
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp, role: 'external', ...claims })}`;
    return `${signed}.${createHmac('sha256', this.extensionSecret).update(signed).digest('base64url')}`;
  }
}
