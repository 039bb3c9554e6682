/**
 * The stage: a local Twitch at its real host names. {@link startStage} opens it on loopback; a browser is led to it with
 * {@link Stage.chromiumArgs} or {@link Stage.firefoxPrefs}.
 */
import { createServer, type Server as TlsServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { chzzkHost, chzzkHosts } from './chzzk/host.ts';
import { ChzzkChat } from './chzzk/chat.ts';
import { ChzzkFollows } from './chzzk/follows.ts';
import { ChzzkManage } from './chzzk/manage/state.ts';
import { chzzkChatHosts, ChzzkSockets } from './chzzk/socket/server.ts';
import { Naver } from './chzzk/naver.ts';
import { cdnHost } from './cdn/pictures.ts';
import { Drive } from './drive.ts';
import { EventSubHub, type HubOptions, twitchHubOptions } from './eventsub/hub.ts';
import { tellEventSub } from './eventsub/tell.ts';
import { Faults, type FaultPlace, sendStatus, spoil } from './faults.ts';
import { apiHost, endpointFor } from './helix/host.ts';
import { ChatServer } from './irc/room.ts';
import { activate } from './oauth/device.ts';
import { clipsHost, dashboardHost } from './page/routes.ts';
import { chatWall, wallHost } from './page/chat-wall.ts';
import { playerAlone, playerHost } from './page/standing-alone.ts';
import { idHost } from './oauth/host.ts';
import { chromiumArgs, firefoxPrefs } from './server/browsers.ts';
import { certificateFor } from './server/certificate.ts';
import { type Asked, readBody, sendHtml, sendJson } from './server/http.ts';
import { startProxy } from './server/proxy.ts';
import { page } from './oauth/pages.ts';
import { type Follows, growFollows, seededWorld } from './world/seed.ts';
import type { World } from './world/world.ts';

/** The host names that the stage answers for. */
export const hosts = [
  'id.twitch.tv',
  'api.twitch.tv',
  'eventsub.wss.twitch.tv',
  'irc-ws.chat.twitch.tv',
  'www.twitch.tv',
  dashboardHost,
  clipsHost,
  'twitch.tv',
  'm.twitch.tv',
  'static-cdn.jtvnw.net',
  'nng-phinf.pstatic.net',
  'video-phinf.pstatic.net',
  'livecloud-thumb.akamaized.net',
  wallHost,
  playerHost,
  ...chzzkHosts,
  ...chzzkChatHosts,
] as const;

/** Who answers for www.twitch.tv and the dashboard. */
export interface PageHost {
  request(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  /** Takes a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** What can be chosen at the start. */
export interface StageOptions {
  /** The world; a seeded one by default. */
  readonly world?: World;
  /** Whom Stagehand follows. In the seeded world these are 24 channels, of which 14 are live. */
  readonly follows?: Follows;
  /** Times of the EventSub server. */
  readonly eventsub?: Partial<HubOptions>;
  /** Preferences for Firefox beside those that lead it here. */
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}

/** A request that reached the stage. Bodies and headers are not kept: they hold tokens. */
export interface RecordedRequest {
  /** By the stage's clock, ms. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** With `?`; values of `access_token` and its like are struck out. */
  readonly query: string;
  /** Zero while the answer is not sent, or when the connection was dropped. */
  status: number;
}

/** A running stage. */
export interface Stage {
  readonly httpsPort: number;
  readonly proxyPort: number;
  readonly hosts: readonly string[];
  readonly world: World;
  /** Who is logged in on CHZZK. */
  readonly naver: Naver;
  /** Whom they follow there. */
  readonly chzzk: ChzzkFollows;
  /** What they manage there. */
  readonly manage: ChzzkManage;
  /** What is said in the chats there. */
  readonly chzzkChat: ChzzkChat;
  /** Who reads them through a socket. */
  readonly chzzkSockets: ChzzkSockets;
  readonly drive: Drive;
  readonly requests: readonly RecordedRequest[];
  /** Hosts that somebody asked for and the stage does not have. */
  readonly strays: readonly string[];
  /** Plugs in the pages of www.twitch.tv and the dashboard. */
  setPages(pages: PageHost): void;
  /** Resolves with the next request that `wanted` accepts, once it is answered. */
  nextRequest(wanted: (request: RecordedRequest) => boolean): Promise<RecordedRequest>;
  chromiumArgs(): string[];
  firefoxPrefs(): Record<string, string | number | boolean>;
  close(): Promise<void>;
}

/** Opens a stage on free ports of loopback. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const world = options.world ?? seededWorld();
  if (options.follows) growFollows(world, 'stagehand', options.follows);
  const naver = new Naver();
  const chzzk = new ChzzkFollows();
  const manage = new ChzzkManage();
  const chzzkChat = new ChzzkChat();
  const chzzkSockets = new ChzzkSockets(chzzkChat);
  const faults = new Faults();
  const hub = new EventSubHub(world, { ...twitchHubOptions, ...options.eventsub });
  world.eventsub = hub;
  tellEventSub(world);
  const chat = new ChatServer(world);
  const requests: RecordedRequest[] = [];
  const strays: string[] = [];
  const waiting = new Set<(request: RecordedRequest) => void>();
  let pages: PageHost | undefined;

  const routes: Readonly<Record<string, (asked: Asked) => void>> = {
    'id.twitch.tv': (asked) => idHost(asked, world),
    'api.twitch.tv': (asked) => apiHost(asked, world),
    'static-cdn.jtvnw.net': cdnHost,
    'nng-phinf.pstatic.net': cdnHost,
    'video-phinf.pstatic.net': cdnHost,
    'livecloud-thumb.akamaized.net': cdnHost,
    [wallHost]: chatWall,
    [playerHost]: (asked) => playerAlone(asked, world),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url ?? '/', `https://${host === '' ? 'nowhere' : host}`);
    const method = request.method ?? 'GET';
    const record: RecordedRequest = {
      at: world.clock.now(),
      host,
      method,
      path: url.pathname,
      query: struck(url),
      status: 0,
    };
    requests.push(record);
    response.on('close', () => {
      record.status = response.writableFinished ? response.statusCode : 0;
      for (const tell of waiting) tell(record);
    });
    if (!(hosts as readonly string[]).includes(host)) {
      strays.push(host);
      response.writeHead(502);
      response.end();
      return;
    }
    const endpoint = host === 'api.twitch.tv' ? endpointFor(method, url.pathname) : undefined;
    const places = [endpoint?.id, host === 'api.twitch.tv' && 'helix', `${host}${url.pathname}`].filter(
      Boolean,
    );
    // A browser's own question, whether a page may ask, is no call yet.
    const isCall = method !== 'OPTIONS';
    if (isCall) await faults.wait(places as FaultPlace[]);
    const fault = isCall ? faults.take(places as FaultPlace[]) : undefined;
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.kind === 'drop' && fault.when === 'before') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'status') {
      sendStatus(response, fault);
      return;
    }
    if (fault) spoil(response, fault);
    const isChzzk = (chzzkHosts as readonly string[]).includes(host);
    const route = isChzzk
      ? (asked: Asked) => chzzkHost(asked, naver, chzzk, manage, chzzkChat)
      : routes[host];
    if (!route && url.pathname !== '/activate') {
      // The pages' own handlers read the request themselves.
      if (pages) await pages.request(request, response);
      else placeholder(response, url);
      return;
    }
    // CHZZK decides itself which pages may read its answers.
    if (!isChzzk && crossOrigin(request, response)) return;
    const asked: Asked = {
      host,
      method,
      url,
      headers: request.headers,
      body: await readBody(request),
      request,
      response,
    };
    if (route) route(asked);
    else activate(asked, world);
  }

  const server = createServer(await certificateFor(hosts), (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (request.destroyed && !response.headersSent && response.destroyed) return;
      console.error(error);
      if (!response.headersSent)
        sendJson(response, 500, { error: 'Internal Server Error', status: 500, message: String(error) });
      else response.destroy();
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket: Socket, head) => {
    // Who is refused may break the line off as well, and then nobody else listens.
    socket.on('error', () => socket.destroy());
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url ?? '/', `https://${host}`);
    requests.push({ at: world.clock.now(), host, method: 'GET', path: url.pathname, query: '', status: 101 });
    const fault = faults.take([`${host}${url.pathname}` as FaultPlace]);
    if (!fault && pages && (host === 'www.twitch.tv' || host === dashboardHost)) {
      pages.upgrade(request, socket, head);
      return;
    }
    const isChzzkChat = (chzzkChatHosts as readonly string[]).includes(host);
    const known =
      host === 'eventsub.wss.twitch.tv'
        ? url.pathname === '/ws'
        : isChzzkChat
          ? url.pathname === '/chat'
          : host === 'irc-ws.chat.twitch.tv';
    if (fault || !known) {
      if (!known) strays.push(host);
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (host === 'eventsub.wss.twitch.tv') hub.accept(opened, url);
      else if (isChzzkChat) chzzkSockets.accept(opened, host);
      else chat.accept(opened);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const httpsPort = (server.address() as AddressInfo).port;
  const proxy = await startProxy(httpsPort, hosts, strays);

  return {
    httpsPort,
    proxyPort: proxy.port,
    hosts,
    world,
    naver,
    chzzk,
    manage,
    chzzkChat,
    chzzkSockets,
    drive: new Drive(world, faults, hub, chat),
    requests,
    strays,
    setPages: (given) => {
      pages = given;
    },
    nextRequest: (wanted) =>
      new Promise((resolve) => {
        const tell = (request: RecordedRequest): void => {
          if (!wanted(request)) return;
          waiting.delete(tell);
          resolve(request);
        };
        waiting.add(tell);
      }),
    chromiumArgs: () => chromiumArgs(httpsPort),
    firefoxPrefs: () => ({ ...firefoxPrefs(proxy.port), ...options.firefoxPrefs }),
    close: async () => {
      hub.close();
      pages?.close();
      for (const socket of sockets.clients) socket.terminate();
      await Promise.all([proxy.close(), closeServer(server)]);
    },
  };
}

function closeServer(server: TlsServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Lets any origin read the answer, as Twitch does. Answers the browser's own question beforehand. */
function crossOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.origin === undefined) return false;
  response.setHeader('access-control-allow-origin', '*');
  if (request.method !== 'OPTIONS') return false;
  response.setHeader('access-control-allow-headers', 'authorization, client-id, content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  response.writeHead(204);
  response.end();
  return true;
}

function placeholder(response: ServerResponse, url: URL): void {
  sendHtml(
    response,
    200,
    page(
      'Twitch',
      `<h1>The stage</h1><p>${url.pathname === '/' ? 'Nothing is shown here.' : 'There is no such page yet.'}</p>`,
    ),
  );
}

function struck(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of ['access_token', 'token', 'refresh_token', 'client_secret', 'device_code']) {
    if (query.has(name)) query.set(name, '…');
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
