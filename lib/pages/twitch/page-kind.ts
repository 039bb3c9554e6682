/** Which page of Twitch an address is, and whose. Pure. */

/** Pages that have a live chat. */
export type LivePage =
  'channel' | 'popout' | 'embed' | 'moderator' | 'moderator-popout' | 'dashboard' | 'dashboard-popout';

/** A page of Twitch. `login` is the broadcaster's, lower case. */
export type Page =
  | { readonly kind: LivePage; readonly login: string }
  | { readonly kind: 'video' | 'clip'; readonly login?: string }
  | { readonly kind: 'other' };

/** First path segments that are pages of Twitch and not logins. */
const reserved = new Set(
  (
    'activate annual-recap bits broadcast collections dashboard directory downloads drops embed event following friends ' +
    'inventory jobs login logout messages moderator moderators p payments popout popular prime privacy products ' +
    'redeem search settings signup store subs subscriptions team terms-of-service turbo u user videos wallet'
  ).split(' '),
);

const login = '(?<login>[a-z0-9_]{1,25})';

/** Address forms, most specific first. */
const forms: readonly (readonly [kind: Exclude<Page['kind'], 'other'>, host: RegExp, path: RegExp])[] = (
  [
    ['dashboard-popout', 'dashboard', `popout/u/${login}/stream-manager/chat`],
    ['dashboard', 'dashboard', `u/${login}/stream-manager`],
    ['clip', 'clips', '[^/]+'],
    ['moderator-popout', 'www', `popout/moderator/${login}/chat`],
    ['popout', 'www', `popout/${login}/chat`],
    ['embed', 'www', `embed/${login}/chat`],
    ['moderator', 'www', `moderator/${login}`],
    ['video', 'www', 'videos/\\d+'],
    ['video', 'www', `${login}/v(?:ideo)?/\\d+`],
    ['clip', 'www', `${login}/clip/[^/]+`],
    ['channel', 'www', `${login}(?:/.*)?`],
  ] as const
).map(([kind, host, path]) => [
  kind,
  new RegExp(`^${host === 'www' ? '(?:www\\.)?' : `${host}\\.`}twitch\\.tv$`),
  new RegExp(`^/${path}/?$`, 'i'),
]);

/** The page that `address` is. */
export function pageAt(address: string): Page {
  const { hostname, pathname } = new URL(address);
  for (const [kind, host, path] of forms) {
    if (!host.test(hostname)) continue;
    const found = path.exec(pathname);
    if (!found) continue;
    const owner = found.groups?.['login']?.toLowerCase();
    if (owner === undefined) return kind === 'video' || kind === 'clip' ? { kind } : { kind: 'other' };
    return reserved.has(owner) ? { kind: 'other' } : { kind, login: owner };
  }
  return { kind: 'other' };
}

/** The channel whose live chat stands on `page`, if there is one. */
export function liveChannel(page: Page): string | undefined {
  return page.kind === 'other' || page.kind === 'video' || page.kind === 'clip' ? undefined : page.login;
}
