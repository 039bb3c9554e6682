import { defineContentScript } from 'wxt/utils/define-content-script';

import { removeLeftovers } from '../../components/in-page/root.ts';
import { browserTexts } from '../../lib/browser-text.ts';
import { followAddress } from '../../lib/pages/address.ts';
import { liveChannel, pageAt } from '../../lib/pages/twitch/page-kind.ts';
import { speakFrom } from '../../lib/text.ts';
import { openChannel } from './channel.ts';
import { beginLife } from './life.ts';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*'],
  runAt: 'document_idle',
  main() {
    speakFrom(browserTexts);
    removeLeftovers(document);
    const life = beginLife();
    let channel: string | undefined;
    let visit = new AbortController();

    const enter = (address: string): void => {
      const next = liveChannel(pageAt(address));
      if (next === channel) return;
      visit.abort();
      channel = next;
      visit = new AbortController();
      if (next !== undefined) openChannel(next, life, AbortSignal.any([life.signal, visit.signal]));
    };
    enter(location.href);
    followAddress(window, enter, life.signal);
  },
});
