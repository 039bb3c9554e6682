/** The second layer of the world: who follows, subscribes, moderates, and what is live. */
import { hash } from './ids.ts';
import { People } from './people.ts';
import type { Stream, User } from './records.ts';
import { mapUnder } from './tables.ts';

/** The channels of the stage with their people's roles. */
export class Channels extends People {
  /** Streams that are live, by channel id. */
  readonly streams = new Map<string, Stream>();
  /** Channel id → (user id → followed at). */
  readonly followers = new Map<string, Map<string, number>>();
  /** Channel id → (user id → since). */
  readonly moderators = new Map<string, Map<string, number>>();
  /** Channel id → (user id → since). */
  readonly vips = new Map<string, Map<string, number>>();
  /** Channel id → (user id → since). */
  readonly editors = new Map<string, Map<string, number>>();
  /** Channel id → (moderator's user id → since when they lead the others). */
  readonly leads = new Map<string, Map<string, number>>();
  /** Channel id → (user id → subscription tier `1000`, `2000`, `3000`). */
  readonly subscribers = new Map<string, Map<string, string>>();

  isModerator(channelId: string, userId: string): boolean {
    return channelId === userId || (this.moderators.get(channelId)?.has(userId) ?? false);
  }

  isVip(channelId: string, userId: string): boolean {
    return this.vips.get(channelId)?.has(userId) ?? false;
  }

  isEditor(channelId: string, userId: string): boolean {
    return this.editors.get(channelId)?.has(userId) ?? false;
  }

  isLead(channelId: string, userId: string): boolean {
    return this.leads.get(channelId)?.has(userId) ?? false;
  }

  /** Nobody is told of it before their page asks again. */
  setEditor(channel: string, who: string, has = true): void {
    this.#put(this.editors, channel, who, has);
  }

  /** Likewise; `who` moderates the channel. */
  setLead(channel: string, who: string, has = true): void {
    this.#put(this.leads, channel, who, has);
  }

  setModerator(channel: string, who: string, has = true): void {
    this.#setRole('moderator', this.moderators, channel, who, has);
  }

  setVip(channel: string, who: string, has = true): void {
    this.#setRole('vip', this.vips, channel, who, has);
  }

  #setRole(
    role: 'moderator' | 'vip',
    table: Map<string, Map<string, number>>,
    channel: string,
    who: string,
    has: boolean,
  ): void {
    this.#put(table, channel, who, has);
    this.events.emit('role', { channelId: this.user(channel).id, user: this.user(who), role, has });
  }

  #put(table: Map<string, Map<string, number>>, channel: string, who: string, has: boolean): void {
    const holders = mapUnder(table, this.user(channel).id);
    const { id } = this.user(who);
    if (has) holders.set(id, this.clock.now());
    else holders.delete(id);
  }

  /** `who` follows `channel` since `at`. */
  follow(who: string, channel: string, at = this.clock.now()): void {
    const channelId = this.user(channel).id;
    const user = this.user(who);
    mapUnder(this.followers, channelId).set(user.id, at);
    this.events.emit('followed', { channelId, user, at });
  }

  unfollow(who: string, channel: string): void {
    this.followers.get(this.user(channel).id)?.delete(this.user(who).id);
  }

  /** `who` subscribes to `channel` at a tier: `1000`, `2000` or `3000`. */
  subscribe(channel: string, who: string, tier = '1000'): void {
    mapUnder(this.subscribers, this.user(channel).id).set(this.user(who).id, tier);
  }

  /** Starts a stream on `channel`, or changes the one that runs. */
  goLive(
    channel: string,
    how: {
      title?: string;
      category?: string;
      viewers?: number;
      tags?: readonly string[];
      startedAt?: number;
      rerun?: boolean;
    } = {},
  ): Stream {
    const { id } = this.user(channel);
    const page = this.channels.get(id);
    if (page) {
      page.title = how.title ?? page.title;
      page.tags = how.tags ?? page.tags;
      if (how.category !== undefined) page.categoryId = this.categoryNamed(how.category).id;
    }
    const running = this.streams.get(id);
    if (running) {
      running.viewers = how.viewers ?? running.viewers;
      this.events.emit('channel', { channelId: id });
      return running;
    }
    const stream: Stream = {
      id: this.newId(),
      channelId: id,
      startedAt: how.startedAt ?? this.clock.now(),
      viewers: how.viewers ?? 1 + (hash(id) % 4_000),
      rerun: how.rerun ?? false,
    };
    this.streams.set(id, stream);
    this.events.emit('live', { channelId: id, stream });
    return stream;
  }

  goOffline(channel: string): void {
    const { id } = this.user(channel);
    const stream = this.streams.get(id);
    if (!stream) return;
    this.streams.delete(id);
    this.events.emit('offline', { channelId: id, stream });
  }

  /** Takes a person out of the world, as when an account is closed. */
  override removeUser(user: User): void {
    this.streams.delete(user.id);
    super.removeUser(user);
  }
}
