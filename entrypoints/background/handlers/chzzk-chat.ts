/** The tools in CHZZK's chat. */
import { browser } from '../../../lib/browser.ts';
import type { chzzkChatCommands } from '../../../lib/messages/protocol/chzzk-chat.ts';
import { usualProfile } from '../../../lib/moderation/profile.ts';
import { profileIn, settingsOf } from '../../../lib/moderation/profiles.ts';
import { usedReasons } from '../../../lib/moderation/reason.ts';
import { openDesk, openKey } from '../../../lib/options/own-window.ts';
import { chzzkChat, chzzkDoor, chzzkRooms } from '../chzzk-services.ts';
import { panelPlaces, settings, tabs } from '../ground.ts';
import { queueWatch } from '../queues.ts';
import { chzzkModeration } from '../services.ts';
import type { HandlersOf } from './handlers-of.ts';
import { chzzkChannelAt, provenChannel } from './proven.ts';

/** See the file's head. */
export const chzzkChatHandlers: HandlersOf<typeof chzzkChatCommands> = {
  'chzzk.role': async ({ channel }, sender) => {
    await provenChannel(channel, sender, 'chzzk.role');
    const role = await chzzkChat.role(channel);
    // Who has no tools needs no news.
    if (role && sender.name === 'chzzk') {
      await tabs.add(sender.tabId);
      queueWatch.opened({ platform: 'chzzk', channel }).catch(() => undefined);
    }
    await chzzkRooms.update((all = []) => [
      ...all.filter((id) => id !== channel),
      ...(role && role.kinds.length > 0 ? [channel] : []),
    ]);
    return role ?? { kinds: [] };
  },
  'chzzk.chatDoor': async ({ channel, known }, sender) => {
    await provenChannel(channel, sender, 'chzzk.chatDoor');
    return chzzkDoor(channel, known);
  },
  'chzzk.ofReplay': async (_nothing, sender) => {
    const channel = sender.name === 'chzzk' ? await chzzkChannelAt(sender.url) : undefined;
    return channel === undefined ? {} : { channel };
  },
  'chzzk.moderate': async ({ id, ...action }, sender) => {
    await provenChannel(action.channel, sender, 'chzzk.moderate');
    return chzzkModeration.act(id, { platform: 'chzzk', ...action });
  },
  'chzzk.openDesk': async ({ channel, list }, sender) => {
    await openDesk({ channel: await provenChannel(channel, sender, 'chzzk.openDesk'), list }, 'window');
    return {};
  },
  'chzzk.openKey': async ({ channel }, sender) => {
    await openKey(await provenChannel(channel, sender, 'chzzk.openKey'));
    return {};
  },
  'chzzk.bringPanel': async ({ channel }, sender) => {
    await provenChannel(channel, sender, 'chzzk.bringPanel');
    if (sender.name === 'chzzk')
      await browser.scripting.executeScript({
        target: { tabId: sender.tabId, frameIds: [sender.frameId] },
        files: ['content-scripts/chzzk-panel.js'],
      });
    const place = await panelPlaces.get();
    return place ? { place } : {};
  },
  'chzzk.keepPlace': async (place) => {
    await panelPlaces.set(place);
    return {};
  },
  'chzzk.settings': async ({ channel }) => {
    const all = await settings.read();
    const profile = profileIn(all, channel);
    const here = settingsOf(all, profile);
    return {
      readAlong: all['moderation.chzzkReadAlong'],
      ...(profile !== usualProfile && { profile }),
      buttons: here['moderation.chzzkButtons'],
      keys: here['moderation.keys'],
      reasons: here['moderation.reasons'],
      usedReasons: usedReasons(await chzzkModeration.newest(200)),
      nameOpens: all['moderation.nameOpens'],
      watchMinutes: all['moderation.watchMinutes'],
    };
  },
};
