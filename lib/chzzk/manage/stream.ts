/** What a broadcast is sent with, and how it is set up. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, flag, none, nothing, number, paging, text, words } from './shapes.ts';

const common = { path: none, query: none, from: 'studio' } as const;

const category = z.object({ categoryType: text, categoryId: text, categoryValue: text });

/** A category as CHZZK tells it. */
export type ListedCategory = z.infer<typeof category>;

/** The calls. */
export const streamCalls = {
  /** The stream key, with which anybody can broadcast in the channel's name. */
  key: call({
    ...common,
    id: 'stream.key',
    known: 'stream()',
    method: 'GET',
    url: `${channelUrl}/streams`,
    body: none,
    needs: 'LIVE_CREATE',
    danger: 'secret',
    content: z.object({ streamKey: z.string(), streamUrl: text }),
  }),
  /** The same, as the studio itself asks for it since 2026. */
  keyNow: call({
    ...common,
    id: 'stream.keyNow',
    known: 'streaming-info',
    method: 'GET',
    url: `${channelUrl}/streaming-info`,
    body: none,
    needs: 'LIVE_CREATE',
    danger: 'secret',
    content: z.object({ streamKey: z.string(), streamUrl: text }),
  }),
  settings: call({
    ...common,
    id: 'stream.settings',
    known: 'live settings (current, split in 4)',
    method: 'GET',
    url: `${channelUrl}/live-setting/normal`,
    body: none,
    needs: 'LIVE_CREATE',
    content: z.object({
      defaultLiveTitle: text,
      category: z.nullish(category),
      paidPromotion: flag,
      adult: flag,
      krOnlyViewing: flag,
      tags: z.nullish(z.array(z.string())),
      clipActive: flag,
      replayPublishType: text,
    }),
  }),
  setSettings: call({
    ...common,
    id: 'stream.setSettings',
    known: 'live settings (current, split in 4)',
    method: 'PUT',
    url: `${channelUrl}/live-setting/normal`,
    body: z.object({
      adult: z.boolean(),
      defaultLiveTitle: z.string(),
      categoryType: z.string(),
      liveCategory: z.string(),
      tags: z.array(z.string()),
      clipActive: z.boolean(),
      replayPublishType: z.string(),
    }),
    needs: 'LIVE_CREATE',
    content: nothing,
  }),
  /** Categories by their names, the same for every channel. */
  categories: call({
    ...common,
    id: 'stream.categories',
    known: 'category auto-complete',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/manage/v1/auto-complete/categories',
    query: z.object({ keyword: words, size: paging.size, offset: number }),
    body: none,
    needs: 'LIVE_CREATE',
    content: z.object({ results: z.array(category) }),
  }),
} as const;
