import { defineContentScript } from 'wxt/utils/define-content-script';

import { startProbe } from '../lib/pages/probe/probe.ts';
import { factsAt } from '../lib/pages/twitch/probe/facts.ts';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*', 'https://dashboard.twitch.tv/*', 'https://clips.twitch.tv/*'],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  main() {
    startProbe(window, factsAt);
  },
});
