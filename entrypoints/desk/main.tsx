import '../../components/page.css';
import '../../components/chzzk/Manage.css';
import '../../components/desk/Desk.css';

import type { VNode } from 'preact';

import { Desk, deskTitle } from '../../components/desk/Desk.tsx';
import { KeyWindow, keyTitle } from '../../components/desk/KeyWindow.tsx';
import { Locale } from '../../components/locale.ts';
import { mount } from '../../components/mount.tsx';
import { browser } from '../../lib/browser.ts';
import { hashOfPlace, placeIn } from '../../lib/managing/place.ts';
import { keyMark } from '../../lib/options/own-window.ts';
import { dress } from '../../lib/options/dress.ts';
import { readSettings, watchSettings } from '../../lib/store/settings.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';
import { openPanel } from './panel.ts';

/** How often the ages on the page are drawn anew, ms. */
const tick = 10_000;

/** Nothing is here but the stream key: opened from CHZZK's page, which is not to have it. */
const isKey = location.search === keyMark;

const root = document.querySelector('#app') ?? document.body;
const area = browser.storage.local;

let settings = await readSettings(area).catch(() => defaultSettings);
await dress(settings, undefined);

const page = (): VNode | null => {
  const state = panel.state();
  if (!state) return null;
  return (
    <Locale.Provider value={document.documentElement.lang}>
      {isKey ? (
        <KeyWindow state={state} actions={panel.actions} />
      ) : (
        <Desk state={state} now={Date.now()} actions={panel.actions} />
      )}
    </Locale.Provider>
  );
};

/** Shows what there is; the address and the title follow, so that the page comes back to it when it is loaded again. */
function show(): void {
  draw();
  const state = panel.state();
  document.title = isKey ? keyTitle(state) : deskTitle(state);
  if (state?.access !== 'open') return;
  const hash = hashOfPlace(state);
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

const panel = openPanel(show, placeIn(location.hash));
const draw = mount(page, root);
const { look } = panel.actions;

addEventListener('hashchange', ({ newURL }) => {
  // The address may have been put right meanwhile; what was pressed is what it was changed to.
  panel.goTo(placeIn(new URL(newURL).hash));
});
// The user comes back from logging in, perhaps, or from another channel.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) look();
});
browser.permissions.onAdded.addListener(look);
browser.permissions.onRemoved.addListener(look);
const stop = watchSettings(area, (next) => {
  const before = settings;
  settings = next;
  void dress(next, before).then(show);
});
addEventListener('pagehide', stop);
setInterval(draw, tick);
