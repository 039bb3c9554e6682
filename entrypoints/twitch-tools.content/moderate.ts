/** The tools of one visit to a channel's chat on Twitch. */
import type { LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import { call } from '../../lib/messages/call.ts';
import { banKinds } from '../../lib/moderation/action.ts';
import { usualButtons } from '../../lib/moderation/line-button.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { healthOf } from '../../lib/pages/health.ts';
import { askProbe } from '../../lib/pages/twitch/ask.ts';
import { twitchChat } from '../../lib/pages/twitch/chat.ts';
import { twitchSite } from '../../lib/pages/twitch/site.ts';
import type { Tools } from '../twitch.content/bring.ts';
import { watchHealth } from './health.ts';
import { spoken } from './spoken.ts';
import { putUpTools } from './tools.ts';

const desk: Desk = {
  act: (id, action) => call('moderation.act', { id, ...action }),
  undo: (id) => call('moderation.undo', { id }),
  nextStep: (who) => call('moderation.nextStep', who),
  allow: (feature, channel, undoes) =>
    call('accounts.allow', { id: crypto.randomUUID(), feature, channel, ...(undoes && { undoes }) }),
  signInAgain: (channel, undoes) =>
    call('accounts.signInAgain', { id: crypto.randomUUID(), channel, ...(undoes && { undoes }) }),
};

/** See {@link Tools.moderate}. */
export const moderate: Tools['moderate'] = async ({ channel, actor, life, signal }) => {
  await spoken(life);
  const chat = twitchChat(document, channel);
  const tools = await putUpTools(
    {
      channel,
      chat,
      desk,
      more: { follow: (who) => call('people.follow', who) },
      kinds: banKinds,
      actor,
      readSettings: () => readSettings(channel),
      life,
    },
    signal,
  );
  if (!tools) return;
  watchHealth(
    {
      site: twitchSite,
      theme: chat.theme,
      look: () =>
        healthOf(document, twitchSite, chat, {
          probe: (line) => askProbe(line).line !== undefined,
          ids: ({ id }) => id !== undefined,
        }),
      isAlive: life.goesOn,
    },
    signal,
  );
};

/** The tools work without the user's settings too. */
async function readSettings(channel: string): Promise<LineToolsSettings> {
  try {
    return await call('settings.page', { channel });
  } catch {
    return {
      timeoutPresets: [60, 600, 3600, 86_400],
      reason: '',
      buttons: usualButtons,
      keys: [],
      reasons: [],
      usedReasons: [],
    };
  }
}
