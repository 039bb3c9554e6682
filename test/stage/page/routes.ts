/** The host of the dashboard, which has paths of its own. */
export const dashboardHost = 'dashboard.twitch.tv';

/** The host of clips, whose paths are their ids. */
export const clipsHost = 'clips.twitch.tv';

/** `path` on `host` as www.twitch.tv would have it. */
export const pathOn = (host: string, path: string): string =>
  host === clipsHost ? `/clips/clip${path}` : path;

/** What a path shows. */
export type Route =
  | { readonly page: 'channel' | 'popout' | 'moderator'; readonly login: string }
  | { readonly page: 'dashboard' | 'dashboard-popout'; readonly login: string }
  | { readonly page: 'recording'; readonly kind: 'video' | 'clip'; readonly id: string }
  | { readonly page: 'home' };

/** First parts of a path that are not a channel's login. */
const reserved = new Set([
  'directory',
  'videos',
  'settings',
  'search',
  'downloads',
  'embed',
  'popout',
  'moderator',
  'stage',
  'u',
]);

/** Reads a path. */
export function routeOf(path: string): Route {
  const [first = '', second = '', third, fourth] = path.split('/').filter(Boolean);
  if (first === 'u' && third === 'stream-manager') return { page: 'dashboard', login: second.toLowerCase() };
  if (first === 'popout' && second === 'u' && fourth === 'stream-manager')
    return { page: 'dashboard-popout', login: (third ?? '').toLowerCase() };
  if (first === 'embed' && third === 'chat') return { page: 'popout', login: second.toLowerCase() };
  if (first === 'popout' && second === 'moderator' && third !== undefined)
    return { page: 'popout', login: third.toLowerCase() };
  if (first === 'popout' && third === 'chat') return { page: 'popout', login: second.toLowerCase() };
  if (first === 'moderator' && second !== '') return { page: 'moderator', login: second.toLowerCase() };
  if (first === 'videos' && second !== '') return { page: 'recording', kind: 'video', id: second };
  if (second === 'clip' && third !== undefined) return { page: 'recording', kind: 'clip', id: third };
  if (first === '' || reserved.has(first)) return { page: 'home' };
  return { page: 'channel', login: first.toLowerCase() };
}

/** Whether a page is one of the dashboard's. */
export const isOnDashboard = ({ page }: Route): boolean => page.startsWith('dashboard');

/** The name that the root carries while a route's page stands. Those of the dashboard nobody has told; they are guesses. */
export const pageNames = {
  channel: 'ChannelPage',
  popout: 'PopoutChatPage',
  moderator: 'ModerationViewChannelPage',
  dashboard: 'StreamManagerPage',
  'dashboard-popout': 'PopoutStreamManagerChatPage',
  recording: 'VideoPage',
  home: 'HomePage',
} as const;
