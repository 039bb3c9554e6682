/** CHZZK, as far as the user has permitted that it is asked: who is logged in there, and what they manage. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { readDoor } from '../../lib/chzzk/chat/door.ts';
import { askedLately } from '../../lib/chzzk/lately.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { createManageDesk } from '../../lib/chzzk/manage/desk.ts';
import { createChzzkChat } from '../../lib/chzzk/moderation.ts';
import { createReplays } from '../../lib/chzzk/replays.ts';
import { type ChzzkSession, readSession } from '../../lib/chzzk/session.ts';
import { chzzkChatOrigins, chzzkOrigins } from '../../lib/policy.ts';
import { fromChzzkTab, openChannels } from './chzzk-tab.ts';
import { fetchNow, now, session } from './ground.ts';

/** Whether the user has permitted that CHZZK is asked. */
export const isChzzkPermitted = (): Promise<boolean> =>
  browser.permissions.contains({ origins: chzzkOrigins });

/** Who is logged in on CHZZK; `undefined`: the user has not permitted that it is asked. */
export const chzzkSession = async (): Promise<ChzzkSession | undefined> =>
  (await isChzzkPermitted()) ? readSession(fetchNow) : undefined;

/** After so long the only extension that does likewise tries again, ms. */
const warmingMs = 300;

/** Makes the calls of CHZZK's managers. */
export const manageClient = createManageClient({
  read: fetchNow,
  write: fromChzzkTab,
  online: () => navigator.onLine,
  settle: () => new Promise((resolve) => setTimeout(resolve, warmingMs)),
});

/** Manages channels on CHZZK. */
export const chzzkManage = createManageDesk({
  client: manageClient,
  fetch: fetchNow,
  session: chzzkSession,
  openChannels,
});

/** Whether the user has permitted the tools in CHZZK's chat. */
export const isChzzkChatPermitted = (): Promise<boolean> =>
  browser.permissions.contains({ origins: chzzkChatOrigins });

/** CHZZK, asked by the steps of one act: see `askedLately`. */
export const chzzkAsked = askedLately(fetchNow, now);

/** The user in CHZZK's chats. */
export const chzzkChat = createChzzkChat({
  client: manageClient,
  fetch: chzzkAsked.lately,
  session: async () => ((await isChzzkChatPermitted()) ? readSession(fetchNow) : undefined),
});

/** Channels in which the user was found to have a role. */
export const chzzkRooms = session.value('chzzkRooms', z.array(z.string()));

/** The way into the chat of a channel on CHZZK, for reading it as nobody, and how that chat is set. */
export const chzzkDoor = (channelId: string, known?: string): ReturnType<typeof readDoor> =>
  readDoor(chzzkAsked.anew, channelId, known);

/** Whose replays on CHZZK are. */
export const chzzkReplays = createReplays(fetchNow);
