/** The third layer of the world: what is said in the chat rooms, and who may not speak in them. */
import { Channels } from './channels.ts';
import type { Ban, ChatLine, Saying, User } from './records.ts';
import { type ChatSettings, openRoom } from './settings.ts';
import { listUnder, mapUnder } from './tables.ts';

/** How many lines a channel's chat remembers. */
const remembered = 5_000;

/** The chat rooms of the stage. */
export class Rooms extends Channels {
  /** Channel id → (user id → ban). Asked through {@link Rooms.banOf}, which knows which have run out. */
  readonly bans = new Map<string, Map<string, Ban>>();
  /** Channel id → lines, oldest first. */
  readonly lines = new Map<string, ChatLine[]>();
  /** Channel id → modes of its chat. */
  readonly settings = new Map<string, ChatSettings>();
  /** Channel id → the rules that it shows its chatters. Twitch's API has none of them. */
  readonly rules = new Map<string, readonly string[]>();
  /** Ids of lines that were deleted, alone or with a ban. */
  readonly deleted = new Set<string>();

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

  /** The badges that follow from somebody's roles, in the order in which Twitch draws them. */
  badgesOf(channelId: string, userId: string): Record<string, string> {
    const badges: Record<string, string> = {};
    if (channelId === userId) badges['broadcaster'] = '1';
    else if (this.isModerator(channelId, userId))
      badges[this.isLead(channelId, userId) ? 'lead_moderator' : 'moderator'] = '1';
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

  /** The last `count` lines of a channel, oldest first; deleted ones too (see {@link Rooms.deleted}). */
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
