/**
 * The popup's first step: what is stored is read while everything that draws it is still being loaded.
 */
import './popup.css';

import { browser } from '../../lib/browser.ts';
import { readLists } from '../../lib/store/read-live.ts';
import { settingsKey } from '../../lib/store/settings-key.ts';
import { wearLast } from './look.ts';

/** Asks first, then does what takes no answer. Nothing here keeps the lists: a thousand channels would stay in memory twice. */
function start(lists = readLists(), settings = browser.storage.local.get(settingsKey)): void {
  void import('./app.tsx').then(({ open }) => open(lists, settings));
  wearLast();
  // A popup has its own size; a window and a side panel are filled.
  if (location.search !== '') document.documentElement.dataset['fills'] = '';
}

start();
