/**
 * What the extension may reach: permissions, hosts and the content security policy.
 * The manifest is made from these tables, and `docs/permissions.md` is held to them by a test.
 */

/** A permission or host, and the feature that would not work without it. */
interface Grant {
  readonly name: string;
  readonly why: string;
  /** The only browser that knows it. */
  readonly only?: 'chrome';
}

/** Browser permissions asked for at installation. */
export const permissions = [
  { name: 'storage', why: 'Settings and, until the browser closes, the access tokens.' },
  {
    name: 'alarms',
    why: 'Refreshing the list of live channels, checking the sign-in once an hour, and going on with a sweep that is under way.',
  },
  { name: 'identity', why: 'Signing in with Twitch in the browser’s own sign-in window.' },
  {
    name: 'idle',
    why: 'Asking Twitch less often while you are away, and not at all while the screen is locked.',
  },
  {
    name: 'contextMenus',
    why: 'Lines in the browser’s own menu on links to channels and on the pages of Twitch and CHZZK.',
  },
  {
    name: 'scripting',
    why: 'Putting the tools into Twitch’s chat where you moderate, and in the others only if you have switched its quiet tools on there; and, once you have permitted that, tools into CHZZK’s chat and your changes into a CHZZK page that you have open. Also asking a page how large its screen is when you open a channel side by side from its menu.',
  },
  {
    name: 'offscreen',
    why: 'Playing the sound of a notification, if you want one: Chrome lets the background make none itself.',
    only: 'chrome',
  },
  { name: 'sidePanel', why: 'Showing the popup in Chrome’s side panel.', only: 'chrome' },
] as const satisfies readonly Grant[];

/** Browser permissions that the user is asked about when the feature is switched on. */
export const optionalPermissions = [
  { name: 'notifications', why: 'Telling you when a channel goes live.' },
] as const satisfies readonly Grant[];

/** Hosts that the background may call. */
export const apiHosts = [
  { name: 'https://api.twitch.tv/*', why: 'Twitch’s API: live channels, moderation.' },
  { name: 'https://id.twitch.tv/*', why: 'Signing in, checking and revoking the sign-in with Twitch.' },
] as const satisfies readonly Grant[];

/** Pages into which the content scripts are put. */
export const pageHosts = [
  {
    name: 'https://www.twitch.tv/*',
    why: 'Moderation tools in Twitch’s own chat, for the channel that the tab shows.',
  },
  {
    name: 'https://dashboard.twitch.tv/*',
    why: 'The same tools in the chat of Twitch’s stream manager.',
  },
  {
    name: 'https://clips.twitch.tv/*',
    why: 'The same tools beside a clip, for the author of a message.',
  },
] as const satisfies readonly Grant[];

/** Hosts that the user is asked about when the feature is first used. */
export const optionalHosts = [
  {
    name: 'https://comm-api.game.naver.com/*',
    why: 'Showing whether you are logged in to CHZZK, and making sure who somebody in its chat is.',
  },
  {
    name: 'https://api.chzzk.naver.com/*',
    why: 'Showing whom you follow on CHZZK and who of them is live, and searching its channels.',
  },
] as const satisfies readonly Grant[];

/** The hosts of CHZZK among them. */
export const chzzkOrigins: string[] = optionalHosts.map(({ name }) => name);

/** Pages in which the user is asked to let us act, when they first want to manage a channel there. */
export const optionalPages = [
  {
    name: 'https://chzzk.naver.com/*',
    why: 'Restricting somebody on CHZZK, which takes that from its own pages alone; and tools in its chat, where you may manage it.',
  },
  {
    name: 'https://studio.chzzk.naver.com/*',
    why: 'Changing words, roles, the chat rule, live settings and clips on CHZZK, and turning requests down: its studio alone may.',
  },
] as const satisfies readonly Grant[];

/** Everything that managing a channel on CHZZK needs. */
export const chzzkManageOrigins: string[] = [...chzzkOrigins, ...optionalPages.map(({ name }) => name)];

/** Origins of the pages in which our content script speaks for the user. */
export const pageOrigins = [
  'https://www.twitch.tv',
  'https://dashboard.twitch.tv',
  'https://clips.twitch.tv',
] as const;

/** The same, where the user has permitted it. */
export const chzzkPageOrigin = 'https://chzzk.naver.com';

/** What the tools in CHZZK's chat need, all of it: its page, and who somebody is. */
export const chzzkChatOrigins: string[] = [...chzzkOrigins, `${chzzkPageOrigin}/*`];

/** Where the pictures of CHZZK's channels come from. */
export const chzzkPictures = 'https://nng-phinf.pstatic.net';

/** Where the pictures of what they stream come from. */
export const chzzkPreviews = 'https://livecloud-thumb.akamaized.net';

/** Where the pictures of their recordings and clips come from. */
export const chzzkRecordingPictures = 'https://video-phinf.pstatic.net';

/** Where pictures may come from on our own pages. */
const imageHosts = [
  'https://static-cdn.jtvnw.net',
  chzzkPictures,
  chzzkPreviews,
  chzzkRecordingPictures,
] as const;

/** Where our own pages and the background may send requests. */
const connectHosts = [...apiHosts, ...optionalHosts].map(({ name }) => name.replace('/*', ''));

const directives: readonly (readonly [name: string, ...sources: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'", 'data:', ...imageHosts],
  ['connect-src', "'self'", ...connectHosts],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
];

/** The content security policy of every page of ours and of the background. */
export const contentSecurityPolicy = directives.map((directive) => directive.join(' ')).join('; ');
