/** The local log of what was said in channels that the user moderates. */
import { browser } from '../../../lib/browser.ts';
import type { Platform } from '../../../lib/chat/message.ts';
import { fail } from '../../../lib/failure.ts';
import type { chatLogCommands } from '../../../lib/messages/protocol/chat-log.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { chatAt } from '../../../lib/pages/chzzk/page-kind.ts';
import { liveChannel, pageAt } from '../../../lib/pages/twitch/page-kind.ts';
import { chzzkChat, chzzkRooms } from '../chzzk-services.ts';
import { chatLog, frameChats, settings } from '../ground.ts';
import { channels } from '../services.ts';
import { accounts } from '../sign-in.ts';
import type { HandlersOf } from './handlers-of.ts';
import { provenChannel } from './proven.ts';

const day = 86_400_000;

/** The asking page's platform. */
const platformOf = ({ name }: Sender): Platform => (name === 'chzzk' ? 'chzzk' : 'twitch');

/** Whether the user moderates the channel, as far as that was found out when the tools were put up there. */
async function moderates(platform: Platform, channel: string): Promise<boolean> {
  if (platform === 'chzzk') return ((await chzzkRooms.get()) ?? []).includes(channel);
  return (await channels.find(channel, await accounts.actingIn('twitch', channel))) !== undefined;
}

/** Whether the page is in a private window: what is looked at there stays there. */
const isPrivate = async (sender: Sender): Promise<boolean> =>
  'tabId' in sender && (await browser.tabs.get(sender.tabId)).incognito;

/** The channel whose live chat the asking page shows, as the browser says. */
function liveChannelAt(sender: Sender): string | undefined {
  if (sender.name === 'twitch') return liveChannel(pageAt(sender.url));
  return sender.name === 'chzzk' ? chatAt(sender.url)?.channel : undefined;
}

/** As {@link provenChannel}, and the channel from which the page has just gone on: the last words there are told amid that. */
async function provenLately(claimed: string, sender: Sender, command: string): Promise<string> {
  const lately = 'tabId' in sender ? await frameChats.of(sender.tabId, sender.frameId) : [];
  return lately.includes(claimed) ? claimed : provenChannel(claimed, sender, command);
}

/** Deletes what the user does not want kept so long. */
export async function pruneChatLog(): Promise<void> {
  const { 'chatLog.days': days } = await settings.read();
  await chatLog.prune(Date.now() - days * day);
}

/** See the file's head. */
export const chatLogHandlers: HandlersOf<typeof chatLogCommands> = {
  'chatLog.read': async (_nothing, sender) => {
    const channel = liveChannelAt(sender);
    if (channel !== undefined && 'tabId' in sender)
      await frameChats.note(sender.tabId, sender.frameId, channel);
    const { 'chatLog.on': on, 'chatLog.days': days } = await settings.read();
    return { on, days };
  },
  'chatLog.turnOn': async () => {
    await settings.write({ 'chatLog.on': true });
    return {};
  },
  'chatLog.keep': async ({ channel, lines }, sender) => {
    const room = {
      platform: platformOf(sender),
      channel: await provenLately(channel, sender, 'chatLog.keep'),
    };
    const { 'chatLog.on': isOn, 'chatLog.days': days } = await settings.read();
    // It may have been switched off since the page began.
    if (!isOn || (await isPrivate(sender))) return {};
    if (!(await moderates(room.platform, channel))) return fail({ code: 'not-moderator', channel });
    const now = Date.now();
    await chatLog.keep(
      room,
      lines.filter(({ at }) => at <= now + day && at >= now - days * day),
    );
    return {};
  },
  'chatLog.older': async ({ channel, who, before }, sender) => {
    const room = {
      platform: platformOf(sender),
      channel: await provenChannel(channel, sender, 'chatLog.older'),
    };
    return chatLog.older(room, who, before);
  },
  'chatLog.rooms': async () => {
    const rooms = await chatLog.rooms();
    const name = ({ platform, channel }: (typeof rooms)[number]) =>
      platform === 'chzzk' ? chzzkChat.nameOf(channel).catch(() => channel) : channel;
    return {
      rooms: await Promise.all(rooms.map(async (room) => ({ ...room, name: await name(room) }))),
    };
  },
  'chatLog.forget': async ({ room }) => {
    await chatLog.forget(room);
    return {};
  },
};
