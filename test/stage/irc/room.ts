/** IRC over WebSocket: log in, join, read, speak, as Twitch's chat server has it. */
import type { WebSocket } from 'ws';
import type { ChatLine, User } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { actionIn, actionLine, badgeTag, readLine, tagText } from './line.ts';

const server = ':tmi.twitch.tv';

interface Seat {
  readonly socket: WebSocket;
  readonly capabilities: Set<string>;
  readonly rooms: Set<string>;
  pass: string;
  nick: string;
  user: User | undefined;
  anonymous: boolean;
  scopes: readonly string[];
}

/** The chat server of a stage. */
export class ChatServer {
  readonly #world: World;
  readonly #seats = new Set<Seat>();

  constructor(world: World) {
    this.#world = world;
    const { events } = world;
    events.on('message', (line) => this.#said(line));
    events.on('deleted', ({ channelId, line }) =>
      this.#toRoom(
        channelId,
        'CLEARMSG',
        { login: line.login, 'room-id': '', 'target-msg-id': line.id, 'tmi-sent-ts': this.#now() },
        line.text,
      ),
    );
    events.on('cleared', ({ channelId }) =>
      this.#toRoom(channelId, 'CLEARCHAT', { 'room-id': channelId, 'tmi-sent-ts': this.#now() }),
    );
    events.on('timedout', ({ channelId, user, seconds }) =>
      this.#clearUser(channelId, user, { 'ban-duration': String(seconds) }),
    );
    events.on('banned', ({ channelId, user }) => this.#clearUser(channelId, user, {}));
    events.on('notice', (notice) => {
      const { channelId, user, id, kind, system, text, params } = notice;
      const tags = {
        ...this.#userTags(channelId, user),
        id,
        login: user.login,
        'msg-id': kind,
        'room-id': channelId,
        'system-msg': system,
        'tmi-sent-ts': String(notice.at),
        'user-id': user.id,
      };
      this.#toRoom(channelId, 'USERNOTICE', { ...tags, ...params }, text === '' ? undefined : text);
    });
    events.on('settings', ({ channelId }) => this.#toRoom(channelId, 'ROOMSTATE', this.#roomTags(channelId)));
  }

  /** Takes a new connection. */
  accept(socket: WebSocket): void {
    const seat: Seat = {
      socket,
      capabilities: new Set(),
      rooms: new Set(),
      pass: '',
      nick: '',
      user: undefined,
      anonymous: false,
      scopes: [],
    };
    this.#seats.add(seat);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#seats.delete(seat));
    socket.on('message', (data: Buffer) => {
      for (const line of data.toString('utf8').split('\r\n')) if (line !== '') this.#heard(seat, line);
    });
  }

  /** Tells every client to come again. */
  reconnect(): void {
    for (const seat of this.#seats) send(seat, `${server} RECONNECT`);
  }

  /** Breaks every connection. */
  drop(): void {
    for (const seat of this.#seats) seat.socket.terminate();
  }

  /** Sends a raw line to everybody in a room, or to everybody. */
  raw(line: string, channel?: string): void {
    for (const seat of this.#seats) if (channel === undefined || seat.rooms.has(channel)) send(seat, line);
  }

  ping(): void {
    this.raw('PING :tmi.twitch.tv');
  }

  #heard(seat: Seat, whole: string): void {
    const { tags, command, rest } = readLine(whole);
    switch (command) {
      case 'CAP':
        this.#capabilities(seat, rest);
        break;
      case 'PASS':
        seat.pass = rest.replace(/^:/, '');
        break;
      case 'NICK':
        this.#logIn(seat, rest.replace(/^:/, '').toLowerCase());
        break;
      case 'PING':
        send(seat, `${server} PONG tmi.twitch.tv ${rest.startsWith(':') ? rest : `:${rest}`}`);
        break;
      case 'PONG':
      case 'USER':
        break;
      case 'JOIN':
        for (const room of rest.split(',')) this.#join(seat, room.replace('#', '').toLowerCase());
        break;
      case 'PART':
        for (const room of rest.split(',')) this.#part(seat, room.replace('#', '').toLowerCase());
        break;
      case 'PRIVMSG':
        this.#speak(seat, rest, tags);
        break;
      case 'QUIT':
        seat.socket.close();
        break;
      default:
        send(seat, `${server} 421 ${seat.nick || 'you'} ${command} :Unknown command`);
    }
  }

  #capabilities(seat: Seat, rest: string): void {
    const wanted = /^REQ :?(.*)$/.exec(rest)?.[1]?.trim().split(' ') ?? [];
    const known = ['twitch.tv/tags', 'twitch.tv/commands', 'twitch.tv/membership'];
    const ok = wanted.length > 0 && wanted.every((one) => known.includes(one));
    if (ok) for (const one of wanted) seat.capabilities.add(one);
    send(seat, `${server} CAP * ${ok ? 'ACK' : 'NAK'} :${wanted.join(' ')}`);
  }

  #logIn(seat: Seat, nick: string): void {
    seat.nick = nick;
    const token = /^oauth:(\S+)$/.exec(seat.pass)?.[1];
    if (/^justinfan\d+$/.test(nick)) seat.anonymous = true;
    else {
      const held = token === undefined ? undefined : this.#world.auth.token(token);
      const user = held?.userId === undefined ? undefined : this.#world.users.get(held.userId);
      const fits =
        user?.login === nick && held?.scopes.some((scope) => scope === 'chat:read' || scope === 'chat:edit');
      if (!user || !held || !fits) {
        const words = token === undefined ? 'Improperly formatted auth' : 'Login authentication failed';
        send(seat, `${server} NOTICE * :${words}`);
        seat.socket.close();
        return;
      }
      if (!this.#world.quota.use(`irc login ${user.id}`, 20, 10_000)) {
        send(seat, `${server} NOTICE * :Login unsuccessful`);
        seat.socket.close();
        return;
      }
      seat.user = user;
      seat.scopes = held.scopes;
    }
    send(
      seat,
      `${server} 001 ${nick} :Welcome, GLHF!`,
      `${server} 002 ${nick} :Your host is tmi.twitch.tv`,
      `${server} 003 ${nick} :This server is rather new`,
      `${server} 004 ${nick} :-`,
      `${server} 375 ${nick} :-`,
      `${server} 372 ${nick} :You are in a maze of twisty passages, all alike.`,
      `${server} 376 ${nick} :>`,
    );
    if (seat.user) {
      const { user } = seat;
      this.#tagged(
        seat,
        {
          'badge-info': '',
          badges: '',
          color: user.color,
          'display-name': user.displayName,
          'emote-sets': '0',
          'user-id': user.id,
          'user-type': '',
        },
        'GLOBALUSERSTATE',
      );
    }
  }

  #join(seat: Seat, login: string): void {
    const channel = this.#world.find(login);
    const mayJoin = this.#world.quota.use(`irc join ${seat.nick}`, 20, 10_000);
    if (seat.nick === '' || !channel || !mayJoin) return;
    if (seat.rooms.size >= 100 && !(seat.user && this.#world.isModerator(channel.id, seat.user.id))) {
      this.#tagged(
        seat,
        { 'msg-id': 'msg_concurrent_channel_limit_reached' },
        'NOTICE',
        `#${login} :You have joined too many channels.`,
      );
      return;
    }
    seat.rooms.add(login);
    const self = `:${seat.nick}!${seat.nick}@${seat.nick}.tmi.twitch.tv`;
    send(
      seat,
      `${self} JOIN #${login}`,
      `:${seat.nick}.tmi.twitch.tv 353 ${seat.nick} = #${login} :${seat.nick}`,
      `:${seat.nick}.tmi.twitch.tv 366 ${seat.nick} #${login} :End of /NAMES list`,
    );
    this.#tagged(seat, this.#roomTags(channel.id), 'ROOMSTATE', `#${login}`);
    if (seat.user) this.#userState(seat, seat.user, channel);
  }

  #part(seat: Seat, login: string): void {
    if (seat.rooms.delete(login))
      send(seat, `:${seat.nick}!${seat.nick}@${seat.nick}.tmi.twitch.tv PART #${login}`);
  }

  #speak(seat: Seat, rest: string, tags: ReadonlyMap<string, string>): void {
    const [, login = '', said = ''] = /^#(\S+) :?(.*)$/.exec(rest) ?? [];
    const channel = this.#world.find(login);
    if (!seat.user || !channel || !seat.scopes.includes('chat:edit')) return;
    const action = actionIn(said);
    const text = Array.from(action ?? said)
      .slice(0, 500)
      .join('');
    const refusal = this.#world.refusalToSpeak(channel.id, seat.user.id, text);
    if (refusal) {
      this.#tagged(seat, { 'msg-id': refusal.code }, 'NOTICE', `#${login} :${refusal.words}`);
      return;
    }
    const replyToId = tags.get('reply-parent-msg-id');
    const id = crypto.randomUUID();
    this.#speakers.set(id, seat);
    this.#world.say(channel.id, {
      id,
      from: seat.user.id,
      text,
      isAction: action !== undefined,
      ...(replyToId !== undefined && { replyToId }),
    });
    this.#userState(seat, seat.user, channel, id);
  }

  /** Who said a line here: their own connection is not told it again. */
  readonly #speakers = new Map<string, Seat>();

  #userState(seat: Seat, user: User, channel: User, id?: string): void {
    const tags = Object.fromEntries(
      Object.entries(this.#userTags(channel.id, user)).filter(([name]) => name !== 'user-id'),
    );
    this.#tagged(
      seat,
      { ...tags, 'emote-sets': '0', ...(id !== undefined && { id }) },
      'USERSTATE',
      `#${channel.login}`,
    );
  }

  #said(line: ChatLine): void {
    const user = this.#world.user(line.userId);
    const tags: Record<string, string> = {
      ...this.#userTags(line.channelId, user),
      badges: badgeTag(line.badges),
      color: line.color,
      'display-name': line.displayName,
      emotes: '',
      'first-msg': line.isFirst ? '1' : '0',
      flags: '',
      id: line.id,
      'returning-chatter': line.isReturning ? '1' : '0',
      'room-id': line.channelId,
      'tmi-sent-ts': String(line.at),
      'user-id': line.userId,
    };
    if (line.replyTo) {
      tags['reply-parent-display-name'] = line.replyTo.displayName;
      tags['reply-parent-msg-body'] = line.replyTo.text;
      tags['reply-parent-msg-id'] = line.replyTo.messageId;
      tags['reply-parent-user-id'] = line.replyTo.userId;
      tags['reply-parent-user-login'] = line.replyTo.login;
    }
    const text = line.replyTo ? `@${line.replyTo.displayName} ${line.text}` : line.text;
    const said = line.isAction ? actionLine(text) : text;
    const login = this.#world.user(line.channelId).login;
    const speaker = this.#speakers.get(line.id);
    this.#speakers.delete(line.id);
    for (const seat of this.#seats) {
      if (seat === speaker || !seat.rooms.has(login)) continue;
      this.#tagged(
        seat,
        tags,
        'PRIVMSG',
        `#${login} :${said}`,
        `:${line.login}!${line.login}@${line.login}.tmi.twitch.tv`,
      );
    }
  }

  #clearUser(channelId: string, user: User, more: Record<string, string>): void {
    this.#toRoom(
      channelId,
      'CLEARCHAT',
      { ...more, 'room-id': channelId, 'target-user-id': user.id, 'tmi-sent-ts': this.#now() },
      user.login,
    );
  }

  #toRoom(
    channelId: string,
    command: string,
    tags: Readonly<Record<string, string>>,
    trailing?: string,
  ): void {
    const login = this.#world.user(channelId).login;
    for (const seat of this.#seats) {
      if (seat.rooms.has(login))
        this.#tagged(seat, tags, command, `#${login}${trailing === undefined ? '' : ` :${trailing}`}`);
    }
  }

  #tagged(
    seat: Seat,
    tags: Readonly<Record<string, string>>,
    command: string,
    rest = '',
    prefix = server,
  ): void {
    const needsCommands = [
      'CLEARCHAT',
      'CLEARMSG',
      'USERNOTICE',
      'ROOMSTATE',
      'USERSTATE',
      'GLOBALUSERSTATE',
      'NOTICE',
    ];
    if (needsCommands.includes(command) && !seat.capabilities.has('twitch.tv/commands')) return;
    const head = seat.capabilities.has('twitch.tv/tags') ? `@${tagText(tags)} ` : '';
    send(seat, `${head}${prefix} ${command}${rest === '' ? '' : ` ${rest}`}`);
  }

  #userTags(channelId: string, user: User): Record<string, string> {
    const badges = this.#world.badgesOf(channelId, user.id);
    const mod = this.#world.isModerator(channelId, user.id) && channelId !== user.id;
    return {
      'badge-info': badges['subscriber'] === undefined ? '' : 'subscriber/12',
      badges: badgeTag(badges),
      color: user.color,
      'display-name': user.displayName,
      mod: mod ? '1' : '0',
      subscriber: badges['subscriber'] === undefined ? '0' : '1',
      turbo: '0',
      'user-id': user.id,
      'user-type': mod ? 'mod' : '',
      ...(badges['vip'] !== undefined && { vip: '1' }),
    };
  }

  #roomTags(channelId: string): Record<string, string> {
    const modes = this.#world.settingsOf(channelId);
    return {
      'emote-only': modes.emoteOnly ? '1' : '0',
      'followers-only': modes.followerMinutes === undefined ? '-1' : String(modes.followerMinutes),
      r9k: modes.uniqueChat ? '1' : '0',
      'room-id': channelId,
      slow: String(modes.slowSeconds ?? 0),
      'subs-only': modes.subscribersOnly ? '1' : '0',
    };
  }

  #now(): string {
    return String(this.#world.clock.now());
  }
}

function send(seat: Seat, ...lines: readonly string[]): void {
  if (seat.socket.readyState === seat.socket.OPEN)
    seat.socket.send(lines.map((line) => `${line}\r\n`).join(''));
}
