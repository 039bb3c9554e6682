import { defineContentScript } from 'wxt/utils/define-content-script';

import { removeLeftovers } from '../../components/in-page/leftovers.ts';
import { speakAsBrowser } from '../../lib/options/language.ts';
import { followAddress } from '../../lib/pages/address.ts';
import { chatAt, replayAt } from '../../lib/pages/chzzk/page-kind.ts';
import { followLanguage, speakAsChosen } from '../stream-page/language.ts';
import { beginLife } from '../stream-page/life.ts';
import { shareTools } from '../stream-page/shared.ts';
import { openChat } from './chat.ts';
import { openReplay } from './replay.ts';

/** Where a life leaves word of itself, for a second start in the same page. */
const mark = Symbol.for('sidestage');
const lives = globalThis as { [mark]?: () => boolean };

// Where it runs, and when, stands in background/chzzk-page.ts: the user is asked first.
export default defineContentScript({
  registration: 'runtime',
  main() {
    if (lives[mark]?.() === true) return;
    speakAsBrowser();
    shareTools();
    removeLeftovers(document);
    const life = beginLife(window);
    lives[mark] = life.goesOn;
    followLanguage(life.signal);
    const speaking = speakAsChosen();
    let place: string | undefined;
    let visit = new AbortController();

    const enter = (address: string): void => {
      const channel = chatAt(address)?.channel;
      const next = channel ?? replayAt(address);
      if (next === place) return;
      visit.abort();
      place = next;
      visit = new AbortController();
      if (next === undefined) return;
      const signal = AbortSignal.any([life.signal, visit.signal]);
      void speaking.then(() => {
        if (channel === undefined) openReplay(life, signal);
        else openChat(channel, life, signal);
      });
    };
    enter(location.href);
    followAddress(window, enter, life.signal);
  },
});
