/** Which page of CHZZK's an address is, and whose, where it says so. Pure. */

/** A page with a live chat. */
export interface ChatAddress {
  /** `chat` is the window that holds nothing else. */
  readonly kind: 'live' | 'chat';
  /** 32 hexadecimal digits. */
  readonly channel: string;
}

/** The chat that stands at `address`, if one does. */
export function chatAt(address: string): ChatAddress | undefined {
  const { origin, pathname } = new URL(address);
  const found = /^\/live\/(?<channel>[0-9a-f]{32})(?<chat>\/chat)?\/?$/i.exec(pathname)?.groups;
  if (origin !== 'https://chzzk.naver.com' || !found) return undefined;
  const { channel = '', chat } = found;
  return { kind: chat === undefined ? 'live' : 'chat', channel: channel.toLowerCase() };
}

/** The number of the recording that stands at `address`, if one does; its chat runs beside it. */
export function replayAt(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== 'https://chzzk.naver.com') return undefined;
  return /^\/video\/(?<number>\d{1,12})\/?$/.exec(pathname)?.groups?.['number'];
}
