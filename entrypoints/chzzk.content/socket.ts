/**
 * Our own reading of the chat that the page shows, for as long as it shows it. The socket is the page's: it lives while the page
 * does, whatever becomes of the background, and needs no permission of its own.
 */
import { readChat } from '../../lib/chzzk/chat/reader.ts';
import { call } from '../../lib/messages/call.ts';
import type { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';

/** Feeds `second` with the chat of `channel` (its id), which has `learnt` something each time, until `signal` aborts. */
export function listen(
  channel: string,
  second: Pick<SecondReader, 'tell' | 'changed'>,
  learnt: () => void,
  signal: AbortSignal,
): void {
  readChat(
    {
      channel,
      door: (known) => call('chzzk.chatDoor', { channel, ...(known !== undefined && { known }) }),
      open: (address) => new WebSocket(address),
      tell: (news, isPast) => {
        second.tell(news, isPast);
        learnt();
      },
      changed: (isReading) => second.changed(isReading),
    },
    signal,
  );
}
