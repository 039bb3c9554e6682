/**
 * The one door to the browser's extension API.
 *
 * Everything else imports {@link browser} from here, so that a change of polyfill, or its end, is a change of this file.
 * In pages and content scripts the build puts the browser's own API into its place (wxt.config.ts). The probe (page world)
 * must not import it: there is no API.
 *
 * @see https://github.com/mozilla/webextension-polyfill
 */
import polyfill from 'webextension-polyfill';
import type { Browser } from 'wxt/browser';

export type { Browser };

/** The promise-based extension API, the same in Chrome and Firefox. */
export const browser: typeof Browser = polyfill;
