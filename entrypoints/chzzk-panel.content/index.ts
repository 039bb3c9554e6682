import { defineContentScript } from 'wxt/utils/define-content-script';

import { addIcons } from '../../components/Icon.tsx';
import { pageIcons } from '../../components/page-icons.ts';
import { bring } from '../chzzk.content/panel.ts';
import { makePanel } from './make.ts';

// Where it runs says background/handlers/chzzk-chat.ts: the script in CHZZK's pages asks for it when it is first wanted.
export default defineContentScript({
  registration: 'runtime',
  main() {
    // What stands in every chat draws fewer of them.
    addIcons(pageIcons);
    bring(makePanel);
  },
});
