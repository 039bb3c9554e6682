/**
 * Who sent a message: judged by what the browser stamped on it, never by what it says of itself.
 *
 * Measured in Chromium 156 and Firefox 153: a content script's `origin` is the page's, a page of ours that is open in a
 * tab has a `tab` too. So "ours" is decided by origin, and "content script" by tab, host and frame together.
 */
import { chzzkPageOrigin, pageOrigins } from '../policy.ts';
import type { Platform } from '../chat/message.ts';

/** Our own pages that may ask for things. */
export type PageName = 'popup' | 'options' | 'desk';

/** Every kind of asker, as the protocol names them. */
export type SenderName = PageName | Platform;

/** An asker whose identity the browser vouches for. `url` is the address at which its page stands now. */
export type Sender =
  | { readonly name: PageName }
  | {
      readonly name: Platform;
      readonly platform: Platform;
      readonly tabId: number;
      readonly frameId: number;
      readonly url: string;
    };

/** What the browser stamps on a message (the part that is looked at). */
export interface Stamp {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly incognito?: boolean | undefined;
      }
    | undefined;
}

/** Who we are, to compare a stamp with. `origin` is that of our pages, without a slash at the end. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

const pageFiles: Readonly<Record<string, PageName>> = {
  '/popup.html': 'popup',
  '/options.html': 'options',
  '/desk.html': 'desk',
};

/** The asker behind `stamp`, or `undefined` when it is nobody whom we answer. */
export function senderOf(stamp: Stamp, self: Self): Sender | undefined {
  if (stamp.id !== self.id || stamp.url === undefined || !URL.canParse(stamp.url)) return undefined;
  const url = new URL(stamp.url);
  // Firefox leaves `origin` out for some of its own pages; the address is stamped by the browser as well.
  const origin = stamp.origin ?? `${url.protocol}//${url.host}`;
  if (origin === self.origin) {
    const name = Object.hasOwn(pageFiles, url.pathname) ? pageFiles[url.pathname] : undefined;
    return name === undefined ? undefined : { name };
  }
  const name = platformAt(origin);
  const { tab, frameId } = stamp;
  if (name === undefined || url.origin !== origin || tab?.id === undefined || frameId === undefined)
    return undefined;
  // Private windows have logins of their own on CHZZK, and what is done there goes by the login.
  if (name === 'chzzk' && tab.incognito === true) return undefined;
  // The tab's address is another site's then, and not told to us.
  if (frameId !== 0 && !isEmbedded(name, url)) return undefined;
  // The frame's address stays the one that was loaded; the tab's follows the page as it goes on without loading.
  const now = frameId === 0 ? (tab.url ?? stamp.url) : stamp.url;
  if (!URL.canParse(now) || new URL(now).origin !== origin) return undefined;
  return { name, platform: name, tabId: tab.id, frameId, url: now };
}

/** Whether this is the one page that a platform makes for other sites to show in a frame: chat for embedding. */
function isEmbedded(platform: Platform, { pathname }: URL): boolean {
  return platform === 'twitch' && /^\/embed\/\w+\/chat\/?$/.test(pathname);
}

/** The platform whose pages have this origin, if our content script is in them. */
function platformAt(origin: string): Platform | undefined {
  if ((pageOrigins as readonly string[]).includes(origin)) return 'twitch';
  return origin === chzzkPageOrigin ? 'chzzk' : undefined;
}
