/** Which page of Twitch an address is, and whose. Pure. */

/** Pages that have a live chat. */
export type LivePage =
  'channel' | 'popout' | 'embed' | 'moderator' | 'moderator-popout' | 'dashboard' | 'dashboard-popout';

/** A page of something recorded. Whose it is the address says only by the way, or not at all. */
export interface RecordingPage {
  readonly kind: 'video' | 'clip';
  /** The platform's own id: digits of a video, words of a clip. */
  readonly id: string;
}

/** A page of Twitch. `login` is the broadcaster's, lower case. */
export type Page =
  { readonly kind: LivePage; readonly login: string } | RecordingPage | { readonly kind: 'other' };

/** First path segments that are pages of Twitch and not logins. */
const reserved = new Set(
  (
    'activate annual-recap bits broadcast collections dashboard directory downloads drops embed event following friends ' +
    'inventory jobs login logout messages moderator moderators p payments popout popular prime privacy products ' +
    'redeem search settings signup store subs subscriptions team terms-of-service turbo u user videos wallet'
  ).split(' '),
);

const login = '(?<login>[a-z0-9_]{1,25})';
const slug = '(?<id>[a-z0-9_-]{1,100})';
const digits = '(?<id>\\d{1,20})';

/** Address forms, most specific first. */
const forms: readonly (readonly [kind: Exclude<Page['kind'], 'other'>, host: RegExp, path: RegExp])[] = (
  [
    ['dashboard-popout', 'dashboard', `popout/u/${login}/stream-manager/chat`],
    ['dashboard', 'dashboard', `u/${login}/stream-manager`],
    ['clip', 'clips', slug],
    ['moderator-popout', 'www', `popout/moderator/${login}/chat`],
    ['popout', 'www', `popout/${login}/chat`],
    ['embed', 'www', `embed/${login}/chat`],
    ['moderator', 'www', `moderator/${login}`],
    ['video', 'www', `videos/${digits}`],
    ['video', 'www', `${login}/v(?:ideo)?/${digits}`],
    ['clip', 'www', `${login}/clip/${slug}`],
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
    const { login: named = '', id = '' } = found.groups ?? {};
    const owner = named.toLowerCase();
    if (reserved.has(owner)) break;
    return kind === 'video' || kind === 'clip' ? { kind, id } : { kind, login: owner };
  }
  return { kind: 'other' };
}

/** The channel whose live chat stands on `page`, if there is one. */
export function liveChannel(page: Page): string | undefined {
  return 'login' in page ? page.login : undefined;
}

/** What is shown on `page`, if it was recorded. */
export function recordingOn(page: Page): RecordingPage | undefined {
  return 'id' in page ? page : undefined;
}
