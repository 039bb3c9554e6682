/** Finding channels that one does not follow yet: what can be listed, and what stands in the lists. */
import type { Platform } from '../chat/message.ts';
import type { Failure } from '../failure.ts';
import { platformOfCategory } from './category-id.ts';
import type { LiveStream } from './stream.ts';

/** Which videos. */
export const videoTypes = ['all', 'archive', 'highlight', 'upload'] as const;
/** From how long ago. */
export const periods = ['all', 'day', 'week', 'month'] as const;
/** In which order. */
export const videoSorts = ['time', 'trending', 'views'] as const;

/** Which videos. */
export type VideoType = (typeof videoTypes)[number];
/** From how long ago. */
export type Period = (typeof periods)[number];
/** In which order. */
export type VideoSort = (typeof videoSorts)[number];

/** A channel that was found by its name, as the lists of channels have them. */
export function foundStream(item: Extract<ListItem, { kind: 'channel' }>): LiveStream {
  const { platform, id, login, name, title, category, avatarUrl } = item;
  return { platform, channelId: id, login, name, title, category, viewers: 0, rerun: false, avatarUrl };
}

/** The channel whose page it is, likewise. */
export function pageStream(page: ChannelPage): LiveStream {
  const { platform, id, login, name, title, category, avatarUrl, live } = page;
  return (
    live ?? { platform, channelId: id, login, name, title, category, viewers: 0, rerun: false, avatarUrl }
  );
}

/** Where videos and clips come from. */
export type Source = { readonly channelId: string } | { readonly categoryId: string };

/** A list that a platform has. `language` is a code such as `ko`. */
export type ListWish =
  | { readonly kind: 'streams'; readonly categoryId?: string; readonly language?: string }
  | { readonly kind: 'categories' }
  /** Categories and channels by name. */
  | { readonly kind: 'search'; readonly query: string }
  | {
      readonly kind: 'videos';
      readonly of: Source;
      readonly type: VideoType;
      readonly period: Period;
      readonly sort: VideoSort;
    }
  | { readonly kind: 'clips'; readonly of: Source; readonly period: Period };

/** What stands in a list. Times are Unix epoch milliseconds; addresses of pictures are `https:` and allowed. */
export type ListItem =
  | { readonly kind: 'stream'; readonly id: string; readonly stream: LiveStream }
  | { readonly kind: 'category'; readonly id: string; readonly name: string; readonly imageUrl: string }
  | {
      readonly kind: 'channel';
      readonly platform: Platform;
      readonly id: string;
      readonly login: string;
      readonly name: string;
      readonly avatarUrl: string;
      readonly live: boolean;
      readonly title: string;
      readonly category: string;
    }
  | {
      readonly kind: 'video';
      readonly id: string;
      readonly title: string;
      readonly url: string;
      readonly at: number;
      readonly seconds: number;
      readonly views: number;
      /** The name of the channel whose it is, where the platform says it. */
      readonly of?: string;
      readonly imageUrl: string;
    }
  | {
      readonly kind: 'clip';
      readonly id: string;
      readonly title: string;
      readonly url: string;
      readonly at: number;
      readonly seconds: number;
      readonly views: number;
      readonly of?: string;
      /** Who made it; empty where that is not said. */
      readonly by: string;
      readonly imageUrl: string;
    };

/** A page of a list. Without `next` it is the last one. */
export interface ListPage {
  readonly items: readonly ListItem[];
  readonly next?: string;
  /** A platform of which nothing stands here, and why. */
  readonly missing?: Missing;
}

/** See {@link ListPage}. */
export interface Missing {
  readonly platform: Platform;
  readonly failure: Failure;
}

/** A stream that is planned. */
export interface PlannedStream {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly category: string;
  readonly canceled: boolean;
}

/** A channel to look at. */
export interface ChannelPage {
  readonly platform: Platform;
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly about: string;
  readonly avatarUrl: string;
  /** Title and category, also while it is not live. */
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly live?: LiveStream;
  /** The next ones; absent where the platform has no schedules. */
  readonly schedule?: readonly PlannedStream[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly login: string }[];
}

/** Which of the videos or clips are shown, and how. */
export interface Order {
  readonly type: VideoType;
  readonly period: Period;
  readonly sort: VideoSort;
}

const usualOrder: Order = { type: 'all', period: 'all', sort: 'time' };

/** Where one is. */
export type View =
  | { readonly kind: 'top'; readonly of: 'streams' | 'categories' }
  | ({
      readonly kind: 'category';
      readonly id: string;
      readonly name: string;
      readonly tab: 'streams' | 'videos' | 'clips';
    } & Order)
  | { readonly kind: 'search'; readonly query: string }
  | ({
      readonly kind: 'channel';
      readonly platform: Platform;
      readonly login: string;
      readonly name: string;
      readonly tab: 'about' | 'videos' | 'clips';
    } & Order);

/** The page of a channel, as it is opened. */
export const channelView = (platform: Platform, login: string, name: string): View => ({
  kind: 'channel',
  platform,
  login,
  name,
  tab: 'about',
  ...usualOrder,
});

/** A category, as it is opened. Of its recordings, the most viewed of the week are worth a look. */
export const categoryView = (id: string, name: string): View => ({
  kind: 'category',
  id,
  name,
  tab: 'streams',
  type: 'all',
  period: 'week',
  sort: 'views',
});

/** Whose trouble it is that nothing comes. A search and the top lists are Twitch's first of all. */
export function platformOf(view: View): Platform {
  if (view.kind === 'channel') return view.platform;
  return view.kind === 'category' ? platformOfCategory(view.id) : 'twitch';
}

/** The list that `view` shows; `undefined` where it shows none, or not yet. An empty language is every language. */
export function wishOf(view: View, language: string, page: ChannelPage | undefined): ListWish | undefined {
  const spoken = language === '' ? {} : { language };
  switch (view.kind) {
    case 'top':
      return view.of === 'streams' ? { kind: 'streams', ...spoken } : { kind: 'categories' };
    case 'category':
      return view.tab === 'streams'
        ? { kind: 'streams', categoryId: view.id, ...spoken }
        : recordingsOf(view.tab, { categoryId: view.id }, view);
    case 'search':
      return { kind: 'search', query: view.query };
    case 'channel':
      return !page || view.tab === 'about' ? undefined : recordingsOf(view.tab, { channelId: page.id }, view);
  }
}

function recordingsOf(kind: 'videos' | 'clips', of: Source, { type, period, sort }: Order): ListWish {
  return kind === 'videos' ? { kind, of, type, period, sort } : { kind, of, period };
}

/** `items` with those of `more` that are not among them: lists change while one reads them. */
export function joined(items: readonly ListItem[], more: readonly ListItem[]): readonly ListItem[] {
  const keyOf = ({ kind, id }: ListItem): string => `${kind}:${id}`;
  const seen = new Set(items.map(keyOf));
  return [
    ...items,
    ...more.filter((item) => {
      const isNew = !seen.has(keyOf(item));
      seen.add(keyOf(item));
      return isNew;
    }),
  ];
}
