/** What one channel streams on CHZZK, or streamed last: what its lists do not say. */
import { chzzkPreviews } from '../policy.ts';
import { ask, type Fetch } from './ask.ts';
import { momentInKorea } from './korea.ts';
import { publicCalls } from './public.ts';

/** See the file's head. Times are Unix epoch milliseconds. */
export interface ChzzkDetail {
  readonly live: boolean;
  readonly title: string;
  readonly category: string;
  /** How many watch it, or watched it last. */
  readonly viewers: number;
  readonly startedAt?: number;
  /** When the last stream ended. */
  readonly endedAt?: number;
  /** A picture of it, as large as a preview is. */
  readonly previewUrl?: string;
}

/** Of the heights that CHZZK has (144, 270, 360, 480, 720), the one for a preview, px. */
const previewHeight = '270';

/** The picture of a stream; none from a host that our pages may not load from. */
export function previewOf(url: string | null | undefined): string | undefined {
  return url?.startsWith(`${chzzkPreviews}/`) === true ? url.replace('{type}', previewHeight) : undefined;
}

/** Asks CHZZK; `undefined` of a channel that has never streamed. @throws FailureError as {@link ask} */
export async function readChzzkDetail(fetch: Fetch, channelId: string): Promise<ChzzkDetail | undefined> {
  const found = await ask(fetch, publicCalls.liveDetail, {}, { channelId });
  if (!found) return undefined;
  const { status, liveTitle, liveCategoryValue, concurrentUserCount, liveImageUrl, openDate, closeDate } =
    found;
  const startedAt = momentInKorea(openDate);
  const endedAt = momentInKorea(closeDate);
  const previewUrl = previewOf(liveImageUrl);
  return {
    live: status === 'OPEN',
    title: liveTitle ?? '',
    category: liveCategoryValue ?? '',
    viewers: Math.max(0, concurrentUserCount ?? 0),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(previewUrl !== undefined && { previewUrl }),
  };
}
