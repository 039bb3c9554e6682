/** Sites in whose pages the user wants the tools, where these embed a chat. Pure. */

/** So many sites can be listed. */
export const embedSitesAtMost = 50;

/** Whether `value` is the host name of a site, as browsers write it. */
export function isSite(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 253 && /^(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63}$/.test(value)
  );
}

/** The site that somebody means who types its name, or an address in it; nothing where that is none, or not safe on its way. */
export function siteOf(words: string): string | undefined {
  const typed = words.trim();
  const address = typed.includes('://') ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && isSite(hostname) ? hostname : undefined;
}
