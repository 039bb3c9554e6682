/** Many changes in channels on CHZZK, put together from the stores, the platform and the alarms. */
import { browser } from '../../lib/browser.ts';
import { deedOf, type ViewerDoing } from '../../lib/chzzk/manage/deeds.ts';
import { type Doing, everything } from '../../lib/chzzk/manage/wish.ts';
import { fail } from '../../lib/failure.ts';
import { createBatches } from '../../lib/managing/batches.ts';
import { batchSchema } from '../../lib/messages/protocol/chzzk.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createBatchBook } from '../../lib/store/batch-book.ts';
import { chzzkManage } from './chzzk-services.ts';
import { now, records, tabs } from './ground.ts';
import { chzzkModeration } from './services.ts';

/** A change that the log knows, so that whoever wakes next finds out what became of it. */
type Recovered = ViewerDoing | Extract<Doing, { readonly what: 'take-back' }>;

/** Whether a change goes the way of moderation. */
export function isRecovered(doing: Doing): doing is Recovered {
  switch (doing.what) {
    case 'restrict':
    case 'edit-restriction':
    case 'lift':
    case 'accept':
    case 'reject':
    case 'take-back':
      return true;
    default:
      return false;
  }
}

/** Makes such a change; the same `id` twice is once. @throws FailureError as {@link chzzkModeration} does */
export async function actRecovered(
  channel: string,
  id: string,
  doing: Recovered,
): Promise<{ readonly undoable?: true }> {
  if (doing.what === 'take-back') {
    const entry = await chzzkModeration.entry(doing.id);
    if (entry?.action.channel !== channel) return fail({ code: 'undo-gone' });
    await chzzkModeration.undo(doing.id);
    return {};
  }
  const { action, whom } = deedOf(channel, doing);
  const { undoUntil } = await chzzkModeration.actOn(whom, id, action);
  return undoUntil === undefined ? {} : { undoable: true };
}

/** The alarm that wakes the background while a batch is under way. */
export const batchAlarm = 'batch';

/** The same change for many. */
export const batches = createBatches({
  book: createBatchBook(records, batchSchema),
  act: async (channel, id, doing) => {
    if (isRecovered(doing)) return actRecovered(channel, id, doing);
    await chzzkManage.act(channel, doing);
    return {};
  },
  isRepeatable: isRecovered,
  read: (channel, list, page) => chzzkManage.read(channel, list, page, everything),
  alarm: {
    // The shortest that browsers take.
    set: () => browser.alarms.create(batchAlarm, { periodInMinutes: 0.5 }),
    clear: async () => {
      await browser.alarms.clear(batchAlarm);
    },
  },
  now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  told: (channel) => void tell('batch', { channel }, tabs),
});
