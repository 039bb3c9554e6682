/** Which service answers which command. */
import type { Account } from '../../lib/accounts/account.ts';
import { browser } from '../../lib/browser.ts';
import { fail, failureOf } from '../../lib/failure.ts';
import type { ListPage } from '../../lib/live/discover.ts';
import { searchBoth } from '../../lib/live/search.ts';
import type { Handlers } from '../../lib/messages/router.ts';
import type { Sender } from '../../lib/messages/sender.ts';
import { tell } from '../../lib/messages/tell.ts';
import { usedReasons } from '../../lib/moderation/reason.ts';
import { withDeclined } from '../../lib/moderation/unlock.ts';
import { withHealth } from '../../lib/pages/twitch/health-record.ts';
import { catalogueOf } from '../../lib/options/language.ts';
import { liveChannel, pageAt, recordingOn } from '../../lib/pages/twitch/page-kind.ts';
import { usualProfile } from '../../lib/moderation/profile.ts';
import { profileIn, settingsIn, settingsOf } from '../../lib/moderation/profiles.ts';
import { readLists } from '../../lib/store/read-live.ts';
import { openChzzkTab } from './chzzk-tab.ts';
import { chzzkLive, chzzkSearch, forgetLists, live, offline, watched } from './live.ts';
import {
  accountBehind,
  accounts,
  callDesk,
  chzzkManage,
  chzzkSession,
  channels,
  channelTabs,
  channelTools,
  discovery,
  forgetRounds,
  lookAtClient,
  moderation,
  notices,
  once,
  pageHealths,
  people,
  pastedTokens,
  polls,
  predictions,
  recordings,
  searching,
  settings,
  settingsDesk,
  settingsSync,
  tabs,
} from './services.ts';

/** The channel whose chat stands at `address`, live or recorded. @throws FailureError when Twitch cannot be asked. */
async function channelAt(address: string): Promise<string | undefined> {
  const page = pageAt(address);
  const recording = recordingOn(page);
  return recording ? recordings.channelOf(recording, () => accounts.acting()) : liveChannel(page);
}

/**
 * The channel that `sender` may speak of: the one in the address that the browser stamped, or whose recording stands there.
 *
 * @throws FailureError `refused` when the page claims another one.
 */
async function provenChannel(claimed: string, sender: Sender, command: string): Promise<string> {
  const proven = sender.name === 'twitch' ? await channelAt(sender.url) : undefined;
  if (proven !== claimed) fail({ code: 'refused', why: 'wrong-sender', command });
  return claimed;
}

/** Waits for `work`; a scope that it misses and that the account was asked for in vain is not asked for again. */
async function declineKnown<T>(work: Promise<T>, account: () => Promise<Account | undefined>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    return fail(withDeclined(failureOf(error), (await account())?.declined ?? []));
  }
}

/**
 * Who is asked something on the platform's page: whoever did what the logged action `undoes` is, or who acts in `channel`.
 *
 * @throws FailureError `refused` when a stream page speaks of another channel than its own.
 */
async function actorOf(
  { channel, undoes }: { readonly channel?: string; readonly undoes?: string },
  sender: Sender,
  command: string,
): Promise<{ readonly id: string; readonly login: string } | undefined> {
  const entry = undoes === undefined ? undefined : await moderation.entry(undoes);
  if (sender.name === 'twitch') await provenChannel(entry?.action.channel ?? channel ?? '', sender, command);
  if (entry) return entry.by;
  return channel === undefined ? undefined : accounts.inChannel('twitch', channel);
}

/** The handlers of all commands. */
export const handlers: Handlers = {
  'background.ping': () => Promise.resolve({ version: browser.runtime.getManifest().version }),

  'accounts.read': () => accounts.read(),
  'accounts.signIn': ({ id, scopes, another, accountId }) =>
    accounts.signIn({ id, scopes, another, accountId }),
  'accounts.cancel': async () => {
    await accounts.cancel();
    return {};
  },
  'accounts.showCode': async () => {
    await accounts.showCode();
    return {};
  },
  'accounts.use': async ({ accountId }) => {
    await accounts.use(accountId);
    return {};
  },
  'accounts.useIn': async ({ platform, channel, accountId }) => {
    await accounts.useIn(platform, channel, accountId);
    return {};
  },
  'accounts.allow': async ({ id, feature, accountId, ...where }, sender) => {
    const actor = await actorOf(where, sender, 'accounts.allow');
    await accounts.allow(feature, actor?.id ?? accountId ?? (await accounts.acting()).id, id);
    return {};
  },
  'accounts.signInAgain': async ({ id, ...where }, sender) => {
    const actor = await actorOf(where, sender, 'accounts.signInAgain');
    // No page of ours shows the code, where it is done by one.
    if (!actor) await accounts.signIn({ id, front: true });
    else if ((await accountBehind(actor.id))?.state !== 'ok')
      await accounts.signIn({ id, accountId: actor.id, login: actor.login, front: true });
    return {};
  },
  'accounts.drop': async ({ feature, accountId }) => {
    await accounts.drop(feature, accountId);
    return {};
  },
  'accounts.checkClient': async ({ clientId, kind }) => ({ verdict: await lookAtClient(clientId, kind) }),
  'channel.ofTab': async ({ tabId }) => {
    const channel = await channelTabs.of(tabId);
    if (channel === undefined) return {};
    const account = await accounts.inChannel('twitch', channel);
    const role = account && (await channels.known(channel, account));
    return { channel, ...(role && { role }) };
  },
  'accounts.signOut': async ({ accountId }) => {
    await accounts.signOut(accountId);
    await forgetRounds(accountId);
    await forgetLists();
    return {};
  },

  'chzzk.session': async () => {
    const session = await chzzkSession();
    // The answer does not wait for the list, which tells of itself when it has come.
    chzzkLive.heard(session).catch(() => undefined);
    return session === undefined ? {} : { session };
  },

  'chzzk.refresh': async () => ({ look: await chzzkLive.refresh() }),

  'chzzk.channels': async () => {
    const channels = await chzzkManage.channels();
    return channels === undefined ? {} : { channels };
  },
  'chzzk.words': async ({ channel }) => ({ words: await chzzkManage.words(channel) }),
  'chzzk.restrictions': ({ channel, page, name }) => chzzkManage.restrictions(channel, page, name),
  'chzzk.requests': ({ channel, page, name }) => chzzkManage.requests(channel, page, name),
  'chzzk.helpers': async ({ channel }) => ({ helpers: await chzzkManage.helpers(channel) }),
  'chzzk.rule': async ({ channel }) => ({ rule: await chzzkManage.rule(channel) }),
  'chzzk.act': ({ id, channel, doing }) =>
    once(id, async (beforeSending) => {
      await beforeSending();
      await chzzkManage.act(channel, doing);
      return {};
    }),
  'chzzk.openTab': async ({ channel, from }) => {
    await openChzzkTab(from, channel);
    return {};
  },

  'live.refresh': async () => {
    const { updatedAt, streams } = await declineKnown(live.refresh(), () => accounts.acting());
    return { updatedAt, count: streams.length };
  },

  'live.stored': async ({ accountId }) => {
    const { own, chzzk } = await readLists(accountId);
    return { ...(own && { own }), ...(chzzk && { chzzk }) };
  },

  'live.followed': ({ fresh }) => declineKnown(offline.list(fresh), () => accounts.acting()),
  'live.offline': async ({ ids }) => ({ facts: await offline.facts(ids) }),
  'live.watched': ({ categoryIds, fresh }) => watched(categoryIds, fresh),

  'channel.ofRecording': async (_request, sender) => {
    if (sender.name !== 'twitch') return {};
    // Whoever signs in later is told to the page, which then asks again.
    await tabs.add(sender.tabId);
    const { activeId } = await accounts.read();
    const channel = activeId === undefined ? undefined : await channelAt(sender.url);
    return channel === undefined ? {} : { channel };
  },

  'channel.role': async ({ channel, pageSaysModerator = false }, sender) => {
    await provenChannel(channel, sender, 'channel.role');
    if (sender.name === 'twitch') {
      await tabs.add(sender.tabId);
      await channelTabs.note(sender.tabId, channel);
    }
    const account = await accounts.inChannel('twitch', channel);
    if (account === undefined) return { channel, role: 'none' };
    if (account.state === 'expired') return { channel, role: 'none', login: account.login, expired: true };
    const place = await channels.find(channel, account, { pageSaysModerator });
    const role = place === undefined ? 'none' : place.id === account.userId ? 'broadcaster' : 'moderator';
    return { channel, role, login: account.login };
  },

  'moderation.act': async ({ id, ...action }, sender) => {
    await provenChannel(action.channel, sender, 'moderation.act');
    return declineKnown(moderation.act(id, action), () => accounts.inChannel('twitch', action.channel));
  },
  'moderation.nextStep': async ({ channel, login }, sender) => {
    await provenChannel(channel, sender, 'moderation.nextStep');
    const here = settingsIn(await settings.read(), channel);
    const { 'moderation.ladder': ladder, 'moderation.ladderDays': days } = here;
    const next = await moderation.nextStep(ladder, { platform: 'twitch', channel, login, days });
    return next === undefined ? { days } : { next, days };
  },
  'moderation.undo': async ({ id }, sender) => {
    const entry = await moderation.entry(id);
    if (entry !== undefined && sender.name === 'twitch') {
      await provenChannel(entry.action.channel, sender, 'moderation.undo');
    }
    return declineKnown(moderation.undo(id), async () => entry && accountBehind(entry.by.id));
  },
  'moderation.log': async ({ limit }) => ({ entries: await moderation.newest(limit) }),

  'people.known': async ({ channel }, sender) => ({
    people: await people.known(await provenChannel(channel, sender, 'people.known')),
  }),
  'people.person': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.person');
    return people.person(who);
  },
  'people.profile': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.profile');
    return people.profile(who);
  },
  'people.follow': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.follow');
    const at = await declineKnown(people.followedAt(who), () => accounts.inChannel('twitch', who.channel));
    return at === undefined ? {} : { at };
  },
  'people.write': async ({ nickname, note, ...who }, sender) => {
    await provenChannel(who.channel, sender, 'people.write');
    await people.write(who, { nickname, note });
    return {};
  },
  'people.written': async () => ({ people: await people.written() }),
  'people.forget': async ({ id }) => {
    await people.forget(id);
    return {};
  },

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
    if (sender.name !== 'twitch') return {};
    const { kind } = pageAt(sender.url);
    await pageHealths.update((book) => ({ ...book, [kind]: withHealth(book?.[kind], seen, Date.now()) }));
    await tell('health', {}, tabs);
    return {};
  },
  'health.read': async () => ({ pages: (await pageHealths.get()) ?? {} }),
  'health.open': async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/options.html#health') });
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
    };
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

  'discover.list': async ({ wish, after }) => {
    const signal = wish.kind === 'search' ? searching.next() : undefined;
    const twitch = async (): Promise<ListPage> =>
      discovery.list(wish, after, await accounts.acting(), signal);
    if (wish.kind !== 'search' || after !== undefined) return twitch();
    const chzzk = await chzzkSearch();
    return searchBoth({
      twitch,
      chzzk: chzzk && (() => chzzk(wish.query)),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  },
  'discover.channel': async ({ login }) => discovery.channel(login, await accounts.acting()),

  'channel.view': async ({ channel }) =>
    channelTools.view(channel, await accounts.actingIn('twitch', channel)),
  'channel.act': ({ id, channel, wish }) =>
    declineKnown(
      once(id, async (beforeSending) => {
        const account = await accounts.actingIn('twitch', channel);
        const by = { account, beforeSending };
        if (wish.tool === 'mark') {
          const seconds = await channelTools.mark(wish.description, by);
          return seconds === undefined ? {} : { seconds };
        }
        const place = await channels.find(channel, account);
        if (!place) return fail({ code: 'not-moderator', channel });
        if (wish.tool === 'modes') await channelTools.setModes(place.id, wish.change, by);
        else await channelTools.setShield(place.id, wish.on, by);
        return {};
      }),
      () => accounts.inChannel('twitch', channel),
    ),
  'channel.clip': ({ id, channel }) =>
    declineKnown(
      once(id, async (beforeSending) => {
        const account = await accounts.actingIn('twitch', channel);
        const { id: channelId } = await channelTools.view(channel, account);
        return channelTools.clip(channelId, { account, beforeSending });
      }),
      () => accounts.inChannel('twitch', channel),
    ),
  'channel.clipMade': async ({ channel, clipId }) => {
    const url = await channelTools.clipMade(clipId, await accounts.actingIn('twitch', channel));
    return url === undefined ? {} : { url };
  },

  'polls.refresh': async () => {
    await declineKnown(polls.refresh(), () => accounts.acting());
    return {};
  },
  'polls.start': async ({ draft, askedAt }) => {
    await declineKnown(polls.start(draft, askedAt), () => accounts.acting());
    return {};
  },
  'polls.end': async ({ id, ending }) => {
    await declineKnown(polls.end(id, ending), () => accounts.acting());
    return {};
  },
  'predictions.refresh': async () => {
    await declineKnown(predictions.refresh(), () => accounts.acting());
    return {};
  },
  'predictions.start': async ({ draft, askedAt }) => {
    await declineKnown(predictions.start(draft, askedAt), () => accounts.acting());
    return {};
  },
  'predictions.end': async ({ id, ending }) => {
    await declineKnown(predictions.end(id, ending), () => accounts.acting());
    return {};
  },

  'helix.call': (wanted) => callDesk.call(wanted),
  'helix.token': async (token) => {
    await pastedTokens.keep(token);
    return {};
  },
  'helix.forgetToken': async ({ kind }) => {
    await pastedTokens.forget(kind);
    return {};
  },
  'helix.tokens': async () => ({ tokens: await pastedTokens.kinds() }),
};
