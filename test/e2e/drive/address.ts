/** Whether `url` is the address, or begins with it and goes on with a query; or matches the expression. */
export function matchesAddress(address: string | RegExp, url: string): boolean {
  if (address instanceof RegExp) return address.test(url);
  return url === address || url.startsWith(`${address}?`) || url.startsWith(`${address}#`);
}

/** Whether `url` is a page of the platform's consent. */
export function isConsent(url: string): boolean {
  return url.startsWith('https://id.twitch.tv/oauth2/authorize');
}
