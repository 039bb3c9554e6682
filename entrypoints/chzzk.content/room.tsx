/** What is known of one live chat beside what its page shows: our own reading of it, and who is told of that. */
import type { VNode } from 'preact';

import { Happened } from '../../components/in-page/happened/Happened.tsx';
import { mountRoom, type Room } from '../../components/in-page/happened/room.tsx';
import { Happenings } from '../../lib/chat/happenings.ts';
import { type ChzzkTold, themeIn } from '../../lib/pages/chzzk/chat.ts';
import { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';
import { text } from '../../lib/text.ts';
import type { Life } from '../stream-page/life.ts';
import { createReading } from './reading.ts';
import { type Listeners, listen } from './socket.ts';

/** See the file's head. */
export interface OpenRoom extends ChzzkTold, Pick<Room, 'toggle'> {
  /** Reads the chat from now on, or no more. It is read anyway where the page does not tell whose lines they are. */
  readonly read: (isWanted: boolean) => void;
  /** `listener` is told of news, too, from now on. */
  readonly hear: (listener: Listeners['heard']) => void;
  /** What happened to somebody (their id). */
  readonly about: (userId: string) => VNode;
}

/** Opens it for the chat of `channel` (its id), until `signal` aborts. */
export function openRoom(channel: string, life: Life, signal: AbortSignal): OpenRoom {
  const happenings = new Happenings();
  const listeners: Listeners['heard'][] = [];
  const heard: Listeners['heard'] = (ids) => {
    panel.changed();
    for (const listener of listeners) listener(ids);
  };
  const reading = createReading(
    {
      begin: (until) => listen(channel, { second, happenings, heard }, until),
      ended() {
        second.changed(false);
        heard([]);
      },
    },
    signal,
  );
  const second = new SecondReader({
    // Not amid the reading of a line: whoever hears that it ends reads the lines anew.
    wanted: (isWanted) => queueMicrotask(() => reading.want('reader', isWanted)),
  });
  const panel = mountRoom(
    {
      document,
      theme: () => themeIn(document),
      happenings,
      isRead: () => second.isFed === true,
      isAlive: life.goesOn,
    },
    signal,
  );
  return {
    second,
    happenings,
    read: (isWanted) => reading.want('user', isWanted),
    toggle: panel.toggle,
    hear: (listener) => void listeners.push(listener),
    about: (userId) => <Happened all={happenings.about(userId)} nothing={text('cardHappenedNothing')} />,
  };
}
