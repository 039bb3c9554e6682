import { defineContentScript } from 'wxt/utils/define-content-script';

import { shareTools } from '../stream-page/shared.ts';
import { bring } from '../twitch.content/bring.ts';
import { moderate } from './moderate.ts';
import { offer } from './offer.ts';

// Where it runs says background/handlers/tools.ts: the script in every page asks for it.
export default defineContentScript({
  registration: 'runtime',
  main() {
    // A second one comes where the first one's answer was lost; what is drawn by the first cannot take anything of its.
    if (bring({ moderate, offer })) shareTools();
  },
});
