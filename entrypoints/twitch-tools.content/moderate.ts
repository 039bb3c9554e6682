/** The tools of one visit to a channel's chat on Twitch. */
import type { LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import { call } from '../../lib/messages/call.ts';
import { banKinds } from '../../lib/moderation/action.ts';
import { quietButtons, usualButtons } from '../../lib/moderation/line-button.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { usualWatch } from '../../lib/moderation/watch-length.ts';
import { askProbe } from '../../lib/pages/twitch/ask.ts';
import { twitchChat } from '../../lib/pages/twitch/chat.ts';
import { pageAt, recordingOn } from '../../lib/pages/twitch/page-kind.ts';
import { twitchSite } from '../../lib/pages/twitch/site.ts';
import type { Tools } from '../twitch.content/bring.ts';
import { watchHealth } from '../stream-page/health.ts';
import { whenThere } from '../stream-page/scripts.ts';
import { spoken } from '../stream-page/spoken.ts';
import { putUpTools } from '../stream-page/tools.ts';

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
export const moderate: Tools['moderate'] = async ({ channel, who, isQuiet, life, signal }) => {
  await spoken(life);
  const chat = twitchChat(document, channel);
  const tools = await putUpTools(
    {
      channel,
      chat,
      desk,
      // Twitch tells only those who moderate since when somebody follows.
      more: isQuiet ? {} : { follow: (who) => call('people.follow', who) },
      kinds: isQuiet ? [] : banKinds,
      actor: () => who()?.login,
      isQuiet,
      isLive: recordingOn(pageAt(location.href)) === undefined,
      platform: 'twitch',
      readSettings: async () => {
        const settings = { ...(await readSettings(channel)), who };
        return isQuiet ? quietly(settings) : settings;
      },
      life,
    },
    signal,
  );
  if (!tools) return;
  const { beside, ...rest } = tools;
  if (!isQuiet)
    whenThere(
      'corner',
      ({ putUpTwitchBar }) => putUpTwitchBar({ ...beside, ...rest }, signal),
      life.goesOn,
      signal,
    );
  const line = {
    probe: (row: HTMLElement) => askProbe([row])[0]?.line !== undefined,
    ids: ({ id }: { readonly id?: string }) => id !== undefined,
  };
  watchHealth({ site: twitchSite, chat, line, isAlive: life.goesOn }, signal);
};

/** Of the user's choices what needs no power. */
const quietly = (settings: LineToolsSettings): LineToolsSettings => ({
  ...settings,
  buttons: quietButtons(settings.buttons),
  only: true,
  quiet: true,
  timeoutPresets: [],
});

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
      nameOpens: 'theirs',
      watchMinutes: usualWatch,
    };
  }
}
