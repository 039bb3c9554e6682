/**
 * The state of the stage and what can happen in it. It knows no HTTP: the servers, the page and the tests act on it,
 * and it tells them what happened through {@link World.events}.
 */
import { createHmac } from 'node:crypto';
import type { EventSubHub } from '../eventsub/hub.ts';
import { Buckets, Quota } from '../helix/bucket.ts';
import { Authority } from '../oauth/authority.ts';
import { Clock } from './clock.ts';
import { Happenings } from './events.ts';
import { hash, randomText } from './ids.ts';
import { Pins } from './pins.ts';
import { BackOffice } from './back-office.ts';
import { ChannelLife } from './channel-life.ts';
import { Recordings } from './recordings.ts';
import { Schedules } from './schedule.ts';
import { Polls } from './polls.ts';
import { Predictions } from './predictions.ts';
import { Rewards } from './rewards.ts';
import { Safety } from './safety.ts';
import { type ChatSettings, openRoom, refusalToSpeak, type SpeechRefusal } from './settings.ts';
import type { Ban, Category, Channel, ChatLine, Saying, Stream, User } from './records.ts';

/** How many lines a channel's chat remembers. */
const remembered = 5_000;

/** Colours that Twitch gives to those who never chose one. */
const defaultColors = [
  '#FF0000',
  '#0000FF',
  '#008000',
  '#B22222',
  '#FF7F50',
  '#9ACD32',
  '#FF4500',
  '#2E8B57',
  '#DAA520',
  '#D2691E',
  '#5F9EA0',
  '#1E90FF',
  '#FF69B4',
  '#8A2BE2',
  '#00FF7F',
];

/** A whole local Twitch, without its servers. */
export class World {
  readonly clock = new Clock();
  readonly events = new Happenings();
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
  readonly users = new Map<string, User>();
  readonly categories = new Map<string, Category>();
  readonly channels = new Map<string, Channel>();
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
  /** Channel id → (user id → subscription tier `1000`, `2000`, `3000`). */
  readonly subscribers = new Map<string, Map<string, string>>();
  /** Channel id → (user id → ban). Asked through {@link World.banOf}, which knows which have run out. */
  readonly bans = new Map<string, Map<string, Ban>>();
  /** Channel id → lines, oldest first. */
  readonly lines = new Map<string, ChatLine[]>();
  /** Channel id → modes of its chat. */
  readonly settings = new Map<string, ChatSettings>();
  /** Ids of lines that were deleted, alone or with a ban. */
  readonly deleted = new Set<string>();
  readonly #byLogin = new Map<string, User>();
  #lastId = 0;

  /** Every token and device code ever handed out, so that tests can look for leaks. */
  get issuedTokens(): ReadonlySet<string> {
    return this.auth.issued;
  }

  /** A number, as text, that no other record of this world has. */
  newId(base = 41_000_000_000): string {
    this.#lastId += 1;
    return String(base + this.#lastId);
  }

  /** Puts a person (and their channel) into the world. */
  addUser(given: Partial<User> & { readonly login: string }, channel: Partial<Channel> = {}): User {
    const displayName = given.displayName ?? given.login;
    const id = given.id ?? String(40_000_000 + (hash(given.login) % 950_000_000));
    const user: User = {
      type: '',
      broadcasterType: '',
      description: '',
      profileImageUrl: `https://static-cdn.jtvnw.net/jtv_user_pictures/${given.login}-profile_image-300x300.png`,
      offlineImageUrl: '',
      email: `${given.login}@example.com`,
      createdAt: Date.UTC(2014 + (hash(given.login) % 11), hash(id) % 12, 1 + (hash(id) % 28), 12, 30),
      color: defaultColors[hash(given.login) % defaultColors.length] ?? '',
      passwordVersion: 1,
      verifiedPhone: true,
      ...given,
      id,
      displayName,
    };
    this.users.set(user.id, user);
    this.#byLogin.set(user.login, user);
    this.channels.set(user.id, {
      title: '',
      categoryId: '509658',
      language: 'en',
      tags: [],
      delay: 0,
      labels: [],
      brandedContent: false,
      ...channel,
      id: user.id,
    });
    return user;
  }

  /** The person of this login or id. */
  find(who: string): User | undefined {
    return this.users.get(who) ?? this.#byLogin.get(who.toLowerCase());
  }

  /** The person of this login. */
  byLogin(login: string): User | undefined {
    return this.#byLogin.get(login.toLowerCase());
  }

  /** The person of this login or id. Throws when there is none. */
  user(who: string): User {
    const user = this.find(who);
    if (!user) throw new Error(`the stage has no user ${who}`);
    return user;
  }

  /** Follows a change of a person's login. */
  rename(user: User, login: string): void {
    this.#byLogin.delete(user.login);
    user.login = login;
    this.#byLogin.set(login, user);
  }

  /** Takes a person out of the world, as when an account is closed. */
  removeUser(user: User): void {
    this.users.delete(user.id);
    this.#byLogin.delete(user.login);
    this.channels.delete(user.id);
    this.streams.delete(user.id);
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

  // Roles

  isModerator(channelId: string, userId: string): boolean {
    return channelId === userId || (this.moderators.get(channelId)?.has(userId) ?? false);
  }

  isVip(channelId: string, userId: string): boolean {
    return this.vips.get(channelId)?.has(userId) ?? false;
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
    const channelId = this.user(channel).id;
    const user = this.user(who);
    const holders = mapUnder(table, channelId);
    if (has) holders.set(user.id, this.clock.now());
    else holders.delete(user.id);
    this.events.emit('role', { channelId, user, role, has });
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

  /** A JWT as an extension's back end signs it; good for an hour unless `claims` say otherwise. */
  extensionJwt(claims: Readonly<Record<string, unknown>> = {}): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(this.clock.now() / 1000) + 3_600;
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp, role: 'external', ...claims })}`;
    return `${signed}.${createHmac('sha256', this.extensionSecret).update(signed).digest('base64url')}`;
  }

  // Streams

  /** Starts a stream on `channel`, or changes the one that runs. */
  goLive(
    channel: string,
    how: {
      title?: string;
      category?: string;
      viewers?: number;
      tags?: readonly string[];
      startedAt?: number;
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

  /** The category of this name or id; an unknown name becomes a new one. */
  categoryNamed(name: string): Category {
    const known = this.categories.get(name) ?? [...this.categories.values()].find((one) => one.name === name);
    if (known) return known;
    const made: Category = {
      id: String(500_000 + (hash(name) % 999_999)),
      name,
      igdbId: String(hash(name) % 300_000),
    };
    this.categories.set(made.id, made);
    return made;
  }

  // Chat

  /** Says a line in `channel`'s chat. Nobody is refused here: it is the stage's own hand. */
  say(channel: string, saying: Saying): ChatLine {
    const channelId = this.user(channel).id;
    const user =
      this.find(saying.from) ??
      this.addUser({ login: saying.from.toLowerCase(), displayName: saying.displayName ?? saying.from });
    const lines = listUnder(this.lines, channelId);
    const parent = saying.replyToId === undefined ? undefined : this.lineOf(channelId, saying.replyToId);
    const line: ChatLine = {
      id: saying.id ?? crypto.randomUUID(),
      channelId,
      userId: user.id,
      login: user.login,
      displayName: saying.displayName ?? user.displayName,
      color: saying.color ?? user.color,
      badges: saying.badges ?? this.badgesOf(channelId, user.id),
      text: saying.text,
      at: this.clock.now(),
      isFirst: saying.isFirst ?? false,
      isReturning: saying.isReturning ?? false,
      isAction: saying.isAction ?? false,
      ...(parent && {
        replyTo: {
          messageId: parent.id,
          userId: parent.userId,
          login: parent.login,
          displayName: parent.displayName,
          text: parent.text,
        },
      }),
    };
    lines.push(line);
    if (lines.length > remembered) lines.splice(0, lines.length - remembered);
    this.events.emit('message', line);
    return line;
  }

  /** The modes of a channel's chat. */
  settingsOf(channelId: string): ChatSettings {
    const found = this.settings.get(channelId) ?? openRoom();
    this.settings.set(channelId, found);
    return found;
  }

  /** Changes the modes of a channel's chat. */
  setModes(channel: string, by: string, modes: Partial<ChatSettings>): void {
    const channelId = this.user(channel).id;
    const before = { ...this.settingsOf(channelId) };
    Object.assign(this.settingsOf(channelId), modes);
    this.events.emit('settings', { channelId, by: this.user(by), before });
  }

  /** Everybody who has said something here, moderators and the broadcaster, by login. */
  chattersOf(channelId: string): readonly User[] {
    const ids = new Set([channelId, ...(this.moderators.get(channelId)?.keys() ?? [])]);
    for (const line of this.lines.get(channelId) ?? []) ids.add(line.userId);
    return [...ids]
      .flatMap((id) => this.users.get(id) ?? [])
      .filter((user) => !this.banOf(channelId, user.id))
      .sort((a, b) => a.login.localeCompare(b.login));
  }

  /** Puts a line of the system's in chat, such as an announcement. `kind` is IRC's msg-id. */
  announce(
    channel: string,
    notice: {
      kind: string;
      from: string;
      text?: string;
      system?: string;
      params?: Readonly<Record<string, string>>;
    },
  ): void {
    this.events.emit('notice', {
      channelId: this.user(channel).id,
      id: crypto.randomUUID(),
      kind: notice.kind,
      user: this.user(notice.from),
      system: notice.system ?? '',
      text: notice.text ?? '',
      params: notice.params ?? {},
      at: this.clock.now(),
    });
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

  /** The badges that follow from somebody's roles, in the order in which Twitch draws them. */
  badgesOf(channelId: string, userId: string): Record<string, string> {
    const badges: Record<string, string> = {};
    if (channelId === userId) badges['broadcaster'] = '1';
    else if (this.isModerator(channelId, userId)) badges['moderator'] = '1';
    else if (this.isVip(channelId, userId)) badges['vip'] = '1';
    const tier = this.subscribers.get(channelId)?.get(userId);
    if (tier !== undefined) badges['subscriber'] = tier === '3000' ? '3012' : tier === '2000' ? '2012' : '12';
    if (this.users.get(userId)?.broadcasterType === 'partner') badges['partner'] = '1';
    return badges;
  }

  /** A line by its id, whether deleted or not. */
  lineOf(channelId: string, messageId: string): ChatLine | undefined {
    return this.lines.get(channelId)?.find((line) => line.id === messageId);
  }

  /** The last `count` lines of a channel, oldest first; deleted ones too (see {@link World.deleted}). */
  recentLines(channel: string, count = 150): readonly ChatLine[] {
    return (this.lines.get(this.user(channel).id) ?? []).slice(-count);
  }

  /** Deletes one line. Answers whether it stood. */
  deleteMessage(channel: string, messageId: string, by = channel): boolean {
    const channelId = this.user(channel).id;
    const line = this.lineOf(channelId, messageId);
    if (!line || this.deleted.has(messageId)) return false;
    this.deleted.add(messageId);
    this.events.emit('deleted', { channelId, line, by: this.user(by) });
    return true;
  }

  /** Clears the whole chat. */
  clearChat(channel: string, by = channel): void {
    const channelId = this.user(channel).id;
    for (const line of this.lines.get(channelId) ?? []) this.deleted.add(line.id);
    this.events.emit('cleared', { channelId, by: this.user(by) });
  }

  // Bans

  /** The ban or timeout that holds now. */
  banOf(channelId: string, userId: string): Ban | undefined {
    const ban = this.bans.get(channelId)?.get(userId);
    if (ban?.until !== undefined && ban.until <= this.clock.now()) {
      this.bans.get(channelId)?.delete(userId);
      return undefined;
    }
    return ban;
  }

  /** All bans and timeouts that hold now, newest first. */
  bansOf(channelId: string): readonly Ban[] {
    return [...(this.bans.get(channelId)?.keys() ?? [])]
      .flatMap((userId) => this.banOf(channelId, userId) ?? [])
      .reverse();
  }

  /** Bans for good. */
  ban(channel: string, who: string, how: { by?: string; reason?: string } = {}): Ban {
    return this.#ban(channel, who, undefined, how);
  }

  /** Times out for `seconds`. */
  timeout(channel: string, who: string, seconds: number, how: { by?: string; reason?: string } = {}): Ban {
    return this.#ban(channel, who, seconds, how);
  }

  #ban(
    channel: string,
    who: string,
    seconds: number | undefined,
    how: { by?: string; reason?: string },
  ): Ban {
    const channelId = this.user(channel).id;
    const user = this.user(who);
    const by = this.user(how.by ?? channel);
    const at = this.clock.now();
    const ban: Ban = {
      channelId,
      userId: user.id,
      moderatorId: by.id,
      reason: how.reason ?? '',
      at,
      ...(seconds !== undefined && { until: at + seconds * 1000 }),
    };
    const bans = mapUnder(this.bans, channelId);
    bans.delete(user.id);
    bans.set(user.id, ban);
    for (const line of this.lines.get(channelId) ?? [])
      if (line.userId === user.id) this.deleted.add(line.id);
    if (seconds === undefined) this.events.emit('banned', { channelId, user, by, ban });
    else this.events.emit('timedout', { channelId, user, by, ban, seconds });
    return ban;
  }

  /** Lifts a ban or a timeout. Answers whether there was one. */
  unban(channel: string, who: string, by = channel): boolean {
    const channelId = this.user(channel).id;
    const user = this.user(who);
    const ban = this.banOf(channelId, user.id);
    if (!ban) return false;
    this.bans.get(channelId)?.delete(user.id);
    this.events.emit('unbanned', { channelId, user, by: this.user(by), wasTimeout: ban.until !== undefined });
    return true;
  }
}

/** The inner map under `key`, made when there is none. */
export function mapUnder<V>(table: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = table.get(key) ?? new Map<string, V>();
  table.set(key, found);
  return found;
}

/** The list under `key`, made when there is none. */
export function listUnder<V>(table: Map<string, V[]>, key: string): V[] {
  const found = table.get(key) ?? [];
  table.set(key, found);
  return found;
}
