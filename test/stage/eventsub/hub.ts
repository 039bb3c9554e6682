/**
 * EventSub over WebSocket: sessions, their subscriptions, and the notices that go out.
 */
import type { WebSocket } from 'ws';
import { rfc3339 } from '../world/clock.ts';
import { randomText } from '../world/ids.ts';
import type { World } from '../world/world.ts';

/** A subscription as Helix lists it. */
export interface Subscription {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly condition: Readonly<Record<string, string>>;
  readonly clientId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly createdAt: number;
  readonly cost: number;
  status: string;
  endedAt?: number;
}

interface Session {
  readonly id: string;
  socket: WebSocket;
  readonly connectedAt: number;
  readonly keepaliveSeconds: number;
  keepalive: NodeJS.Timeout | undefined;
  unused: NodeJS.Timeout | undefined;
  /** Set while the client was told to come again; the new connection proves itself with it. */
  reconnectKey?: string;
  grace?: NodeJS.Timeout;
}

/** What can be set about the hub. */
export interface HubOptions {
  /** How long a session may stay without a subscription, ms. */
  readonly unusedMs: number;
  /** How long a client has to follow a reconnect, ms. */
  readonly reconnectMs: number;
  /** One keepalive second, ms; smaller makes tests fast. */
  readonly secondMs: number;
}

/** Twitch's own times. */
export const twitchHubOptions: HubOptions = { unusedMs: 10_000, reconnectMs: 30_000, secondMs: 1_000 };

const host = 'wss://eventsub.wss.twitch.tv/ws';

/** All sessions and subscriptions of a stage. */
export class EventSubHub {
  readonly subscriptions = new Map<string, Subscription>();
  readonly #world: World;
  readonly #options: HubOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #connected = new Set<(sessionId: string) => void>();

  constructor(world: World, options: HubOptions) {
    this.#world = world;
    this.#options = options;
    world.events.on('occurred', (event) => this.#tell(event.type, event.version, event.about, event.event));
    world.auth.onRevoked((clientId, userId) => {
      for (const one of this.subscriptions.values()) {
        if (one.clientId === clientId && one.userId === userId) this.revoke(one.id, 'authorization_revoked');
      }
    });
  }

  /** Ids of the sessions that are connected, oldest first. */
  get sessions(): readonly string[] {
    return [...this.#sessions.keys()];
  }

  /** Resolves with the id of the next session that is welcomed. */
  nextSession(): Promise<string> {
    return new Promise((resolve) => {
      const told = (id: string): void => {
        this.#connected.delete(told);
        resolve(id);
      };
      this.#connected.add(told);
    });
  }

  hasSession(id: string): boolean {
    return this.#sessions.has(id);
  }

  /** Subscriptions that the caller's listing shows; ended ones stay in it for a minute. */
  list(clientId: string, userId: string | undefined): readonly Subscription[] {
    const oldest = this.#world.clock.now() - 60_000;
    return [...this.subscriptions.values()].filter(
      (one) => one.clientId === clientId && one.userId === userId && (one.endedAt ?? Infinity) > oldest,
    );
  }

  /** Makes a subscription; whether it may be made is Helix's to say. */
  subscribe(given: Omit<Subscription, 'id' | 'status' | 'createdAt' | 'endedAt'>): Subscription {
    const id = crypto.randomUUID();
    const made: Subscription = { ...given, id, status: 'enabled', createdAt: this.#world.clock.now() };
    this.subscriptions.set(id, made);
    return made;
  }

  /** Takes a client's subscription away. Answers whether there was one. */
  unsubscribe(clientId: string, id: string): boolean {
    return this.subscriptions.get(id)?.clientId === clientId && this.subscriptions.delete(id);
  }

  /** Takes a new connection. */
  accept(socket: WebSocket, url: URL): void {
    const key = url.searchParams.get('key');
    const moving =
      key === null ? undefined : [...this.#sessions.values()].find((one) => one.reconnectKey === key);
    if (key !== null && !moving) {
      socket.close(4007, 'invalid reconnect');
      return;
    }
    socket.on('error', () => socket.terminate());
    socket.on('message', () => socket.close(4001, 'client sent inbound traffic'));
    if (moving) this.#move(moving, socket);
    else this.#welcome(socket, url);
  }

  #welcome(socket: WebSocket, url: URL): void {
    const asked = Number(url.searchParams.get('keepalive_timeout_seconds') ?? '10');
    const session: Session = {
      id: `AgoQ${randomText(40)}`,
      socket,
      connectedAt: this.#world.clock.now(),
      keepaliveSeconds: Number.isFinite(asked) ? Math.min(600, Math.max(10, Math.round(asked))) : 10,
      keepalive: undefined,
      unused: undefined,
    };
    this.#sessions.set(session.id, session);
    session.unused = setTimeout(() => {
      if (!this.#inUse(session.id)) session.socket.close(4003, 'connection unused');
    }, this.#options.unusedMs);
    this.#attach(session, socket);
    this.#send(session, 'session_welcome', {
      session: this.#shape(session, 'connected', session.keepaliveSeconds, null),
    });
    for (const told of this.#connected) told(session.id);
  }

  #attach(session: Session, socket: WebSocket): void {
    socket.on('close', (code) => {
      if (session.socket === socket) this.#end(session, closed[code] ?? 'websocket_disconnected');
    });
    clearInterval(session.keepalive);
    session.keepalive = setInterval(
      () => this.#send(session, 'session_keepalive', {}),
      session.keepaliveSeconds * this.#options.secondMs,
    );
  }

  #move(session: Session, socket: WebSocket): void {
    clearTimeout(session.grace);
    delete session.reconnectKey;
    session.socket = socket;
    this.#attach(session, socket);
    this.#send(session, 'session_welcome', {
      session: this.#shape(session, 'connected', session.keepaliveSeconds, null),
    });
    for (const told of this.#connected) told(session.id);
  }

  #end(session: Session, status: string): void {
    clearInterval(session.keepalive);
    clearTimeout(session.unused);
    clearTimeout(session.grace);
    this.#sessions.delete(session.id);
    for (const one of this.subscriptions.values()) {
      if (one.sessionId !== session.id || one.status !== 'enabled') continue;
      one.status = status;
      one.endedAt = this.#world.clock.now();
    }
  }

  #inUse(sessionId: string): boolean {
    return [...this.subscriptions.values()].some(
      (one) => one.sessionId === sessionId && one.status === 'enabled',
    );
  }

  #shape(session: Session, status: string, keepalive: number | null, reconnectUrl: string | null): object {
    return {
      id: session.id,
      status,
      keepalive_timeout_seconds: keepalive,
      reconnect_url: reconnectUrl,
      connected_at: nanoseconds(session.connectedAt),
    };
  }

  #send(
    session: Session,
    type: string,
    payload: object,
    more: object = {},
    messageId = crypto.randomUUID() as string,
  ): void {
    const metadata = {
      message_id: messageId,
      message_type: type,
      message_timestamp: nanoseconds(this.#world.clock.now()),
      ...more,
    };
    session.socket.send(JSON.stringify({ metadata, payload }));
    if (type !== 'session_keepalive') session.keepalive?.refresh();
  }

  #tell(type: string, version: string, about: Readonly<Record<string, string>>, event: object): void {
    for (const one of this.subscriptions.values()) {
      const wanted = one.type === type && one.version === version && one.status === 'enabled';
      if (
        wanted &&
        Object.entries(one.condition).every(([name, id]) => about[name] === undefined || about[name] === id)
      ) {
        this.notify(one.id, event);
      }
    }
  }

  /** Sends `event` to one subscription. The same `messageId` twice is the repetition that Twitch allows itself. */
  notify(subscriptionId: string, event: object, messageId?: string): void {
    const one = this.subscriptions.get(subscriptionId);
    const session = one && this.#sessions.get(one.sessionId);
    if (!session) return;
    const more = { subscription_type: one.type, subscription_version: one.version };
    this.#send(session, 'notification', { subscription: subscriptionShape(one), event }, more, messageId);
  }

  /** Takes a subscription away and says so. `status` is a reason such as `authorization_revoked`. */
  revoke(subscriptionId: string, status: string): void {
    const one = this.subscriptions.get(subscriptionId);
    if (one?.status !== 'enabled') return;
    one.status = status;
    one.endedAt = this.#world.clock.now();
    const session = this.#sessions.get(one.sessionId);
    if (!session) return;
    const more = { subscription_type: one.type, subscription_version: one.version };
    this.#send(session, 'revocation', { subscription: subscriptionShape(one) }, more);
  }

  /** Tells every client to come again elsewhere. */
  reconnect(): void {
    for (const session of this.#sessions.values()) {
      session.reconnectKey = randomText(24);
      const old = session.socket;
      const url = `${host}?key=${session.reconnectKey}&id=${session.id}`;
      this.#send(session, 'session_reconnect', { session: this.#shape(session, 'reconnecting', null, url) });
      session.grace = setTimeout(
        () => old.close(4004, 'reconnect grace time expired'),
        this.#options.reconnectMs,
      );
    }
  }

  /** Stops the keepalives: the connections stand, but nothing comes any more. */
  silence(): void {
    for (const session of this.#sessions.values()) clearInterval(session.keepalive);
  }

  /** Stops all timers and lets every connection go. */
  close(): void {
    for (const session of [...this.#sessions.values()]) {
      this.#end(session, 'websocket_disconnected');
      session.socket.terminate();
    }
  }

  /** Ends every connection: with a code as Twitch does, without one as a broken line does. */
  drop(code?: number): void {
    for (const session of [...this.#sessions.values()]) {
      if (code === undefined) session.socket.terminate();
      else session.socket.close(code);
    }
  }
}

/** What a subscription's status becomes when its connection ends with a code. */
const closed: Readonly<Record<number, string>> = {
  4000: 'websocket_internal_error',
  4001: 'websocket_received_inbound_traffic',
  4002: 'websocket_failed_ping_pong',
  4003: 'websocket_connection_unused',
  4004: 'websocket_failed_to_reconnect',
  4005: 'websocket_network_timeout',
  4006: 'websocket_network_error',
};

/** A subscription as it stands in a message and in Helix. */
export function subscriptionShape(one: Subscription): object {
  return {
    id: one.id,
    status: one.status,
    type: one.type,
    version: one.version,
    cost: one.cost,
    condition: one.condition,
    transport: { method: 'websocket', session_id: one.sessionId },
    created_at: nanoseconds(one.createdAt),
  };
}

/** RFC 3339 with nine digits, as EventSub writes it. */
function nanoseconds(ms: number): string {
  return `${rfc3339(ms).slice(0, -1)}.${String(ms % 1000).padStart(3, '0')}000000Z`;
}
