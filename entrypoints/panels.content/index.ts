import { defineContentScript } from 'wxt/utils/define-content-script';

import { panels } from '../../components/in-page/panels.tsx';
import { bringScript } from '../stream-page/scripts.ts';

// Where it runs says background/handlers/tools.ts: the tools of a stream page ask for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    bringScript('panels', panels);
  },
});
