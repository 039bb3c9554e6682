/**
 * The popup's first step: what is stored is asked for while everything that draws it is still being loaded. In the page's head
 * and no module, since the browser runs that as soon as it is there, before any style and any other script.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { browser } from '../lib/browser.ts';
import { readLists } from '../lib/store/read-live.ts';
import { settingsKey } from '../lib/store/settings-key.ts';
import { wearLast } from './popup/look.ts';
import { handOver } from './popup/stored.ts';

export default defineUnlistedScript(() => {
  handOver({ lists: readLists(), settings: browser.storage.local.get(settingsKey) });
  wearLast();
  // A popup has its own size; a window and a side panel are filled.
  if (location.search !== '') document.documentElement.dataset['fills'] = '';
});
