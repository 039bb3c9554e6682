/** Who waits to be let in again in a channel on CHZZK. */
import type { Counted } from '../../channel/queues.ts';
import { manageCalls } from './calls.ts';
import type { ManageClient } from './client.ts';

/** So many are asked for: CHZZK does not always say how many there are in all. */
const size = 50;

/** Makes the counting. */
export function chzzkQueue({ send }: ManageClient) {
  return async (channelId: string): Promise<Counted> => {
    const { data, totalCount } = await send(manageCalls.requests.list, channelId, {
      query: { page: 0, size },
    });
    return { count: totalCount ?? data.length, more: totalCount == null && data.length >= size };
  };
}
