import { defineContentScript } from 'wxt/utils/define-content-script';

import { removeLeftovers } from '../../components/in-page/leftovers.ts';
import { followAddress } from '../../lib/pages/address.ts';
import { sitesAround } from '../../lib/pages/embedding.ts';
import { liveChannel, pageAt, recordingOn } from '../../lib/pages/twitch/page-kind.ts';
import { openChannel } from './channel.ts';
import { openEmbedded } from './embedded.ts';
import { beginLife } from '../stream-page/life.ts';
import { openRecording } from './recording.ts';
import { share } from './shared.ts';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*', 'https://dashboard.twitch.tv/*', 'https://clips.twitch.tv/*'],
  runAt: 'document_idle',
  allFrames: true,
  main() {
    const around = window === window.top ? [] : sitesAround(location);
    // Of Twitch's pages one alone is made for frames; in others nobody is meant to press anything.
    if (!around || (around.length > 0 && pageAt(location.href).kind !== 'embed')) return;
    removeLeftovers(document);
    const life = beginLife(window);
    share();
    let place: string | undefined;
    let visit = new AbortController();

    const enter = (address: string): void => {
      const page = pageAt(address);
      const recording = recordingOn(page);
      const channel = liveChannel(page);
      const next = recording ? `${recording.kind} ${recording.id}` : channel;
      if (next === place) return;
      visit.abort();
      place = next;
      visit = new AbortController();
      const signal = AbortSignal.any([life.signal, visit.signal]);
      if (next === undefined) return;
      if (recording) openRecording(life, signal);
      else if (channel === undefined) return;
      else if (around.length > 0) openEmbedded(channel, around, life, signal);
      else openChannel(channel, life, signal);
    };
    enter(location.href);
    followAddress(window, enter, life.signal);
  },
});
