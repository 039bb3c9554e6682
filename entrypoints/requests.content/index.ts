import { defineContentScript } from 'wxt/utils/define-content-script';

import { bringScript } from '../stream-page/scripts.ts';
import { putUpRequests } from './put-up.ts';

// Where it runs says background/handlers/tools.ts: the buttons at Twitch's chat ask for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    bringScript('requests', putUpRequests);
  },
});
