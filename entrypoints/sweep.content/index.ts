import { defineContentScript } from 'wxt/utils/define-content-script';

import { bringScript } from '../stream-page/scripts.ts';
import { putUpSweep } from './put-up.ts';

// Where it runs says background/handlers/tools.ts: the tools of a stream page ask for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    bringScript('sweep', putUpSweep);
  },
});
