/** `www.twitch.tv` and the dashboard: the page at every path, its files, and the feed of each chat. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';

import type { User } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type PageFiles, pageFiles } from './build.ts';
import { frameAncestors } from './chat-wall.ts';
import type { FeedEvent, FeedRole, FeedSaying, PageStart } from './feed.ts';
import { feedChannel, feedChannels, feedLine, feedUser } from './feed-of.ts';
import { clipsHost, dashboardHost, isOnDashboard, pathOn, type Route, routeOf } from './routes.ts';
import { defaultOptions, optionsFrom, type PageOptions, type ReactVersion } from './options.ts';

/** What answers for the page's host. */
export interface PageHandler {
  /** Answers any request to the host. */
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Takes a WebSocket to `/stage/feed`; others are refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The page's switches; pages loaded from now on have them. */
  options: PageOptions;
  /** Ends every feed. */
  close(): void;
}

/** Line id → login of who deleted it. */
type Deleters = Map<string, string>;

/** Lines of history that a page gets when it opens. */
const history = 100;

/** Makes the handler of both. Who looks at the page: `?as=login`, else who is logged in in the world. */
export function pageHandler(world: World): PageHandler {
  const sockets = new WebSocketServer({ noServer: true });
  const files = new Map<ReactVersion, Promise<PageFiles>>();
  const filesFor = (react: ReactVersion): Promise<PageFiles> => {
    const made = files.get(react) ?? pageFiles(react);
    files.set(react, made);
    return made;
  };
  const deleters: Deleters = new Map();
  const stopListening = world.events.on('deleted', ({ line, by }) => deleters.set(line.id, by.login));

  const handler: PageHandler = {
    options: defaultOptions,

    async request(request, response) {
      const url = addressOf(request);
      if (url.pathname === '/stage/page.js' || url.pathname === '/stage/page.css') {
        const { script, style } = await filesFor(optionsFrom(url.searchParams).react);
        const isScript = url.pathname.endsWith('.js');
        response.writeHead(200, {
          'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
        });
        response.end(isScript ? script : style);
      } else if (url.pathname.startsWith('/stage/') || /\.\w+$/.test(url.pathname)) {
        response.writeHead(404).end();
      } else sendPage(world, url, request, response, handler.options);
    },

    upgrade(request, socket, head) {
      const url = addressOf(request);
      const channel = world.find(url.searchParams.get('channel') ?? '');
      if (url.pathname !== '/stage/feed' || !channel) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
        return;
      }
      const viewer = world.find(url.searchParams.get('as') ?? '');
      sockets.handleUpgrade(request, socket, head, (feed) => tell(world, deleters, channel, viewer, feed));
    },

    close() {
      stopListening();
      for (const feed of sockets.clients) feed.terminate();
      sockets.close();
    },
  };
  return handler;
}

function addressOf(request: IncomingMessage): URL {
  const own = [dashboardHost, clipsHost].find((host) => request.headers.host?.startsWith(host) === true);
  return new URL(request.url ?? '/', `https://${own ?? 'www.twitch.tv'}`);
}

function sendPage(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  switches: PageOptions,
): void {
  const viewer = viewerOf(world, url, request);
  const options = optionsFrom(url.searchParams, switches);
  const route = routeOf(pathOn(url.hostname, url.pathname));
  if (isOnDashboard(route) !== (url.hostname === dashboardHost)) {
    response.writeHead(404).end();
    return;
  }
  const channel = channelOf(world, route);
  const start: PageStart = {
    ...(viewer && { viewer: feedUser(viewer) }),
    channels: feedChannels(world, channel),
    options,
    ...(route.page === 'recording' &&
      channel && {
        recording: {
          login: channel.login,
          lines: world.recentLines(channel.login, history).map((line) => feedLine(world, line)),
        },
      }),
  };
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': frameAncestors(url),
    'set-cookie': cookies(url, viewer),
  });
  response.end(html(start, !route.page.endsWith('popout')));
}

/** Whose page stands at a route. */
function channelOf(world: World, route: Route): User | undefined {
  if (route.page === 'home') return undefined;
  if (route.page !== 'recording') return world.find(route.login);
  const { videos, clips } = world.recordings;
  const found = route.kind === 'video' ? videos.get(route.id) : clips.find(({ id }) => id === route.id);
  return found && world.users.get(found.channelId);
}

/** Who looks at the page: as the address says, as an earlier address said, or whoever is logged in in the world. */
function viewerOf(world: World, url: URL, request: IncomingMessage): User | undefined {
  const kept = /(?:^|; )stage-as=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  const login = url.searchParams.get('as') ?? kept ?? world.auth.signedIn ?? '';
  return world.find(login);
}

/** The cookies of Twitch's that tell a page who is logged in, and the stage's own for the next page. */
function cookies(url: URL, viewer: User | undefined): string[] {
  const user = viewer && { id: viewer.id, login: viewer.login, displayName: viewer.displayName };
  const age = user ? '' : '; Max-Age=0';
  return [
    `twilight-user=${user ? encodeURIComponent(JSON.stringify(user)) : ''}; Path=/${age}`,
    ...(url.searchParams.has('as') ? [`stage-as=${url.searchParams.get('as') ?? ''}; Path=/`] : []),
  ];
}

function html(start: PageStart, hasFrame: boolean): string {
  // A script element ends at the first `</`, whatever its text says.
  const json = JSON.stringify(start).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en-US" class="tw-root--theme-${start.options.theme} tw-root--hover${hasFrame ? '' : ' stage-popout'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Twitch</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stage/page.css?react=${start.options.react}">
<script type="application/json" id="stage-start">${json}</script>
<script type="module" src="/stage/page.js?react=${start.options.react}"></script>
</head>
<body><div id="root"></div></body>
</html>
`;
}

/** Tells a page what happens in a chat, until it goes. */
function tell(
  world: World,
  deleters: Deleters,
  channel: User,
  viewer: User | undefined,
  feed: WebSocket,
): void {
  const send = (event: FeedEvent): void => feed.send(JSON.stringify(event));
  const role = (): FeedRole => ({
    moderator: viewer !== undefined && world.isModerator(channel.id, viewer.id),
    lead: viewer !== undefined && world.isLead(channel.id, viewer.id),
    vip: viewer !== undefined && world.isVip(channel.id, viewer.id),
    editor: viewer !== undefined && world.isEditor(channel.id, viewer.id),
  });
  const here = <T extends { readonly channelId: string }>(then: (event: T) => void) => {
    return (event: T): void => {
      if (event.channelId === channel.id) then(event);
    };
  };
  const channelChanged = here(() => send({ type: 'channel', channel: feedChannel(world, channel) }));
  const { events } = world;
  const ends = [
    events.on(
      'message',
      here((line) => send({ type: 'line', line: feedLine(world, line) })),
    ),
    events.on(
      'deleted',
      here(({ line, by }) =>
        send({
          type: 'gone',
          login: line.login,
          messageId: line.id,
          gone: { how: 'delete', by: by.login },
        }),
      ),
    ),
    events.on(
      'timedout',
      here(({ user, by, seconds }) =>
        send({ type: 'gone', login: user.login, gone: { how: 'timeout', by: by.login, seconds } }),
      ),
    ),
    events.on(
      'banned',
      here(({ user, by }) => send({ type: 'gone', login: user.login, gone: { how: 'ban', by: by.login } })),
    ),
    events.on(
      'unbanned',
      here(({ user, by, wasTimeout }) =>
        send({ type: 'unbanned', login: user.login, by: by.login, wasTimeout }),
      ),
    ),
    events.on(
      'cleared',
      here(({ by }) => send({ type: 'cleared', by: by.login })),
    ),
    events.on(
      'role',
      here(({ user }) => {
        if (user.id === viewer?.id) send({ type: 'role', ...role() });
      }),
    ),
    events.on(
      'notice',
      here(({ id, at, kind, user, system, text, params }) =>
        send({
          type: 'notice',
          notice: {
            id,
            at,
            kind,
            user: feedUser(user),
            badges: world.badgesOf(channel.id, user.id),
            system,
            text,
            ...(params['msg-param-color'] !== undefined && { color: params['msg-param-color'] }),
          },
        }),
      ),
    ),
    events.on('channel', channelChanged),
    events.on('live', channelChanged),
    events.on('offline', channelChanged),
  ];
  feed.on('close', () => {
    for (const end of ends) end();
  });
  feed.on('message', (data: Buffer) => {
    const saying = JSON.parse(data.toString()) as FeedSaying;
    if (viewer) hear(world, channel, viewer, saying);
  });
  send({
    type: 'history',
    ...role(),
    lines: world
      .recentLines(channel.login, history)
      .map((line) => feedLine(world, line, deleters.get(line.id))),
  });
}

/** The viewer wrote something. Twitch's page turns commands into calls of its own; here the world obeys. */
function hear(world: World, channel: User, viewer: User, { text, replyToId }: FeedSaying): void {
  const [word = '', target = '', seconds = '600'] = text.split(' ');
  const moderates = world.isModerator(channel.id, viewer.id);
  if (!word.startsWith('/') || word === '/me') {
    world.say(channel.login, {
      from: viewer.login,
      text: word === '/me' ? text.slice(4) : text,
      isAction: word === '/me',
      ...(replyToId !== undefined && { replyToId }),
    });
    return;
  }
  if (!moderates) return;
  if (word === '/delete') world.deleteMessage(channel.login, target, viewer.login);
  if (word === '/clear') world.clearChat(channel.login, viewer.login);
  if (!world.find(target)) return;
  if (word === '/ban') world.ban(channel.login, target, { by: viewer.login });
  if (word === '/timeout') world.timeout(channel.login, target, Number(seconds), { by: viewer.login });
  if (word === '/unban' || word === '/untimeout') world.unban(channel.login, target, viewer.login);
}
