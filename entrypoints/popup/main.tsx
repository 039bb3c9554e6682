import './popup.css';

import type { VNode } from 'preact';

import { prepare } from '../../components/formats.ts';
import { Locale } from '../../components/locale.ts';
import { mount } from '../../components/mount.tsx';
import type { PopupActions } from '../../components/popup/actions.ts';
import type { ChannelList } from '../../components/popup/rows/row-menu.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { Settled } from '../../components/settled.ts';
import { browser } from '../../lib/browser.ts';
import { createChzzkAsking } from '../../lib/chzzk/asking.ts';
import { chzzkUrl } from '../../lib/chzzk/site.ts';
import type { ChzzkView } from '../../lib/chzzk/session.ts';
import { channelUrl } from '../../lib/live/channel-url.ts';
import { channelView } from '../../lib/live/discover.ts';
import { createDetailAsking } from '../../lib/live/detail-asking.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { createPanel } from '../../lib/live/panel.ts';
import type { LiveLists } from '../../lib/live/stream.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { appearanceOf } from '../../lib/options/appearance.ts';
import { speak } from '../../lib/options/language.ts';
import { writeSetting } from '../../lib/options/write-setting.ts';
import { listIdOf } from '../../lib/live/whose.ts';
import { chzzkOrigins } from '../../lib/policy.ts';
import { readLists } from '../../lib/store/read-live.ts';
import { readSettings, watchSettings } from '../../lib/store/settings.ts';
import { defaultSettings, type SettingKey, type Settings } from '../../lib/store/settings-table.ts';
import { createFirstFrame } from './first-frame.ts';
import { createLists } from './lists.ts';
import { wear } from './look.ts';
import { openIn, openNow } from './opening.ts';
import { createRows } from './rows.ts';
import { takeOver } from './stored.ts';
import { tabInFront, watchTabInFront } from './tab-in-front.ts';
import { createTabs } from './tabs.ts';

/** How often the ages on the page are drawn anew, ms; a code's time runs by the second. */
const tick = { ages: 5_000, code: 1_000 };

const root = document.querySelector('#app') ?? document.body;
const closed = new AbortController();

const area = browser.storage.local;
let shown: PanelState | undefined;
/** `undefined` until they are read: nothing is drawn in a look or a language that is not the user's. */
let settings: Settings | undefined;

/** Looks and speaks as the settings say, and draws. */
async function dress(next: Settings): Promise<void> {
  if (next.language !== settings?.language) await speak(next.language);
  settings = next;
  wear(appearanceOf(next));
  draw();
}

const stored = takeOver();
const dressed = readSettings({ get: (key) => stored?.settings ?? area.get(key) })
  .catch(() => defaultSettings)
  .then(dress);

/** The first frame with something in it: whatever is not in it waits until it stands. */
const firstFrame = createFirstFrame();
void firstFrame.stands.then(() => draw());

const page = (): VNode | null => {
  if (!shown || !settings || !rows.isReady()) return null;
  firstFrame.drawn();
  const now = Date.now();
  return (
    <Locale.Provider value={document.documentElement.lang}>
      <Settled.Provider value={firstFrame.isThere()}>
        <Popup
          state={shown}
          chzzk={chzzkView}
          settings={settings}
          now={now}
          actions={actions}
          hrefOf={channelUrl}
          tab={tabs.inFront()}
          panel={tabs.draw(now)}
          lists={lists.slot(shown, now)}
          rows={rows.slot()}
        />
      </Settled.Provider>
    </Locale.Provider>
  );
};

/** The lists that were read while this module was being loaded; later ones are read when they are wanted. */
let first: Promise<LiveLists> | undefined = stored?.lists;

const panel = createPanel({
  readLive: async (accountId) => {
    const reading = first ?? readLists(accountId);
    first = undefined;
    const found = await reading;
    if (found.own ?? found.chzzk) return found;
    firstFrame.skip();
    // In a private window Firefox lets pages at no database; the background has it.
    const stored = await call('live.stored', accountId === undefined ? {} : { accountId }).catch(
      () => undefined,
    );
    return { own: stored?.own, chzzk: stored?.chzzk };
  },
  readAccounts: async () => {
    // Whose list is wanted is a setting.
    await Promise.all([firstFrame.stands, dressed]);
    return call('accounts.read', {});
  },
  listOf: (signedIn) => listIdOf(signedIn, settings ?? defaultSettings),
  readPlace: async () => {
    await firstFrame.stands;
    const tab = await tabInFront();
    return tab?.id === undefined ? undefined : await call('channel.ofTab', { tabId: tab.id });
  },
  signIn: ({ another, accountId }) =>
    call('accounts.signIn', {
      id: crypto.randomUUID(),
      platform: 'twitch',
      ...(another === undefined ? {} : { another }),
      ...(accountId === undefined ? {} : { accountId }),
    }),
  signOut: (accountId) => call('accounts.signOut', { accountId }),
  cancelSignIn: () => call('accounts.cancel', {}),
  use: (accountId) => call('accounts.use', { accountId }),
  useIn: (channel, accountId) =>
    call('accounts.useIn', {
      platform: 'twitch',
      channel,
      ...(accountId === undefined ? {} : { accountId }),
    }),
  allow: (feature) => call('accounts.allow', { id: crypto.randomUUID(), feature }),
  refresh: () => call('live.refresh', {}),
  refreshChzzk: async () => (await call('chzzk.refresh', {})).look,
  readDamaged: async () => (await call('notices.read', {})).notices,
  dismissDamaged: (id) => call('notices.dismiss', { id }),
  isOnline: () => navigator.onLine,
  now: Date.now,
  show: (state) => {
    shown = state;
    tabs.show(state);
    draw();
  },
});

let chzzkView: ChzzkView | undefined;
const chzzk = createChzzkAsking({
  isPermitted: () => browser.permissions.contains({ origins: chzzkOrigins }),
  read: async () => (await call('chzzk.session', {})).session,
  permit: () => browser.permissions.request({ origins: chzzkOrigins }),
  show: (view) => {
    chzzkView = view;
    draw();
  },
});

const tabs = createTabs({
  draw: () => draw(),
  allow: (feature) => void panel.allow(feature),
  signIn: () => void panel.signIn(),
  openOptions: () => void browser.runtime.openOptionsPage(),
  settings: () => settings ?? defaultSettings,
  set: (key, value) => set(key, value),
  actions: () => actions,
  closed: closed.signal,
});

const lists = createLists({
  draw: () => draw(),
  settings: () => settings ?? defaultSettings,
  actions: () => actions,
});

const rows = createRows({
  draw: () => draw(),
  settings: () => settings ?? defaultSettings,
  actions: () => actions,
});

const set = <Key extends SettingKey>(key: Key, value: Settings[Key]): void => {
  // It shows before it is stored; should that fail, what is stored comes back.
  if (settings) void dress({ ...settings, [key]: value });
  void writeSetting(key, value).catch(async () => dress(await readSettings(area)));
};

/** Puts channels on a list; to be told of them takes the user's permission, which only a press may ask for. */
async function toggleChannel(list: ChannelList, channels: readonly string[]): Promise<void> {
  const before = settings?.[list] ?? [];
  set(list, channels);
  if (!list.startsWith('notifications.') || channels.length < before.length) return;
  // Written first: Firefox may close the popup over its question.
  if (list === 'notifications.channels' && settings?.['notifications.of'] === 'nobody')
    set('notifications.of', 'chosen');
  if (!(await browser.permissions.request({ permissions: ['notifications'] }))) set(list, before);
}

const lookAt = createDetailAsking({
  ask: (ids) => call('chzzk.details', { ids }),
  isOnline: () => navigator.onLine,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const actions: PopupActions = {
  set,
  toggleChannel: (list, channels) => void toggleChannel(list, channels),
  open: (opening) => void openNow(opening),
  rowMenu: rows.menu,
  mark: rows.mark,
  lists: lists.wish,
  look: (streams) => void lookAt(streams),
  chooseTab: tabs.choose,
  about: ({ platform, login, name }) => tabs.look(channelView(platform, login, name)),
  signIn: () => void panel.signIn(),
  signInAnother: () => void panel.signIn(true),
  signOut: (accountId) => void panel.signOut(accountId),
  cancelSignIn: () => void panel.cancelSignIn(),
  showCode: () => void call('accounts.showCode', {}).catch(() => undefined),
  copy: (words) =>
    navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    ),
  use: (accountId) => void panel.use(accountId),
  useHere: (channel, accountId) => void panel.useIn(channel, accountId),
  lookAtChzzk: () => void chzzk.look(),
  permitChzzk: () => void chzzk.permit(),
  openChzzk: () => void browser.tabs.create({ url: chzzkUrl }),
  allow: (feature) => void panel.allow(feature),
  refresh: () => void panel.refresh(),
  dismissDamaged: (id) => void panel.dismissDamaged(id),
  saveDamaged: (id) => void saveCopy(id),
  openOptions: () => void browser.runtime.openOptionsPage(),
  openIn: (place) => void openIn(place),
};

const draw = mount(page, root);

follow('accounts', () => void panel.accountsChanged(), closed.signal);
follow('notices', () => void panel.damagedChanged(), closed.signal);
follow('live', () => void panel.liveChanged(), closed.signal);
follow('place', () => void panel.placeChanged(), closed.signal);
watchTabInFront(() => void panel.placeChanged(), closed.signal);
closed.signal.addEventListener(
  'abort',
  watchSettings(area, (next, changed) => {
    void dress(next);
    lists.changed(changed);
    // Only now does the background ask for the other list.
    if (changed.includes('live.whose')) void panel.listChanged();
  }),
);
addEventListener('online', () => void panel.refresh());
addEventListener('pagehide', () => closed.abort());
setInterval(() => draw(), tick.ages);
setInterval(() => shown?.signedIn?.code && draw(), tick.code);
// Asking wakes the background, which goes on asking the platform; its own alarm rings only twice a minute.
setInterval(() => shown?.signedIn?.code && void panel.accountsChanged(), tick.ages);

void panel.start();
// The list is still on its way.
void dressed.then(() => prepare(document.documentElement.lang));

/** Lets the user keep what was put aside, as a file. */
async function saveCopy(id: string): Promise<void> {
  const { json } = await call('notices.export', { id });
  if (json === undefined) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  link.download = 'sidestage-damaged.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
