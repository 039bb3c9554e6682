import '../../components/page.css';
import '../../components/Slider.css';
import '../../components/options/Options.css';
import '../../components/options/editors.css';
import '../../components/accounts/CodeCard.css';
import '../../components/accounts/Permissions.css';
import '../../components/accounts/Chzzk.css';

import type { VNode } from 'preact';

import { Locale } from '../../components/locale.ts';
import type { OptionsActions, OptionsFacts } from '../../components/options/actions.ts';
import { mount } from '../../components/mount.tsx';
import { Options } from '../../components/options/Options.tsx';
import { browser } from '../../lib/browser.ts';
import { createChzzkAsking } from '../../lib/chzzk/asking.ts';
import { redirectUrls } from '../../lib/identity.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { dress } from '../../lib/options/dress.ts';
import { speak } from '../../lib/options/language.ts';
import { createOptions, type OptionsState } from '../../lib/options/options.ts';
import { openSide, openWindow } from '../../lib/options/own-window.ts';
import { placeOf } from '../../lib/options/sections.ts';
import { afterChoices, writeSetting } from '../../lib/options/write-setting.ts';
import { chzzkManageOrigins, chzzkOrigins } from '../../lib/policy.ts';
import { readSettings, watchSettings } from '../../lib/store/settings.ts';
import { ring } from '../../lib/sound/chime.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text } from '../../lib/text.ts';
import type { BackupFace } from './backup.tsx';
import type { ChannelsFace } from './channels.tsx';
import type { ChzzkFace } from './chzzk.tsx';
import type { ExplorerFace } from './explorer.tsx';
import { copy, save } from './user-files.ts';

/** How often the ages on the page are drawn anew, ms. */
const tick = 10_000;

const root = document.querySelector('#app') ?? document.body;
const closed = new AbortController();
const area = browser.storage.local;

let shown: OptionsState | undefined;
let look: Settings | undefined;
let face: ExplorerFace | undefined;
let backup: BackupFace | undefined;
let channels: ChannelsFace | undefined;
let manage: ChzzkFace | undefined;

const here = browser.identity.getRedirectURL();
const facts: OptionsFacts = {
  shortcuts: (await browser.commands.getAll()).map(({ name = '', shortcut = '' }) => ({
    name,
    keys: shortcut,
  })),
  version: browser.runtime.getManifest().version,
  browser: navigator.userAgent,
  redirects: [
    { browser: 'Chrome', url: redirectUrls.chrome },
    { browser: 'Firefox', url: redirectUrls.firefox },
  ]
    .map((redirect) => ({ ...redirect, isThis: redirect.url === here }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis)),
};

const page = (): VNode | null => {
  if (!shown) return null;
  const now = Date.now();
  return (
    <Locale.Provider value={document.documentElement.lang}>
      <Options
        state={shown}
        now={now}
        facts={facts}
        actions={actions}
        explorer={explorerOf(now)}
        channels={channels?.draw(shown)}
        backup={backup?.draw(shown.settings, now)}
        chzzk={manage?.draw(now)}
      />
    </Locale.Provider>
  );
};

const explorerOf = (now: number): VNode | null => face?.draw(now) ?? null;

const options = createOptions(
  {
    readAccounts: () => call('accounts.read', {}),
    signIn: ({ scopes, another, accountId }) =>
      call('accounts.signIn', {
        id: crypto.randomUUID(),
        platform: 'twitch',
        ...(scopes === undefined ? {} : { scopes }),
        ...(another === undefined ? {} : { another }),
        ...(accountId === undefined ? {} : { accountId }),
      }),
    signOut: (accountId) => call('accounts.signOut', { accountId }),
    readSettings: () => readSettings(area),
    writeSetting,
    log: {
      window: (place, limit, before) =>
        call('moderation.log', { limit, ...(place && { place }), ...(before !== undefined && { before }) }),
      facts: () => call('moderation.logFacts', {}),
      save,
      now: Date.now,
    },
    undo: (id) => call('moderation.undo', { id }),
    unlock: (unlock, undoes) =>
      unlock === 'sign-in'
        ? call('accounts.signInAgain', { id: crypto.randomUUID(), undoes })
        : call('accounts.allow', { id: crypto.randomUUID(), feature: unlock.allow, undoes }),
    readPeople: async () => (await call('people.written', {})).people,
    forgetPerson: (id) => call('people.forget', { id }),
    readKept: async () => (await call('chatLog.rooms', {})).rooms,
    forgetKept: (room) =>
      call('chatLog.forget', room ? { room: { platform: room.platform, channel: room.channel } } : {}),
    readHealth: async () => (await call('health.read', {})).pages,
    show: (state) => {
      shown = state;
      face?.show(state);
      void wear(state.settings).then(() => draw());
    },
  },
  placeOf(location.hash),
);

/** Makes the page look and speak as the settings say. */
async function wear(settings: Settings | undefined): Promise<void> {
  if (!settings || settings === look) return;
  const before = look;
  look = settings;
  await dress(settings, before);
  document.title = text('optionsTitle');
}

const actions: OptionsActions = {
  signIn: (wish) => void options.signIn(wish),
  cancelSignIn: () => void options.changing(call('accounts.cancel', {})),
  showCode: () => void call('accounts.showCode', {}).catch(() => undefined),
  allow: (feature, accountId) =>
    void options.changing(call('accounts.allow', { id: crypto.randomUUID(), feature, accountId })),
  drop: (feature, accountId) => void options.changing(call('accounts.drop', { feature, accountId })),
  forgetChannel: (channel) => void options.changing(call('accounts.useIn', { platform: 'twitch', channel })),
  checkClient: () => {
    const settings = shown?.settings;
    if (!settings) return;
    const { 'twitch.clientId': clientId, 'twitch.clientKind': kind } = settings;
    void options.checking(call('accounts.checkClient', { clientId, kind }).then(({ verdict }) => verdict));
  },
  askChzzk: () => void chzzk.permit(),
  stopChzzk: () => void browser.permissions.remove({ origins: chzzkManageOrigins }).then(() => chzzk.look()),
  signOut: (accountId) => void options.signOut(accountId),
  write: (key, value) => void options.write(key, value),
  ring,
  permitNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
  undo: (id) => void options.undo(id),
  unlock: () => void options.unlock(),
  forget: (id) => void options.forget(id),
  forgetKept: (channel) => void options.forgetKept(channel),
  log: options.log,
  reloadSettings: () => void options.settingsChanged(),
  openPopupIn: (place) => void (place === 'window' ? openWindow() : openSide()),
  changeShortcuts: () => void changeShortcuts(),
  save,
  copy,
};

/** Firefox has a call for it, since Firefox 137; Chrome an address. */
async function changeShortcuts(): Promise<void> {
  if (!import.meta.env.FIREFOX) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else
    await (browser.commands as unknown as { openShortcutSettings(): Promise<void> }).openShortcutSettings();
}

const chzzk = createChzzkAsking({
  isPermitted: () => browser.permissions.contains({ origins: chzzkOrigins }),
  read: async () => (await call('chzzk.session', {})).session,
  permit: () => browser.permissions.request({ origins: chzzkOrigins }),
  show: (view) => options.chzzkSays(view),
});

/** The explorer comes with the whole table of endpoints: only who opens it pays for it. */
async function openExplorer(): Promise<void> {
  const place = placeOf(location.hash);
  if (place.section !== 'api') return;
  if (!face) {
    const { createExplorerFace } = await import('./explorer.tsx');
    face ??= createExplorerFace({ draw: () => draw(), copy, signIn: actions.signIn });
    await face.start(shown);
  }
  face.choose(placeOf(location.hash).detail);
}

/** Few open it: it comes when it is opened. */
async function openBackup(): Promise<void> {
  if (placeOf(location.hash).section !== 'backup' || backup) return;
  const { createBackupFace } = await import('./backup.tsx');
  backup ??= createBackupFace({
    draw: () => draw(),
    // A file holds what stands on the page, also while that is being stored.
    readSettings: () => afterChoices(() => readSettings(area)),
    permitNotifications: actions.permitNotifications,
    closed: closed.signal,
  });
}

/** What stands in the lists of channels is asked for by whoever looks at them. */
async function openChannels(): Promise<void> {
  if (placeOf(location.hash).section !== 'live' || channels) return;
  const { createChannelsFace } = await import('./channels.tsx');
  channels ??= createChannelsFace(() => draw(), actions);
  draw();
}

/** Few manage a channel there: likewise. */
async function openManage(): Promise<void> {
  if (placeOf(location.hash).section !== 'chzzk' || manage) return;
  const { createChzzkFace } = await import('./chzzk.tsx');
  manage ??= createChzzkFace(() => draw());
}

await speak('auto');
document.title = text('optionsTitle');
const draw = mount(page, root);

addEventListener('hashchange', () => {
  options.goTo(placeOf(location.hash));
  void openExplorer();
  void openChannels();
  void openBackup();
  void openManage();
});
addEventListener('pagehide', () => closed.abort());
// The user comes back from logging in, perhaps.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  void chzzk.look();
  manage?.look();
});
browser.permissions.onAdded.addListener(() => void chzzk.look());
browser.permissions.onRemoved.addListener(() => manage?.look());
follow('accounts', () => void options.accountsChanged(), closed.signal);
follow('health', () => void options.healthChanged(), closed.signal);
follow('people', () => void options.peopleChanged(), closed.signal);
follow('moderation.log', () => void options.log.changed(), closed.signal);
closed.signal.addEventListener(
  'abort',
  watchSettings(area, () => void options.settingsChanged()),
);
setInterval(() => draw(), tick);
// A code's time runs by the second.
setInterval(() => shown?.signedIn?.code && draw(), 1_000);
// Asking wakes the background, which goes on asking the platform; its own alarm rings only twice a minute.
setInterval(() => shown?.signedIn?.code && void options.accountsChanged(), 5_000);

void options.start();
void chzzk.look();
void openExplorer();
void openChannels();
void openBackup();
void openManage();
