/** What the user's lists of channels, of categories and of addresses may hold. */

const channelPattern = /^(?:twitch|chzzk):[0-9a-z]{1,50}$/;

/** Whether `value` names a channel of some platform: `twitch:1234`. */
export function isChannelKey(value: unknown): value is string {
  return typeof value === 'string' && channelPattern.test(value);
}

/** Whether `value` can be the name of a category. */
export function isCategoryName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 100;
}

/** An address of the user's own, in which `{login}` and the like stand for the channel that it is opened with. */
export interface Link {
  readonly name: string;
  readonly url: string;
}

/** Longest name and longest address of a link, in UTF-16 code units. */
export const linkLimits = { name: 40, url: 500 } as const;

/** So many links the menu of a channel has room for. */
export const linksAtMost = 12;

/** Whether `value` is a link that may be opened: a name and a plain `https:` address on a host that is fixed. */
export function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false;
  const { name, url } = value as Partial<Record<keyof Link, unknown>>;
  return (
    typeof name === 'string' &&
    name.trim() !== '' &&
    name.length <= linkLimits.name &&
    typeof url === 'string' &&
    url.length <= linkLimits.url &&
    isHttps(url)
  );
}

function isHttps(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return (
    parsed?.protocol === 'https:' &&
    parsed.username === '' &&
    parsed.password === '' &&
    // No placeholder may decide where the address leads.
    !/[{}]|%7[bd]/i.test(parsed.host)
  );
}
