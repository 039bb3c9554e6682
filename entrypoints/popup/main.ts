/**
 * The popup's first step: the stored list is read while everything that draws it is still being loaded.
 */
import '../../components/page.css';
import '../../components/accounts/CodeCard.css';
import '../../components/popup/following/LiveList.css';
import '../../components/popup/Popup.css';

import { readLive } from '../../lib/store/read-live.ts';

const list = readLive();
void import('./app.tsx').then(({ open }) => open(list));
