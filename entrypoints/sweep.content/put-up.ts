/** The panel of the sweep in a stream page, with the background as a sweep sees it. */
import { mountSweep, type SweepParts, type SweepTools } from '../../components/in-page/sweep/sweep.tsx';
import { call } from '../../lib/messages/call.ts';
import type { RequestOf } from '../../lib/messages/protocol.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import type { SweepDesk } from '../../lib/pages/sweep-desk.ts';
import { unlockAt } from '../stream-page/unlock.ts';

/** What {@link putUpSweep} needs. */
export interface PutUpParts extends Omit<SweepParts, 'desk'> {
  /** As its messages name it. */
  readonly channel: string;
  /** The background, as the tools there see it. */
  readonly desk: Desk;
}

/** Puts the panel, closed, into the page until `signal` aborts. */
export const putUpSweep = (parts: PutUpParts, signal: AbortSignal): SweepTools =>
  mountSweep({ ...parts, desk: sweepDesk(parts) }, signal);

function sweepDesk({ platform, channel, desk }: PutUpParts): SweepDesk {
  return {
    // The schema knows which kinds belong together with which fields, and refuses all others.
    start: (asked) => call('sweep.start', { channel, ...asked } as RequestOf<'sweep.start'>),
    read: async () => (await call('sweep.read', { channel })).news,
    change: async (id, change) => (await call('sweep.change', { channel, id, change })).news,
    ...(platform === 'twitch' && { unlock: unlockAt(desk, channel) }),
  };
}
