/** Settings, notices, and how well we hold on to pages. */
import { browser } from '../../../lib/browser.ts';
import type { settingsCommands } from '../../../lib/messages/protocol/settings.ts';
import { tell } from '../../../lib/messages/tell.ts';
import { usualProfile } from '../../../lib/moderation/profile.ts';
import { profileIn, settingsOf } from '../../../lib/moderation/profiles.ts';
import { usedReasons } from '../../../lib/moderation/reason.ts';
import { catalogueOf } from '../../../lib/options/language.ts';
import { hashOf } from '../../../lib/options/sections.ts';
import { chatAt } from '../../../lib/pages/chzzk/page-kind.ts';
import { withHealth } from '../../../lib/pages/health-record.ts';
import { chzzkKind, siteOf } from '../../../lib/pages/sites.ts';
import { pageAt } from '../../../lib/pages/twitch/page-kind.ts';
import { notices, pageHealths, settings, settingsDesk, settingsSync, tabs } from '../ground.ts';
import { moderation } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const settingsHandlers: HandlersOf<typeof settingsCommands> = {
  'notices.read': async () => ({
    notices: (await notices.list()).filter(({ dismissed }) => !dismissed),
  }),
  'notices.dismiss': async ({ id }) => {
    await notices.dismiss(id);
    return {};
  },
  'notices.export': async ({ id }) => {
    const json = await notices.export(id);
    return json === undefined ? {} : { json };
  },
  'health.tell': async (seen, sender) => {
    if (!('url' in sender)) return {};
    const there = sender.name === 'chzzk' ? chatAt(sender.url)?.kind : pageAt(sender.url).kind;
    // The page has gone on meanwhile.
    if (there === undefined) return {};
    const kind = sender.name === 'chzzk' ? chzzkKind(there) : there;
    await pageHealths.update((book) => ({
      ...book,
      [kind]: withHealth(siteOf(kind), book?.[kind], seen, Date.now()),
    }));
    await tell('health', {}, tabs);
    return {};
  },
  'health.read': async () => ({ pages: (await pageHealths.get()) ?? {} }),
  'health.open': async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/options.html#health') });
    return {};
  },
  'settings.embedded': async ({ sites }, sender) => {
    // Whoever is let in later is told so.
    if (sender.name === 'twitch') await tabs.add(sender.tabId);
    const { 'moderation.embedSites': wanted } = await settings.read();
    const missing = sites.find((site) => !wanted.includes(site));
    return missing === undefined ? {} : { missing };
  },
  'settings.openEmbedding': async ({ site }) => {
    await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${hashOf('moderation', site)}`) });
    return {};
  },
  'settings.page': async ({ channel }) => {
    const all = await settings.read();
    const profile = profileIn(all, channel);
    const here = settingsOf(all, profile);
    return {
      ...(profile !== usualProfile && { profile }),
      timeoutPresets: here['moderation.timeoutPresets'],
      reason: here['moderation.defaultReason'],
      buttons: here['moderation.buttons'],
      keys: here['moderation.keys'],
      reasons: here['moderation.reasons'],
      usedReasons: usedReasons(await moderation.newest(200)),
      nameOpens: all['moderation.nameOpens'],
      watchMinutes: all['moderation.watchMinutes'],
    };
  },
  'settings.rememberWatch': async ({ minutes }) => {
    await settings.write({ 'moderation.watchMinutes': minutes });
    return {};
  },
  'settings.words': async () => {
    const { language } = await settings.read();
    return language === 'auto' ? {} : { chosen: { language, catalogue: await catalogueOf(language) } };
  },
  'settings.read': async () => ({ values: { ...(await settings.read()) } }),
  'settings.write': async ({ key, value }) => {
    await settings.write({ [key]: value });
    return {};
  },
  'settings.import': async ({ id, values, people: found }) => {
    await settingsDesk.change('import', id, values, found);
    return {};
  },
  'settings.reset': async ({ id }) => {
    await settingsDesk.reset(id);
    return {};
  },
  'settings.last': async () => {
    const last = await settingsDesk.last();
    return last ? { last } : {};
  },
  'settings.undo': async () => {
    await settingsDesk.undo();
    return {};
  },
  'sync.read': () => settingsSync.view(),
  'sync.turn': async ({ on }) => {
    await settingsSync.turn(on);
    return {};
  },
  'sync.forget': async () => {
    await settingsSync.forget();
    return {};
  },
};
