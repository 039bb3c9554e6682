/** One visit to a channel's chat: asks what the account may do here, and puts up the tools while it may. */
import type { LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { banKinds } from '../../lib/moderation/action.ts';
import { usualButtons } from '../../lib/moderation/line-button.ts';
import type { Desk, Role } from '../../lib/pages/desk.ts';
import { healthOf } from '../../lib/pages/health.ts';
import { askProbe } from '../../lib/pages/twitch/ask.ts';
import { twitchChat } from '../../lib/pages/twitch/chat.ts';
import { twitchSite } from '../../lib/pages/twitch/site.ts';
import { watchHealth } from './health.ts';
import type { Life } from './life.ts';
import { putUpTools } from './tools.ts';

const desk: Desk = {
  act: (id, action) => call('moderation.act', { id, ...action }),
  undo: (id) => call('moderation.undo', { id }),
  nextStep: (channel, login) => call('moderation.nextStep', { channel, login }),
  allow: (feature, channel, undoes) =>
    call('accounts.allow', { id: crypto.randomUUID(), feature, channel, ...(undoes && { undoes }) }),
  signInAgain: (channel, undoes) =>
    call('accounts.signInAgain', { id: crypto.randomUUID(), channel, ...(undoes && { undoes }) }),
};

/** Opens the visit to `channel`; it ends with `signal`. */
export function openChannel(channel: string, life: Life, signal: AbortSignal): void {
  let tools = new AbortController();
  /** The account that acts here; it may change while the tools stand. */
  let actor: string | undefined;
  let standing: 'tools' | 'none' | undefined;
  let question = 0;
  let isAnswered = false;

  const ask = async (): Promise<void> => {
    const current = ++question;
    isAnswered = false;
    const role = await roleIn(channel, twitchChat(document, channel).viewer().moderates);
    // Another question was asked meanwhile (the user signed in, say); its answer is the newer one.
    if (!life.goesOn() || signal.aborted || current !== question || role === undefined) return;
    isAnswered = true;
    // What stands stays, and says at the next press how to go on; it has just said so, if it was a press that found out.
    if (role.expired) return;
    actor = role.login;
    const found = role.role === 'none' ? 'none' : 'tools';
    // Whoever acts now, what was done here stays at its lines, and can be taken back from there.
    if (found === standing) return;
    standing = found;
    tools.abort();
    tools = new AbortController();
    // Whoever was made a moderator a moment ago is told so by the page first.
    if (role.role === 'none') whenPageSaysModerator(channel, () => void ask(), tools.signal);
    else await moderate(channel, () => actor, life, AbortSignal.any([signal, tools.signal]));
  };

  // The network or the worker may have been away when we asked.
  const askAgain = (event: Event): void => {
    if (event.isTrusted && !isAnswered && !document.hidden) void ask();
  };
  follow('accounts', () => void ask(), signal);
  window.addEventListener('online', askAgain, { signal });
  document.addEventListener('visibilitychange', askAgain, { signal });
  void ask();
}

/** The account's role, or `undefined` when that could not be found out now. */
async function roleIn(channel: string, pageSaysModerator = false): Promise<Role | undefined> {
  try {
    return await call('channel.role', { channel, pageSaysModerator });
  } catch {
    return undefined;
  }
}

/**
 * Calls `said` when the page takes the user for a moderator of `channel`. Looked for once, when the first lines stand: what
 * the page says can only make Twitch be asked again, and a page that says nothing is not watched.
 */
function whenPageSaysModerator(channel: string, said: () => void, signal: AbortSignal): void {
  const chat = twitchChat(document, channel);
  const look = new AbortController();
  const added = (): void => {
    look.abort();
    if (!asked.has(channel) && chat.viewer().moderates === true) {
      asked.add(channel);
      said();
    }
  };
  chat.watch({ moved: () => undefined, added }, AbortSignal.any([signal, look.signal]));
}

/** Channels about which Twitch was asked again because the page said so: once in the life of a page is enough. */
const asked = new Set<string>();

async function moderate(
  channel: string,
  actor: () => string | undefined,
  life: Life,
  signal: AbortSignal,
): Promise<void> {
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
}

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
