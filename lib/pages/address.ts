/**
 * Hearing that the page went to another address without loading.
 *
 * Only once it is there: the background believes the address that the browser stamps on a message, and while the page is
 * still about to go, that is the old one.
 */

/** How often the address is looked at where the browser does not tell of it (Firefox before 147), in ms. */
const glance = 500;

/** Calls `changed` with the page's address whenever it may be another one, until `signal` aborts. */
export function followAddress(page: Window, changed: (address: string) => void, signal: AbortSignal): void {
  const look = (): void => changed(page.location.href);
  const { navigation } = page as Partial<Pick<typeof globalThis, 'navigation'>>;
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, glance);
  signal.addEventListener('abort', () => clearInterval(timer));
}
