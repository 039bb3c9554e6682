import { defineBackground } from 'wxt/utils/define-background';

import { codeAlarmName } from '../../lib/accounts/code-page.ts';
import { onTokens } from '../../lib/accounts/token-users.ts';
import { browser } from '../../lib/browser.ts';
import { createRouter } from '../../lib/messages/router.ts';
import { tell } from '../../lib/messages/tell.ts';
import { classifyStart, markStarted } from '../../lib/store/start.ts';
import { batchAlarm, batches } from './batches.ts';
import { settleChzzkPage } from './chzzk-page.ts';
import { handlers } from './handlers.ts';
import { pruneChatLog } from './handlers/chat-log.ts';
import { chzzkLive, liveAlarm, setLiveAlarm, watch } from './live.ts';
import { hearNotifications } from './notices.ts';
import { queueWatch } from './queues.ts';
import { chosen, command, drawMenu, enter, suggest } from './ways-in.ts';
import { settings, settingsSync, tabs } from './ground.ts';
import { channels, chzzkModeration, moderation, sweepAlarm, sweeps } from './services.ts';
import { accounts } from './sign-in.ts';

const hourly = 'validate';

/** Opens what must be open before anything is answered; what an earlier life left undone is taken up beside it. */
async function start(): Promise<void> {
  const areas = { session: browser.storage.session, local: browser.storage.local };
  const kind = await classifyStart(areas);
  await settings.repair();
  // Twitch asks for a check at every start and once an hour. A wake is not a start of the user's.
  if (kind !== 'wake') void accounts.validate();
  void accounts.resume();
  void moderation.resume();
  void chzzkModeration.resume();
  void sweeps.resume();
  void batches.resume();
  // A wake is one because the mark is there; two writes less before the first answer.
  if (kind !== 'wake') await markStarted(areas);
  quietly(watch.draw());
  if (kind !== 'wake') quietly(settleChzzkPage());
  // Nothing was seen in this run of the browser, so this look brings no news.
  if (kind === 'browser-start') {
    quietly(watch.look());
    quietly(settingsSync.look());
  }
}

/** Sets the hourly alarm, unless it is ticking already: setting it anew would put it off. */
async function setAlarm(): Promise<void> {
  if ((await browser.alarms.get(hourly)) === undefined) {
    await browser.alarms.create(hourly, { periodInMinutes: 60 });
  }
}

/** Work that is done again at the next alarm, should it fail now. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

export default defineBackground({
  main() {
    let ready: Promise<void> | undefined;
    const isReady = (): Promise<void> =>
      (ready ??= start().catch((error: unknown) => {
        // The next question tries again.
        ready = undefined;
        throw error;
      }));

    const route = createRouter({
      self: { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') },
      handlers,
      ready: isReady,
      log: (command, failure) => console.info('refused or failed:', command, failure.code),
    });
    browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
      const answer = route(message, sender);
      if (answer === undefined) return undefined;
      void answer.then(reply);
      return true;
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === liveAlarm) {
        quietly(isReady().then(() => watch.look()));
        quietly(isReady().then(() => queueWatch.look()));
      }
      if (name === hourly) {
        quietly(isReady().then(() => accounts.validate()));
        quietly(isReady().then(() => settingsSync.look()));
        quietly(isReady().then(pruneChatLog));
      }
      if (name === sweepAlarm) quietly(isReady().then(() => sweeps.resume()));
      if (name === batchAlarm) quietly(isReady().then(() => batches.resume()));
      // Opening the stores is what takes the sign-in up again.
      if (name === codeAlarmName) quietly(isReady().then(() => accounts.resume()));
    });
    settings.watch((_all, changed) => {
      for (const key of changed) void tell('settings', { key }, tabs);
      if (changed.includes('language') || changed.includes('live.actions')) quietly(drawMenu());
      // The application decides whether one can sign in, and by which way.
      if (changed.some((key) => key.startsWith('twitch.client'))) void tell('accounts', {}, tabs);
      if (changed.includes('live.refreshMinutes')) quietly(setLiveAlarm());
      if (changed.some((key) => key.startsWith('live.') || key === 'language')) {
        quietly(watch.draw());
        // Whoever wants queues on the button wants them counted.
        quietly(changed.some((key) => key.startsWith('live.badge')) ? queueWatch.look() : queueWatch.draw());
      }
      quietly(settingsSync.look());
    });
    browser.storage.sync.onChanged.addListener(() => quietly(isReady().then(() => settingsSync.look())));
    accounts.on(() => {
      quietly(watch.draw());
      quietly(queueWatch.draw());
    });
    browser.runtime.onInstalled.addListener(() => {
      quietly(isReady().then(drawMenu));
      quietly(settleChzzkPage());
    });
    browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }, tab) =>
      quietly(isReady().then(() => chosen(menuItemId, linkUrl ?? pageUrl, tab))),
    );
    browser.omnibox.onInputChanged.addListener((typed, show) =>
      quietly(isReady().then(() => suggest(typed, show))),
    );
    browser.omnibox.onInputEntered.addListener((typed, how) =>
      quietly(isReady().then(() => enter(typed, how))),
    );
    browser.commands.onCommand.addListener((name) => quietly(isReady().then(() => command(name))));
    accounts.on(onTokens({ end: (accountId) => quietly(channels.forget(accountId)) }));
    hearNotifications();
    browser.permissions.onAdded.addListener(() => {
      hearNotifications();
      quietly(settleChzzkPage());
      quietly(isReady().then(() => chzzkLive.refresh()));
    });
    browser.permissions.onRemoved.addListener(() => {
      quietly(settleChzzkPage());
      quietly(isReady().then(() => chzzkLive.refresh()));
    });
    quietly(setAlarm());
    quietly(setLiveAlarm());
    quietly(isReady());
  },
});
