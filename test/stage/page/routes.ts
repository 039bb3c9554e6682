/** What a path shows. */
export type Route =
  | { readonly page: 'channel' | 'popout' | 'moderator'; readonly login: string }
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
]);

/** Reads a path. */
export function routeOf(path: string): Route {
  const [first = '', second = '', third] = path.split('/').filter(Boolean);
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

/** The name that the root carries while a route's page stands. */
export const pageNames = {
  channel: 'ChannelPage',
  popout: 'PopoutChatPage',
  moderator: 'ModerationViewChannelPage',
  recording: 'VideoPage',
  home: 'HomePage',
} as const;
