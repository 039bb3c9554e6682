/** Says, in a chat inside another site, that there could be tools. Who reads that moderates there. */
import { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import { call } from '../../lib/messages/call.ts';
import { twitchChat } from '../../lib/pages/twitch/chat.ts';
import { text } from '../../lib/text.ts';
import type { Tools } from '../twitch.content/bring.ts';
import { spoken } from '../stream-page/spoken.ts';

/** See the file's head. */
export const offer: Tools['offer'] = async ({ channel, life, signal }, site) => {
  await spoken(life);
  if (!life.goesOn() || signal.aborted) return;
  const mark = mountCornerMark(
    {
      document,
      theme: twitchChat(document, channel).theme,
      onOpen: () => void call('settings.openEmbedding', { site }).catch(() => undefined),
    },
    signal,
  );
  mark(text('embeddedOff', site));
};
