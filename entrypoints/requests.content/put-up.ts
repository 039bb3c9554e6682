/** The panel of unban requests in Twitch's page, with the background as that sees it. */
import {
  mountRequests,
  type RequestsParts,
  type RequestsTools,
} from '../../components/in-page/requests/requests.tsx';
import { call } from '../../lib/messages/call.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { unlockAt } from '../stream-page/unlock.ts';

/** What {@link putUpRequests} needs. */
export interface PutUpParts extends Omit<RequestsParts, 'desk'> {
  /** The background, as the tools there see it. */
  readonly desk: Desk;
}

/** Puts the panel, closed, into the page until `signal` aborts. */
export const putUpRequests = (parts: PutUpParts, signal: AbortSignal): RequestsTools =>
  mountRequests(
    {
      ...parts,
      desk: {
        read: (after) =>
          call('moderation.requests', { channel: parts.channel, ...(after !== undefined && { after }) }),
        act: parts.desk.act,
        unlock: unlockAt(parts.desk, parts.channel),
      },
    },
    signal,
  );
