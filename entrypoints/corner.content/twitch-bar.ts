/** The buttons at the edge of Twitch's chat, for those who moderate there. */
import { mountChatBar } from '../../components/in-page/chat-bar.tsx';
import { failureOf } from '../../lib/failure.ts';
import { quietPlace } from '../../lib/pages/twitch/quiet-place.ts';
import { text } from '../../lib/text.ts';
import type { PutUpParts } from '../requests.content/put-up.ts';
import { openerOf } from '../stream-page/late-panel.ts';
import { laterScript } from '../stream-page/scripts.ts';
import type { PutUp } from '../stream-page/tools.ts';

/** What {@link putUpTwitchBar} needs. */
export interface TwitchBarParts
  extends PutUpParts, Pick<PutUp, 'complain' | 'sweep' | 'openers' | 'hotkeys'> {}

/** Puts them up until `signal` aborts. */
export function putUpTwitchBar(parts: TwitchBarParts, signal: AbortSignal): void {
  const { document, chat, complain, sweep, openers, hotkeys } = parts;
  const open = openerOf(laterScript('requests'), parts, signal);
  mountChatBar(
    {
      document,
      theme: chat.theme,
      place: () => quietPlace(document),
      openers,
      hotkeys,
      buttons: [
        {
          id: 'requests',
          icon: 'message',
          label: text('pleasOpen'),
          onPress: (opener) =>
            open(opener).catch((error: unknown) => complain(text('pleasOpenFailed'), failureOf(error))),
        },
        { id: 'sweep', icon: 'broom', label: text('sweepOpen'), onPress: sweep },
      ],
    },
    signal,
  );
}
