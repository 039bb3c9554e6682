/**
 * The one door to the browser's extension API.
 *
 * Everything else imports {@link browser} from here. In both browsers the API answers with promises by itself. The probe
 * (page world) must not import it: there is no API there.
 *
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API
 */
import type { Browser } from 'wxt/browser';

export type { Browser };

const world = globalThis as unknown as Readonly<Record<'browser' | 'chrome', typeof Browser>>;

/**
 * The promise-based extension API, the same in Chrome and Firefox. By the name that is the browser's own: in Chrome, a stream's
 * page can call an element `browser`, and the window would hand that out.
 */
export const browser = import.meta.env.FIREFOX ? world.browser : world.chrome;
