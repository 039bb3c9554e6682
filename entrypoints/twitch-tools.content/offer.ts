/** Says, in a chat inside another site, that there could be tools. Who reads that moderates there. */
import { call } from '../../lib/messages/call.ts';
import { twitchChat } from '../../lib/pages/twitch/chat.ts';
import { text } from '../../lib/text.ts';
import { laterScript } from '../stream-page/scripts.ts';
import { spoken } from '../stream-page/spoken.ts';
import type { Tools } from '../twitch.content/bring.ts';

/** See the file's head. */
export const offer: Tools['offer'] = async ({ channel, life, signal }, site) => {
  await spoken(life);
  const corner = await laterScript('corner')
    .get()
    .catch(() => undefined);
  if (!corner || !life.goesOn() || signal.aborted) return;
  const mark = corner.mountCornerMark(
    {
      document,
      theme: twitchChat(document, channel).theme,
      onOpen: () => void call('settings.openEmbedding', { site }).catch(() => undefined),
    },
    signal,
  );
  mark(text('embeddedOff', site));
};
