import { defineContentScript } from 'wxt/utils/define-content-script';

import { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import { bringScript } from '../stream-page/scripts.ts';
import { keepLooking } from './health.ts';

// Where it runs says background/handlers/tools.ts: the tools of a stream page ask for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    bringScript('corner', { mountCornerMark, keepLooking });
  },
});
