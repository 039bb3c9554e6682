/**
 * The popup's first step: what is stored is read while everything that draws it is still being loaded.
 */
import './popup.css';

import { readLists } from '../../lib/store/read-live.ts';
import { wearLast } from './look.ts';

wearLast();
// A popup has its own size; a window and a side panel are filled.
if (location.search !== '') document.documentElement.dataset['fills'] = '';
const lists = readLists();
void import('./app.tsx').then(({ open }) => open(lists));
