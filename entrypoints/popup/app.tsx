import type { VNode } from 'preact';

import { mount } from '../../components/mount.tsx';
import type { PopupActions } from '../../components/popup/actions.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { browserTexts } from '../../lib/browser-text.ts';
import { browser } from '../../lib/browser.ts';
import { channelUrl } from '../../lib/live/channel-url.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { createPanel } from '../../lib/live/panel.ts';
import type { LiveSnapshot } from '../../lib/live/stream.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { readLive } from '../../lib/store/read-live.ts';
import { speakFrom } from '../../lib/text.ts';
import { createTabs } from './tabs.ts';

/** How often the ages on the page are drawn anew, ms; a code's time runs by the second. */
const tick = { ages: 5_000, code: 1_000 };

speakFrom(browserTexts);
document.documentElement.lang = browser.i18n.getUILanguage();
const root = document.querySelector('#app') ?? document.body;
const closed = new AbortController();

let shown: PanelState | undefined;
const page = (): VNode | null => {
  if (!shown) return null;
  const now = Date.now();
  return (
    <Popup
      state={shown}
      now={now}
      actions={actions}
      hrefOf={channelUrl}
      tab={tabs.inFront()}
      panel={tabs.draw(now)}
    />
  );
};

/** The list that was read while this module was being loaded; later ones are read when they are wanted. */
let first: Promise<LiveSnapshot | undefined> | undefined;

const panel = createPanel({
  readLive: (accountId) => {
    const reading = first ?? readLive(accountId);
    first = undefined;
    return reading;
  },
  readAccounts: () => call('accounts.read', {}),
  readChannel: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? undefined : (await call('channel.ofTab', { tabId: tab.id })).channel;
  },
  signIn: ({ another, accountId }) =>
    call('accounts.signIn', {
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
  allow: (feature) => call('accounts.allow', { feature }),
  refresh: () => call('live.refresh', {}),
  readDamaged: async () => (await call('notices.read', {})).notices,
  dismissDamaged: (id) => call('notices.dismiss', { id }),
  isOnline: () => navigator.onLine,
  show: (state) => {
    shown = state;
    tabs.show(state);
    draw();
  },
});

const tabs = createTabs({
  draw: () => draw(),
  allow: (feature) => void panel.allow(feature),
  signIn: () => void panel.signIn(),
  openOptions: () => void browser.runtime.openOptionsPage(),
  closed: closed.signal,
});

const actions: PopupActions = {
  chooseTab: tabs.choose,
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
  allow: (feature) => void panel.allow(feature),
  refresh: () => void panel.refresh(),
  dismissDamaged: (id) => void panel.dismissDamaged(id),
  saveDamaged: (id) => void saveCopy(id),
  openOptions: () => void browser.runtime.openOptionsPage(),
};

const draw = mount(page, root);

follow('accounts', () => void panel.accountsChanged(), closed.signal);
follow('notices', () => void panel.damagedChanged(), closed.signal);
follow('live', () => void panel.liveChanged(), closed.signal);
addEventListener('online', () => void panel.refresh());
addEventListener('pagehide', () => closed.abort());
setInterval(() => draw(), tick.ages);
setInterval(() => shown?.signedIn?.code && draw(), tick.code);
// Asking wakes the background, which goes on asking the platform; its own alarm rings only twice a minute.
setInterval(() => shown?.signedIn?.code && void panel.accountsChanged(), tick.ages);

/** Opens the popup on the list that is being read. */
export function open(list: Promise<LiveSnapshot | undefined>): void {
  first = list;
  void panel.start();
}

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
