/** The browser's sign-in window. */
import { browser } from '../browser.ts';
import type { OpenConsent } from './consent.ts';

/** The address to which the platform must send the browser back; it differs between Chrome and Firefox. */
export const redirectUri = (): string => browser.identity.getRedirectURL();

/**
 * Opens the sign-in window.
 *
 * The browsers have no error codes here, only sentences, and each its own: Chromium says that the user did not approve,
 * that interaction is required, or that the page could not be loaded; Firefox that it was denied or that it needs the user.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/identity#method-launchWebAuthFlow
 */
export const openConsent: OpenConsent = async (url, interactive) => {
  // Firefox would open a window that says so, and wait until it is closed.
  if (!navigator.onLine) return { stopped: 'offline' };
  try {
    const redirectedTo = await browser.identity.launchWebAuthFlow({ url, interactive });
    return redirectedTo === undefined ? { stopped: 'closed' } : { redirectedTo };
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    if (/could not be loaded|network/i.test(sentence)) return { stopped: 'offline' };
    return { stopped: interactive ? 'closed' : 'needs-user' };
  }
};
