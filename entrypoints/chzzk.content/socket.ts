/**
 * Our own reading of the chat that the page shows, for as long as it shows it. The socket is the page's: it lives while the page
 * does, whatever becomes of the background, and needs no permission of its own.
 */
import type { Happenings } from '../../lib/chat/happenings.ts';
import { readChat } from '../../lib/chzzk/chat/reader.ts';
import { call } from '../../lib/messages/call.ts';
import type { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';

/** Who hears what is read. */
export interface Listeners {
  readonly second: Pick<SecondReader, 'tell' | 'changed'>;
  readonly happenings: Pick<Happenings, 'enter' | 'tell' | 'turn'>;
  /** They heard something; of the messages `ids` that they were hidden or shown. */
  readonly heard: (ids: readonly string[]) => void;
}

/** Reads the chat of `channel` (its id) to `second` and `happenings`, until `signal` aborts. */
export function listen(channel: string, { second, happenings, heard }: Listeners, signal: AbortSignal): void {
  readChat(
    {
      channel,
      door: async (known) => {
        const { mode, ...door } = await call('chzzk.chatDoor', {
          channel,
          ...(known !== undefined && { known }),
        });
        if (door.chat !== undefined) happenings.enter(door.chat);
        if (mode) happenings.turn(mode);
        heard([]);
        return door;
      },
      open: (address) => new WebSocket(address),
      tell: (news, isPast) => {
        second.tell(news, isPast);
        happenings.tell(news, isPast);
        heard(news.flatMap((one) => (one.what === 'hidden' || one.what === 'shown' ? one.id : [])));
      },
      changed: (isReading) => {
        second.changed(isReading);
        heard([]);
      },
    },
    signal,
  );
}
