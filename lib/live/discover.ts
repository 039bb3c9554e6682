/** Finding channels that one does not follow yet: what can be listed, and what stands in the lists. */
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

/** A list that a platform has. `language` is a code such as `ko`. */
export type ListWish =
  | { readonly kind: 'streams'; readonly categoryId?: string; readonly language?: string }
  | { readonly kind: 'categories' }
  /** Categories and channels by name. */
  | { readonly kind: 'search'; readonly query: string }
  | {
      readonly kind: 'videos';
      readonly channelId: string;
      readonly type: VideoType;
      readonly period: Period;
      readonly sort: VideoSort;
    }
  | { readonly kind: 'clips'; readonly channelId: string; readonly period: Period };

/** What stands in a list. Times are Unix epoch milliseconds; addresses of pictures are `https:` and allowed. */
export type ListItem =
  | { readonly kind: 'stream'; readonly id: string; readonly stream: LiveStream }
  | { readonly kind: 'category'; readonly id: string; readonly name: string; readonly imageUrl: string }
  | {
      readonly kind: 'channel';
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
      /** Who made it. */
      readonly by: string;
      readonly imageUrl: string;
    };

/** A page of a list. Without `next` it is the last one. */
export interface ListPage {
  readonly items: readonly ListItem[];
  readonly next?: string;
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
  /** The next ones. */
  readonly schedule: readonly PlannedStream[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly login: string }[];
}

/** Where one is. */
export type View =
  | { readonly kind: 'top'; readonly of: 'streams' | 'categories' }
  | { readonly kind: 'category'; readonly id: string; readonly name: string }
  | { readonly kind: 'search'; readonly query: string }
  | {
      readonly kind: 'channel';
      readonly login: string;
      readonly name: string;
      readonly tab: 'about' | 'videos' | 'clips';
      readonly type: VideoType;
      readonly period: Period;
      readonly sort: VideoSort;
    };

/** The page of a channel, as it is opened. */
export const channelView = (login: string, name: string): View => ({
  kind: 'channel',
  login,
  name,
  tab: 'about',
  type: 'all',
  period: 'all',
  sort: 'time',
});

/** The list that `view` shows; `undefined` where it shows none, or not yet. An empty language is every language. */
export function wishOf(view: View, language: string, page: ChannelPage | undefined): ListWish | undefined {
  const spoken = language === '' ? {} : { language };
  switch (view.kind) {
    case 'top':
      return view.of === 'streams' ? { kind: 'streams', ...spoken } : { kind: 'categories' };
    case 'category':
      return { kind: 'streams', categoryId: view.id, ...spoken };
    case 'search':
      return { kind: 'search', query: view.query };
    case 'channel': {
      if (!page || view.tab === 'about') return undefined;
      const { type, period, sort } = view;
      return view.tab === 'videos'
        ? { kind: 'videos', channelId: page.id, type, period, sort }
        : { kind: 'clips', channelId: page.id, period };
    }
  }
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
