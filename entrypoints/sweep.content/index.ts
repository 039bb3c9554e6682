import { defineContentScript } from 'wxt/utils/define-content-script';

import { mountSweep } from '../../components/in-page/sweep/sweep.tsx';
import { speakAsBrowser } from '../../lib/options/language.ts';
import { followLanguage, speakAsChosen } from '../stream-page/language.ts';
import { beginLife } from '../stream-page/life.ts';
import { bringSweep } from '../stream-page/sweep.ts';

// Where it runs says background/handlers/tools.ts: the tools of a stream page ask for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    let speaking: Promise<void> | undefined;
    bringSweep({
      mount: async (parts, signal) => {
        if (!speaking) {
          speakAsBrowser();
          followLanguage(beginLife(window).signal);
          speaking = speakAsChosen();
        }
        await speaking;
        return mountSweep(parts, signal);
      },
    });
  },
});
