import { defineContentScript } from 'wxt/utils/define-content-script';

import { startProbe } from '../lib/pages/twitch/probe/probe.ts';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    startProbe(window);
  },
});
