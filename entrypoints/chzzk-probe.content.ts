import { defineContentScript } from 'wxt/utils/define-content-script';

import { factsAt } from '../lib/pages/chzzk/probe/facts.ts';
import { startProbe } from '../lib/pages/probe/probe.ts';

// Where it runs, and when, stands in background/chzzk-page.ts: the user is asked first.
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    startProbe(window, factsAt);
  },
});
