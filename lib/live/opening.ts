/** What opens, and where: by the user's settings, the keys held meanwhile, and the choice in a row's menu. */
import type { Platform } from '../chat/message.ts';
import type { Settings } from '../store/settings-table.ts';
import type { Link } from './channel-list.ts';
import { addressOf, hasSight, type Sight } from './channel-url.ts';
import type { LiveStream } from './stream.ts';

/** Where an address opens. `popout` is a small window without the browser's bars. */
export type Where = 'tab' | 'background' | 'current' | 'window' | 'popout';

/** One thing to open. */
export interface Opening {
  readonly url: string;
  readonly where: Where;
}

/** What is known of a press on a row, by mouse or by key. */
export interface Press {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The mouse's button: 1 is the middle one. */
  readonly button?: number;
}

/** A small window suits what is made to stand alone. */
const isPopout = (sight: Sight): boolean => sight === 'chat' || sight === 'player';

/** Whether the press is for another tab or window, or the chat alone, and not for what stands there. */
export const isElsewhere = ({ button, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean =>
  button === 1 || ctrlKey || metaKey || shiftKey || altKey;

/** Where a press on anything opens it: ctrl, middle and shift as everywhere in a browser, else as the user likes it. */
export function whereOf(press: Press, usual: Where): Where {
  if (press.button === 1 || press.ctrlKey || press.metaKey) return 'background';
  return press.shiftKey ? 'window' : usual;
}

/** What a press on a channel opens; with alt the chat alone. */
export function openingOf(
  press: Press,
  stream: LiveStream,
  settings: Pick<Settings, 'live.openIn' | 'live.opens'>,
): Opening {
  if (press.altKey) return { url: addressOf('chat', stream), where: 'popout' };
  const wanted = settings['live.opens'];
  const sight = hasSight(wanted, stream) ? wanted : 'channel';
  const url = addressOf(sight, stream);
  return { url, where: whereOf(press, isPopout(sight) ? 'popout' : settings['live.openIn']) };
}

/** The ways of opening a channel that a row's menu offers, in order. */
export const ways = {
  tab: { sight: 'channel', where: 'tab' },
  background: { sight: 'channel', where: 'background' },
  current: { sight: 'channel', where: 'current' },
  window: { sight: 'channel', where: 'window' },
  chat: { sight: 'chat', where: 'popout' },
  player: { sight: 'player', where: 'popout' },
  moderator: { sight: 'moderator', where: 'tab' },
  videos: { sight: 'videos', where: 'tab' },
} as const satisfies Readonly<Record<string, { readonly sight: Sight; readonly where: Where }>>;

/** The name of a way. */
export type WayName = keyof typeof ways;

/** What the way opens of the channel. */
export function openingBy(way: WayName, stream: LiveStream): Opening {
  const { sight, where } = ways[way];
  return { url: addressOf(sight, stream), where };
}

/** Parts of an address that the user fills in, see {@link openingTo}. */
const blank = /\{(\w+)\}/g;

/** What the address of a channel tells of it. On CHZZK it has its id, and that is its login, too. */
const inAddress: Readonly<Record<Platform, ReadonlySet<string>>> = {
  twitch: new Set(['login', 'platform']),
  chzzk: new Set(['login', 'id', 'platform']),
};

/** Whether the channel's address says all that the user's own address wants: then nobody need be asked. */
export const isFilledBy = ({ url }: Link, platform: Platform): boolean =>
  [...url.matchAll(blank)].every(([, word = '']) => inAddress[platform].has(word));

/** The user's own address, filled in for a channel. What is filled in cannot change where the address leads. */
export function openingTo(link: Link, stream: LiveStream): Opening {
  const { login, channelId: id, name, title, category, platform } = stream;
  const words: Readonly<Record<string, string>> = { login, id, name, title, category, platform };
  const url = link.url.replace(blank, (whole, word: string) =>
    Object.hasOwn(words, word) ? encodeURIComponent(words[word] ?? '') : whole,
  );
  return { url, where: 'tab' };
}

/** The address of a preview picture; a new one every five minutes, since the platform keeps the address. */
export function previewOf(
  stream: LiveStream,
  width: number,
  height: number,
  now: number,
): string | undefined {
  const filled = stream.previewUrl
    ?.replace('{width}', String(width))
    .replace('{height}', String(height))
    .replace('{login}', () => encodeURIComponent(stream.login));
  return filled === undefined ? undefined : `${filled}?t=${Math.floor(now / 300_000)}`;
}
